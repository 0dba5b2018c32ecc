extension Value {
  /// `-x`, elementwise.
  package func negated(within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }

  /// `not x`, elementwise: 1 where `x` is 0 (or nan), else 0.
  package func inverted(within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }

  /// `x'`: of a vector the matrix of one row; a number is its own transpose.
  package func transposed(within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }

  /// `x ≈ other ± tolerance`: 1 where |x − other| ≤ tolerance, elementwise as comparisons are, else 0. Equal infinities
  /// are within any tolerance from 0 up.
  package func isApproximately(
    _ other: Value, tolerance: Value, within budget: Budget
  ) throws(EngineFault) -> Value {
    preconditionFailure("follows")
  }
}
