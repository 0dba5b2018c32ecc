import Engine
import Report

/// The way forward: z = Σ w·x + b and a = f(z), neuron by neuron, stage by stage.
extension Lesson {
  /// A group for each stage of which something is wanted.
  func forward() -> [Working.Group] {
    var layers = layers[...]
    return passage.stages.indices.compactMap { stage in
      switch passage.stages[stage].kind {
      case .neurons:
        guard let layer = layers.popFirst() else { return nil }
        return forward(layer)
      case .batchnorm(let number, let norm): return batchnorm(stage, number, norm)
      case .dropout(let number, let probability): return dropout(stage, number, probability)
      }
    }
  }

  private func forward(_ layer: Layer) -> Working.Group? {
    let heading = "Forward, layer \(layer.number)"
    guard isWorkedSingly(layer) else { return arrays(forward: layer, heading: heading) }
    var lines: [Working.Line] = []
    for sample in 0..<samples {
      for neuron in 0..<layer.neurons {
        if wanted.shows(.z, layer: layer.number, neuron: neuron) { lines.append(z(layer, neuron, sample)) }
        if wanted.shows(.a, layer: layer.number, neuron: neuron) { lines.append(a(layer, neuron, sample)) }
      }
    }
    return lines.isEmpty ? nil : Working.Group(heading: heading, lines: lines)
  }

  /// z = Σ w·x + b
  private func z(_ layer: Layer, _ neuron: Int, _ sample: Int) -> Working.Line {
    let (weights, biases) = ("W\(layer.number)", "b\(layer.number)")
    let places = 0..<layer.inputs
    let formula = places.map {
      symbols.weight(layer.number, neuron, $0) * inputSymbol(of: layer.stage, $0, sample)
    }
    let numbers = places.map {
      numerals.given(parameter(weights, [neuron, $0])) * inputNumber(of: layer.stage, $0, sample)
    }
    return Working.Line(
      symbols.z(layer.number, neuron, sample),
      [
        .formula(.longSum(formula + [symbols.bias(layer.number, neuron)])),
        .numbers(.longSum(numbers + [numerals.given(parameter(biases, [neuron]))])),
        .result(numerals.computed(layer.fields.z[sample, neuron])),
      ])
  }

  /// a = f(z)
  private func a(_ layer: Layer, _ neuron: Int, _ sample: Int) -> Working.Line {
    let working = ActivationWorking(activation: layer.activation, numerals: numerals)
    let zs = (0..<layer.neurons).map { layer.fields.z[sample, $0] }
    let letters = (0..<layer.neurons).map { symbols.z(layer.number, $0, sample) }
    let numbers = working.numbers(zs, at: neuron).map { [Working.Step.numbers($0)] } ?? []
    return Working.Line(
      symbols.a(layer.number, neuron, sample),
      [.formula(working.formula(letters, at: neuron, zs))] + numbers
        + [.result(numerals.computed(layer.fields.a[sample, neuron]))])
  }

  // MARK: Layers without neurons

  /// Whether a layer without neurons is worked number by number.
  func isWorkedSingly(stage: Int) -> Bool {
    let width = passage.stages[stage].fields.a.columns
    return width <= Self.mostNeurons && samples <= Self.mostSamples && width * samples <= Self.mostLines / 4
  }

  /// `batchnorm after layer 2`
  static func batchnorm(_ number: Int) -> String {
    number == 0 ? "batchnorm of the inputs" : "batchnorm after layer \(number)"
  }

  /// û = (a − μ)/√(v + ε), u = γ·û + β
  private func batchnorm(_ stage: Int, _ number: Int, _ norm: Passage.Norm) -> Working.Group? {
    guard wanted.isEverything else { return nil }
    let heading = "Forward, \(Self.batchnorm(number))"
    guard isWorkedSingly(stage: stage) else {
      return arrays(of: stage, heading: heading, symbols.array("u", "u", number))
    }
    let fields = passage.stages[stage].fields
    var lines: [Working.Line] = []
    for place in 0..<fields.a.columns {
      if passage.isTraining { lines += figures(stage, number, place, norm) }
      for sample in 0..<samples {
        let (mean, variance) = (symbols.mean(number, place), symbols.variance(number, place))
        let input = inputSymbol(of: stage, place, sample)
        let ε = Phrase(text: "ε", latex: "\\varepsilon")
        lines.append(
          Working.Line(
            symbols.standard(number, place, sample),
            [
              .formula((input - mean) / .root(variance + ε)),
              .numbers(
                (inputNumber(of: stage, place, sample) - numerals.computed(norm.mean[place]))
                  / .root(numerals.computed(norm.variance[place]) + numerals.given(Passage.Norm.epsilon))),
              .result(numerals.computed(fields.z[sample, place])),
            ]))
        let (γ, β) = (symbols.parameter("γ\(number)", [place]), symbols.parameter("β\(number)", [place]))
        lines.append(
          Working.Line(
            symbols.normed(number, place, sample),
            [
              .formula(γ * symbols.standard(number, place, sample) + β),
              .numbers(
                numerals.given(parameter("γ\(number)", [place])) * numerals.computed(fields.z[sample, place])
                  + numerals.given(parameter("β\(number)", [place]))),
              .result(numerals.computed(fields.a[sample, place])),
            ]))
      }
    }
    let remarks = passage.isTraining ? [] : ["μ and v are the means and variances that training left."]
    return Working.Group(heading: heading, lines: lines, remarks: remarks)
  }

  /// The mean and the variance of an input over the batch.
  private func figures(_ stage: Int, _ number: Int, _ place: Int, _ norm: Passage.Norm) -> [Working.Line] {
    let letters = (0..<samples).map { inputSymbol(of: stage, place, $0) }
    let numbers = (0..<samples).map { inputNumber(of: stage, place, $0) }
    let (mean, n) = (symbols.mean(number, place), Phrase.symbol("\(samples)"))
    let found = numerals.computed(norm.mean[place])
    return [
      Working.Line(
        mean, [.formula(.sum(letters) / n), .numbers(.sum(numbers) / n), .result(found)]),
      Working.Line(
        symbols.variance(number, place),
        [
          .formula(.sum(letters.map { ($0 - mean).squared }) / n),
          .numbers(.sum(numbers.map { ($0 - found).squared }) / n),
          .result(numerals.computed(norm.variance[place])),
        ]),
    ]
  }

  /// d = m·a, m being 0 where it drops, else 1/(1 − p).
  private func dropout(_ stage: Int, _ number: Int, _ probability: Double) -> Working.Group? {
    guard wanted.isEverything else { return nil }
    let heading = "Forward, dropout \(number)"
    guard passage.isTraining else {
      return Working.Group(heading: heading, lines: [], remarks: ["In a prediction nothing is dropped."])
    }
    guard isWorkedSingly(stage: stage) else {
      return arrays(of: stage, heading: heading, symbols.array("d", "d", number))
    }
    let fields = passage.stages[stage].fields
    var lines: [Working.Line] = []
    for sample in 0..<samples {
      for place in 0..<fields.a.columns {
        let factor = fields.z[sample, place]
        lines.append(
          Working.Line(
            symbols.dropped(number, place, sample),
            [
              .formula(symbols.mask(number, place, sample) * inputSymbol(of: stage, place, sample)),
              .numbers(numerals.given(factor) * inputNumber(of: stage, place, sample)),
              .result(numerals.computed(fields.a[sample, place])),
            ]))
      }
    }
    let share = numerals.given(probability).text
    return Working.Group(
      heading: heading, lines: lines,
      remarks: [
        "m is 0 with probability \(share), else 1/(1 - \(share)) = \(numerals.given(1 / (1 - probability)).text)."
      ])
  }
}
