/// The operators between two values; the raw value is how they are spelled in messages.
package enum BinaryOperation: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case product = "·"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and
  case or

  /// `left ∘ right`: elementwise, with a number broadcast over an array and a vector over the rows of a matrix, except
  /// for `·`, which is the matrix, matrix-vector, vector-matrix or dot product, and the plain product with a number.
  /// Comparisons, `and` and `or` give 1 or 0; comparisons also take a matrix of one row or column and a vector of as
  /// many entries, and give the matrix's shape. `x ^ 2` is `x * x` to the last bit.
  package func apply(_ left: Value, _ right: Value, within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }
}
