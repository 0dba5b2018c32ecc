import SourceText

@testable import Audit

/// A note audited as the command does it.
func audited(_ text: String) -> AuditOutcome {
  Audit.examine(Source(name: "note.md", bytes: Array(text.utf8)), deadline: .max, clock: { 0 })
}
