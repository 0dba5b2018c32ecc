/// The numbers that stand around a place of a note, in formulas or not: one of them may have been copied to the wrong line.
enum Neighbourhood {
  private static let reach = 1_500
  private static let most = 80

  /// Different numbers, the nearest first.
  static func numbers(around place: Int, in bytes: [UInt8]) -> [Literal] {
    var low = max(0, place - reach)
    while low < bytes.count, bytes[low] & 0xC0 == 0x80 { low += 1 }
    var high = min(bytes.count, place + reach)
    while high < bytes.count, high > low, bytes[high] & 0xC0 == 0x80 { high -= 1 }
    guard low < high else { return [] }
    let glyphs = Glyphs(of: bytes, in: low..<high)
    let reader = NumberReader(glyphs, isTypeset: false)
    var found: [Literal] = []
    var i = 0
    while i < glyphs.count {
      guard let number = reader.number(at: i) else {
        // Digits within a name are no number.
        i = glyphs[i].isLetter ? glyphs.end(from: i) { $0.isLetter || $0.isDigit || $0 == "_" } : i + 1
        continue
      }
      if case .number(let literal) = number.kind, literal.spelling.first != "." { found.append(literal) }
      i = number.end
    }
    var known: Set<String> = []
    return found.sorted { distance($0, place) < distance($1, place) }
      .filter { known.insert($0.spelling).inserted }.prefix(most).map { $0 }
  }

  private static func distance(_ literal: Literal, _ place: Int) -> UInt {
    (literal.range.lowerBound - place).magnitude
  }
}
