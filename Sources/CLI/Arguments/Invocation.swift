/// What a command line asks for.
enum Request: Equatable, Sendable {
  case help(Command?)
  case version
  case completions(Shell)
  case work(Invocation)
}

/// A command line that was understood.
struct Invocation: Equatable, Sendable {
  var command: Command
  /// The PATHs as they were given, or the CODE; empty for the current folder.
  var operands: [Path] = []
  var output: Path?
  /// Worker threads; nil for as many as there are processors to use.
  var jobs: Int?
  var failFast = false
  var force = false
  var format = ReportFormat.text
  var quiet = false
  /// Nanoseconds a note may take.
  var timeout: UInt64 = 60_000_000_000
  /// Bytes a note may take.
  var maxMemory = 1 << 30
  var color = ColorChoice.auto
  /// Whether `check` audits too.
  var audit = false
  var verbose = false

  /// Whether the arithmetic that stands in the notes is checked.
  var audits: Bool { command == .audit || audit }

  /// Whether a note itself goes to standard output, which is then no place for anything else.
  var writesNoteToStandardOutput: Bool {
    switch command {
    case .run, .clean: output.map(\.isStandardStream) ?? operands.contains(where: \.isStandardStream)
    case .check, .diff, .list, .audit, .eval, .completions, .help: false
    }
  }
}

/// A command line that was not understood.
struct UsageError: Error, Equatable {
  let message: String
  var help: [String] = []
  /// The command whose manual page tells more.
  var command: Command?
}
