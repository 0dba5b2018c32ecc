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
    let line = Array(text.utf8).map { $0.isLineEnd ? .space : $0 }
    // A comment in the text would end the value before its time.
    var replacement: [UInt8] = []
    for i in line.indices {
      if line.hasBytes(Notation.commentStart, at: i) {
        replacement += Array("&lt;".utf8)
      } else {
        replacement.append(line[i])
      }
    }
    return replacement == shown ? nil : Edit(range: self.text, replacement: replacement)
  }
}
