import SourceText
import Testing

@testable import CLI

/// The formats for machines, whole, on notes that have everything that must be escaped.
@Suite struct ReportTests {
  private static let files = [
    ("a,b:c%.md", "sum 1 1 = 3\nboom\n"),
    ("fine.md", "sum 1 1 = 2\n"),
    ("é <&\"'>.md", "warn\nsum 2 2 =\nunmet\n"),
  ]

  @Test func github() throws {
    #expect(
      try report("github") == """
        ::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=1,title=tally%3A error::it went `boom`%0Ahelp: leave it out
        ::error file=gone.md,title=tally%3A error::no such file or folder
        ::warning file=é <&"'>.md,line=1,endLine=1,col=1,title=tally%3A warning::Markdown sees it otherwise
        ::error file=é <&"'>.md,line=2,endLine=2,col=1,title=tally%3A missing::the sum is 4
        ::error file=é <&"'>.md,line=3,endLine=3,col=1,title=tally%3A failed::it does not hold
        ::notice title=tally::1 of 4 notes is stale. To bring it up to date: tally run 'é <&"'\\''>.md'
        ::notice title=tally::1 of 4 notes does not meet its expectations.
        ::notice title=tally::1 of 4 notes has mistakes.
        ::notice title=tally::1 of 4 notes was out of reach.

        """)
  }

  @Test func junit() throws {
    #expect(
      try report("junit") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tally">
          <testsuite name="a,b:c%.md" tests="1" failures="0" errors="1">
            <testcase classname="a,b:c%.md" name="line 2: error">
              <error type="value" message="it went `boom`">it went `boom`
        help: leave it out</error>
            </testcase>
          </testsuite>
          <testsuite name="gone.md" tests="1" failures="0" errors="1">
            <testcase classname="gone.md" name="error">
              <error type="file" message="no such file or folder">no such file or folder</error>
            </testcase>
          </testsuite>
          <testsuite name="fine.md" tests="1" failures="0" errors="0">
            <testcase classname="fine.md" name="fresh"/>
          </testsuite>
          <testsuite name="é &lt;&amp;&quot;&apos;&gt;.md" tests="2" failures="2" errors="0">
            <testcase classname="é &lt;&amp;&quot;&apos;&gt;.md" name="line 2: missing">
              <failure type="missing" message="the sum is 4">the sum is 4</failure>
            </testcase>
            <testcase classname="é &lt;&amp;&quot;&apos;&gt;.md" name="line 3: failed">
              <failure type="expectation" message="it does not hold">it does not hold</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func json() throws {
    let finding = { (rule: String, level: String, line: Int, end: Int, message: String, help: String) in
      #"{"rule": "\#(rule)", "level": "\#(level)", "start": {"line": \#(line), "column": 1}, "#
        + #""end": {"line": \#(line), "column": \#(end)}, "message": "\#(message)", "help": [\#(help)], "notes": []}"#
    }
    let lines = [
      #"{"tally": "0.1.0", "command": "check", "notes": ["#,
      #"{"path": "a,b:c%.md", "state": "failing", "changes": 0, "written": false, "findings": ["#
        + finding("value", "error", 2, 5, "it went `boom`", #""leave it out""#) + "]},",
      #"{"path": "gone.md", "state": "inaccessible", "changes": 0, "written": false, "findings": [{"rule": "file", "#
        + #""level": "error", "start": null, "end": null, "message": "no such file or folder", "help": [], "notes": []}]},"#,
      #"{"path": "fine.md", "state": "fresh", "changes": 0, "written": false, "findings": []},"#,
      #"{"path": "é <&\"'>.md", "state": "stale", "changes": 1, "written": false, "findings": ["#
        + finding("markdown", "warning", 1, 5, "Markdown sees it otherwise", "") + ", "
        + finding("missing", "error", 2, 10, "the sum is 4", "") + ", "
        + finding("expectation", "error", 3, 6, "it does not hold", "")
        + #"], "diff": "--- \"a/\\303\\251 <&\\\"'>.md\"\n+++ \"b/\\303\\251 <&\\\"'>.md\"\n@@ -1,3 +1,3 @@\n warn\n-sum 2 2 =\n+sum 2 2 =4\n unmet\n"}"#,
      #"], "counts": {"notes": 4, "written": 0, "bare": 0, "fresh": 1, "unmet": 1, "wrong": 0, "stale": 1, "edited": 0, "#
        + #""unreadable": 0, "failing": 1, "inaccessible": 1}, "status": 4}"#,
    ]
    let report = try report("json")
    #expect(report == lines.joined(separator: "\n") + "\n")
  }

  @Test func sarifResults() throws {
    let lines = try report("sarif").split(separator: "\n").map(String.init)
    let result = { (rule: String, index: Int, level: String, text: String, place: String) in
      #"{"ruleId": "\#(rule)", "ruleIndex": \#(index), "level": "\#(level)", "message": {"text": "\#(text)"}, "#
        + #""locations": [{"physicalLocation": {"artifactLocation": {"uri": \#(place)}}]}"#
    }
    let region = { (line: Int, end: Int) in
      #"}, "region": {"startLine": \#(line), "startColumn": 1, "endLine": \#(line), "endColumn": \#(end)}"#
    }
    let odd = #""%C3%A9%20%3C%26%22%27%3E.md""#
    #expect(
      lines.dropFirst() == [
        result("value", 6, "error", #"it went `boom`\nhelp: leave it out"#, #""a%2Cb%3Ac%25.md""# + region(2, 5)) + ",",
        result("file", 17, "error", "no such file or folder", #""gone.md"}"#) + ",",
        result("markdown", 16, "warning", "Markdown sees it otherwise", odd + region(1, 5)) + ",",
        result("missing", 11, "error", "the sum is 4", odd + region(2, 10)) + ",",
        result("expectation", 14, "error", "it does not hold", odd + region(3, 6)),
        #"], "invocations": [{"executionSuccessful": false, "exitCode": 4}]}]}"#,
      ])
    #expect(lines[0].hasPrefix(##"{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0""##))
  }

  /// Nothing that a note or a name holds breaks a format or reaches a terminal raw.
  @Test(.enabled(if: Program.python, "python3 is not installed"), arguments: ["json", "sarif", "junit"])
  func isWellFormed(format: String) throws {
    let nasty = "\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{61C}\u{FEFF}<]]>&\"'\\\u{FFFF}\t"
    let folder = try TestFolder([
      (nasty + ".md", "\(nasty)\nsum 1 1 = \(nasty)\nboom\n"), ("b.md", "sum 1 1 = \(nasty)\n"), ("c.md", "c\n"),
      ("d.md", "\n\n"),
    ])
    folder.sh("printf x > \"$(printf 'bad\\377.md')\"")
    let check =
      format == "junit"
      ? "import sys, xml.dom.minidom as x; x.parse(sys.stdin)" : "import sys, json; json.load(sys.stdin)"
    for paths in [[], ["c.md"], ["d.md", "c.md"], ["b.md", "c.md", "b.md"], ["none"]] {
      let result = tally(["check", "--format", format] + paths, in: folder)
      #expect(!result.output.unicodeScalars.contains { $0 != "\n" && isUnsafeToDisplay($0) })
      try folder.write(result.output, to: "report")
      #expect(try folder.capture("python3 -c '\(check)' < report") == (0, "", ""))
    }
  }

  @Test func anEmptyRunIsStillADocument() throws {
    let folder = try TestFolder()
    let result = tally(["run", "--format", "junit"], in: folder)
    #expect(
      result
        == CommandResult(
          status: 0, output: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tally\">\n</testsuites>\n",
          errors: "tally: no note found in .\n"))
  }

  private func report(_ format: String) throws -> String {
    let folder = try TestFolder(Self.files)
    let paths = [Self.files[0].0, "gone.md", Self.files[1].0, Self.files[2].0]
    let result = tally(["check", "--format", format] + paths, in: folder)
    #expect([String(result.status), result.errors] == ["4", ""])
    return result.output
  }
}
