/// One place of an index, in brackets: `[2]`, `[2, :]`.
package enum Selection: Sendable {
  /// A position from 1.
  case at(Value)
  /// `:`, the whole dimension.
  case all
}

extension Value {
  /// `x[1]`, `W[2, 3]`, `W[2, :]`, `W[:, 3]`: a number, or a vector of the row or column.
  package func at(_ subscripts: [Selection], within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }
}
