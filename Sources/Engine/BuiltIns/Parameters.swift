/// What a built-in function takes at one place.
package struct Parameter: Sendable, Hashable {
  /// By which an argument may be given instead of by position.
  package let name: String
  /// How a Greek name is spelled in Latin letters, `delta` for `δ`.
  package let twin: String?
  /// Optional parameters come last.
  package let isOptional: Bool
  /// What an optional one is when it is left out, where it is a figure.
  package let standard: Double?

  init(_ name: String, twin: String? = nil, isOptional: Bool = false, standard: Double? = nil) {
    self.name = name
    self.twin = twin
    self.isOptional = isOptional || standard != nil
    self.standard = standard
  }
}

extension [Parameter] {
  /// How a function with these parameters is called, as in `range(a, b, step=1)`.
  func signature(of name: String) -> String {
    let list = map { parameter in
      parameter.standard.map { "\(parameter.name)=\(spelled($0))" } ?? parameter.name
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }

  /// `one argument`, `two or three arguments`.
  var arityWords: String {
    let (least, most) = (arityRange.lowerBound, arityRange.upperBound)
    let words = ["no", "one", "two", "three"]
    let range =
      least == most ? words[most] : "\(words[least]) \(most == least + 1 ? "or" : "to") \(words[most])"
    return range + (most == 1 ? " argument" : " arguments")
  }

  /// How many arguments will do.
  var arityRange: ClosedRange<Int> { filter { !$0.isOptional }.count...count }
}

extension BuiltIn {
  /// What the function takes, in order.
  package var parameters: [Parameter] {
    switch self {
    case .elementary(let function): [Parameter("x")] + (function.constant.map { [$0] } ?? [])
    case .summary, .rowwise, .algebra(.transpose), .algebra(.size): [Parameter("x")]
    case .extremum: [Parameter("a"), Parameter("b", isOptional: true)]
    case .algebra(.dot), .algebra(.outer): [Parameter("x"), Parameter("y")]
    case .construction(let function): function.parameters
    case .loss(.huber): [Parameter("y"), Parameter("t"), Parameter("δ", twin: "delta", standard: 1)]
    case .loss: [Parameter("y"), Parameter("t")]
    }
  }

  /// How the function is called, as in `range(a, b, step=1)`.
  package var signature: String { parameters.signature(of: name) }

  /// How many arguments will do.
  package var arityRange: ClosedRange<Int> { parameters.arityRange }

  /// Puts arguments, some given by name, in the order of the parameters, ready for `apply`. Optional ones may be left
  /// out at the end.
  package func arrange<Argument>(_ arguments: [(name: String?, value: Argument)]) throws(EngineFault) -> [Argument] {
    let parameters = parameters
    guard arguments.count <= parameters.count else { throw .arity(self, given: arguments.count) }
    var places = [Argument?](repeating: nil, count: parameters.count)
    for (position, argument) in arguments.enumerated() {
      var place = position
      if let name = argument.name { place = try self.place(of: name) }
      guard places[place] == nil else { throw .repeatedParameter(self, name: parameters[place].name) }
      places[place] = argument.value
    }
    let arranged = places.prefix { $0 != nil }.compactMap { $0 }
    guard arranged.count == arguments.count, arityRange.contains(arranged.count) else {
      if arguments.allSatisfy({ $0.name == nil }) { throw .arity(self, given: arguments.count) }
      throw .missingParameter(self, name: parameters[arranged.count].name)
    }
    return arranged
  }

  private func place(of name: String) throws(EngineFault) -> Int {
    guard let place = parameters.firstIndex(where: { $0.name == name || $0.twin == name }) else {
      throw .unknownParameter(self, name: name)
    }
    return place
  }
}

extension Elementary {
  /// The constant that a few of them carry beside their variable.
  package var constant: Parameter? {
    switch self {
    case .leakyRelu: Parameter("slope", standard: 0.01)
    case .elu: Parameter("α", twin: "alpha", standard: 1)
    case .exp, .log, .log2, .log10, .sqrt, .abs, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .sigmoid,
      .relu, .selu, .gelu, .silu, .softplus, .step, .sign, .erf, .expm1, .log1p, .round, .floor, .ceil:
      nil
    }
  }
}

extension Construction {
  var parameters: [Parameter] {
    switch self {
    case .zeros, .ones: [Parameter("rows"), Parameter("columns", isOptional: true)]
    case .eye: [Parameter("n")]
    case .linspace: [Parameter("a"), Parameter("b"), Parameter("n")]
    case .range: [Parameter("a"), Parameter("b"), Parameter("step", standard: 1)]
    }
  }
}
