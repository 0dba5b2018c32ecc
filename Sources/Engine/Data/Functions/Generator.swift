/// Sets that are drawn rather than read.
package enum Generator: String, Sendable, CaseIterable {
  case moons, circles, spiral, blobs, xor, sine, linear

  /// What the generator takes, in order.
  var parameters: [Parameter] {
    switch self {
    case .moons, .circles, .xor, .sine, .linear: [Parameter("n"), Parameter("noise", standard: 0)]
    case .spiral: [Parameter("n"), Parameter("noise", standard: 0), Parameter("classes", standard: 3)]
    case .blobs: [Parameter("n"), Parameter("noise", standard: 0.5), Parameter("classes", standard: 3)]
    }
  }

  /// The set of these figures, in the order of the parameters, nil for those left out. Under one seed it follows from
  /// the name of the set that is defined by it.
  package func generate(
    _ figures: [Double?], seed: UInt64, name: String, within budget: Budget
  ) throws(EngineFault) -> DataSet {
    preconditionFailure("not yet")
  }
}
