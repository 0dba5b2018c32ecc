import Testing

@testable import CLI

/// `tally audit` and `tally check --audit`, in every format.
@Suite struct AuditCommandTests {
  private static let lesson = """
    So $\\frac{1}{1+e^{0.3775}} = 0.593269992$.

    | step | sum |
    |:--|:--|
    | w | 0.4 - 0.5 * 0.0822 = 0.3598 |

    And 1 + 1 = 2, but $a b + 1 = 2 b$.

    <!-- nn:ignore -->
    2 + 2 = 5

    """

  private static let findings = """
    a.md:1:30: wrong: `\\frac{1}{1+e^{0.3775}}` is 0.40673, the note says 0.593269992
      |
    1 | So $\\frac{1}{1+e^{0.3775}} = 0.593269992$.
      |                              ^^^^^^^^^^^
      = help: true with `e^{-0.3775}`
    a.md:5:28: wrong: `0.4 - 0.5 * 0.0822` is 0.3589, the note says 0.3598
      |
    5 | | w | 0.4 - 0.5 * 0.0822 = 0.3598 |
      |                            ^^^^^^
      = help: true with `0.3589`

    """

  private static let counts = "3 equalities judged: 1 true, 2 wrong; 1 not judged.\n"

  static let cases: [CommandCase] = [
    CommandCase(arguments: "audit", files: [("a.md", lesson)], status: 1, output: findings + counts),
    CommandCase(arguments: "audit -q", files: [("a.md", lesson)], status: 1, output: findings),
    CommandCase(
      arguments: "audit --verbose", files: [("a.md", lesson)], status: 1,
      output: findings + """
        a.md:1:5: wrong: \\frac{1}{1+e^{0.3775}} = 0.593269992
        a.md:5:7: wrong: 0.4 - 0.5 * 0.0822 = 0.3598
        a.md:7:5: true: 1 + 1 = 2
        a.md:7:21: not judged (letters whose values are not given): a b + 1 = 2 b

        """ + counts),
    CommandCase(
      arguments: "audit", files: [("a.md", "2 + 2 = 4\n"), ("b.md", "no sums\n")],
      output: "1 equality judged: 1 true, 0 wrong; 0 not judged.\n"),
    CommandCase(
      arguments: "audit -", input: "2 + 2 = 4\n", output: "1 equality judged: 1 true, 0 wrong; 0 not judged.\n"),
    CommandCase(
      arguments: "audit --fail-fast -j 1", files: [("a.md", "2 + 2 = 5\n"), ("b.md", "2 + 2 = 5\n")], status: 1,
      output: """
        a.md:1:9: wrong: `2 + 2` is 4, the note says 5
          |
        1 | 2 + 2 = 5
          |         ^
          = help: true with `4`
        1 equality judged: 0 true, 1 wrong; 0 not judged.

        """),
    CommandCase(
      arguments: "audit --format github", files: [("a.md", "2 + 2 = 5\n")], status: 1,
      output: """
        ::error file=a.md,line=1,endLine=1,col=9,title=tally%3A wrong::`2 + 2` is 4, the note says 5%0Ahelp: true with `4`
        ::notice title=tally::1 equality judged: 0 true, 1 wrong; 0 not judged.

        """),
    CommandCase(
      arguments: "audit --format junit", files: [("a.md", "2 + 2 = 5\n")], status: 1,
      output: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tally">
          <testsuite name="a.md" tests="1" failures="1" errors="0">
            <testcase classname="a.md" name="line 1: wrong">
              <failure type="arithmetic" message="`2 + 2` is 4, the note says 5">`2 + 2` is 4, the note says 5
        help: true with `4`</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """),
    CommandCase(
      arguments: "audit --format json", files: [("a.md", "2 + 2 = 5, x + 1 = 2 x\n")], status: 1,
      output: """
        {"tally": "0.1.0", "command": "audit", "notes": [
        {"path": "a.md", "state": "wrong", "changes": 0, "written": false, "findings": [{"rule": "arithmetic", \
        "level": "error", "start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 10}, "message": \
        "`2 + 2` is 4, the note says 5", "help": ["true with `4`"], "notes": []}], "equalities": [{"start": {"line": 1, \
        "column": 1}, "text": "2 + 2 = 5", "verdict": "wrong"}, {"start": {"line": 1, "column": 12}, "text": \
        "x + 1 = 2 x", "verdict": "unjudged", "reason": "letters whose values are not given"}]}
        ], "counts": {"notes": 1, "written": 0, "bare": 0, "fresh": 0, "unmet": 0, "wrong": 1, "stale": 0, "edited": 0, \
        "unreadable": 0, "failing": 0, "inaccessible": 0, "equalities": {"judged": 1, "true": 0, "wrong": 1, \
        "unjudged": 1}}, "status": 1}

        """),
    CommandCase(
      arguments: "check --audit", files: [("a.md", "sum 1 1 = 2\n2 + 2 = 5\n")], status: 1,
      output: """
        a.md:2:9: wrong: `2 + 2` is 4, the note says 5
          |
        2 | 2 + 2 = 5
          |         ^
          = help: true with `4`
        1 equality judged: 0 true, 1 wrong; 1 not judged.

        """),
    CommandCase(
      arguments: "check --audit", files: [("a.md", "sum 1 1 =2\n\n2 + 2 = 4\n")],
      output: "1 equality judged: 1 true, 0 wrong; 1 not judged.\n1 note is up to date.\n"),
    CommandCase(
      arguments: "check", files: [("a.md", "2 + 2 = 5\n")], output: "1 note has nothing to run.\n"),
  ]

  @Test(arguments: cases) func behaves(test: CommandCase) throws {
    let folder = try TestFolder(test.files)
    let result = tally(test.arguments.split(separator: " ").map(String.init), in: folder, input: test.input)
    #expect(result == CommandResult(status: test.status, output: test.output, errors: test.errors))
  }
}
