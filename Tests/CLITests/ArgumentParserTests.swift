import Testing

@testable import CLI

@Suite struct ArgumentParserTests {
  @Test(arguments: [
    ("run", Invocation(command: .run)),
    ("check a b", Invocation(command: .check, operands: [Path("a"), Path("b")])),
    ("--quiet check -j4 a", Invocation(command: .check, operands: [Path("a")], jobs: 4, quiet: true)),
    (
      "check a -qj 4 --fail-fast",
      Invocation(command: .check, operands: [Path("a")], jobs: 4, failFast: true, quiet: true)
    ),
    ("run --jobs=3 --jobs 2", Invocation(command: .run, jobs: 2)),
    ("run -o - x", Invocation(command: .run, operands: [Path("x")], output: Path("-"))),
    ("run -oy x", Invocation(command: .run, operands: [Path("x")], output: Path("y"))),
    ("run --output=a=b x", Invocation(command: .run, operands: [Path("x")], output: Path("a=b"))),
    ("run -- -j --force", Invocation(command: .run, operands: [Path("-j"), Path("--force")])),
    (
      "run --force - --timeout 0.25",
      Invocation(command: .run, operands: [Path("-")], force: true, timeout: 250_000_000)
    ),
    ("list --format json --max-memory=512MiB", Invocation(command: .list, format: .json, maxMemory: 512 << 20)),
    ("eval 1+1 --color never", Invocation(command: .eval, operands: [Path("1+1")], color: .never)),
  ])
  func understands(line: String, invocation: Invocation) throws {
    #expect(try ArgumentParser.parse(words(line)) == .work(invocation))
  }

  @Test(arguments: [
    ("help", Request.help(nil)), ("--help", .help(nil)), ("-h run", .help(.run)), ("run -h --quiet", .help(.run)),
    ("help check", .help(.check)), ("help help", .help(.help)), ("--version", .version), ("run -V", .version),
    ("completions zsh", .completions(.zsh)),
  ])
  func understandsRequests(line: String, request: Request) throws {
    #expect(try ArgumentParser.parse(words(line)) == request)
  }

  @Test(arguments: [
    ("", "a command is missing\n  = help: `tally help` lists the commands\nSee `tally help`."),
    ("rnu", "unknown command `rnu`\n  = help: did you mean `run`?\nSee `tally help`."),
    ("zzzzzz", "unknown command `zzzzzz`\nSee `tally help`."),
    ("my note.md", "unknown command `my`\nSee `tally help`."),
    (
      "notes/xor.md",
      "unknown command `notes/xor.md`\n  = help: to run a note: tally run notes/xor.md\nSee `tally help`."
    ),
    ("check --fromat json", "unknown flag `--fromat`\n  = help: did you mean `--format`?\nSee `tally help check`."),
    ("check --zzz", "unknown flag `--zzz`\nSee `tally help check`."),
    ("run -x", "unknown flag `-x`\n  = help: a file of that name is written `./-x…`\nSee `tally help run`."),
    (
      "eval -2",
      "unknown flag `-2`\n  = help: code that begins with `-` stands after `--`: tally eval -- '-2…'\nSee `tally help eval`."
    ),
    ("check -o x", "`tally check` takes no `-o`\nSee `tally help check`."),
    ("check --force", "`tally check` takes no `--force`\nSee `tally help check`."),
    ("run --quiet=yes", "`--quiet` takes no value\nSee `tally help run`."),
    ("run --jobs", "`--jobs` wants a value: `--jobs N`\nSee `tally help run`."),
    ("run -j", "`-j` wants a value: `-j N`\nSee `tally help run`."),
    ("run -j0", "`-j` wants a number of threads, not `0`\nSee `tally help run`."),
    ("run --jobs -1", "`--jobs` wants a number of threads, not `-1`\nSee `tally help run`."),
    ("run --timeout soon", "`--timeout` wants a number of seconds, as in 60 or 0.5, not `soon`\nSee `tally help run`."),
    (
      "run --max-memory 1k",
      "`--max-memory` wants a size of 1MiB or more, as in 512MiB, not `1k`\nSee `tally help run`."
    ),
    ("check --format jsn", "unknown format `jsn`\n  = help: did you mean `json`?\nSee `tally help check`."),
    ("list --format sarif", "unknown format `sarif`\n  = help: it is one of text, json\nSee `tally help list`."),
    ("run --color blue", "unknown color `blue`\n  = help: it is one of auto, always, never\nSee `tally help run`."),
    ("completions", "`tally completions` takes one shell: bash, zsh, fish\nSee `tally help completions`."),
    ("completions bsh", "unknown shell `bsh`\n  = help: did you mean `bash`?\nSee `tally help completions`."),
    ("help me", "unknown command `me`\nSee `tally help`."),
    ("help run check", "`tally help` takes one command\nSee `tally help help`."),
    (
      "eval",
      "`tally eval` wants the code to run\n  = help: put the code in quotes: tally eval 'show 1 + 1'\nSee `tally help eval`."
    ),
    (
      "eval show 1",
      "`tally eval` takes one piece of code\n  = help: put the code in quotes: tally eval 'show 1 + 1'\nSee `tally help eval`."
    ),
    (
      "run - --format json",
      "standard output takes either the note or the json report\n  = help: write the note to a file: -o FILE\nSee `tally help run`."
    ),
    ("run --output= x", "`--output` wants a file's name\nSee `tally help run`."),
  ])
  func explains(line: String, message: String) {
    let error = #expect(throws: UsageError.self) { try ArgumentParser.parse(words(line)) }
    #expect(error?.text == "tally: \(message)\n")
  }

  @Test func keepsNamesThatAreNoText() throws {
    let request = try ArgumentParser.parse([Array("run".utf8), [0xFF, 0x2E], Array("-o".utf8) + [0xFE]])
    #expect(request == .work(Invocation(command: .run, operands: [Path([0xFF, 0x2E])], output: Path([0xFE]))))
  }

  @Test func everyFlagIsNamedOnce() {
    let names = Flag.allCases.map(\.entry.long)
    #expect(Set(names).count == names.count)
    let letters = Flag.allCases.compactMap(\.entry.short)
    #expect(Set(letters).count == letters.count)
  }

  @Test(
    arguments: [
      ("1048576", 1 << 20), ("1MiB", 1 << 20), ("1m", 1 << 20), ("2 MiB", nil), ("1GB", 1_000_000_000),
      ("3gib", 3 << 30),
      ("1023k", nil), ("", nil), ("MiB", nil), ("-1GiB", nil), ("9999999999999T", nil), ("1.5GiB", nil),
    ] as [(String, Int?)])
  func readsSizes(text: String, bytes: Int?) { #expect(parseSize(text) == bytes) }

  @Test(
    arguments: [
      ("60", 60_000_000_000), ("0.5", 500_000_000), ("0.000000001", 1), ("0", nil), ("0.0", nil), (".5", nil),
      ("5.", nil),
      ("1e3", nil), ("-1", nil), ("", nil), ("99999999999999999999", nil), ("0.0000000001", nil),
    ] as [(String, UInt64?)])
  func readsSeconds(text: String, nanoseconds: UInt64?) { #expect(parseSeconds(text) == nanoseconds) }

  @Test(arguments: [
    ("a/b-c.md", "a/b-c.md"), ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("", "''"), ("é", "'é'"), ("-x", "./-x"),
    ("-", "-"), ("a\nb", #"$'a\012b'"#), ("~", "'~'"), ("$(rm)", "'$(rm)'"),
  ])
  func quotesShellWords(name: String, word: String) { #expect(shellWord(Path(name)) == word) }

  @Test func quotesBytesThatAreNoText() { #expect(shellWord(Path([0x61, 0xFF, 0x27])) == #"$'a\377\''"#) }
}

/// The words of a command line without quotes.
private func words(_ line: String) -> [[UInt8]] {
  line.split(separator: " ").map { Array($0.utf8) }
}
