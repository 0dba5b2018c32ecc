import Testing

@testable import SourceText

@Suite struct SourceTests {
  /// A text with `‸` before the byte in question, and where that is.
  static let table: [(String, Position)] = [
    ("‸", Position(line: 1, column: 1)), ("‸a", Position(line: 1, column: 1)), ("ab‸", Position(line: 1, column: 3)),
    ("a\n‸b", Position(line: 2, column: 1)), ("a\r\nbc‸", Position(line: 2, column: 3)),
    ("a\r‸\r", Position(line: 2, column: 1)),
    ("a‸\r\n", Position(line: 1, column: 2)), ("a\n‸", Position(line: 2, column: 1)),
    ("ŷ = η‸", Position(line: 1, column: 6)),
    ("y\u{0302} ‸x", Position(line: 1, column: 4)), ("日本‸", Position(line: 1, column: 3)),
    ("\t‸x", Position(line: 1, column: 2)),
    ("🙂‸", Position(line: 1, column: 2)), ("\u{FEFF}‸x", Position(line: 1, column: 1)),
    ("\u{FEFF}ab‸", Position(line: 1, column: 3)),
    ("\u{FEFF}\n\u{FEFF}‸", Position(line: 2, column: 2)),
  ]

  @Test(arguments: table)
  func positions(marked: String, position: Position) throws {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let offset = try #require(parts.first).utf8.count
    let source = Source(name: "note.md", bytes: parts.joined().utf8.map(\.self))
    #expect(source.position(of: offset) == position)
  }

  @Test func offsetsPastTheEndAndInsideAByteOrderMark() {
    let source = Source(name: "-", bytes: Array("\u{FEFF}ab\n".utf8))
    #expect(source.position(of: 0) == Position(line: 1, column: 1))
    #expect(source.position(of: 1) == Position(line: 1, column: 1))
    #expect(source.position(of: 100) == Position(line: 2, column: 1))
  }

  /// Columns are counted on from the last that was asked for, whatever is asked next.
  @Test func positionsInAnyOrder() {
    let source = Source(name: "-", bytes: Array("\u{FEFF}aŷ日\r\nbη🙂x\n\n".utf8))
    let offsets = Array(0...source.bytes.count)
    let positions = offsets.map { Source(name: "-", bytes: source.bytes).position(of: $0) }
    for step in [1, 3, 5, 7, 11, 13] {
      for turn in 0..<offsets.count * 2 {
        let offset = offsets[turn * step % offsets.count]
        #expect(source.position(of: offset) == positions[offset])
      }
    }
  }

  @Test func texts() {
    let source = Source(name: "-", bytes: Array("aŷ\r\nb".utf8) + [0xFF])
    #expect(source.text(0..<3) == "aŷ")
    #expect(source.text(2..<3) == "\u{FFFD}")
    #expect(source.text(5..<99) == "b\u{FFFD}")
    #expect(source.lineText(0) == "aŷ")
    #expect(source.lineText(1) == "b\u{FFFD}")
  }
}
