import SourceText

/// The YAML or TOML before a note's text, which is not Markdown.
enum FrontMatter {
  /// The same where nobody else wants to know the note's lines: most notes have no front matter.
  static func end(in bytes: [UInt8]) -> Int {
    let mark = bytes.hasBytes([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
    guard bytes.hasBytes([0x2D, 0x2D, 0x2D], at: mark) || bytes.hasBytes([0x2B, 0x2B, 0x2B], at: mark) else {
      return mark
    }
    return end(in: bytes, lines: LineTable(of: bytes))
  }

  /// Where the text begins: after a byte order mark, and after front matter that is closed and not a mere rule.
  static func end(in bytes: [UInt8], lines: LineTable) -> Int {
    let mark = bytes.hasBytes([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
    let first = bytes[mark..<lines.content(of: 0).upperBound].beforeTrailingSpace
    guard first.elementsEqual([0x2D, 0x2D, 0x2D]) || first.elementsEqual([0x2B, 0x2B, 0x2B]), lines.count > 2,
      !bytes[lines.content(of: 1)].isBlank
    else { return mark }
    for line in 1..<lines.count where bytes[lines.content(of: line)].beforeTrailingSpace.elementsEqual(first) {
      return lines.whole(line).upperBound
    }
    return mark
  }
}
