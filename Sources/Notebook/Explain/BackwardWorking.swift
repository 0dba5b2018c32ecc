import Engine
import Report

/// The way back: the error terms δ by the chain rule, and the gradients that follow from them.
extension Lesson {
  /// A group for each stage of which something is wanted, from the last down.
  func backward(_ record: UpdateRecord) -> [Working.Group] {
    var layers = layers
    return passage.stages.indices.reversed().compactMap { stage in
      switch passage.stages[stage].kind {
      case .neurons:
        guard let layer = layers.popLast() else { return nil }
        return backward(layer, record)
      case .batchnorm(let number, _): return backward(batchnorm: number, stage, record)
      case .dropout(let number, _):
        guard wanted.isEverything else { return nil }
        let symbol = symbols.array("d", "d", number)
        return backward(heading: "Backward, dropout \(number)", stage, symbol, more: [])
      }
    }
  }

  private func backward(_ layer: Layer, _ record: UpdateRecord) -> Working.Group? {
    let heading = "Backward, layer \(layer.number)"
    let isLast = layer.number == symbols.layers
    let chosen = (0..<layer.neurons).filter { wanted.shows(.δ, layer: layer.number, neuron: $0) }
    var (lines, remarks): ([Working.Line], [String]) = ([], [])
    if !chosen.isEmpty {
      if isWorkedSingly(layer) {
        let errors = ErrorTerms(lesson: self, record: record, layer: layer)
        lines += isLast ? errors.last(chosen) : errors.hidden(chosen)
      } else {
        lines += [arrays(backward: layer, record)]
        // Said on the way forward, where there is one.
        if !isWanted(.z, layer), !isWanted(.a, layer) { remarks.append(remark(layer)) }
      }
    }
    let share = LossWorking(
      loss: record.loss, samples: samples, outputs: record.targets.columns, numerals: numerals
    ).share
    if isLast, samples > 1, !chosen.isEmpty, share.denominator > 1 {
      remarks.append(
        "The mean over the \(samples) samples stands in δ as its \(share.numerator)/\(share.denominator): "
          + "the gradients are sums over the samples.")
    }
    let (more, note) = gradients(layer, record)
    lines += more
    if let note { remarks.append(note) }
    return lines.isEmpty ? nil : Working.Group(heading: heading, lines: lines, remarks: remarks)
  }

  // MARK: Gradients

  /// ∂L/∂w = Σ δ·a and ∂L/∂b = Σ δ, entry by entry where they are few.
  private func gradients(_ layer: Layer, _ record: UpdateRecord) -> ([Working.Line], remark: String?) {
    var lines: [Working.Line] = []
    var isLeftOut = false
    let all = chosen(record) { wanted.showsGradient($0.name, layer: $0.layer, $1) }
    let isSingly = isWorkedSingly(layer) && all.reduce(0) { $0 + $1.count } <= Self.mostLines
    for chosen in all where ["W\(layer.number)", "b\(layer.number)"].contains(chosen.parameter.name) {
      let parameter = chosen.parameter
      if isSingly {
        lines += chosen.places.map { gradient(layer, parameter.name, $0, parameter.gradient.entry($0)) }
      } else {
        lines.append(gradientArray(layer, parameter.name, parameter.gradient))
        isLeftOut = isWorkedSingly(layer)
      }
    }
    return (lines, isLeftOut ? "The gradients are too many to be worked one by one." : nil)
  }

  /// A parameter array of which something is wanted.
  struct Chosen {
    let parameter: UpdateRecord.Parameter
    /// How many of its entries.
    let count: Int
    /// Which, where they are few enough to be worked one by one.
    let places: [[Int]]
  }

  /// The parameter arrays of which something is wanted.
  func chosen(
    _ record: UpdateRecord, _ isWanted: (UpdateRecord.Parameter, [Int]) -> Bool
  ) -> [Chosen] {
    record.parameters.compactMap { parameter in
      let count = parameter.gradient.shape.count
      // Without single entries in what is wanted, one speaks for all.
      if !wanted.isNarrow, count > Self.mostLines {
        let first = parameter.gradient.shape.sides.map { _ in 0 }
        return isWanted(parameter, first) ? Chosen(parameter: parameter, count: count, places: []) : nil
      }
      let places = parameter.gradient.places.filter { isWanted(parameter, $0) }
      return places.isEmpty ? nil : Chosen(parameter: parameter, count: places.count, places: places)
    }
  }

  private func gradient(_ layer: Layer, _ name: String, _ places: [Int], _ value: Double) -> Working.Line {
    var (letters, numbers): ([Phrase], [Phrase]) = ([], [])
    for sample in 0..<samples {
      let δ = symbols.δ(layer.number, places[0], sample)
      let number = numerals.computed(layer.fields.δ?[sample, places[0]] ?? .nan)
      letters.append(places.count == 1 ? δ : δ * inputSymbol(of: layer.stage, places[1], sample))
      numbers.append(places.count == 1 ? number : number * inputNumber(of: layer.stage, places[1], sample))
    }
    // Of one sample the gradient of a bias is δ itself.
    let steps: [Working.Step] =
      [.formula(.sum(letters))] + (places.count == 1 && samples == 1 ? [] : [.numbers(.sum(numbers))])
    return Working.Line(
      symbols.slope(by: symbols.parameter(name, places)), steps + [.result(numerals.computed(value))],
      comment: wanted.label(name, places))
  }

  private func gradientArray(_ layer: Layer, _ name: String, _ value: Engine.Value) -> Working.Line {
    let δ = symbols.array("δ", "\\delta", layer.number)
    let input = inputArray(of: layer.stage)
    let isWeight = name.hasPrefix("W")
    let formula: Phrase
    if isWeight {
      formula = samples > 1 ? δ.transposed * input : δ * input.transposed
    } else {
      formula = samples > 1 ? Phrase(text: "Σ \(δ.text)", latex: "\\sum \(δ.latex)", isTall: true) : δ
    }
    let symbol = symbols.array(isWeight ? "W" : "b", isWeight ? "W" : "b", layer.number)
    return line(symbols.slope(by: symbol), [.formula(formula)], value)
  }

  // MARK: Layers without neurons

  /// ∂L/∂ of what a stage gives, from the stage after it; then what else there is to say of it.
  private func backward(
    heading: String, _ stage: Int, _ symbol: Phrase, more: [Working.Line]
  ) -> Working.Group? {
    let fields = passage.stages[stage].fields
    guard let δ = fields.δ else { return nil }
    guard δ.columns <= Self.mostNeurons, samples <= Self.mostSamples, stage + 1 < passage.stages.count else {
      return Working.Group(heading: heading, lines: [line(symbols.slope(by: symbol), [], .matrix(δ))])
    }
    var lines: [Working.Line] = []
    for sample in 0..<samples {
      for place in 0..<δ.columns {
        let (letters, numbers) = carried(into: stage + 1, place, sample)
        lines.append(
          Working.Line(
            symbols.slope(by: output(of: stage, place, sample)),
            [.formula(letters), .numbers(numbers), .result(numerals.computed(δ[sample, place]))]))
      }
    }
    return Working.Group(heading: heading, lines: lines + more)
  }

  private func backward(batchnorm number: Int, _ stage: Int, _ record: UpdateRecord) -> Working.Group? {
    let fields = passage.stages[stage].fields
    let heading = "Backward, \(Self.batchnorm(number))"
    var lines: [Working.Line] = []
    for name in ["γ\(number)", "β\(number)"] where fields.a.columns <= Self.mostNeurons && samples <= Self.mostSamples {
      guard let gradient = record.parameters.first(where: { $0.name == name })?.gradient else { continue }
      for place in 0..<fields.a.columns where wanted.showsGradient(name, layer: number, [place]) {
        var (letters, numbers): ([Phrase], [Phrase]) = ([], [])
        for sample in 0..<samples {
          let slope = symbols.slope(by: symbols.normed(number, place, sample))
          let δ = numerals.computed(fields.δ?[sample, place] ?? .nan)
          let isScale = name.hasPrefix("γ")
          letters.append(isScale ? slope * symbols.standard(number, place, sample) : slope)
          numbers.append(isScale ? δ * numerals.computed(fields.z[sample, place]) : δ)
        }
        lines.append(
          Working.Line(
            symbols.slope(by: symbols.parameter(name, [place])),
            [.formula(.sum(letters)), .numbers(.sum(numbers)), .result(numerals.computed(gradient.entry([place])))]))
      }
    }
    guard wanted.isEverything else {
      return lines.isEmpty ? nil : Working.Group(heading: heading, lines: lines)
    }
    return backward(heading: heading, stage, symbols.array("u", "u", number), more: lines)
  }

  /// ∂L/∂ of what goes into a stage, from what came back to it.
  func carried(into stage: Int, _ place: Int, _ sample: Int) -> (letters: Phrase, numbers: Phrase) {
    let fields = passage.stages[stage].fields
    switch passage.stages[stage].kind {
    case .neurons(let number, _):
      let neurons = 0..<fields.z.columns
      return (
        .longSum(neurons.map { symbols.δ(number, $0, sample) * symbols.weight(number, $0, place) }),
        .longSum(
          neurons.map {
            numerals.computed(fields.δ?[sample, $0] ?? .nan) * numerals.given(parameter("W\(number)", [$0, place]))
          })
      )
    case .dropout(let number, _):
      return (
        symbols.mask(number, place, sample) * symbols.slope(by: symbols.dropped(number, place, sample)),
        numerals.given(fields.z[sample, place]) * numerals.computed(fields.δ?[sample, place] ?? .nan)
      )
    case .batchnorm(let number, let norm):
      return carried(batchnorm: number, norm, fields, place, sample)
    }
  }

  /// γ/√(v + ε) · (∂L/∂u − ∂L/∂β/n − û·∂L/∂γ/n)
  private func carried(
    batchnorm number: Int, _ norm: Passage.Norm, _ fields: Passage.Fields, _ place: Int, _ sample: Int
  ) -> (letters: Phrase, numbers: Phrase) {
    let n = Phrase.symbol("\(samples)")
    let ε = Phrase(text: "ε", latex: "\\varepsilon")
    let (γ, β) = (symbols.parameter("γ\(number)", [place]), symbols.parameter("β\(number)", [place]))
    let standard = symbols.standard(number, place, sample)
    let letters =
      (γ / .root(symbols.variance(number, place) + ε))
      * (symbols.slope(by: symbols.normed(number, place, sample)) - symbols.slope(by: β) / n
        - standard * symbols.slope(by: γ) / n)
    func column(_ weigh: (Int) -> Double) -> Double {
      (0..<samples).reduce(0) { $0 + (fields.δ?[$1, place] ?? .nan) * weigh($1) }
    }
    let numbers =
      (numerals.given(parameter("γ\(number)", [place]))
        / .root(numerals.computed(norm.variance[place]) + numerals.given(Passage.Norm.epsilon)))
      * (numerals.computed(fields.δ?[sample, place] ?? .nan) - numerals.computed(column { _ in 1 }) / n
        - numerals.computed(fields.z[sample, place]) * numerals.computed(column { fields.z[$0, place] }) / n)
    return (letters, numbers)
  }
}

extension UpdateRecord.Parameter {
  /// The number in its name.
  var layer: Int { Int(name.dropFirst()) ?? 0 }
}

extension Engine.Value {
  /// The place of an entry, counted row by row, from 0.
  func place(_ index: Int) -> [Int] {
    switch self {
    case .number: []
    case .vector: [index]
    case .matrix(let matrix): [index / matrix.columns, index % matrix.columns]
    }
  }

  /// The places of its entries, row by row, from 0.
  var places: [[Int]] {
    switch self {
    case .number: [[]]
    case .vector(let vector): (0..<vector.count).map { [$0] }
    case .matrix(let matrix): (0..<matrix.rows).flatMap { row in (0..<matrix.columns).map { [row, $0] } }
    }
  }
}
