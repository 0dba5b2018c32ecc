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
    let places: [Argument?]
    do throws(ArrangementFault) {
      places = try parameters.arrange(arguments)
    } catch {
      throw fault(error, given: arguments.count, areNamed: arguments.contains { $0.name != nil })
    }
    let arranged = places.prefix { $0 != nil }.compactMap { $0 }
    guard arranged.count == arguments.count else {
      throw .missingParameter(self, name: parameters[arranged.count].name)
    }
    return arranged
  }

  private func fault(_ fault: ArrangementFault, given: Int, areNamed: Bool) -> EngineFault {
    switch fault {
    case .tooMany: .arity(self, given: given)
    case .unknown(let name): .unknownParameter(self, name: name)
    case .repeated(let name): .repeatedParameter(self, name: name)
    case .missing(let name): areNamed ? .missingParameter(self, name: name) : .arity(self, given: given)
    }
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
