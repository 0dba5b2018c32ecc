package import SourceText

/// What a note must say about itself and how it would have to change to be true.
package struct Outcome: Sendable {
  /// Mistakes, failed expectations, regions edited by hand, warnings; in the order of the note.
  package var diagnostics: [Diagnostic] = []
  /// What `run` writes. Empty where the note is up to date, and where it may not be written (a mistake, a hand edit).
  package var changes: [Change] = []
  /// The blocks and inline values, for `list`.
  package var parts: [Part] = []

  package init() {}

  /// Whether the note holds anything for Tally at all.
  package var isEmpty: Bool { parts.isEmpty && changes.isEmpty && diagnostics.isEmpty }

  package var edits: [Edit] { changes.map(\.edit) }
}

/// One region or inline value whose bytes should be others.
package struct Change: Sendable {
  package var edit: Edit
  /// What `check` says of it: stale, missing or orphan, at the place.
  package var finding: Diagnostic
}

/// One block or inline value of a note.
package struct Part: Sendable {
  package enum Kind: Sendable { case block, value }

  package enum State: String, Sendable {
    /// What stands in the note is what comes out.
    case fresh
    case stale
    /// It has an output to write and none stands in the note.
    case missing
    case edited
    case failing
    /// A `skip` block: not run, its region left as it is.
    case skipped
    /// It writes nothing, and nothing stands there.
    case silent
  }

  package var kind: Kind
  /// The opening fence, or the inline value.
  package var range: Range<Int>
  /// The options after `nn`, or the expression.
  package var title: String
  package var state: State
}

/// How a note is to be read.
package struct Conditions: Sendable {
  /// Bytes that the note's values, syntax and Markdown tree may take at one time.
  package var memoryLimit: Int
  /// Nanoseconds of `clock` at which the note must be done.
  package var deadline: UInt64
  /// The monotonic clock, in nanoseconds.
  package var clock: @Sendable () -> UInt64
  /// Overwrite what was edited by hand.
  package var overwritesEdits: Bool
  /// The bytes, at most so many, of a data file that the note names by a path relative to its folder.
  package var readData: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], DataProblem>

  package init(
    memoryLimit: Int, deadline: UInt64, clock: @escaping @Sendable () -> UInt64, overwritesEdits: Bool = false,
    readData: @escaping @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], DataProblem> = { path, _ in
      .failure(DataProblem("`\(path)` cannot be read: there is no folder here"))
    }
  ) {
    self.memoryLimit = memoryLimit
    self.deadline = deadline
    self.clock = clock
    self.overwritesEdits = overwritesEdits
    self.readData = readData
  }
}

/// Why a data file cannot be read, in the reader's words.
package struct DataProblem: Error, Sendable, Equatable {
  package let message: String
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
