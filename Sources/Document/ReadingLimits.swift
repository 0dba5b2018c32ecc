package import SourceText

/// What reading one note may cost.
package struct ReadingLimits: Sendable {
  /// Bytes that the note's Markdown tree may take.
  package var memory: Int
  /// Nanoseconds of `clock` at which reading must be done.
  package var deadline: UInt64
  /// The monotonic clock, in nanoseconds.
  package var clock: @Sendable () -> UInt64

  /// More mistakes of one sort than anyone reads are not listed.
  static let mostDiagnostics = 1_000

  package init(memory: Int, deadline: UInt64, clock: @escaping @Sendable () -> UInt64) {
    self.memory = memory
    self.deadline = deadline
    self.clock = clock
  }
}

/// A text that cannot be read as a note, and why (`.encoding`, `.limit`).
package struct UnreadableNote: Error, Sendable, Equatable {
  package let diagnostic: Diagnostic
}
