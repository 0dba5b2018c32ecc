import Kernels

extension BinaryOperation {
  /// `left ∘ right`: elementwise, with a number broadcast over an array and a vector over the rows of a matrix, except
  /// for `·`, which is the matrix, matrix-vector, vector-matrix or dot product, and the plain product with a number.
  /// Comparisons, `and` and `or` give 1 or 0; comparisons also take a matrix of one row or column and a vector of as
  /// many entries, and give the matrix's shape. `x ^ 2` is `x * x` to the last bit.
  package func apply(_ left: Value, _ right: Value, within budget: Budget) throws(EngineFault) -> Value {
    guard let function else { return try Engine.product(left, right, within: budget) }
    let broadcast =
      isComparison ? Broadcast(comparing: left.shape, right.shape) : Broadcast(left.shape, right.shape)
    guard let broadcast else { throw .shapes(self, left: left.shape, right: right.shape) }
    return try function.apply(left, right, broadcast, within: budget)
  }

  /// What is computed of each pair; nil for `·`, which is not elementwise.
  var function: BinaryFunction? {
    switch self {
    case .product: nil
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .power: .power
    case .less: .less
    case .lessOrEqual: .lessEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .and: .and
    case .or: .or
    }
  }

  private var isComparison: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
    case .add, .subtract, .multiply, .divide, .power, .product, .and, .or: false
    }
  }
}
