/// Two shapes that do not go together, in words: what each needs of the other, and how they are.
struct Mismatch {
  private let left: Shape
  private let right: Shape
  /// An operator stands between its operands, a function's name alone.
  private let isOperator: Bool
  private let name: String
  private let rule: Rule

  /// By which the two should go together.
  private enum Rule {
    case broadcast, product, sameShape
  }

  init(_ operation: BinaryOperation, _ left: Shape, _ right: Shape) {
    let rule: Rule =
      switch operation {
      case .product: .product
      case .add, .subtract, .multiply, .divide, .power, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
        .notEqual, .and, .or:
        .broadcast
      }
    self.init(operation.rawValue, isOperator: true, left, right, rule)
  }

  /// For an operator that broadcasts and is no `BinaryOperation`.
  init(sign: String, _ left: Shape, _ right: Shape) {
    self.init(sign, isOperator: true, left, right, .broadcast)
  }

  init(_ function: BuiltIn, _ left: Shape, _ right: Shape) {
    let rule: Rule =
      switch function {
      case .loss: .sameShape
      case .algebra: .product
      case .extremum, .elementary, .summary, .rowwise, .construction: .broadcast
      }
    self.init(function.name, isOperator: false, left, right, rule)
  }

  private init(_ name: String, isOperator: Bool, _ left: Shape, _ right: Shape, _ rule: Rule) {
    (self.name, self.isOperator, self.left, self.right, self.rule) = (name, isOperator, left, right, rule)
  }

  /// `` `W · x` needs as many columns in `W` as entries in `x`: `W` is 2×3, `x` has 2 ``
  func message(_ names: Operands) -> String {
    let (first, second) = isOperator ? ("the left side", "the right side") : ("the first argument", "the second")
    let isTwice = names.spelling(0).map { $0 == names.spelling(1) } ?? false
    let state =
      isTwice
      ? names.phrase(0, first, left) : "\(names.phrase(0, first, left)), \(names.phrase(1, second, right))"
    return "`\(title(names))` needs \(needs(names[0, first], isTwice ? nil : names[1, second])): \(state)"
  }

  private func title(_ names: Operands) -> String {
    guard isOperator, let first = names.spelling(0), let second = names.spelling(1) else { return name }
    return "\(first) \(name) \(second)"
  }

  /// `second` is nil where both sides are the same.
  private func needs(_ first: String, _ second: String?) -> String {
    switch rule {
    case .sameShape: "outputs and targets of one shape"
    case .product: agreement(left.inner(.left), right.inner(.right), first, second)
    case .broadcast:
      switch (left, right) {
      case (.matrix, .matrix): "matrices of one shape"
      case (.matrix, .vector), (.matrix, .number), (.vector, _), (.number, _):
        agreement(left.width, right.width, first, second)
      }
    }
  }

  private func agreement(_ left: String, _ right: String, _ first: String, _ second: String?) -> String {
    guard let second else { return "as many \(left) as \(right) in \(first)" }
    return left == right
      ? "as many \(left) in \(first) as in \(second)" : "as many \(left) in \(first) as \(right) in \(second)"
  }

  /// How the two would go together: where a transpose is all it takes, or the column of a matrix that has only one.
  func help(_ names: Operands) -> [String] {
    guard isOperator, let first = names.spelling(0), let second = names.spelling(1), Self.isName(first),
      Self.isName(second)
    else { return [] }
    switch (rule, left, right) {
    case (.product, _, .matrix(_, let columns)) where left.innerCount(.left) == columns:
      return ["`\(first) · \(second)'` would go together"]
    case (.product, .matrix(let rows, _), _) where rows == right.innerCount(.right):
      return ["`\(first)' · \(second)` would go together"]
    case (.broadcast, .matrix(let rows, 1), .vector(let count)) where rows == count:
      return ["`\(first)[:, 1]` is the vector of its entries"]
    case (.broadcast, .vector(let count), .matrix(let rows, 1)) where rows == count:
      return ["`\(second)[:, 1]` is the vector of its entries"]
    case (.product, _, _), (.broadcast, _, _), (.sameShape, _, _):
      return []
    }
  }

  /// Only a name, or a member's, can take a prime or an index without a look at what it binds to.
  private static func isName(_ spelling: String) -> Bool {
    guard spelling.first?.isLetter == true else { return false }
    return spelling.allSatisfy { $0.isLetter || $0 == "_" || $0 == "." || ("0"..."9").contains($0) }
  }
}

private enum Side {
  case left, right
}

extension Shape {
  /// What a product counts on that side.
  fileprivate func inner(_ side: Side) -> String {
    switch (self, side) {
    case (.matrix, .left): "columns"
    case (.matrix, .right): "rows"
    case (.vector, _), (.number, _): "entries"
    }
  }

  fileprivate func innerCount(_ side: Side) -> Int {
    switch (self, side) {
    case (.matrix(_, let columns), .left): columns
    case (.matrix(let rows, _), .right): rows
    case (.vector(let count), _): count
    case (.number, _): 1
    }
  }

  /// What a broadcast counts.
  fileprivate var width: String {
    switch self {
    case .matrix: "columns"
    case .vector, .number: "entries"
    }
  }
}
