import Testing

@testable import SourceText

@Suite struct LineTableTests {
  /// The text, and its lines with their ends.
  static let table: [(String, [String])] = [
    ("", [""]), ("a", ["a"]), ("a\n", ["a\n", ""]), ("a\nb", ["a\n", "b"]), ("a\r\nb", ["a\r\n", "b"]),
    ("a\rb", ["a\r", "b"]), ("\n\r", ["\n", "\r", ""]), ("\r\n\r\n", ["\r\n", "\r\n", ""]),
    ("\r\r\n", ["\r", "\r\n", ""]),
    ("a\nb\r\nc\rd", ["a\n", "b\r\n", "c\r", "d"]), ("ŷ\u{2028}\u{85}\u{0B}\u{0C}", ["ŷ\u{2028}\u{85}\u{0B}\u{0C}"]),
    ("a\r", ["a\r", ""]), ("\u{FEFF}a\n\0", ["\u{FEFF}a\n", "\0"]),
  ]

  @Test(arguments: table)
  func lines(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let lines = LineTable(of: bytes)
    #expect(lines.count == expected.count)
    let whole = (0..<lines.count).map { String(decoding: bytes[lines.whole($0)], as: UTF8.self) }
    #expect(whole.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    let content = (0..<lines.count).map { Array(bytes[lines.content(of: $0)]) }
    #expect(content == expected.map { line in line.utf8.filter { $0 != 0x0A && $0 != 0x0D } })
  }

  @Test(arguments: table)
  func everyByteBelongsToOneLine(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let lines = LineTable(of: bytes)
    var end = 0
    for line in 0..<lines.count {
      let whole = lines.whole(line)
      #expect(whole.lowerBound == end)
      for offset in whole { #expect(lines.line(at: offset) == line) }
      end = whole.upperBound
    }
    #expect(end == bytes.count)
    #expect(lines.line(at: bytes.count) == lines.count - 1)
    #expect(lines.line(at: bytes.count + 10) == lines.count - 1)
  }
}
