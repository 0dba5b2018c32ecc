import Kernels

/// The vector level of this process: the same bits on every one, at another speed.
package enum ProcessorLevel {
  /// The level that the environment asks for (`TALLY_CPU`) and this processor lacks, with those it has; nil where all is
  /// well.
  package static var unmet: (requested: String, available: [String])? {
    do throws(UnavailableLevel) {
      _ = try VectorLevel.selected()
      return nil
    } catch {
      return (error.requested, error.available.map(\.rawValue))
    }
  }
}
