import Language
import SourceText

/// The code of one block or inline value, with the way from its ranges to the note's.
struct Code: Sendable {
  let excerpt: Excerpt

  /// Where a range of the code stands in the note.
  func place(_ range: Range<Int>) -> Range<Int> {
    excerpt.sourceRange(range)
  }

  /// The names that the unreadable statement around an offset would define: what stands before the `=` of its first line.
  func namesGiven(byStatementAt offset: Int) -> [String] {
    let lines = LineTable(of: excerpt.text)
    var line = lines.line(at: offset)
    while line > 0, let first = excerpt.text[lines.content(of: line)].first, first == 0x20 || first == 0x09 {
      line -= 1
    }
    let text = String(decoding: excerpt.text[lines.content(of: line)], as: UTF8.self)
    guard let equals = text.firstIndex(of: "=") else { return [] }
    return text[..<equals].split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  /// An expression as its author wrote it, on one line.
  func spelling(_ expression: Expression) -> String {
    expression.sourceText(in: excerpt.text)
  }
}
