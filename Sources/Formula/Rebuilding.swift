extension Term {
  /// The node over other operands, as many as it has.
  package func rebuilt(from operands: [Term]) -> Term {
    switch self {
    case .number, .constant, .symbol: self
    case .negate: .negate(operands[0])
    case .add: .add(operands)
    case .multiply: .multiply(operands)
    case .divide: .divide(operands[0], operands[1])
    case .power: .power(operands[0], operands[1])
    case .apply(let function, _): .apply(function, operands[0])
    case .applyPair(let function, _, _): .applyPair(function, operands[0], operands[1])
    case .compare(let comparison, _, _): .compare(comparison, operands[0], operands[1])
    case .and: .and(operands)
    case .or: .or(operands)
    case .not: .not(operands[0])
    case .call(let name, _): .call(name, operands)
    }
  }
}
