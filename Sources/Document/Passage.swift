package import SourceText

/// A stretch of a note that is read as one text, and in which two sides may be said to be equal: a paragraph, a heading, a
/// cell of a table, a display of mathematics. Code, HTML and front matter are no passages.
package struct Passage: Sendable {
  package enum Kind: Sendable {
    /// Markdown, with mathematics between dollars.
    case prose
    /// The same, from a cell of a table.
    case cell
    /// Mathematics from end to end: what stands in a fence that says `math`.
    case formula
  }

  package let kind: Kind
  /// The text without what containers put before its lines.
  package let text: Excerpt
  /// The author lets stand what is wrong in it: `<!-- nn:ignore -->` stands in it or right before it.
  package let isExempt: Bool

  /// The passages in which an equality sign and a digit stand, in order. `bytes` is UTF-8.
  package static func withEqualities(in bytes: [UInt8]) -> [Passage] {
    var reader = PassageReader(bytes)
    return reader.read()
  }
}
