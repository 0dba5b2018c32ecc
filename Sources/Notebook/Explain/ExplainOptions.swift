import Engine
import Language
import SourceText

/// The options of `explain`: `digits=`, and of a network `layer=`, `neuron=`, `only=`.
struct ExplainOptions {
  let digits: Int
  let form: ListingForm
  /// Options that only a network has, to be read once it is known.
  fileprivate let selecting: [Option]

  fileprivate enum Key: String, CaseIterable {
    case digits, only, neuron, layer
  }
}

extension Outputs {
  func explainOptions(
    _ options: [Option], form: Name?, ofNetwork: Bool, _ statement: String
  ) throws(Mistakes) -> ExplainOptions {
    var mistakes: [Mistake] = []
    var digits = settings.digits
    var selecting: [Option] = []
    for option in options {
      switch ExplainOptions.Key(rawValue: option.name.text) {
      case .digits:
        digits = collecting(into: &mistakes, otherwise: digits) { () throws(Mistake) in
          try evaluator.digits(option.value)
        }
      case .only, .neuron, .layer:
        selecting.append(option)
        if !ofNetwork {
          mistakes.append(
            .at(
              option.name.range, of: code, .option, "`\(option.name.text)` selects parts of a network's working",
              help: ["as in `explain mlp, \(option.name.text) = …`"]))
        }
      case nil:
        mistakes.append(
          .unknownOption(
            option, of: "`\(statement)`", among: ExplainOptions.Key.allCases.map(\.rawValue), in: code))
      }
    }
    let chosen = collecting(into: &mistakes, otherwise: ListingForm.math) { () throws(Mistake) in
      try listingForm(form, of: statement, otherwise: .math)
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return ExplainOptions(digits: digits, form: chosen, selecting: selecting)
  }

  /// What of a network is wanted.
  func wanted(_ options: ExplainOptions, of network: Network) throws(Mistakes) -> Wanted {
    var mistakes: [Mistake] = []
    var wanted = Wanted.everything
    for option in options.selecting {
      do throws(Mistake) {
        switch ExplainOptions.Key(rawValue: option.name.text) {
        case .layer: wanted.layer = try place(option, upTo: network.layerCount, of: "layer", network)
        case .neuron:
          let most = network.neuronCounts.max() ?? 0
          wanted.neuron = try place(option, upTo: most, of: "neuron", network) - 1
        case .only: wanted.parts = try parts(option.value, of: network)
        case .digits, nil: break
        }
      } catch {
        mistakes.append(error)
      }
    }
    if mistakes.isEmpty, let layer = wanted.layer, let neuron = wanted.neuron,
      neuron >= network.neuronCounts[layer - 1],
      let option = options.selecting.first(where: { $0.name.text == "neuron" })
    {
      mistakes.append(
        .at(
          option.value.range, of: code, .option,
          "layer \(layer) of `\(network.name)` has \(counted(network.neuronCounts[layer - 1], "neuron")), "
            + "and `neuron` is \(neuron + 1)"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return wanted
  }

  /// A layer or a neuron, counted from 1.
  private func place(_ option: Option, upTo most: Int, of noun: String, _ network: Network) throws(Mistake) -> Int {
    let value = try evaluator.value(of: option.value)
    guard case .number(let number) = value, number >= 1, number == number.rounded(), number <= Double(most) else {
      let has =
        noun == "layer"
        ? "`\(network.name)` has \(counted(most, "layer"))"
        : "the largest layer of `\(network.name)` has \(counted(most, "neuron"))"
      throw .at(
        option.value.range, of: code, .option,
        "`\(noun)` wants a whole number from 1 to \(most), and this is `\(code.spelling(option.value))`", help: [has])
    }
    return Int(number)
  }

  // MARK: only=

  /// `[w5, b1, z2[1]]`, or one of these.
  private func parts(_ expression: Expression, of network: Network) throws(Mistake) -> [Wanted.Part] {
    switch expression.kind {
    case .vector(let entries):
      var parts: [Wanted.Part] = []
      for entry in entries { parts.append(try part(entry, of: network)) }
      return parts
    case .group(let inner): return try parts(inner, of: network)
    case .number, .string, .name, .matrix, .member, .call, .prime, .index, .negate, .not, .binary, .approximately:
      return [try part(expression, of: network)]
    }
  }

  /// `w5`, `W2[1,2]`, `b1`, `dW1`, `δ2[1]`, `y`, `loss`
  private func part(_ expression: Expression, of network: Network) throws(Mistake) -> Wanted.Part {
    var name = code.spelling(expression)
    var places: [Int]?
    if case .index(let base, let subscripts) = expression.kind {
      name = code.spelling(base)
      places = try subscripts.map { (written) throws(Mistake) in try position(written, in: expression) }
    }
    if places == nil, name.first == "w", let count = Int(name.dropFirst()) {
      return try weight(count, name, expression, of: network)
    }
    guard let quantity = network.quantity(name, places) else {
      throw unknownPart(name, places, expression, of: network)
    }
    return Wanted.Part(quantity: quantity, label: nil)
  }

  private func position(_ written: Subscript, in expression: Expression) throws(Mistake) -> Int {
    guard case .at(let place) = written, case .number(let number) = place.kind, number >= 1, number < 1e9,
      number == number.rounded()
    else {
      throw .at(
        expression.range, of: code, .option, "an entry of `only` has plain numbers in its brackets, as in `W1[2,3]`")
    }
    return Int(number) - 1
  }

  /// w1, w2 … layer by layer, neuron by neuron.
  private func weight(
    _ count: Int, _ name: String, _ expression: Expression, of network: Network
  ) throws(Mistake) -> Wanted.Part {
    var rest = count - 1
    var inputs = network.spec.inputs
    for (layer, neurons) in network.neuronCounts.enumerated() {
      if rest >= 0, rest < neurons * inputs {
        return Wanted.Part(
          quantity: .parameter("W\(layer + 1)", [rest / inputs, rest % inputs]), label: name)
      }
      rest -= neurons * inputs
      inputs = neurons
    }
    throw .at(
      expression.range, of: code, .option,
      "`\(network.name)` has the weights w1 to w\(count - 1 - rest), and no `\(name)`",
      help: ["they count layer by layer, neuron by neuron; `W2[1,2]` names one by its layer"])
  }

  private func unknownPart(
    _ name: String, _ places: [Int]?, _ expression: Expression, of network: Network
  ) -> Mistake {
    if network.quantity(name, nil) != nil {
      return .at(
        expression.range, of: code, .option,
        "`\(network.name).\(name)` has no entry `\(code.spelling(expression))`")
    }
    let near = nearest(to: name, among: network.quantityNames).map { "did you mean `\($0)`?" }
    return .at(
      expression.range, of: code, .option, "`only` knows no `\(name)` of `\(network.name)`",
      help: [
        near ?? "it takes weights (`w5`, `W2[1,2]`), biases (`b1`), gradients (`dW1`), `z1`, `a1`, `δ1` and `loss`"
      ])
  }
}

extension Network {
  /// The neurons of each layer that has some.
  var neuronCounts: [Int] {
    spec.layers.compactMap { if case .dense(let count, _) = $0 { count } else { nil } }
  }

  private var arrays: [(name: String, sides: [Int])] {
    var arrays: [(name: String, sides: [Int])] = []
    var (inputs, number) = (spec.inputs, 0)
    for layer in spec.layers {
      switch layer {
      case .dense(let count, _):
        number += 1
        arrays += [("W\(number)", [count, inputs]), ("b\(number)", [count])]
        inputs = count
      case .batchnorm: arrays += [("γ\(number)", [inputs]), ("β\(number)", [inputs])]
      case .dropout: break
      }
    }
    return arrays
  }

  /// The names that `only` knows.
  fileprivate var quantityNames: [String] {
    let fields = (1...layerCount).flatMap { number in Wanted.Field.allCases.map { "\($0.rawValue)\(number)" } }
    return arrays.map(\.name) + arrays.map { "d\($0.name)" } + fields + ["y", "loss"]
  }

  /// What a name with or without places stands for; nil for nothing.
  fileprivate func quantity(_ name: String, _ places: [Int]?) -> Wanted.Quantity? {
    func fits(_ sides: [Int]) -> Bool {
      guard let places else { return true }
      return places.count == sides.count && zip(places, sides).allSatisfy { $0 < $1 }
    }
    let spelled = name.replacingGreek
    if ["loss", "L"].contains(spelled), places == nil { return .loss }
    if spelled == "y", fits([spec.outputs]) { return .field(.a, layer: layerCount, neuron: places?[0]) }
    for array in arrays where fits(array.sides) {
      if spelled == array.name { return .parameter(array.name, places) }
      if spelled == "d\(array.name)" { return .gradient(array.name, places) }
    }
    for field in Wanted.Field.allCases where spelled.hasPrefix(field.rawValue) {
      guard let layer = Int(spelled.dropFirst()), (1...layerCount).contains(layer), fits([neuronCounts[layer - 1]])
      else { continue }
      return .field(field, layer: layer, neuron: places?[0])
    }
    return nil
  }
}

extension String {
  /// Greek letters that are spelled out as letters.
  fileprivate var replacingGreek: String {
    for (word, letter) in [("delta", "δ"), ("gamma", "γ"), ("beta", "β")] {
      if hasPrefix(word) { return letter + dropFirst(word.count) }
      if hasPrefix("d" + word) { return "d" + letter + dropFirst(word.count + 1) }
    }
    return self
  }
}
