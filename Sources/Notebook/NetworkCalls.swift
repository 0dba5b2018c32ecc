import Engine
import Language
import SourceText

/// The functions that take networks or data sets, or make them. A function of the note of the same name goes before.
enum NetworkFunction: Hashable {
  /// `accuracy(mlp, test_set)`
  case metric(Metric)
  /// `loss(mlp, xor, bce)`
  case loss
  /// `copy(mlp)`, `reset(mlp)`
  case copy
  case reset
  /// `moons(200)`, `split(iris, 0.8)`, `standardize(train_set)`
  case data(DataFunction)

  init?(named name: String) {
    switch name {
    case "loss": self = .loss
    case "copy": self = .copy
    case "reset": self = .reset
    default:
      if let metric = Metric(rawValue: name) {
        self = .metric(metric)
      } else if let function = DataFunction(named: name) {
        self = .data(function)
      } else {
        return nil
      }
    }
  }

  /// Every name, for suggestions.
  static var names: [String] {
    Metric.allCases.map(\.rawValue) + ["loss", "copy", "reset"] + DataFunction.allCases.map(\.name)
  }
}

extension Evaluator {
  /// What an expression stands for: a value, a network or a data set.
  func thing(of expression: Expression) throws(Mistake) -> Thing {
    switch expression.kind {
    case .name(let name): return try lookup.thing(Name(text: name, range: expression.range))
    case .group(let inner): return try thing(of: inner)
    case .call(let name, primes: 0, let arguments):
      guard environment.functions[name.text] == nil, let function = NetworkFunction(named: name.text) else { break }
      switch function {
      case .copy: return .network(try network(ofOnly: arguments, whole: expression).copy())
      case .reset:
        let network = try network(ofOnly: arguments, whole: expression)
        return .network(
          try computing(expression, []) { budget throws(EngineFault) in try network.reset(within: budget) })
      case .data(.split):
        throw .at(
          expression.range, of: code, .value, "`split` makes two data sets",
          help: ["name both: `train_set, test_set = \(code.spelling(expression))`"])
      case .data(let function): return .data(try set(from: function, arguments, named: nil, whole: expression)[0])
      case .metric, .loss: break
      }
    case .number, .string, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary, .approximately:
      break
    }
    return .value(try value(of: expression))
  }

  /// The value of a call that takes a network or a data set; nil where it is no such call.
  func networkCall(_ name: Name, _ arguments: [Argument], whole: Expression) throws(Mistake) -> Engine.Value? {
    guard environment.functions[name.text] == nil, let function = NetworkFunction(named: name.text) else { return nil }
    if case .network? = environment.things[name.text]?.meaning { return nil }
    switch function {
    case .metric(let metric):
      let (network, set) = try networkAndSet(arguments, of: name, whole: whole, count: 2)
      let name = code.spelling(arguments[1].value)
      return .number(
        try computing(whole, []) { budget throws(EngineFault) in
          let predictions = try network.predictions(of: set.inputs, named: nil, within: budget)
          try network.check(classes: set.classes, of: name)
          return try metric.apply(predictions, set.targets, within: budget)
        })
    case .loss:
      let (network, set) = try networkAndSet(arguments, of: name, whole: whole, count: 3)
      let objective = try objective(arguments[2].value)
      let samples = try samples(set, named: code.spelling(arguments[1].value), at: arguments[1].value)
      return .number(
        try computing(whole, []) { budget throws(EngineFault) in
          try network.loss(objective, on: samples, within: budget)
        })
    case .copy, .reset:
      throw .at(
        whole.range, of: code, .value, "`\(name.text)` makes a network, and a value is wanted here",
        help: ["name it: `other = \(code.spelling(whole))`"])
    case .data(let function):
      throw .at(
        whole.range, of: code, .value, "`\(function.name)` makes a data set, and a value is wanted here",
        help: ["name it: `set = \(code.spelling(whole))`; its members are values"])
    }
  }

  /// `mlp(x)`: x is a number, a vector, a matrix with one row a sample, or a data set.
  func prediction(of network: Network, _ arguments: [Argument], whole: Expression) throws(Mistake) -> Engine.Value {
    guard let argument = arguments.first, arguments.count == 1, argument.name == nil else {
      throw .at(
        whole.range, of: code, .option,
        "a network takes one argument, and \(arguments.count) \(arguments.count == 1 ? "is" : "are") given",
        help: arguments.count > 1 ? ["inputs go in brackets: `\(network.name)([1, 0])`"] : [])
    }
    let operand = argument.value
    switch try thing(of: operand) {
    case .data(let set):
      let name = code.spelling(operand)
      return .matrix(
        try computing(whole, [operand]) { budget throws(EngineFault) in
          try network.predictions(of: set.inputs, named: name, within: budget)
        })
    case .value(let value):
      return try computing(whole, [operand]) { budget throws(EngineFault) in try network.predict(value, within: budget)
      }
    case .network, .choice:
      throw .at(
        operand.range, of: code, .value,
        "a network takes a value or a data set, and `\(code.spelling(operand))` is neither")
    }
  }

  // MARK: Arguments

  /// The network that an expression names.
  func network(_ expression: Expression) throws(Mistake) -> Network {
    let thing = try thing(of: expression)
    guard case .network(let network) = thing else { throw unwanted(thing, expression, "a network") }
    return network
  }

  /// The data set that an expression names.
  func dataSet(_ expression: Expression) throws(Mistake) -> DataSet {
    let thing = try thing(of: expression)
    guard case .data(let set) = thing else { throw unwanted(thing, expression, "a data set") }
    return set
  }

  private func unwanted(_ thing: Thing, _ expression: Expression, _ wanted: String) -> Mistake {
    .at(
      expression.range, of: code, .value,
      "\(wanted) is wanted here, and `\(code.spelling(expression))` is \(thing.description)")
  }

  func samples(_ set: DataSet, named name: String, at place: Expression) throws(Mistake) -> Samples {
    try computing(place, [place]) { _ throws(EngineFault) in
      try Samples(name: name, inputs: set.inputs, targets: set.targets, classes: set.classes)
    }
  }

  private func network(ofOnly arguments: [Argument], whole: Expression) throws(Mistake) -> Network {
    guard arguments.count == 1, arguments[0].name == nil else {
      throw .at(whole.range, of: code, .option, "one network is wanted here, and \(arguments.count) are given")
    }
    return try network(arguments[0].value)
  }

  private func networkAndSet(
    _ arguments: [Argument], of name: Name, whole: Expression, count: Int
  ) throws(Mistake) -> (Network, DataSet) {
    guard arguments.count == count, arguments.allSatisfy({ $0.name == nil }) else {
      let form = count == 2 ? "\(name.text)(network, set)" : "\(name.text)(network, set, mse)"
      throw .at(
        whole.range, of: code, .option,
        "`\(name.text)` wants a network and a data set\(count == 3 ? ", then a loss" : "")",
        help: ["as in `\(form)`"])
    }
    return (try network(arguments[0].value), try dataSet(arguments[1].value))
  }

  // MARK: Data functions

  /// The set that a function makes, or the two of `split`. A stream of random numbers follows from `name`.
  func set(
    from function: DataFunction, _ arguments: [Argument], named name: String?, whole: Expression
  ) throws(Mistake) -> [DataSet] {
    let given = arguments.map { (name: $0.name?.text, value: $0.value) }
    let places = try computing(whole, []) { _ throws(EngineFault) in try function.arrange(given) }
    switch function {
    case .generator(let generator):
      var figures: [Double?] = []
      for place in places { figures.append(try place.map { (place) throws(Mistake) in try number(place) }) }
      let made = figures
      return [
        try computing(whole, []) { budget throws(EngineFault) in
          try generator.generate(made, seed: seed, name: name ?? function.name, within: budget)
        }
      ]
    case .scaling(let method):
      guard let first = places[0] else { preconditionFailure("an argument that may not be left out") }
      let set = try dataSet(first)
      let model = try places[1].map { (place) throws(Mistake) in try dataSet(place) }
      return [
        try computing(whole, [first]) { budget throws(EngineFault) in try set.scaled(method, by: model, within: budget)
        }
      ]
    case .split:
      guard let first = places[0], let second = places[1] else { preconditionFailure("arguments that must be there") }
      let set = try dataSet(first)
      let fraction = try number(second)
      let (head, tail) = try computing(whole, [first]) { budget throws(EngineFault) in
        try set.split(fraction, seed: seed, name: name ?? function.name, within: budget)
      }
      return [head, tail]
    }
  }

  /// The number that an expression is worth.
  func number(_ expression: Expression) throws(Mistake) -> Double {
    let value = try value(of: expression)
    guard case .number(let number) = value else {
      throw .at(
        expression.range, of: code, .shape,
        "a number is wanted here, and `\(code.spelling(expression))` is \(value.shape)")
    }
    return number
  }
}
