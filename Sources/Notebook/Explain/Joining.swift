import Language
import Report

extension Phrase {
  /// Two operands with what stands between them; a product is one of numbers.
  static func joining(_ a: Phrase, _ op: BinaryOperator, _ b: Phrase) -> Phrase {
    switch op {
    case .add: a + b
    case .subtract: a - b
    case .multiply, .product: a * b
    case .divide: a / b
    case .power: a.raised(to: b)
    case .less: .relation(a, "<", "\\lt", b)
    case .lessOrEqual: .relation(a, "<=", "\\le", b)
    case .greater: .relation(a, ">", "\\gt", b)
    case .greaterOrEqual: .relation(a, ">=", "\\ge", b)
    case .equal: .relation(a, "==", "=", b)
    case .notEqual: .relation(a, "!=", "\\ne", b)
    case .and: .connective(a, "and", "\\land", b)
    case .or: .connective(a, "or", "\\lor", b)
    }
  }
}
