extension BuiltIn {
  /// The function's value. Outside the domain of an elementary function it is nan or infinite, which is no fault.
  package func apply(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Value {
    guard arityRange.contains(arguments.count) else { throw .arity(self, given: arguments.count) }
    switch self {
    case .elementary(let function):
      let constant = try arguments.dropFirst().first.map { (value) throws(EngineFault) in
        try figure(value, at: 1)
      }
      return try function.apply(arguments[0], constant: constant, within: budget)
    case .summary(let function): return .number(try function.apply(arguments[0], within: budget))
    case .extremum(let function):
      return arguments.count == 1
        ? .number(try function.apply(arguments[0])) : try function.apply(arguments[0], arguments[1], within: budget)
    case .rowwise(let function): return try function.apply(arguments[0], within: budget)
    case .algebra(let function): return try function.apply(arguments, within: budget)
    case .construction(let function): return try function.apply(arguments, within: budget)
    case .loss(let function): return .number(try function.apply(arguments, within: budget))
    }
  }
}
