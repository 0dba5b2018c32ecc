import SourceText

extension String {
  /// The text with spaces up to a display width.
  func padded(to width: Int, _ alignment: Table.Alignment) -> String {
    let missing = max(0, width - displayWidth(self))
    let left =
      switch alignment {
      case .left: 0
      case .center: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: left) + self + String(repeating: " ", count: missing - left)
  }

  /// The text on one line: a line end and the spaces around it become one space, control characters become visible.
  var onOneLine: String {
    visibleText(split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension Substring {
  /// Without the spaces at both ends.
  var trimmed: Substring {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    return text.trimmedAtEnd
  }

  /// Without the spaces at its end.
  var trimmedAtEnd: Substring {
    var text = self
    while let last = text.unicodeScalars.last, last == " " || last == "\t" { text.unicodeScalars.removeLast() }
    return text
  }
}
