/// HTML between Markdown's blocks, line by line, as CommonMark's section 4.6 has it.
enum RawHTML {
  /// What ends an HTML block.
  enum End {
    /// A line with this text.
    case text([UInt8])
    case blankLine

    /// Nil where the line begins no HTML block.
    init?(at cursor: LineCursor, end: Int, of bytes: [UInt8], inParagraph: Bool) {
      guard cursor.indent <= 3, cursor.firstByte == .lessThan else { return nil }
      let rest = bytes[cursor.firstNonSpace..<end]
      if let end = RawHTML.knownEnd(of: rest, in: bytes) {
        self = end
        return
      }
      let isClosing = rest.dropFirst().first == 0x2F
      let name = rest.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isDigit || $0 == .hyphen }
      guard let first = name.first, first.isLetter else { return nil }
      let word = String(decoding: name, as: UTF8.self).lowercased()
      let after = rest[name.endIndex...]
      let isTag = after.isEmpty || after.first.map { $0.isSpaceOrTab || $0 == .greaterThan || $0 == 0x2F } ?? false
      guard isTag else { return nil }
      if RawHTML.verbatim.contains(word), !isClosing {
        self = .text(Array("</\(word)>".utf8))
      } else if RawHTML.blocks.contains(word) {
        self = .blankLine
      } else {
        // Any other tag begins one where it stands alone on a line after no text.
        guard !inParagraph, let close = after.firstIndex(of: .greaterThan), after[(close + 1)...].isBlank else {
          return nil
        }
        self = .blankLine
      }
    }

    /// Whether the line that began the block ends it too.
    func isMet(onFirstLine cursor: LineCursor, end: Int, of bytes: [UInt8]) -> Bool {
      switch self {
      case .text: isMet(by: cursor, end: end, of: bytes)
      case .blankLine: false
      }
    }

    func isMet(by cursor: LineCursor, end: Int, of bytes: [UInt8]) -> Bool {
      switch self {
      case .text(let text):
        let line = bytes[cursor.offset..<end]
        return line.indices.contains { bytes.hasFolded(text, at: $0, before: end) }
      case .blankLine: return cursor.isBlank
      }
    }
  }

  private static func knownEnd(of text: ArraySlice<UInt8>, in bytes: [UInt8]) -> End? {
    let start = text.startIndex
    if bytes.hasBytes(Notation.commentStart, at: start) { return .text(Notation.commentEnd) }
    if bytes.hasBytes(Array("<?".utf8), at: start) { return .text(Array("?>".utf8)) }
    if bytes.hasBytes(Array("<![CDATA[".utf8), at: start) { return .text(Array("]]>".utf8)) }
    if bytes.hasBytes(Array("<!".utf8), at: start), start + 2 < text.endIndex, bytes[start + 2].isLetter {
      return .text([.greaterThan])
    }
    return nil
  }

  private static let verbatim: Set<String> = ["script", "pre", "style", "textarea"]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

extension UInt8 {
  var isLetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }
}

extension [UInt8] {
  /// Whether `text`, in small letters, stands at `start` in small or capital ones.
  fileprivate func hasFolded(_ text: [UInt8], at start: Int, before end: Int) -> Bool {
    guard end - start >= text.count else { return false }
    for i in text.indices {
      let byte = self[start + i]
      if byte != text[i], !(byte.isLetter && byte | 0x20 == text[i]) { return false }
    }
    return true
  }
}
