/// The one table of flags. Parsing, help, the manual and the completions are all made from it.
enum Flag: CaseIterable, Sendable {
  case output
  case jobs
  case failFast
  case force
  case format
  case quiet
  case audit
  case verbose
  case timeout
  case maxMemory
  case color
  case help
  case version

  /// A row of the table.
  struct Entry: Sendable {
    /// The name after `--`.
    let long: String
    /// The letter after `-`.
    let short: Character?
    /// What it takes; nil for a switch.
    let argument: Argument?
    /// What it does: one sentence, which the default may follow.
    let help: String
    /// What holds where the flag is not given, in words.
    let standard: String?
    /// Which commands take it, in the order of `Command`.
    let commands: [Command]

    init(
      _ long: String, short: Character? = nil, takes argument: Argument? = nil, _ help: String, standard: String? = nil,
      for commands: [Command]
    ) {
      self.long = long
      self.short = short
      self.argument = argument
      self.help = help
      self.standard = standard
      self.commands = commands
    }
  }

  /// What a flag takes.
  struct Argument: Sendable {
    /// As the help shows it.
    let name: String
    let kind: Kind

    enum Kind: Sendable {
      case file
      case text
      /// One of a list of words, which may depend on the command.
      case word(@Sendable (Command) -> [String])
    }
  }

  var entry: Entry {
    switch self {
    case .output:
      Entry(
        "output", short: "o", takes: Argument(name: "FILE", kind: .file),
        "Write the result of the one note to FILE instead of the note; `-` is standard output. "
          + "A device or a pipe is written to, never replaced.",
        for: [.run, .clean])
    case .jobs:
      Entry(
        "jobs", short: "j", takes: Argument(name: "N", kind: .text),
        "Use N worker threads. The order of the output does not depend on it.",
        standard: "the processors that this process may use", for: Self.noteCommands)
    case .failFast:
      Entry(
        "fail-fast", "Stop after the first note that does not end well.", for: [.run, .check, .diff, .clean, .audit])
    case .force:
      Entry("force", "Overwrite results that were edited by hand.", for: [.run, .diff, .clean])
    case .format:
      Entry(
        "format",
        takes: Argument(name: "FORMAT", kind: .word { ReportFormat.formats(of: $0).map(\.rawValue) }),
        "Report as FORMAT on standard output.", standard: ReportFormat.text.rawValue,
        for: [.run, .check, .clean, .list, .audit])
    case .quiet:
      Entry("quiet", short: "q", "Print nothing but what went wrong.", for: [.run, .check, .diff, .clean, .audit])
    case .audit:
      Entry("audit", "Check the arithmetic that stands in the notes too, as `tally audit` does.", for: [.check])
    case .verbose:
      Entry(
        "verbose", short: "v", "List every equality with its verdict; what is not judged, with the reason.",
        for: [.audit])
    case .timeout:
      Entry(
        "timeout", takes: Argument(name: "SECONDS", kind: .text), "Give up on a note after so many seconds.",
        standard: "60", for: Self.executingCommands)
    case .maxMemory:
      Entry(
        "max-memory", takes: Argument(name: "SIZE", kind: .text),
        "Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB.",
        standard: "1GiB", for: Self.executingCommands)
    case .color:
      Entry(
        "color", takes: Argument(name: "WHEN", kind: .word { _ in ColorChoice.allCases.map(\.rawValue) }),
        "Use colours: `auto` on a terminal, unless NO_COLOR is set or TERM is dumb.",
        standard: ColorChoice.auto.rawValue, for: Self.executingCommands)
    case .help:
      Entry("help", short: "h", "Show the manual page and exit.", for: Command.allCases)
    case .version:
      Entry("version", short: "V", "Show the version and exit.", for: Command.allCases)
    }
  }

  private static let noteCommands: [Command] = [.run, .check, .diff, .clean, .list, .audit]
  private static let executingCommands: [Command] = noteCommands + [.eval]

  /// The flags of a command, in the order of the table.
  static func flags(of command: Command) -> [Flag] {
    allCases.filter { $0.entry.commands.contains(command) }
  }
}

extension Flag.Entry {
  /// The words that the flag takes with a command; empty where it takes any text.
  func words(for command: Command) -> [String] {
    guard case .word(let words) = argument?.kind else { return [] }
    return words(command)
  }

  /// What it does, in a few words: the first clause of the help.
  var summary: String {
    let words = help.split(separator: " ")
    let end = words.firstIndex { [".", ";", ":"].contains($0.last) }.map { $0 + 1 } ?? words.count
    return String(words[..<end].joined(separator: " ").dropLast())
  }

  /// As the help shows it: `-o, --output FILE`, `--color auto|always|never`.
  func synopsis(for command: Command?) -> String {
    var text = "    --" + long
    if let short { text = "-\(short), --" + long }
    guard let argument else { return text }
    let words = command.map(words(for:)) ?? []
    return text + " " + (words.isEmpty ? argument.name : words.joined(separator: "|"))
  }
}

/// When to use colours.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}
