/// How input columns are brought to one scale.
package enum ScalingMethod: String, Sendable, CaseIterable {
  /// To mean 0 and standard deviation 1.
  case standardize
  /// To least 0 and greatest 1.
  case minmax
}

extension DataSet {
  /// The set with each input column moved and scaled by the figures of the same column in `model`, its own where that is
  /// nil. Targets stay. A column that is the same throughout becomes 0.
  package func scaled(
    _ method: ScalingMethod, by model: DataSet? = nil, within budget: Budget
  ) throws(EngineFault) -> DataSet {
    preconditionFailure("not yet")
  }
}
