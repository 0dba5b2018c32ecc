import Engine
import Formula

extension Term {
  /// The term's value over numbers and arrays, elementwise. `values` says what every symbol stands for.
  func value(of values: [String: Engine.Value], within budget: Budget) throws(EngineFault) -> Engine.Value {
    try fold { (node, operands) throws(EngineFault) -> Engine.Value in
      try budget.checkDeadline()
      switch node {
      case .number(let number): return .number(number)
      case .constant(.pi): return .number(Engine.Constant.pi.value)
      case .constant(.e): return .number(Engine.Constant.e.value)
      case .symbol(let name):
        guard let value = values[name] else { preconditionFailure("a symbol without a value: \(name)") }
        return value
      case .negate: return try operands[0].negated(within: budget)
      case .add: return try operands.joined(by: .add, within: budget)
      case .multiply: return try operands.joined(by: .multiply, within: budget)
      case .and: return try operands.joined(by: .and, within: budget)
      case .or: return try operands.joined(by: .or, within: budget)
      case .not: return try operands[0].inverted(within: budget)
      case .divide: return try BinaryOperation.divide.apply(operands[0], operands[1], within: budget)
      case .power: return try BinaryOperation.power.apply(operands[0], operands[1], within: budget)
      case .compare(let comparison, _, _):
        return try BinaryOperation(comparison).apply(operands[0], operands[1], within: budget)
      case .apply(let function, _): return try BuiltIn(function.rawValue).apply(operands, within: budget)
      case .applyPair(let function, _, _): return try BuiltIn(function.rawValue).apply(operands, within: budget)
      case .call(let name, _): preconditionFailure("a term of a note with an unknown function: \(name)")
      }
    }
  }

  /// The term with symbols replaced, and its numbers by what becomes of them.
  func replacing(_ terms: [String: Term], numbers: (Double) -> Double = { $0 }) -> Term {
    fold { (node, operands: [Term]) in
      switch node {
      case .number(let number): .number(numbers(number))
      case .symbol(let name): terms[name] ?? node
      case .constant, .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
        node.rebuilt(from: operands)
      }
    }
  }
}

extension [Engine.Value] {
  /// All of them, from the left, with one operator between.
  fileprivate func joined(by operation: BinaryOperation, within budget: Budget) throws(EngineFault) -> Engine.Value {
    var result = self[0]
    for value in dropFirst() { result = try operation.apply(result, value, within: budget) }
    return result
  }
}

extension BinaryOperation {
  init(_ comparison: Comparison) {
    self =
      switch comparison {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .equal: .equal
      case .notEqual: .notEqual
      }
  }
}

extension BuiltIn {
  /// The function that Formula knows by that name; a test holds the two lists together.
  fileprivate init(_ name: String) {
    guard let function = BuiltIn(named: name) else { preconditionFailure("Formula knows `\(name)`, Engine does not") }
    self = function
  }
}
