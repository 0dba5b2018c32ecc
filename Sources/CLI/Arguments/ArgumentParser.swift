import SourceText

/// Reads a command line by the tables of commands and flags. Flags may stand anywhere, before the command too, up to `--`.
struct ArgumentParser {
  /// The arguments that are still to be read.
  private var rest: ArraySlice<[UInt8]>
  private var given: [Given] = []
  private var operands: [[UInt8]] = []

  private struct Given {
    let flag: Flag
    /// As it was written, for messages.
    let spelling: String
    let value: [UInt8]?
  }

  static func parse(_ arguments: [[UInt8]]) throws(UsageError) -> Request {
    var parser = ArgumentParser(rest: arguments[...])
    try parser.sort()
    return try parser.request()
  }

  private init(rest: ArraySlice<[UInt8]>) {
    self.rest = rest
  }

  /// Parts flags, with their values, from operands.
  private mutating func sort() throws(UsageError) {
    while let argument = rest.popFirst() {
      if argument == Array("--".utf8) {
        operands += rest
        return
      } else if argument.starts(with: "--".utf8) {
        try readLong(argument)
      } else if argument.count > 1, argument[0] == UInt8(ascii: "-") {
        try readShort(argument)
      } else {
        operands.append(argument)
      }
    }
  }

  /// `--flag`, `--flag value` or `--flag=value`.
  private mutating func readLong(_ argument: [UInt8]) throws(UsageError) {
    let equals = argument.firstIndex(of: UInt8(ascii: "="))
    let name = String(decoding: argument[2..<(equals ?? argument.count)], as: UTF8.self)
    guard let flag = Flag.allCases.first(where: { $0.entry.long == name }) else { throw unknown(flag: name) }
    var value = equals.map { Array(argument[($0 + 1)...]) }
    let spelling = "--" + name
    if flag.entry.argument == nil, value != nil {
      throw UsageError(message: "`\(spelling)` takes no value", command: likelyCommand)
    }
    if flag.entry.argument != nil, value == nil { value = try nextValue(of: flag, spelling) }
    given.append(Given(flag: flag, spelling: spelling, value: value))
  }

  /// `-q`, `-j 4`, `-j4`, and several in one: `-qj4`.
  private mutating func readShort(_ argument: [UInt8]) throws(UsageError) {
    // Bytes all the way: a file's name that stands right after its flag need not be UTF-8.
    var letters = argument.dropFirst()
    while let letter = letters.first {
      let flag = Flag.allCases.first { $0.entry.short?.asciiValue == letter }
      guard let flag else { throw unknown(letter: String(decoding: letters, as: UTF8.self).prefix(1)) }
      letters = letters.dropFirst()
      let spelling = "-" + String(UnicodeScalar(letter))
      guard flag.entry.argument != nil else {
        given.append(Given(flag: flag, spelling: spelling, value: nil))
        continue
      }
      let value = letters.isEmpty ? try nextValue(of: flag, spelling) : Array(letters)
      given.append(Given(flag: flag, spelling: spelling, value: value))
      return
    }
  }

  private mutating func nextValue(of flag: Flag, _ spelling: String) throws(UsageError) -> [UInt8] {
    if let value = rest.popFirst() { return value }
    let name = flag.entry.argument?.name ?? ""
    throw UsageError(message: "`\(spelling)` wants a value: `\(spelling) \(name)`", command: likelyCommand)
  }

  // MARK: The request

  private mutating func request() throws(UsageError) -> Request {
    let command = try command()
    // Whoever asks for help or the version gets it whatever else is wrong.
    if given.contains(where: { $0.flag == .help }) { return .help(command) }
    if given.contains(where: { $0.flag == .version }) { return .version }
    guard let command else {
      throw UsageError(message: "a command is missing", help: ["`tally help` lists the commands"])
    }
    for given in given where !given.flag.entry.commands.contains(command) {
      throw UsageError(message: "`tally \(command.rawValue)` takes no `\(given.spelling)`", command: command)
    }
    switch command.operands {
    case .command: return .help(try helpTopic())
    case .shell: return .completions(try shell())
    case .code, .paths: return .work(try invocation(of: command))
    }
  }

  /// The first operand; nil where there is none.
  private mutating func command() throws(UsageError) -> Command? {
    guard let word = operands.first else { return nil }
    operands.removeFirst()
    return try Self.command(named: word)
  }

  private static func command(named word: [UInt8]) throws(UsageError) -> Command {
    let name = String(decoding: word, as: UTF8.self)
    if let command = Command(rawValue: name) { return command }
    var help: [String] = []
    if let near = nearest(to: name, among: Command.allCases.map(\.rawValue)) {
      help = ["did you mean `\(near)`?"]
    } else if name.contains("/") || name.contains(".") {
      help = ["to run a note: tally run \(shellWord(Path(word)))"]
    }
    throw UsageError(message: "unknown command `\(name)`", help: help)
  }

  private func helpTopic() throws(UsageError) -> Command? {
    guard let word = operands.first else { return nil }
    guard operands.count == 1 else { throw UsageError(message: "`tally help` takes one command", command: .help) }
    return try Self.command(named: word)
  }

  private func shell() throws(UsageError) -> Shell {
    let names = Shell.allCases.map(\.rawValue)
    guard operands.count == 1, let word = operands.first else {
      throw UsageError(
        message: "`tally completions` takes one shell: \(names.joined(separator: ", "))", command: .completions)
    }
    let name = String(decoding: word, as: UTF8.self)
    guard let shell = Shell(rawValue: name) else { throw Self.unknownWord(name, in: names, of: "shell", .completions) }
    return shell
  }

  private func invocation(of command: Command) throws(UsageError) -> Invocation {
    var invocation = Invocation(command: command, operands: operands.map { Path($0) })
    for given in given { try set(given, in: &invocation) }
    if case .code = command.operands, operands.count != 1 {
      throw UsageError(
        message: operands.isEmpty ? "`tally eval` wants the code to run" : "`tally eval` takes one piece of code",
        help: ["put the code in quotes: tally eval 'show 1 + 1'"], command: command)
    }
    if invocation.operands.contains(where: \.bytes.isEmpty), case .paths = command.operands {
      throw UsageError(message: "a PATH is empty", command: command)
    }
    if invocation.writesNoteToStandardOutput, invocation.format != .text {
      throw UsageError(
        message: "standard output takes either the note or the \(invocation.format.rawValue) report",
        help: ["write the note to a file: -o FILE"], command: command)
    }
    return invocation
  }

  private func set(_ given: Given, in invocation: inout Invocation) throws(UsageError) {
    let bytes = given.value ?? []
    let text = String(decoding: bytes, as: UTF8.self)
    let command = invocation.command
    func require<Value>(_ value: Value?, _ wanted: String) throws(UsageError) -> Value {
      if let value { return value }
      throw UsageError(message: "`\(given.spelling)` wants \(wanted), not `\(text)`", command: command)
    }
    let words = given.flag.entry.words(for: command)
    if !words.isEmpty, !words.contains(text) {
      throw Self.unknownWord(text, in: words, of: given.flag.entry.long, command)
    }
    switch given.flag {
    case .output:
      guard !bytes.isEmpty else {
        throw UsageError(message: "`\(given.spelling)` wants a file's name", command: command)
      }
      invocation.output = Path(bytes)
    case .jobs: invocation.jobs = try require(parseCount(text), "a number of threads")
    case .failFast: invocation.failFast = true
    case .force: invocation.force = true
    case .format: invocation.format = ReportFormat(rawValue: text) ?? .text
    case .quiet: invocation.quiet = true
    case .audit: invocation.audit = true
    case .verbose: invocation.verbose = true
    case .timeout: invocation.timeout = try require(parseSeconds(text), "a number of seconds, as in 60 or 0.5")
    case .maxMemory: invocation.maxMemory = try require(parseSize(text), "a size of 1MiB or more, as in 512MiB")
    case .color: invocation.color = ColorChoice(rawValue: text) ?? .auto
    case .help, .version: break
    }
  }

  // MARK: Mistakes

  /// The command, as far as it can be told before all is read.
  private var likelyCommand: Command? {
    operands.first.flatMap { Command(rawValue: String(decoding: $0, as: UTF8.self)) }
  }

  private func unknown(flag name: String) -> UsageError {
    let command = likelyCommand
    let flags = command.map(Flag.flags(of:)) ?? Flag.allCases
    let near = nearest(to: name, among: flags.map(\.entry.long))
    return UsageError(
      message: "unknown flag `--\(name)`", help: near.map { ["did you mean `--\($0)`?"] } ?? [], command: command)
  }

  private func unknown(letter: Substring) -> UsageError {
    let command = likelyCommand
    let help =
      command == .eval
      ? "code that begins with `-` stands after `--`: tally eval -- '-\(letter)…'"
      : "a file of that name is written `./-\(letter)…`"
    return UsageError(message: "unknown flag `-\(letter)`", help: [help], command: command)
  }

  private static func unknownWord(
    _ word: String, in words: [String], of kind: String, _ command: Command
  ) -> UsageError {
    let help =
      nearest(to: word, among: words).map { "did you mean `\($0)`?" } ?? "it is one of \(words.joined(separator: ", "))"
    return UsageError(message: "unknown \(kind) `\(word)`", help: [help], command: command)
  }
}
