import Language
import SourceText

/// The code of one block or inline value, with the way from its ranges to the note's.
struct Code: Sendable {
  let excerpt: Excerpt

  /// Where a range of the code stands in the note.
  func place(_ range: Range<Int>) -> Range<Int> {
    excerpt.sourceRange(range)
  }

  /// An expression as its author wrote it, on one line.
  func spelling(_ expression: Expression) -> String {
    expression.sourceText(in: excerpt.text)
  }
}
