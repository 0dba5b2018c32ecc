import Kernels

extension Value {
  /// `x ≈ other ± tolerance`: 1 where |x − other| ≤ tolerance, elementwise as comparisons are, else 0. What is equal has
  /// the distance 0, infinities too.
  package func isApproximately(
    _ other: Value, tolerance: Value, within budget: Budget
  ) throws(EngineFault) -> Value {
    guard let sides = Broadcast(comparing: shape, other.shape) else {
      throw .approximationShapes(left: shape, right: other.shape)
    }
    guard let bound = Broadcast(comparing: sides.shape, tolerance.shape), bound.shape == sides.shape else {
      throw .toleranceShape(tolerance.shape, of: sides.shape)
    }
    let distance = try sides.combine(self, other, within: budget) { $0 == $1 ? 0 : ($0 - $1).magnitude }
    return try BinaryFunction.lessEqual.apply(distance, tolerance, bound, within: budget)
  }
}
