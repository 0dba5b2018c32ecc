import Testing

@testable import SourceText

@Suite struct DisplayTextTests {
  static let widthTable: [(String, Int)] = [
    ("", 0), ("abc", 3), ("η", 1), ("ŷ", 1), ("y\u{0302}", 1), ("σ'(z)", 5), ("日本", 4), ("ｗ", 2), ("한", 2), ("🙂", 2),
    ("✓", 1), ("✗", 1), ("×", 1), ("…", 1), ("∞", 1), ("a\u{200D}b", 2), ("\u{AD}", 0), ("\u{1100}\u{1161}\u{11A8}", 2),
    ("→", 1), ("∂L/∂w", 5), ("⊙", 1), ("a\u{20DD}", 1), ("é", 1), ("\u{FEFF}", 0),
  ]

  @Test(arguments: widthTable)
  func widths(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  static let visibleTable: [(String, String)] = [
    ("", ""), ("plain ŷ", "plain ŷ"), ("a\tb", "a b"), ("\u{1B}[31m", "\\u{1b}[31m"), ("a\r\nb", "a\\u{d}\\u{a}b"),
    ("\0", "\\u{0}"), ("\u{7F}\u{9B}", "\\u{7f}\\u{9b}"), ("\u{202E}x\u{2069}", "\\u{202e}x\\u{2069}"),
    ("\u{200E}\u{200F}\u{061C}", "\\u{200e}\\u{200f}\\u{61c}"), ("\u{FEFF}", "\\u{feff}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\u{85}", "\\u{85}"), ("y\u{0302}\u{200D}", "y\u{0302}\u{200D}"), ("\\u{1b}", "\\u{1b}"), (" \u{A0}", " \u{A0}"),
  ]

  @Test(arguments: visibleTable)
  func controlCharacters(text: String, visible: String) {
    #expect(Array(visibleText(text).unicodeScalars) == Array(visible.unicodeScalars))
  }
}
