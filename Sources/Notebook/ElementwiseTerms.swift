import Engine
import Formula
import Language

/// How the functions and operators that act on numbers one by one are written as terms.
extension BuiltIn {
  /// An elementwise function as a term; nil for one that takes several entries together.
  func term(of operands: [Term]) -> Term? {
    if operands.count == 1, case .elementary(let elementary) = self {
      return Formula.Function(rawValue: elementary.rawValue).map { .apply($0, operands[0]) }
    }
    guard operands.count == 2 else { return nil }
    return PairFunction(rawValue: name).map { .applyPair($0, operands[0], operands[1]) }
  }
}

extension BinaryOperator {
  /// The operation between two numbers as a term.
  func term(_ left: Term, _ right: Term) -> Term {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply, .product: left * right
    case .divide: left / right
    case .power: left.power(right)
    case .less: .compare(.less, left, right)
    case .lessOrEqual: .compare(.lessOrEqual, left, right)
    case .greater: .compare(.greater, left, right)
    case .greaterOrEqual: .compare(.greaterOrEqual, left, right)
    case .equal: .compare(.equal, left, right)
    case .notEqual: .compare(.notEqual, left, right)
    case .and: left.and(right)
    case .or: left.or(right)
    }
  }
}
