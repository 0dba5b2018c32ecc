extension DataSet {
  /// Two sets, with a fraction of the samples and with the rest, in the order in which they were; by chance, but each
  /// class in the same proportion. Under one seed the choice follows from `name`.
  package func split(
    _ fraction: Double, seed: UInt64, name: String, within budget: Budget
  ) throws(EngineFault) -> (DataSet, DataSet) {
    preconditionFailure("not yet")
  }
}
