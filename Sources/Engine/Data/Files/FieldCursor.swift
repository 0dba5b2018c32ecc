/// Goes through delimited text field by field (RFC 4180, and what is met beside it: tabs, lone CR, blanks around a field,
/// empty lines). It holds a place alone, so the text is handed to it at each step.
struct FieldCursor {
  let delimiter: UInt8
  /// The byte that is read next.
  private(set) var offset: Int
  /// The line of that byte, from 1.
  private(set) var line: Int

  init(delimiter: UInt8, offset: Int, line: Int = 1) {
    (self.delimiter, self.offset, self.line) = (delimiter, offset, line)
  }

  /// A field without its quotes and the blanks around it.
  struct Field {
    var range: Range<Int>
    /// Whether quotes stood around it; in it each `""` is one quote.
    var isQuoted: Bool
    /// The line on which it begins.
    var line: Int
    /// Whether it is the last of its row.
    var endsRow: Bool
  }

  /// Goes past empty lines; false where nothing follows them.
  mutating func findRow(in text: Span<UInt8>) -> Bool {
    while offset < text.count, text[offset] == .lineFeed || text[offset] == .carriageReturn { endLine(in: text) }
    return offset < text.count
  }

  /// Reads the field that begins here and what ends it.
  mutating func next(in text: Span<UInt8>) throws(FileFault) -> Field {
    while offset < text.count, isBlank(text[offset]) { offset += 1 }
    if offset < text.count, text[offset] == .quote { return try quoted(in: text) }
    let start = offset
    let count = text.count
    var end = start
    while end < count {
      let byte = text[end]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      end += 1
    }
    offset = end
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    return finish(start..<end, isQuoted: false, line: line, in: text)
  }

  private mutating func quoted(in text: Span<UInt8>) throws(FileFault) -> Field {
    let firstLine = line
    offset += 1
    let start = offset
    while offset < text.count {
      switch text[offset] {
      case .quote where offset + 1 < text.count && text[offset + 1] == .quote:
        offset += 2
      case .quote:
        let end = offset
        offset += 1
        while offset < text.count, isBlank(text[offset]) { offset += 1 }
        guard offset == text.count || isEnd(text[offset]) else { throw .text(.textAfterQuote(line: line)) }
        return finish(start..<end, isQuoted: true, line: firstLine, in: text)
      case .lineFeed, .carriageReturn:
        endLine(in: text)
      default:
        offset += 1
      }
    }
    throw .text(.unclosedQuote(line: firstLine))
  }

  /// Goes past the delimiter, the line end or the end of the text after a field.
  private mutating func finish(_ range: Range<Int>, isQuoted: Bool, line: Int, in text: Span<UInt8>) -> Field {
    var endsRow = true
    if offset < text.count {
      if text[offset] == delimiter {
        offset += 1
        endsRow = false
      } else {
        endLine(in: text)
      }
    }
    return Field(range: range, isQuoted: isQuoted, line: line, endsRow: endsRow)
  }

  /// Goes past LF, CRLF or CR.
  private mutating func endLine(in text: Span<UInt8>) {
    let isPair = text[offset] == .carriageReturn && offset + 1 < text.count && text[offset + 1] == .lineFeed
    offset += isPair ? 2 : 1
    line += 1
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == .lineFeed || byte == .carriageReturn
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == .space || (byte == .tab && delimiter != .tab)
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}
