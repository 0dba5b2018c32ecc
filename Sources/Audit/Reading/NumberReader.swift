/// Reads the number at a place, in either notation.
struct NumberReader {
  /// What was read, and where it ends.
  struct Result {
    let kind: Token.Kind
    let end: Int
  }

  private let glyphs: Glyphs
  /// Whether typeset spaces and braces stand within numbers: `1{,}000`, `10\,000`.
  private let isTypeset: Bool

  init(_ glyphs: Glyphs, isTypeset: Bool) {
    self.glyphs = glyphs
    self.isTypeset = isTypeset
  }

  /// The number at an index; nil where none begins there.
  func number(at start: Int) -> Result? {
    let begins = glyphs[start].isDigit || (glyphs[start] == "." && glyphs[start + 1].isDigit)
    guard begins else { return nil }
    // What stands between grouped digits (a narrow space, braces) is no part of the spelling.
    var spelling = ""
    var copied = start
    var i = start
    while true {
      i = glyphs.end(from: i) { $0.isDigit }
      guard let (mark, width) = mark(at: i) else { break }
      if width > 1 || mark.isEmpty {
        spelling += glyphs.text(copied..<i) + mark
        copied = i + width
      }
      i += width
    }
    spelling += glyphs.text(copied..<i)
    let isOdd = isTypeset ? false : isRatio(at: i) || isBased(spelling, at: i)
    let exponent = exponent(at: i)
    if let exponent { i = exponent.end }
    let literal = Literal(spelling: spelling, exponent: exponent?.value, range: glyphs.range(start..<i))
    let hasIdleZero = spelling.count > 1 && spelling.hasPrefix("0") && glyphs[start + 1].isDigit
    if isOdd || hasIdleZero || !isWellFormed(literal) {
      return Result(kind: .opaque(spelling.contains(",") ? .list : .sign), end: i)
    }
    return Result(kind: .number(literal), end: i)
  }

  /// Whether it can be read in some style; most numbers hold a point at most, and are plain.
  private func isWellFormed(_ literal: Literal) -> Bool {
    let marks = literal.spelling.utf8.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    if marks <= 1 { return literal.spelling.utf8.count - marks <= 60 }
    return Literal.Style.allCases.contains { literal.decimal($0) != nil }
  }

  /// What parts the digits of one number, as it counts, and how many characters it takes.
  private func mark(at i: Int) -> (mark: String, width: Int)? {
    if glyphs[i] == "." || glyphs[i] == ",", glyphs[i + 1].isDigit { return (String(glyphs[i]), 1) }
    if isTypeset, glyphs.has("{,}", at: i), glyphs[i + 3].isDigit { return (",", 3) }
    if isTypeset, glyphs.has("{.}", at: i), glyphs[i + 3].isDigit { return (".", 3) }
    let width = isTypeset && glyphs.has("\\,", at: i) ? 2 : glyphs[i].isNarrowSpace || glyphs[i] == "_" ? 1 : 0
    if isTypeset, width == 1, glyphs[i] == "_" { return nil }
    guard width > 0, glyphs.end(from: i + width, while: \.isDigit) == i + width + 3 else { return nil }
    return ("", width)
  }

  private func exponent(at i: Int) -> (value: Int, end: Int)? {
    guard glyphs[i] == "e" || glyphs[i] == "E" else { return nil }
    let hasSign = glyphs[i + 1] == "-" || glyphs[i + 1] == "+" || glyphs[i + 1] == "−"
    let start = i + (hasSign ? 2 : 1)
    let end = glyphs.end(from: start, while: \.isDigit)
    guard end > start, end - start <= 3, let size = Int(glyphs.text(start..<end)) else { return nil }
    return (glyphs[i + 1] == "-" || glyphs[i + 1] == "−" ? -size : size, end)
  }

  /// `1:2`, `12:30`
  private func isRatio(at i: Int) -> Bool {
    glyphs[i] == ":" && glyphs[i + 1].isDigit
  }

  /// `0x1F`, `0b101`
  private func isBased(_ spelling: String, at i: Int) -> Bool {
    spelling == "0" && ["x", "b", "o", "X", "B"].contains(glyphs[i])
  }
}
