/// How notes are reported in some format: an opening, a piece for each note in order, a closing. The pieces are made by
/// the threads that did the work and put together afterwards, so that no report is ever held as a whole.
protocol Report: Sendable {
  func opening() -> Print
  func entry(for note: NoteReport) -> Print
  /// What stands between two pieces.
  var separator: String { get }
  func closing(_ summary: Summary) -> Print
}

/// Bytes on their way to standard output and standard error.
struct Print: Sendable {
  var output: [UInt8] = []
  var errors: [UInt8] = []

  init(output: String = "", errors: String = "") {
    self.output = Array(output.utf8)
    self.errors = Array(errors.utf8)
  }
}
