import Testing

@testable import SourceText

/// A diagnostic at the part of a note between `⟦` and `⟧`.
private func mark(_ marked: String) -> (Source, Range<Int>) {
  let before = marked.prefix { $0 != "⟦" }
  let inside = marked.dropFirst(before.count + 1).prefix { $0 != "⟧" }
  let after = marked.dropFirst(before.count + inside.count + 2)
  let bytes = [Substring(before), inside, after].flatMap { Array($0.utf8) }
  let start = before.utf8.count
  return (Source(name: "lessons/xor.md", bytes: bytes), start..<(start + inside.utf8.count))
}

private func rendered(
  _ marked: String, _ kind: Diagnostic.Kind = .name, _ message: String = "wrong", help: [String] = [],
  notes: [Remark] = [], by renderer: DiagnosticRenderer = DiagnosticRenderer()
) -> String {
  let (source, range) = mark(marked)
  return renderer.render(Diagnostic(kind, at: range, message, help: help, notes: notes), in: source)
}

@Suite struct DiagnosticRendererTests {
  @Test func aWordOfALine() {
    #expect(
      rendered(
        "# XOR\n\n```nn\nnet m = 2 -> 4 ⟦rlu⟧ -> 1 sigmoid\n```\n", .name, "unknown activation `rlu`",
        help: ["did you mean `relu`?"])
          == """
          lessons/xor.md:4:16: error: unknown activation `rlu`
            |
          4 | net m = 2 -> 4 rlu -> 1 sigmoid
            |                ^^^
            = help: did you mean `relu`?

          """)
  }

  @Test func helpAndRemarksWithPlaces() {
    let lines = String(repeating: "\n", count: 9)
    #expect(
      rendered(
        "\(lines)show ⟦W · x⟧\n", .shape, "`W · x` needs as many columns in `W` as entries in `x`",
        help: ["one", "two"],
        notes: ["`W` was set \(place: 4), `x` \(place: 7)", "`W` is \(2)×\(3)"])
          == """
          lessons/xor.md:10:6: error: `W · x` needs as many columns in `W` as entries in `x`
             |
          10 | show W · x
             |      ^^^^^
             = help: one
             = help: two
             = note: `W` was set at line 5, `x` at line 8
             = note: `W` is 2×3

          """)
  }

  @Test func placesInOtherWords() {
    let renderer = DiagnosticRenderer(showsPath: false) { "on line \($0.position(of: $1).line) of the block" }
    #expect(
      rendered("a\n⟦b⟧", .value, "wrong", notes: ["see \(place: 0)"], by: renderer) == """
        2:1: error: wrong
          |
        2 | b
          | ^
          = note: see on line 1 of the block

        """)
  }

  static let snippetTable: [(String, String)] = [
    // Something is missing: a place, not a part.
    ("sum(1, 2⟦⟧", "1 | sum(1, 2\n  |         ^"),
    ("⟦⟧", "1 |\n  | ^"),
    ("x = 1\n⟦⟧", "2 |\n  | ^"),
    ("x = 1⟦\n⟧", "1 | x = 1\n  |      ^"),
    ("⟦\r\n⟧", "1 |\n  | ^"),
    ("  ⟦⟧  ", "1 |\n  |   ^"),
    // Over several lines: to the end of the first.
    ("W = ⟦[1, 2\n     3, 4⟧]", "1 | W = [1, 2\n  |     ^^^^^"),
    ("a ⟦b \r\nc⟧", "1 | a b\n  |   ^^"),
    // Width: tabs, wide and combining characters.
    ("\t⟦x⟧\ty", "1 |  x y\n  |  ^"),
    ("日本 = ⟦語⟧ + 1", "1 | 日本 = 語 + 1\n  |        ^^"),
    ("y\u{0302} = ⟦y\u{0302} + δ⟧", "1 | y\u{0302} = y\u{0302} + δ\n  |     ^^^^^"),
    // Nothing of a note reaches a terminal raw.
    ("a\u{1B}[2J ⟦b\0⟧", "1 | a\\u{1b}[2J b\\u{0}\n  |            ^^^^^^"),
    ("\u{202E}⟦x⟧", "1 | \\u{202e}x\n  |         ^"),
    // A byte order mark is not part of the first line.
    ("\u{FEFF}# ⟦x⟧", "1 | # x\n  |   ^"),
    ("⟦\u{FEFF}# x⟧", "1 | # x\n  | ^^^"),
    // All kinds of line end.
    ("a\rb⟦c⟧\rd", "2 | bc\n  |  ^"),
    ("a\r\n⟦b⟧\r\nc", "2 | b\n  | ^"),
  ]

  @Test(arguments: snippetTable)
  func snippets(marked: String, snippet: String) {
    let text = rendered(marked)
    #expect(text.split(separator: "\n", maxSplits: 1).last.map(String.init) == "  |\n\(snippet)\n")
  }

  @Test func aLongLineIsShownAroundTheFault() {
    let words = String(repeating: "0123456789", count: 30)
    let around = String(repeating: "0123456789", count: 10)
    #expect(
      rendered("\(words)⟦!!⟧\(words)") == """
        lessons/xor.md:1:301: error: wrong
          |
        1 | … \(around)!!\(around) …
          | \(String(repeating: " ", count: 102))^^

        """)
    #expect(
      rendered("⟦\(words)⟧") == """
        lessons/xor.md:1:1: error: wrong
          |
        1 | \(around)\(around) …
          | \(String(repeating: "^", count: 200))

        """)
    #expect(
      rendered("\(words)⟦⟧") == """
        lessons/xor.md:1:301: error: wrong
          |
        1 | … \(around)
          | \(String(repeating: " ", count: 102))^

        """)
  }

  @Test func aLongLineIsCutBetweenCharacters() {
    for shift in 0..<4 {
      let lead = String(repeating: "x", count: shift)
      let text = rendered(lead + String(repeating: "日", count: 100) + "⟦η⟧" + String(repeating: "🙂", count: 100))
      #expect(!text.contains("\u{FFFD}"), "shifted by \(shift)")
    }
  }

  @Test func everyKindHasAWord() {
    let labels = Diagnostic.Kind.allCases.map { "\($0.rawValue): \($0.label)" }
    #expect(
      labels == [
        "encoding: error", "damaged-marker: error", "unclosed-fence: error", "syntax: error", "name: error",
        "shape: error", "value: error", "option: error", "limit: error", "unexpected-success: error", "stale: stale",
        "missing: missing", "edited: edited", "orphan: orphan", "expectation: failed", "arithmetic: wrong",
        "markdown: warning", "file: error", "usage: error",
      ])
  }

  @Test func colors() {
    let renderer = DiagnosticRenderer(color: true)
    #expect(
      rendered("show ⟦x⟧", .name, "unknown name `x`", help: ["h"], notes: ["n"], by: renderer) == """
        \u{1B}[1mlessons/xor.md:1:6: \u{1B}[0m\u{1B}[1;31merror:\u{1B}[0m\u{1B}[1m unknown name `x`\u{1B}[0m
          \u{1B}[1;34m|\u{1B}[0m
        \u{1B}[1;34m1\u{1B}[0m \u{1B}[1;34m|\u{1B}[0m show x
          \u{1B}[1;34m|\u{1B}[0m      \u{1B}[1;31m^\u{1B}[0m
          \u{1B}[1;34m=\u{1B}[0m help: h
          \u{1B}[1;34m=\u{1B}[0m note: n

        """)
    #expect(
      rendered("⟦x⟧", .markdown, "w", by: renderer).split(separator: " ")[1].hasPrefix("\u{1B}[0m\u{1B}[1;33mwarning:"))
  }

  @Test func controlCharactersEverywhereElse() {
    let source = Source(name: "a\u{1B}b.md", bytes: Array("x".utf8))
    let diagnostic = Diagnostic(.value, at: 0..<1, "m\u{7}", help: ["h\n2"], notes: ["n\r\(place: 0)"])
    #expect(
      DiagnosticRenderer().render(diagnostic, in: source) == """
        a\\u{1b}b.md:1:1: error: m\\u{7}
          |
        1 | x
          | ^
          = help: h\\u{a}2
          = note: n\\u{d}at line 1

        """)
  }

  @Test func noLineEndsInSpace() {
    let texts = Self.snippetTable.map { rendered($0.0, .value, "", help: [""], notes: [""]) }
    for text in texts {
      for line in text.split(separator: "\n") { #expect(line.last != " ", "\(line)") }
    }
  }
}
