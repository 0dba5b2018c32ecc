import Engine
import Formula
import Language

extension Expression {
  /// The expression as LaTeX, for the left side of a formula; nil where it has parts that Formula cannot write (products
  /// of arrays), which are then shown as they are spelled.
  var latex: String? { entry ?? symbolic?.latex }

  /// `x[1]` and `W[2,3]` as letters with indices.
  private var entry: String? {
    guard case .index(let base, let subscripts) = kind, case .name(let name) = base.kind else { return nil }
    var positions: [String] = []
    for subscript_ in subscripts {
      guard case .at(let position) = subscript_, case .number(let number) = position.kind else { return nil }
      positions.append(Term.number(number).latex)
    }
    return Term.latex(name: "\(name)[\(positions.joined(separator: ","))]")
  }

  /// The expression as a term in which every name is a symbol.
  private var symbolic: Term? {
    switch kind {
    case .number(let number): return .number(number)
    case .name(let name): return Engine.Constant(named: name) == .pi ? .constant(.pi) : .symbol(name)
    case .negate(let operand): return operand.symbolic.map(Term.negate)
    case .not(let operand): return operand.symbolic.map(Term.not)
    case .group(let operand): return operand.symbolic
    case .call(let name, let primes, let arguments):
      guard primes == 0, arguments.allSatisfy({ $0.name == nil }) else { return nil }
      let terms = arguments.compactMap(\.value.symbolic)
      guard terms.count == arguments.count else { return nil }
      if terms.count == 1, let function = Formula.Function(rawValue: name.text) { return .apply(function, terms[0]) }
      return .call(name.text, terms)
    case .binary(let op, let left, let right):
      guard let left = left.symbolic, let right = right.symbolic else { return nil }
      return switch op {
      case .add: left + right
      case .subtract: left - right
      case .multiply: left * right
      case .divide: left / right
      case .power: left.power(right)
      case .product, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .and, .or: nil
      }
    case .string, .vector, .matrix, .member, .prime, .index, .approximately: return nil
    }
  }
}
