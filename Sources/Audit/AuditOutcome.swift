package import SourceText

/// What an audit found in a note.
package struct AuditOutcome: Sendable {
  /// What is wrong, in the order of the note (`.arithmetic`).
  package var diagnostics: [Diagnostic] = []
  /// Every equality that was looked at, in the order of the note.
  package var equalities: [Equality] = []

  /// One equality of a note.
  package struct Equality: Sendable {
    package enum Verdict: Sendable, Equatable {
      case holds
      case wrong
      /// Not judged, and why, in the reader's words.
      case unjudged(String)
    }

    /// From its left side to its right one.
    package let range: Range<Int>
    package let verdict: Verdict
  }

  static let outOfTime = AuditOutcome(diagnostics: [
    Diagnostic(
      .limit, at: 0..<0, "auditing this note takes more time than it may", help: ["allow it more with `--timeout`"])
  ])

  static func tooMany(_ limit: Int) -> AuditOutcome {
    AuditOutcome(diagnostics: [
      Diagnostic(
        .limit, at: 0..<0, "this note says more than \(limit) times that things are equal", help: ["split the note"])
    ])
  }

  package init(diagnostics: [Diagnostic] = [], equalities: [Equality] = []) {
    self.diagnostics = diagnostics
    self.equalities = equalities
  }

  /// Whether there is nothing in the note to be audited.
  package var isEmpty: Bool { diagnostics.isEmpty && equalities.isEmpty }
}
