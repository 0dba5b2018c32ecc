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
  package private(set) var text: Excerpt
  /// The author lets stand what is wrong in it: `<!-- nn:ignore -->` stands in it or right before it.
  package let isExempt: Bool

  /// The passages in which an equality sign and a digit stand, in order; displays that go on in the next one are
  /// joined. `bytes` is UTF-8.
  package static func withEqualities(in bytes: [UInt8]) -> [Passage] {
    var reader = PassageReader(bytes)
    return DisplayContinuation.joined(reader.read(), of: bytes)
  }

  init(kind: Kind, text: Excerpt, isExempt: Bool) {
    self.kind = kind
    self.text = text
    self.isExempt = isExempt
  }

  /// Goes on with what stands further down.
  mutating func append(_ next: Passage) {
    text.append(next.text)
  }
}
