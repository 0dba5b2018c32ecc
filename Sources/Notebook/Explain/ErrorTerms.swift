import Engine
import Report

/// The error terms δ = ∂L/∂z of one layer, neuron by neuron.
struct ErrorTerms {
  let lesson: Lesson
  let record: UpdateRecord
  let layer: Lesson.Layer

  private var numerals: Numerals { lesson.numerals }
  private var symbols: Symbols { lesson.symbols }
  private var samples: Range<Int> { 0..<lesson.samples }
  private var activation: ActivationWorking { ActivationWorking(activation: layer.activation, numerals: numerals) }
  private var one: Phrase { .symbol("1") }

  private func z(_ neuron: Int, _ sample: Int) -> Phrase { symbols.z(layer.number, neuron, sample) }
  private func a(_ neuron: Int, _ sample: Int) -> Phrase { symbols.a(layer.number, neuron, sample) }
  private func δ(_ neuron: Int, _ sample: Int) -> Phrase { symbols.δ(layer.number, neuron, sample) }

  private func result(_ neuron: Int, _ sample: Int) -> Working.Step {
    .result(numerals.computed(layer.fields.δ?[sample, neuron] ?? .nan))
  }

  // MARK: The last layer

  private var loss: LossWorking {
    LossWorking(loss: record.loss, samples: lesson.samples, outputs: layer.neurons, numerals: numerals)
  }

  private var share: [Phrase] {
    numerals.fraction(loss.share.numerator, loss.share.denominator).map { [$0] } ?? []
  }

  /// The δ of the outputs, from the loss.
  func last(_ chosen: [Int]) -> [Working.Line] {
    switch (record.loss, layer.activation) {
    case (.builtIn(.bce, _), .sigmoid): logistic(chosen)
    case (.builtIn(.crossEntropy, _), .softmax), (.builtIn(.kl, _), .softmax): shares(chosen)
    case (_, .softmax): softmax(chosen)
    case (.builtIn, _), (.custom, _): plain(chosen)
    }
  }

  /// δ = ∂L/∂y · f'(z)
  private func plain(_ chosen: [Int]) -> [Working.Line] {
    var lines = activation.rule.map { [$0] } ?? []
    for sample in samples {
      for neuron in chosen {
        let (number, target) = (layer.fields.a[sample, neuron], record.targets[sample, neuron])
        let slope = loss.slope(a(neuron, sample), symbols.t(neuron, sample), at: (number, target))
        lines += activation.slopeLine(of: z(neuron, sample), z: layer.fields.z[sample, neuron]).map { [$0] } ?? []
        lines.append(
          line(
            neuron, sample, share + [slope], share + [loss.slopeNumbers(number, target)],
            comment: loss.reason(at: (number, target))))
      }
    }
    return lines
  }

  /// A δ that is a product with f'(z) in it.
  private func line(
    _ neuron: Int, _ sample: Int, _ letters: [Phrase], _ numbers: [Phrase], first: Bool = false, comment: String? = nil
  ) -> Working.Line {
    let slope = activation.slope(of: z(neuron, sample)).map { [$0] } ?? []
    let number =
      activation.slopeNumbers(z: layer.fields.z[sample, neuron], a: layer.fields.a[sample, neuron]).map { [$0] } ?? []
    return Working.Line(
      δ(neuron, sample),
      [
        .formula(.product(first ? slope + letters : letters + slope)),
        .numbers(.product(first ? number + numbers : numbers + number)), result(neuron, sample),
      ], comment: comment)
  }

  /// bce of a sigmoid: what the logarithm brings and what the sigmoid brings cancel.
  private func logistic(_ chosen: [Int]) -> [Working.Line] {
    var lines: [Working.Line] = []
    for sample in samples {
      for neuron in chosen {
        let (y, t) = (a(neuron, sample), symbols.t(neuron, sample))
        let steps: [Working.Step] =
          lines.isEmpty
          ? [
            .formula(symbols.slope(by: y) * slope(of: y, by: z(neuron, sample))),
            .formula(.product(share + [(y - t) / (y * (one - y)), y, one - y])),
          ] : []
        lines.append(
          Working.Line(
            δ(neuron, sample),
            steps + [
              .formula(.product(share + [y - t])),
              .numbers(
                .product(
                  share + [
                    numerals.computed(layer.fields.a[sample, neuron]) - numerals.given(record.targets[sample, neuron])
                  ])), result(neuron, sample),
            ]))
      }
    }
    return lines
  }

  private func slope(of quantity: Phrase, by variable: Phrase) -> Phrase {
    Phrase(
      text: "∂\(quantity.text)/∂\(variable.text)",
      latex: "\\frac{\\partial \(quantity.latex)}{\\partial \(variable.latex)}", isTall: true)
  }

  /// cross_entropy or kl of softmax: derived once for any output j, then each in numbers.
  private func shares(_ chosen: [Int]) -> [Working.Line] {
    let (totals, areShares) = (record.targetSums, record.targetsAreShares)
    var lines = [sharesRule(areShares: areShares)]
    for sample in samples {
      for neuron in chosen {
        let (y, t) = (a(neuron, sample), symbols.t(neuron, sample))
        let number = numerals.computed(layer.fields.a[sample, neuron])
        let target = numerals.given(record.targets[sample, neuron])
        let sum = Phrase.longSum((0..<layer.neurons).map { symbols.t($0, sample) }).bracketed
        lines.append(
          Working.Line(
            δ(neuron, sample),
            [
              .formula(.product(share + [areShares ? y - t : y * sum - t])),
              .numbers(
                .product(share + [areShares ? number - target : number * numerals.computed(totals[sample]) - target])),
              result(neuron, sample),
            ]))
      }
    }
    return lines
  }

  /// δ[j] = Σ_k ∂L/∂y[k] · ∂y[k]/∂z[j] = Σ_k (−t[k]/y[k]) · y[k]·([k = j] − y[j]) = y[j]·Σ_k t[k] − t[j]
  private func sharesRule(areShares: Bool) -> Working.Line {
    func at(_ text: String, _ latex: String, _ index: String, _ layer: Int? = nil) -> Phrase {
      let array = symbols.array(text, "", layer)
      return Phrase(text: "\(array.text)[\(index)]", latex: "\(latex)_{\(index)}\(array.latex)")
    }
    func sum(_ term: Phrase) -> Phrase {
      Phrase(text: "Σ_k \(term.text)", latex: "\\sum_{k} \(term.latex)", level: .product, isTall: true)
    }
    let (yk, yj, tk, tj) = (at("y", "y", "k"), at("y", "y", "j"), at("t", "t", "k"), at("t", "t", "j"))
    let zj = at("z", "z", "j", layer.number)
    let kronecker = Phrase(text: "[k = j]", latex: "\\lbrack k = j \\rbrack")
    let factor = share
    let chain = sum(symbols.slope(by: yk) * slope(of: yk, by: zj))
    let opened = sum(.product([(-(tk / yk)).bracketed, yk, kronecker - yj]))
    return Working.Line(
      at("δ", "\\delta", "j", layer.number),
      [
        .formula(chain), .formula(.product(factor + [opened])),
        .formula(.product(factor + [yj * sum(tk) - tj])),
      ] + (areShares ? [.formula(.product(factor + [yj - tj]))] : []),
      comment: areShares ? "the targets of a sample add up to 1" : nil)
  }

  /// Any loss of softmax: every output depends on every z.
  private func softmax(_ chosen: [Int]) -> [Working.Line] {
    var lines: [Working.Line] = []
    for sample in samples {
      var slopes: [Double] = []
      for neuron in 0..<layer.neurons {
        let (number, target) = (layer.fields.a[sample, neuron], record.targets[sample, neuron])
        let slope = loss.share.value * loss.slopeValue(number, target)
        slopes.append(slope)
        lines.append(
          Working.Line(
            symbols.slope(by: a(neuron, sample)),
            [
              .formula(
                .product(share + [loss.slope(a(neuron, sample), symbols.t(neuron, sample), at: (number, target))])),
              .numbers(.product(share + [loss.slopeNumbers(number, target)])), .result(numerals.computed(slope)),
            ], comment: loss.reason(at: (number, target))))
      }
      lines += chosen.map { coupled($0, sample, slopes) }
    }
    return lines
  }

  /// δ[j] = a[j]·(∂L/∂a[j] − Σ_k ∂L/∂a[k]·a[k])
  private func coupled(_ neuron: Int, _ sample: Int, _ slopes: [Double]) -> Working.Line {
    let all = 0..<layer.neurons
    let letters = all.map { symbols.slope(by: a($0, sample)) * a($0, sample) }
    let numbers = all.map { numerals.computed(slopes[$0]) * numerals.computed(layer.fields.a[sample, $0]) }
    return Working.Line(
      δ(neuron, sample),
      [
        .formula(
          a(neuron, sample) * (symbols.slope(by: a(neuron, sample)) - Phrase.longSum(letters).bracketed)),
        .numbers(
          numerals.computed(layer.fields.a[sample, neuron])
            * (numerals.computed(slopes[neuron]) - Phrase.longSum(numbers).bracketed)), result(neuron, sample),
      ])
  }

  // MARK: The layers before it

  /// δ = f'(z) · ∂L/∂a, which the stage after the layer carries back.
  func hidden(_ chosen: [Int]) -> [Working.Line] {
    if layer.activation == .softmax { return hiddenSoftmax(chosen) }
    var lines = activation.rule.map { [$0] } ?? []
    for sample in samples {
      for neuron in chosen {
        let (letters, numbers) = lesson.carried(into: layer.stage + 1, neuron, sample)
        lines += activation.slopeLine(of: z(neuron, sample), z: layer.fields.z[sample, neuron]).map { [$0] } ?? []
        lines.append(line(neuron, sample, [letters], [numbers], first: true))
      }
    }
    return lines
  }

  private func hiddenSoftmax(_ chosen: [Int]) -> [Working.Line] {
    var lines: [Working.Line] = []
    for sample in samples {
      var slopes: [Double] = []
      for neuron in 0..<layer.neurons {
        let (letters, numbers) = lesson.carried(into: layer.stage + 1, neuron, sample)
        let value = lesson.carriedValue(into: layer.stage + 1, neuron, sample)
        slopes.append(value)
        lines.append(
          Working.Line(
            symbols.slope(by: a(neuron, sample)),
            [.formula(letters), .numbers(numbers), .result(numerals.computed(value))]))
      }
      lines += chosen.map { coupled($0, sample, slopes) }
    }
    return lines
  }
}

extension UpdateRecord {
  /// What the targets of each sample add up to.
  fileprivate var targetSums: [Double] {
    (0..<targets.rows).map { row in (0..<targets.columns).reduce(0) { $0 + targets[row, $1] } }
  }

  /// Whether the targets of every sample add up to 1, but for rounding.
  var targetsAreShares: Bool { targetSums.allSatisfy { ($0 - 1).magnitude < 1e-9 } }
}
