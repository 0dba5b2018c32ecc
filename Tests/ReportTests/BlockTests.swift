import Testing

@testable import Report

private func region(_ blocks: [Block], _ spacing: BlockSpacing = .blankLine) -> String {
  regionLines(blocks, spacing: spacing).joined(separator: "\n")
}

@Suite struct BlockTests {
  @Test func textsThatFollowOneAnotherShareAFence() {
    let blocks: [Block] = [
      .text(["a = 1", "b = 2"]), .text([]), .markdown([]), .text(["c = 3"]), .markdown(["| x |", "| - |"]),
      .markdown(["$$", "x", "$$"]), .text(["d = 4"]),
    ]
    #expect(
      region(blocks) == """
        ```text
        a = 1
        b = 2
        c = 3
        ```

        | x |
        | - |

        $$
        x
        $$

        ```text
        d = 4
        ```
        """)
    #expect(
      region(blocks, .tight) == """
        ```text
        a = 1
        b = 2
        c = 3
        ```
        | x |
        | - |
        <!-- -->
        $$
        x
        $$
        ```text
        d = 4
        ```
        """)
  }

  @Test func nothingIsNothing() {
    #expect(regionLines([]) == [])
    #expect(regionLines([.text([]), .markdown([])]) == [])
  }

  @Test func aFenceIsLongerThanTheBackticksInIt() {
    #expect(region([.text(["a `b` ``c``"])]) == "```text\na `b` ``c``\n```")
    #expect(region([.text(["a", "```"])]) == "````text\na\n```\n````")
    #expect(region([.text(["x `````y"]), .text(["~~~"])]) == "``````text\nx `````y\n~~~\n``````")
  }

  static let guardTable: [(String, String)] = [
    ("<!-- nn:out -->", "< !-- nn:out -->"), ("  <!-- nn:out -->", "  < !-- nn:out -->"),
    ("<!-- /nn:out 5d3a9c1e -->", "< !-- /nn:out 5d3a9c1e -->"), ("<!--= x -->", "< !--= x -->"),
    ("\t<!--= x -->", " < !--= x -->"), ("> <!-- nn:out -->", "> < !-- nn:out -->"),
    ("<!-- a comment -->", "<!-- a comment -->"), ("x <!-- nn:out -->", "x <!-- nn:out -->"),
    ("a\u{1B}[31mred", "a\\u{1b}[31mred"), ("a\nb", "a\\u{a}b"), ("end \t ", "end"), ("   ", ""), ("", ""),
    ("a\u{202E}b\u{2028}", "a\\u{202e}b\\u{2028}"), ("\u{FEFF}<!-- nn:out -->", "\\u{feff}<!-- nn:out -->"),
  ]

  @Test(arguments: guardTable)
  func noLineIsTakenForAMarker(line: String, harmless: String) {
    #expect(regionLines([.text([line])]) == ["```text", harmless, "```"])
    #expect(regionLines([.markdown([line])]) == [harmless])
  }

  /// So many that joining them one by one to all before them would take hours.
  @Test func manyTextsShareAFence() {
    let lines = regionLines((0..<400_000).map { .text(["\($0)"]) })
    #expect(lines == ["```text"] + (0..<400_000).map { "\($0)" } + ["```"])
  }

  @Test func textWithoutItsFence() {
    #expect(plainLines([.text(["a = 1 ", "```"]), .text(["\u{1B}b"])]) == ["a = 1", "```", "\\u{1b}b"])
    #expect(plainLines([.text(["a"]), .markdown(["| x |"])]) == nil)
    #expect(plainLines([]) == [])
  }

  @Test func expectations() {
    #expect(
      Expectation(condition: "m.loss < 0.01", holds: true, found: "0.0045").text == .text(["✓ m.loss < 0.01 (0.0045)"]))
    #expect(
      Expectation(condition: "m.loss < 0.001", holds: false, found: "0.0045").text
        == .text(["✗ m.loss < 0.001 (0.0045)"]))
    #expect(Expectation(condition: "a <\n  b", holds: false, found: nil).text == .text(["✗ a < b"]))
  }
}
