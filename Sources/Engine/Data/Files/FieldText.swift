/// What stands in a field.
enum FieldText {
  /// No name of a column or a class has more bytes.
  private static let longestName = 1000

  /// The field's text as a name, each `""` within quotes being one quote.
  static func name(of field: FieldCursor.Field, in bytes: [UInt8]) throws(FileFault) -> String {
    if field.range.count > longestName { throw .text(.longName(line: field.line, bytes: field.range.count)) }
    var content = Array(bytes[field.range])
    if field.isQuoted, content.contains(.quote) {
      var isSecond = false
      content.removeAll { byte in
        isSecond = byte == .quote && !isSecond
        return byte == .quote && !isSecond
      }
    }
    guard let text = String(validating: content, as: UTF8.self) else { throw .text(.encoding(line: field.line)) }
    return text
  }

  /// The beginning of a field, for messages: on one line and short.
  static func spelling(of bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(120), as: UTF8.self).map { $0.isNewline ? " " : $0 }
    return text.count > 24 || bytes.count > 120 ? String(text.prefix(23)) + "…" : String(text)
  }
}
