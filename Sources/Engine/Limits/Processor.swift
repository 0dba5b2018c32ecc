import Kernels

/// The processor that the arithmetic runs on.
package enum Processor {
  /// How many threads one large product or update may use; 1 until this is called.
  package static func use(threads: Int) {
    Workforce.limit(to: threads)
  }

  /// What is wrong with the vector level that `TALLY_CPU` asks for; nil where nothing is.
  package static func complaint() -> (message: String, help: String)? {
    do throws(UnavailableLevel) {
      _ = try VectorLevel.selected()
      return nil
    } catch {
      let levels = error.available.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      let isKnown = VectorLevel(rawValue: error.requested) != nil
      return (
        "`TALLY_CPU=\(error.requested)`: \(isKnown ? "this processor does not have that level" : "there is no such level")",
        "this processor has \(levels); without the variable the widest is used, and the results are the same"
      )
    }
  }
}
