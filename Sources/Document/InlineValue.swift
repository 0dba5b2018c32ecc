package import SourceText

/// `<!--= expr -->text<!--/-->`
package struct InlineValue: Sendable {
  /// What stands between `<!--=` and `-->`, without the spaces around it; line ends within are spaces.
  package let expression: Excerpt
  /// The text between the two comments.
  package let text: Range<Int>
  /// The bytes of that text.
  package let shown: [UInt8]
  package let range: Range<Int>
}

extension InlineValue {
  /// The edit after which `text` (one line of inline Markdown) stands between the comments, nil where it does already.
  package func edit(text: String) -> Edit? {
    preconditionFailure("follows")
  }
}
