/// Cuts the code into tokens, one at a time and only when asked, so that nothing is kept of what the parser passes
/// over. Every byte is looked at a bounded number of times.
struct Lexer {
  let code: [UInt8]
  private(set) var offset: Int

  init(_ code: [UInt8], from offset: Int = 0) {
    self.code = code
    self.offset = offset
  }

  /// The next token; after the last one, `.end` again and again.
  mutating func next() -> Token {
    let gap = skipSpace()
    let start = offset
    let kind = offset < code.count ? scan() : .end
    return Token(
      kind: kind, range: start..<offset, startsLine: gap.startsLine, column: gap.column,
      followsSpace: gap.startsLine || gap.end > gap.start)
  }

  /// The token after this place, which stays where it is.
  func peek() -> Token {
    var copy = self
    return copy.next()
  }

  // MARK: White space

  private struct Gap {
    let start: Int
    var end: Int
    var startsLine: Bool
    var column = 0
  }

  /// Passes white space, line ends and comments.
  private mutating func skipSpace() -> Gap {
    var gap = Gap(start: offset, end: offset, startsLine: offset == 0)
    scanning: while offset < code.count {
      switch code[offset] {
      case 0x20:
        offset += 1
        gap.column += 1
      case 0x09:
        offset += 1
        gap.column += 4 - gap.column % 4
      case 0x0A, 0x0D:
        offset += 1
        gap.startsLine = true
        gap.column = 0
      case UInt8(ascii: "#"):
        while offset < code.count, !code[offset].isLineEnd { offset += 1 }
      case 0x80...:
        guard let (scalar, length) = code.scalar(at: offset), scalar.isTypesetSpace else { break scanning }
        offset += length
        gap.column += 1
      default:
        break scanning
      }
    }
    gap.end = offset
    return gap
  }

  // MARK: Tokens

  private mutating func scan() -> Token.Kind {
    let byte = code[offset]
    if byte.isDigit { return scanNumber() }
    if byte.isWordStart { return scanWord() }
    if byte == UInt8(ascii: "\"") { return scanString() }
    if byte < 0x80 { return scanASCIISymbol(byte) }
    guard let (scalar, length) = code.scalar(at: offset) else {
      offset += 1
      return .mistake(.invalidUTF8(at: offset - 1..<offset))
    }
    if scalar.startsName { return scanWord() }
    return scanTypesetSymbol(scalar, length: length)
  }

  private mutating func scanWord() -> Token.Kind {
    let start = offset
    while offset < code.count {
      let byte = code[offset]
      if byte.isWordStart || byte.isDigit {
        offset += 1
      } else if byte >= 0x80, let (scalar, length) = code.scalar(at: offset), scalar.continuesName {
        offset += length
      } else {
        break
      }
    }
    return .word(String(decoding: code[start..<offset], as: UTF8.self))
  }

  private mutating func scanString() -> Token.Kind {
    let start = offset
    offset += 1
    while offset < code.count, !code[offset].isLineEnd {
      offset += 1
      if code[offset - 1] == UInt8(ascii: "\"") {
        return .string(String(decoding: code[start + 1..<offset - 1], as: UTF8.self))
      }
    }
    return .mistake(.unclosedString(at: start..<offset))
  }

  /// Digits, a point between digits, an exponent. What looks like a number and is none is taken as a whole.
  private mutating func scanNumber() -> Token.Kind {
    let start = offset
    skipDigits()
    if code.byte(at: offset) == UInt8(ascii: "."), code.byte(at: offset + 1) != UInt8(ascii: ".") {
      offset += 1
      guard let digit = code.byte(at: offset), digit.isDigit else {
        return .mistake(.pointWithoutDigits(at: start..<offset, in: code))
      }
      skipDigits()
    }
    skipExponent()
    if let mistake = scanNumberTail(from: start) { return mistake }
    let value = decimalValue(code[start..<offset])
    guard value.isFinite else { return .mistake(.numberTooLarge(at: start..<offset, in: code)) }
    return .number(value)
  }

  private mutating func skipDigits() {
    while offset < code.count, code[offset].isDigit { offset += 1 }
  }

  private mutating func skipExponent() {
    guard let letter = code.byte(at: offset), letter | 0x20 == UInt8(ascii: "e") else { return }
    var digits = offset + 1
    if let sign = code.byte(at: digits), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      digits += 1
    } else if code[min(digits, code.count)...].starts(with: "−".utf8) {
      digits += 3
    }
    guard let digit = code.byte(at: digits), digit.isDigit else { return }
    offset = digits
    skipDigits()
  }

  /// What other notations put after a number: a second point, `_` between digits, `0x`.
  private mutating func scanNumberTail(from start: Int) -> Token.Kind? {
    guard let byte = code.byte(at: offset), let after = code.byte(at: offset + 1) else { return nil }
    if byte == UInt8(ascii: "."), after.isDigit {
      while let byte = code.byte(at: offset), byte == UInt8(ascii: ".") || byte.isDigit { offset += 1 }
      return .mistake(.twoPoints(at: start..<offset, in: code))
    }
    if byte == UInt8(ascii: "_"), after.isDigit {
      while let byte = code.byte(at: offset), byte == UInt8(ascii: "_") || byte.isDigit { offset += 1 }
      return .mistake(.separatedDigits(at: start..<offset, in: code))
    }
    if offset == start + 1, code[start] == UInt8(ascii: "0"), "xXbBoO".utf8.contains(byte), after.isHexadecimal {
      while let byte = code.byte(at: offset), byte.isWordStart || byte.isDigit { offset += 1 }
      return .mistake(.otherBase(at: start..<offset, in: code))
    }
    return nil
  }

  /// Whether an operand ends right before this place.
  private var followsOperand: Bool {
    guard offset > 0 else { return false }
    let byte = code[offset - 1]
    return byte.isWordStart || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  // MARK: Symbols

  /// Takes `count` bytes as a symbol.
  private mutating func take(_ symbol: Symbol, _ count: Int) -> Token.Kind {
    offset += count
    return .symbol(symbol)
  }

  /// Takes `count` bytes as the spelling of another language, for which `replacement` is written here.
  private mutating func reject(_ count: Int, writing replacement: String) -> Token.Kind {
    offset += count
    return .mistake(.foreignOperator(at: offset - count..<offset, in: code, writing: replacement))
  }

  private mutating func scanASCIISymbol(_ byte: UInt8) -> Token.Kind {
    if let kind = scanForeignOperator(byte) { return kind }
    let following = code.byte(at: offset + 1).map { Unicode.Scalar($0) }
    switch (Unicode.Scalar(byte), following) {
    case ("=", "="): return take(.equal, 2)
    case ("<", "="): return take(.lessOrEqual, 2)
    case (">", "="): return take(.greaterOrEqual, 2)
    case ("!", "="): return take(.notEqual, 2)
    case ("-", ">"): return take(.arrow, 2)
    case (".", "."): return take(.range, 2)
    case ("=", _):
      // `≠` as decomposed text has it: the sign and a combining stroke.
      return code[(offset + 1)...].starts(with: "\u{338}".utf8) ? take(.notEqual, 3) : take(.define, 1)
    case (".", let digit?) where digit >= "0" && digit <= "9":
      let start = offset
      let isMember = followsOperand
      offset += 1
      skipDigits()
      return .mistake(isMember ? .memberDigits(at: start..<offset) : .pointWithoutDigits(at: start..<offset, in: code))
    case ("\\", _):
      let start = offset
      offset += 1
      while let letter = code.byte(at: offset), letter.isWordStart { offset += 1 }
      return .mistake(.backslash(at: start..<offset, in: code))
    case (let character, _):
      if let symbol = Symbol(character) { return take(symbol, 1) }
      offset += 1
      return .mistake(.strangeCharacter(character, at: offset - 1..<offset))
    }
  }

  /// Operators of two or three characters that other languages have.
  private mutating func scanForeignOperator(_ byte: UInt8) -> Token.Kind? {
    let following = code.byte(at: offset + 1).map { Unicode.Scalar($0) }
    switch (Unicode.Scalar(byte), following) {
    case ("*", "*"): return reject(2, writing: "^")
    case ("&", "&"): return reject(2, writing: "and")
    case ("&", _): return reject(1, writing: "and")
    case ("|", "|"): return reject(2, writing: "or")
    case ("=", ">"): return reject(2, writing: ">=")
    case ("=", "<"): return reject(2, writing: "<=")
    case ("<", ">"), ("~", "="): return reject(2, writing: "!=")
    case ("=", "=") where code.byte(at: offset + 2) == UInt8(ascii: "="): return reject(3, writing: "==")
    case ("!", "=") where code.byte(at: offset + 2) == UInt8(ascii: "="): return reject(3, writing: "!=")
    case ("!", let next) where next != "=": return reject(1, writing: "not")
    case (".", ".") where code.byte(at: offset + 2) == UInt8(ascii: "."): return reject(3, writing: "..")
    case (".", "*"): return reject(2, writing: "*")
    case (".", "/"): return reject(2, writing: "/")
    case (".", "^"): return reject(2, writing: "^")
    case (":", "="): return reject(2, writing: "=")
    case ("/", "/"):
      offset += 2
      return .mistake(.doubleSlash(at: offset - 2..<offset))
    case ("+", "="), ("-", "="), ("*", "="), ("/", "="), ("^", "="):
      // `a*==b` is no compound assignment, but it is no sense either.
      offset += 2
      return .mistake(.compoundAssignment(at: offset - 2..<offset, in: code))
    case _: return nil
    }
  }

  private mutating func scanTypesetSymbol(_ scalar: Unicode.Scalar, length: Int) -> Token.Kind {
    switch scalar {
    case "−": return take(.minus, length)
    case "·", "⋅", "\u{387}": return take(.product, length)
    case "⊙": return take(.times, length)
    case "≤": return take(.lessOrEqual, length)
    case "≥": return take(.greaterOrEqual, length)
    case "≠": return take(.notEqual, length)
    case "≈": return take(.approximately, length)
    case "±": return take(.plusMinus, length)
    case "′": return take(.prime, length)
    case "″": return take(.doublePrime, length)
    case "“", "”", "„", "‟", "«", "»", "‘", "‚", "‛", "‹", "›", "’": return scanTypesetQuote(scalar, length: length)
    default:
      offset += length
      return .mistake(.strangeCharacter(scalar, at: offset - length..<offset))
    }
  }

  /// A string in the quotes of typeset text, to its closing quote where the line has one.
  private mutating func scanTypesetQuote(_ quote: Unicode.Scalar, length: Int) -> Token.Kind {
    let start = offset
    let isPrime = quote == "’" && followsOperand
    offset += length
    if isPrime { return .mistake(.typesetPrime(at: start..<offset)) }
    var end = offset
    while end < code.count, !code[end].isLineEnd {
      guard let (scalar, length) = code.scalar(at: end) else { break }
      end += length
      guard "“”„‟«»‘‚‛‹›’\"".unicodeScalars.contains(scalar) else { continue }
      offset = end
      break
    }
    return .mistake(.typesetQuotes(at: start..<offset))
  }

  // MARK: Passing over what cannot be read

  /// Goes to the end of the line at `start`. `depth` is how many brackets are open there and, after it, how many
  /// still are.
  mutating func skipLine(from start: Int, depth: inout Int) {
    offset = start
    var isQuoted = false
    while offset < code.count, !code[offset].isLineEnd {
      let byte = code[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "#"): while offset < code.count, !code[offset].isLineEnd { offset += 1 }
      default: break
      }
    }
  }
}
