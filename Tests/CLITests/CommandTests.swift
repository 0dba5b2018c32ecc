import Testing

@testable import CLI

/// Whole command lines: files in; files, both streams and the exit status out.
@Suite struct CommandTests {
  @Test(arguments: runs + cleans + checks + diffs + lists + evals + others)
  func behaves(_ test: CommandCase) throws {
    let folder = try TestFolder(test.files)
    let result = tally(
      words(test.arguments), in: folder, input: test.input, terminal: test.terminal, environment: test.environment)
    #expect(result == CommandResult(status: test.status, output: test.output, errors: test.errors))
    var files = test.files
    for (name, text) in test.after {
      files.removeAll { $0.0 == name }
      files.append((name, text))
    }
    for (name, text) in files { #expect(try folder.read(name) == text, "\(name)") }
    #expect(try folder.names().allSatisfy { !$0.hasPrefix(".tally") })
  }

  @Test func givesTheSameWithAnyNumberOfThreads() throws {
    let folder = try TestFolder()
    for index in 0..<300 { try folder.write(index % 3 == 0 ? "sum 1 \(index) = 5\n" : "boom\n", to: "n\(index).md") }
    let one = tally(["check", "-j1"], in: folder)
    #expect(one.status == 3)
    for threads in [2, 7] { #expect(tally(["check", "-j\(threads)"], in: folder) == one) }
  }

  @Test func failFastWritesNothingAfterTheFirstFailure() throws {
    let folder = try TestFolder()
    for index in 0..<50 { try folder.write(index == 20 ? "boom\n" : "sum 1 1 =\n", to: "n\(100 + index).md") }
    let result = tally(["run", "-j8", "--fail-fast"], in: folder)
    #expect(result.status == 3)
    for index in 0..<50 {
      let text = try folder.read("n\(100 + index).md")
      #expect(text == (index == 20 ? "boom\n" : index < 20 ? "sum 1 1 =2\n" : "sum 1 1 =\n"))
    }
    #expect(result.output.split(separator: "\n").count == 22)
  }

  @Test func checkPassesAfterRun() throws {
    let folder = try TestFolder([("a.md", "sum 1 2 =\r\nsum 3 4 = 9"), ("b/c d.md", "# x\nsum 2 2 = 1\n")])
    #expect(tally(["run"], in: folder).status == 0)
    #expect(tally(["check", "-q"], in: folder) == CommandResult(status: 0, output: "", errors: ""))
  }

  /// The whole report of `check`, findings and closing lines between the patches, is a patch too.
  @Test(.enabled(if: Program.git, "git is not installed"), arguments: ["check", "diff"])
  func gitAppliesWhatIsPrinted(command: String) throws {
    let notes = [
      ("a b.md", "# x\r\nsum 1 2 =\r\nsum 3 4 = 9"), ("é/c.md", "a\rsum 2 2 = 1\rb"), ("d.md", "--- a/q\nboom\n"),
      ("e.md", "sum 1 1 = 1\n@@ -1,1 +1,1 @@\nunmet\n"),
    ]
    let folder = try TestFolder(notes)
    #expect(tally(["run", "-q"], in: folder).status == 3)
    let wanted = try notes.map { try folder.read($0.0) }
    for (name, text) in notes { try folder.write(text, to: name) }
    try folder.write(tally([command], in: folder).output, to: "patch")
    #expect(try folder.capture("git apply --whitespace=nowarn patch") == (0, "", ""))
    #expect(try notes.map { try folder.read($0.0) } == wanted)
    #expect(wanted != notes.map(\.1))
  }

  /// Blanks part words; `_` stands for one inside a word.
  private func words(_ line: String) -> [String] {
    line.split(separator: " ").map { String($0.map { $0 == "_" ? " " : $0 }) }
  }
}

private let runs: [CommandCase] = [
  CommandCase(
    arguments: "run",
    files: [("b.md", "sum 1 2 =\n"), ("a/x.md", "sum 1 1 = 3\nsum 2 2 = 5\n"), ("c.txt", "sum 1 1 =\n")],
    output: "updated a/x.md (2 places)\nupdated b.md (1 place)\n2 of 2 notes updated.\n",
    after: [("b.md", "sum 1 2 =3\n"), ("a/x.md", "sum 1 1 = 2\nsum 2 2 = 4\n")]),
  CommandCase(
    arguments: "run", files: [("a.md", "sum 1 2 = 3\n"), ("b.md", "words\n"), ("c.md", "sum 1 1 = 2")],
    output: "2 notes are up to date.\n1 note has nothing to run.\n"),
  CommandCase(
    arguments: "run -q", files: [("a.md", "sum 1 2 = 0\n"), ("b.md", "warn\n")], after: [("a.md", "sum 1 2 = 3\n")]),
  CommandCase(
    arguments: "run a.md b.md c.md",
    files: [("a.md", "sum 1 2 =\nboom\n"), ("b.md", "sum 1 1 =\nedited\n"), ("c.md", "sum 1 1 =\nunmet\n")], status: 3,
    output: """
      updated c.md (1 place)
      1 of 3 notes updated.
      1 of 3 notes was edited by hand. To overwrite that: tally run --force b.md
      1 of 3 notes does not meet its expectations.
      1 of 3 notes has mistakes.

      """,
    errors: """
      a.md:2:1: error: it went `boom`
        |
      2 | boom
        | ^^^^
        = help: leave it out
      b.md:2:1: edited: this was edited by hand
        |
      2 | edited
        | ^^^^^^
      c.md:2:1: failed: it does not hold
        |
      2 | unmet
        | ^^^^^

      """, after: [("c.md", "sum 1 1 =2\nunmet\n")]),
  CommandCase(
    arguments: "run --force", files: [("b.md", "sum 1 1 =\nedited\n")],
    output: "updated b.md (2 places)\n1 note updated.\n",
    after: [("b.md", "sum 1 1 =2\nmended\n")]),
  CommandCase(arguments: "run -", input: "sum 1 2 =\n", output: "sum 1 2 =3\n"),
  CommandCase(
    arguments: "run -", input: "sum 1 2 =\nboom", status: 3, output: "sum 1 2 =\nboom",
    errors: "-:2:1: error: it went `boom`\n  |\n2 | boom\n  | ^^^^\n  = help: leave it out\n"),
  CommandCase(
    arguments: "run a.md -o b.md", files: [("a.md", "sum 1 2 =\n")],
    output: "updated a.md to b.md (1 place)\n1 note updated.\n", after: [("b.md", "sum 1 2 =3\n")]),
  CommandCase(arguments: "run a.md -o -", files: [("a.md", "sum 1 2 =\n")], output: "sum 1 2 =3\n"),
  CommandCase(
    arguments: "run -o b.md", files: [("a.md", ""), ("c.md", "")], status: 2,
    errors: "tally: `-o` takes the result of one note, and there are 2\nSee `tally help run`.\n"),
  CommandCase(
    arguments: "run -o no/b.md a.md", files: [("a.md", "sum 1 2 =\n")], status: 4,
    output: "1 note was out of reach.\n", errors: "a.md: error: `no/b.md` cannot be written: no such file or folder\n"),
  CommandCase(
    arguments: "run gone.md a.md", files: [("a.md", "sum 1 2 =\n")], status: 4,
    output: "updated a.md (1 place)\n1 of 2 notes updated.\n1 of 2 notes was out of reach.\n",
    errors: "gone.md: error: no such file or folder\n", after: [("a.md", "sum 1 2 =3\n")]),
  CommandCase(
    arguments: "run --timeout 0.01 a.md", files: [("a.md", "slow\n")], status: 3, output: "1 note has mistakes.\n",
    errors: "a.md:1:1: error: out of time\n  |\n1 | slow\n  | ^^^^\n"),
  CommandCase(
    arguments: "run --max-memory 1MiB /dev/zero", status: 3, output: "1 note has mistakes.\n",
    errors: "/dev/zero: error: the note is larger than the 1048576 bytes that `--max-memory` allows\n"),
]

private let cleans: [CommandCase] = [
  CommandCase(
    arguments: "clean", files: [("a.md", "sum 1 2 = 3\n"), ("b.md", "sum 1 2 =\n")],
    output: "cleaned a.md (1 place)\n1 of 2 notes cleaned.\n", after: [("a.md", "sum 1 2 = \n")]),
  CommandCase(arguments: "clean", files: [("b.md", "sum 1 2 =\n")], output: "1 note is clean.\n"),
  CommandCase(
    arguments: "clean", files: [("b.md", "sum 1 2 = 3\nedited\n")], status: 1,
    output: "1 note was edited by hand. To overwrite that: tally clean --force b.md\n",
    errors: "b.md:2:1: edited: this was edited by hand\n  |\n2 | edited\n  | ^^^^^^\n"),
  CommandCase(arguments: "clean -", input: "sum 1 2 =3\n", output: "sum 1 2 =\n"),
]

private let stale = """
  a b.md:1:1: stale: the sum is 2
  --- a/a b.md\t
  +++ b/a b.md\t
  @@ -1,1 +1,1 @@
  -sum 1 1 = 3
  +sum 1 1 = 2

  """

private let checks: [CommandCase] = [
  CommandCase(
    arguments: "check", files: [("a b.md", "sum 1 1 = 3\n"), ("c.md", "sum 1 1 = 2\n")], status: 1,
    output: stale + "1 of 2 notes is stale. To bring it up to date: tally run 'a b.md'\n"),
  CommandCase(
    arguments: "check -q", files: [("a b.md", "sum 1 1 = 3\n")], status: 1,
    output: "a b.md:1:1: stale: the sum is 2\n"),
  CommandCase(
    arguments: "check ./a.md", files: [("a.md", "sum 1 1 =\nwarn\nboom\n")], status: 3,
    output: """
      ./a.md:2:1: warning: Markdown sees it otherwise
        |
      2 | warn
        | ^^^^
      ./a.md:3:1: error: it went `boom`
        |
      3 | boom
        | ^^^^
        = help: leave it out
      1 note has mistakes.

      """),
  CommandCase(
    arguments: "check", files: [("a.md", "sum 1 1 =\n"), ("b.md", "sum 1 1 =\nunmet\n")], status: 1,
    output: """
      a.md:1:1: missing: the sum is 2
      --- a/a.md
      +++ b/a.md
      @@ -1,1 +1,1 @@
      -sum 1 1 =
      +sum 1 1 =2
      b.md:1:1: missing: the sum is 2
      b.md:2:1: failed: it does not hold
        |
      2 | unmet
        | ^^^^^
      --- a/b.md
      +++ b/b.md
      @@ -1,2 +1,2 @@
      -sum 1 1 =
      +sum 1 1 =2
       unmet
      2 of 2 notes are stale. To bring them up to date: tally run a.md b.md
      1 of 2 notes does not meet its expectations.

      """),
  CommandCase(
    arguments: "check", files: [("a.md", "damaged\n")], status: 2,
    output: "a.md:1:1: error: a marker is damaged\n  |\n1 | damaged\n  | ^^^^^^^\n1 note is damaged.\n"),
  CommandCase(
    arguments: "check lessons", files: [("lessons/a.txt", "")], errors: "tally: no note found in lessons\n"),
  CommandCase(arguments: "check", errors: "tally: no note found in .\n"),
  CommandCase(
    arguments: "check --color always", files: [("a.md", "sum 1 1 =3\n")], status: 1,
    output: "\u{1B}[1ma.md:1:1: \u{1B}[0m\u{1B}[1;31mstale:\u{1B}[0m\u{1B}[1m the sum is 2\u{1B}[0m\n"
      + "\u{1B}[1m--- a/a.md\u{1B}[0m\n\u{1B}[1m+++ b/a.md\u{1B}[0m\n\u{1B}[36m@@ -1,1 +1,1 @@\u{1B}[0m\n"
      + "\u{1B}[31m-sum 1 1 =3\u{1B}[0m\n\u{1B}[32m+sum 1 1 =2\u{1B}[0m\n"
      + "1 note is stale. To bring it up to date: tally run a.md\n"),
  CommandCase(
    arguments: "check", files: [("a.md", "\u{1B}[2J\nsum 1 1 =3\n")], terminal: true, environment: ["NO_COLOR": "1"],
    status: 1,
    output: "a.md:2:1: stale: the sum is 2\n--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n \\u{1b}[2J\n-sum 1 1 =3\n"
      + "+sum 1 1 =2\n1 note is stale. To bring it up to date: tally run a.md\n"),
  CommandCase(
    arguments: "check -q", files: [("a.md", "unmet\n")], terminal: true, environment: ["TERM": "dumb"], status: 1,
    output: "a.md:1:1: failed: it does not hold\n  |\n1 | unmet\n  | ^^^^^\n"),
]

private let diffs: [CommandCase] = [
  CommandCase(
    arguments: "diff", files: [("a.md", "sum 1 1 = 3\n"), ("b.md", "boom\n")], status: 3,
    output: "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-sum 1 1 = 3\n+sum 1 1 = 2\n",
    errors: "b.md:1:1: error: it went `boom`\n  |\n1 | boom\n  | ^^^^\n  = help: leave it out\n"),
  CommandCase(arguments: "diff -q", files: [("a.md", "sum 1 1 = 3\n")], status: 1),
  CommandCase(arguments: "diff", files: [("a.md", "sum 1 1 = 2\n")]),
]

private let lists: [CommandCase] = [
  CommandCase(
    arguments: "list", files: [("a.md", "sum 1 1 = 2\n\nboom\nsum 1 1 =\n"), ("b.md", "damaged\n"), ("c.md", "x\n")],
    status: 2, output: "a.md:1  = sum  fresh\na.md:3  nn     failing\na.md:4  = sum  missing\n",
    errors: "b.md:1:1: error: a marker is damaged\n  |\n1 | damaged\n  | ^^^^^^^\n"),
  CommandCase(
    arguments: "list --format json", files: [("a.md", "sum 1 1 = 3\n")],
    output: """
      {"tally": "0.1.0", "command": "list", "notes": [
      {"path": "a.md", "state": "fresh", "changes": 1, "written": false, "findings": [], "parts": [{"kind": "value", \
      "start": {"line": 1, "column": 1}, "title": "sum", "state": "stale"}]}
      ], "counts": {"notes": 1, "written": 0, "bare": 0, "fresh": 1, "unmet": 0, "wrong": 0, "stale": 0, "edited": 0, \
      "unreadable": 0, "failing": 0, "inaccessible": 0}, "status": 0}

      """),
]

private let evals: [CommandCase] = [
  CommandCase(arguments: "eval 1_2_3", output: "6\n"),
  CommandCase(arguments: "eval -", input: "1 2", output: "3\n"),
  CommandCase(
    arguments: "eval boom", status: 3,
    errors: "eval:1:1: error: it went `boom`\n  |\n1 | boom\n  | ^^^^\n  = help: leave it out\n"),
]

private let others: [CommandCase] = [
  CommandCase(arguments: "--version", output: "tally 0.1.0\n"),
  CommandCase(
    arguments: "chekc", status: 2,
    errors: "tally: unknown command `chekc`\n  = help: did you mean `check`?\nSee `tally help`.\n"),
]
