import Audit
import Notebook
import SourceText

/// What is done with notes: the Notebook, unless a test puts something simpler in its place.
struct Workbench: Sendable {
  var execute: @Sendable (Source, Conditions) -> Outcome = { Notebook.execute($0, under: $1) }
  var clean: @Sendable (Source, Conditions) -> Outcome = { Notebook.clean($0, under: $1) }
  /// Checks the arithmetic that stands in a note, until a deadline of a clock.
  var audit: @Sendable (Source, _ deadline: UInt64, _ clock: @Sendable () -> UInt64) -> AuditOutcome = {
    Audit.examine($0, deadline: $1, clock: $2)
  }
  var evaluate: @Sendable (Source, Conditions) -> (output: String, outcome: Outcome) = {
    Notebook.evaluate($0, under: $1)
  }
  /// How many threads the arithmetic of one note may use.
  var useThreads: @Sendable (Int) -> Void = { Notebook.use(threads: $0) }
  /// What keeps this process from computing anything.
  var complaint: @Sendable () -> Diagnostic? = { Notebook.complaint() }
}
