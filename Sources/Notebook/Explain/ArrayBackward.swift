import Engine
import Report

/// The way back of layers that are worked as whole arrays.
extension Lesson {
  /// δ of a whole layer.
  func arrays(backward layer: Layer, _ record: UpdateRecord) -> Working.Line {
    let δ = symbols.array("δ", "\\delta", layer.number)
    let activation = ActivationWorking(activation: layer.activation, numerals: numerals)
    let z = symbols.array("z", "z", layer.number)
    var factors = activation.slope(of: z).map { [$0] } ?? []
    if layer.number == symbols.layers {
      let loss = LossWorking(loss: record.loss, samples: samples, outputs: layer.neurons, numerals: numerals)
      let error = outputError(layer, loss, record)
      if isShortcut(layer, record.loss) { factors = [error] } else { factors = coupled(layer, error, factors) }
    } else {
      factors = coupled(layer, carriedArray(into: layer.stage + 1), factors)
    }
    return line(δ, [.formula(.entrywise(factors))], .matrix(layer.fields.δ ?? layer.fields.z))
  }

  /// ∂L/∂a and f'(z), the latter first in hidden layers; of softmax what every output has to do with every z.
  private func coupled(_ layer: Layer, _ error: Phrase, _ slope: [Phrase]) -> [Phrase] {
    guard layer.activation == .softmax else {
      return layer.number == symbols.layers ? [error] + slope : slope + [error]
    }
    let a = outputArray(of: layer)
    let sum = Phrase(
      text: "Σ \(error.text)·\(a.text)", latex: "\\sum \(error.latex) \(a.latex)", level: .product, isTall: true)
    return [a, error - sum]
  }

  private func isShortcut(_ layer: Layer, _ loss: Objective) -> Bool {
    switch (loss, layer.activation) {
    case (.builtIn(.bce, _), .sigmoid), (.builtIn(.crossEntropy, _), .softmax), (.builtIn(.kl, _), .softmax): true
    case (.builtIn, _), (.custom, _): false
    }
  }

  /// ∂L/∂y, or where loss and activation cancel δ itself.
  private func outputError(_ layer: Layer, _ loss: LossWorking, _ record: UpdateRecord) -> Phrase {
    let (y, t) = (outputArray(of: layer), symbols.array("t", "t", nil))
    let share = numerals.fraction(loss.share.numerator, loss.share.denominator).map { [$0] } ?? []
    switch loss.loss {
    case .builtIn(.mse, _), .builtIn(.sse, _), .builtIn(.halfMse, _): return .product(share + [y - t])
    case .builtIn, .custom:
      guard isShortcut(layer, loss.loss) else { return symbols.slope(by: y) }
      if layer.activation == .sigmoid || record.targetsAreShares { return .product(share + [y - t]) }
      return .product(share + [y * Phrase(text: "Σ t", latex: "\\sum t", level: .product) - t])
    }
  }

  private func carriedArray(into stage: Int) -> Phrase {
    switch passage.stages[stage].kind {
    case .neurons(let number, _):
      let (w, δ) = (symbols.array("W", "W", number), symbols.array("δ", "\\delta", number))
      return (samples > 1 ? δ * w : w.transposed * δ).bracketed
    case .batchnorm: return symbols.slope(by: inputArray(of: stage))
    case .dropout(let number, _):
      return .entrywise([
        symbols.array("m", "m", number), symbols.slope(by: symbols.array("d", "d", number)),
      ])
    }
  }

  /// ∂L/∂ of what goes into a stage.
  func carriedValue(into stage: Int, _ place: Int, _ sample: Int) -> Double {
    let fields = passage.stages[stage].fields
    guard let δ = fields.δ else { return .nan }
    switch passage.stages[stage].kind {
    case .neurons(let number, _):
      return (0..<δ.columns).reduce(0) { $0 + δ[sample, $1] * parameter("W\(number)", [$1, place]) }
    case .dropout: return fields.z[sample, place] * δ[sample, place]
    case .batchnorm(let number, let norm):
      let n = Double(samples)
      let shift = (0..<samples).reduce(0) { $0 + δ[$1, place] } / n
      let scale = (0..<samples).reduce(0) { $0 + δ[$1, place] * fields.z[$1, place] } / n
      let factor = parameter("γ\(number)", [place]) / (norm.variance[place] + Passage.Norm.epsilon).squareRoot()
      return factor * (δ[sample, place] - shift - fields.z[sample, place] * scale)
    }
  }
}
