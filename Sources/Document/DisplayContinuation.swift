import SourceText

/// Tells where a display goes on in the next one: `$$a = b$$`, and then, with nothing but blank lines between, `$$= c$$`.
enum DisplayContinuation {
  /// What may stand before the relation that a display begins with.
  private static let fillers = ["&", "{}", "\\quad", "\\qquad"].map { Array($0.utf8) }
  private static let relations = ["=", "≈", "\\approx"].map { Array($0.utf8) }
  private static let dollars = Array("$$".utf8)

  /// The passages, each joined with those that go on with its last display.
  static func joined(_ passages: [Passage], of bytes: [UInt8]) -> [Passage] {
    guard passages.contains(where: { $0.text.text.starts(with: dollars) }) else { return passages }
    var result: [Passage] = []
    result.reserveCapacity(passages.count)
    for passage in passages {
      if let last = result.last, goesOn(from: last, to: passage, of: bytes) {
        result[result.count - 1].append(passage)
      } else {
        result.append(passage)
      }
    }
    return result
  }

  private static func goesOn(from first: Passage, to second: Passage, of bytes: [UInt8]) -> Bool {
    guard second.text.text.starts(with: dollars), first.kind == .prose, second.kind == .prose,
      first.isExempt == second.isExempt, endsWithDisplay(first.text.text),
      beginsWithRelation(second.text.text)
    else { return false }
    let between = first.text.sourceOffset(first.text.text.count)..<second.text.sourceOffset(0)
    return bytes[between].allSatisfy(isWhitespace)
  }

  private static func endsWithDisplay(_ text: [UInt8]) -> Bool {
    guard let last = text.lastIndex(where: { !isWhitespace($0) }) else { return false }
    return text[...last].suffix(dollars.count).elementsEqual(dollars)
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool {
    byte.isSpaceOrTab || byte == .lineFeed || byte == .carriageReturn
  }

  private static func beginsWithRelation(_ text: [UInt8]) -> Bool {
    var i = dollars.count
    while true {
      while i < text.count, isWhitespace(text[i]) { i += 1 }
      guard let filler = fillers.first(where: { text[i...].starts(with: $0) }) else { break }
      i += filler.count
    }
    return relations.contains { text[i...].starts(with: $0) }
  }
}
