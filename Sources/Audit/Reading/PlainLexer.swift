/// Reads arithmetic in running text and inline code.
struct PlainLexer: Lexer {
  let glyphs: Glyphs
  private let isCode: Bool
  var tokens: [Token] = []
  var i = 0
  var start = 0
  var isSpaced = false

  static func tokens(of bytes: [UInt8], in range: Range<Int>, isCode: Bool) -> [Token] {
    var lexer = PlainLexer(glyphs: Glyphs(of: bytes, in: range), isCode: isCode)
    lexer.run()
    return lexer.tokens
  }

  private init(glyphs: Glyphs, isCode: Bool) {
    self.glyphs = glyphs
    self.isCode = isCode
  }

  private mutating func run() {
    tokens.reserveCapacity(glyphs.count / 4 + 4)
    while i < glyphs.count {
      start = i
      let glyph = glyphs[i]
      if glyph.isSpace || glyph == "\n" {
        skipSpace()
        continue
      }
      if let number = NumberReader(glyphs, isTypeset: false).number(at: i) {
        i = number.end
        append(number.kind)
      } else if glyph.isLetter {
        readWord()
      } else if let exponent = superscript() {
        append(.superscript(exponent))
      } else {
        i += 1
        readSign(glyph)
      }
      isSpaced = false
    }
  }

  /// A line break parts two values, but not an operator or an equals sign from what it goes with.
  private mutating func skipSpace() {
    guard passSpace(\.isSpace) else { return }
    let next = glyphs[i]
    let goesOn = ["=", "≈", "+", "×", "·", "÷", "/", "−"].contains(next) && !(next == "+" && glyphs[i + 1].isSpace)
    if !goesOn { append(.separator) }
  }

  /// Small raised digits with their sign.
  private mutating func superscript() -> Int? {
    let isNegative = glyphs[i] == "⁻"
    var end = i + (isNegative ? 1 : 0)
    var value = 0
    let first = end
    while let digit = glyphs[end].superscriptDigit, end - first < 4 {
      value = value * 10 + digit
      end += 1
    }
    guard end > first else { return nil }
    i = end
    return isNegative ? -value : value
  }

  // MARK: Words

  private mutating func readWord() {
    i = glyphs.end(from: i) {
      $0.isLetter || $0.isDigit || $0 == "_" || ($0.value > 0x7F && $0.properties.generalCategory == .nonspacingMark)
    }
    while glyphs[i] == "'" || glyphs[i] == "′" || glyphs[i] == "’", !glyphs[i + 1].isLetter { i += 1 }
    let word = glyphs.text(start..<i)
    let next = glyphs[glyphs.end(from: i, while: \.isSpace)]
    let isAttached = !isSpaced && (tokens.last?.kind.isNumber ?? false)
    if next == "(" || next.isDigit, let function = Names.functions[word], next == "(" || word != "σ" {
      append(.function(function))
    } else if word == "x", let last = tokens.last, last.kind.endsValue, next.isDigit || next == "(" || next == "-" {
      append(.times)
    } else if word == "pi" {
      append(.name("π"))
    } else if isName(word) {
      // An article, not a factor: nobody writes a letter, a space and a number for a product.
      let isArticle = glyphs[i].isSpace && next.isDigit
      append(isArticle ? .word(word) : .name(word))
    } else {
      append(isAttached ? .opaque(.unit) : .word(word))
    }
  }

  private func isName(_ word: String) -> Bool {
    let letters = word.unicodeScalars
    return letters.count(where: \.isLetter) == 1 || letters.contains(where: \.isDigit) || letters.contains("_")
      || letters.contains(where: \.isGreek)
  }

  // MARK: Signs

  private mutating func readSign(_ glyph: Unicode.Scalar) {
    switch glyph {
    case "=": readEquals()
    case "≈", "≃", "≅", "≐": append(.relation(.approximate))
    case "≠", "≤", "≥", "→", "←", "⇒", "↦", "∈", "∝", "∼", "~", "≡", "≢", "⟹", "↔", "⇔", "≫", "≪":
      append(.relation(.other))
    case "+", "-", "−", "–", "*", "×", "·", "⋅", "∙", "/", "÷", "^", "<", ">", "!", ":", "&": readOperator(glyph)
    case "(", "[", "{": append(.open)
    case ")", "]", "}": append(.close)
    case "|": append(.bar)
    case ",": append(.comma)
    case "%": readPercent()
    case "°": append(glyphs[i] == "C" || glyphs[i] == "F" ? .opaque(.unit) : .degree)
    case "√": append(.function(.sqrt))
    case "∛": append(.function(.cbrt))
    case "…", "⋯": append(.opaque(.ellipsis))
    case ".": readPoint()
    case "∑", "∏", "∫", "Σ": append(.opaque(.sum))
    case "#" where glyphs[i].isSpace || glyphs[i] == "#": append(.separator)
    case "$", "€", "£", "¥", "₿", "#", "@": append(.opaque(.unit))
    case "∞": append(.opaque(.undefined))
    case "±", "∓", "‖": append(.opaque(.sign))
    case "\\": if isCode || glyphs[i].isLetter { append(.opaque(.sign)) }
    default: readOther(glyph)
    }
  }

  private mutating func readOther(_ glyph: Unicode.Scalar) {
    if let (above, below) = glyph.vulgarFraction {
      append(.vulgar(above, below))
    } else {
      let isMathematical = glyph.value > 0x7F && glyph.properties.generalCategory == .mathSymbol
      append(isMathematical ? .opaque(.sign) : .separator)
    }
  }

  private mutating func readEquals() {
    guard ["=", ">", "<", "~", "!"].contains(glyphs[i]) else { return append(.relation(.equal)) }
    i += 1
    append(.relation(.other))
  }

  /// A sign that may be the first half of another.
  private mutating func readOperator(_ glyph: Unicode.Scalar) {
    let next = glyphs[i]
    if next == "=", glyph != "·", glyph != "×" {
      i = glyphs.end(from: i) { $0 == "=" }
      return append(.relation(.other))
    }
    switch glyph {
    case "-" where next == ">" || next == "-", "<" where next == "-":
      i = glyphs.end(from: i) { $0 == "-" || $0 == ">" }
      append(glyphs[i - 1] == ">" || glyph == "<" ? .relation(.other) : .separator)
    case "<", ">": append(.relation(.other))
    case "+": append(next == "+" ? .opaque(.sign) : .plus)
    case "-", "−": append(.minus)
    case "–": append(isSpaced && next.isSpace ? .minus : .opaque(.ambiguous))
    case "*": readStar()
    case "×", "·", "⋅", "∙": append(.times)
    case "/", "÷": append(next == "/" ? .opaque(.sign) : .divide)
    case "^": append(.caret)
    case "!": readExclamation()
    default: append(.separator)
    }
  }

  /// In running text a star is a product only where it stands like one; else it is emphasis.
  private mutating func readStar() {
    if glyphs[i] == "*" {
      i = glyphs.end(from: i) { $0 == "*" }
      // Emphasis stands at a space or a mark; between two values it is a power, as programs write it.
      let isPower = !isSpaced && (tokens.last?.kind.endsValue ?? false) && (glyphs[i].isDigit || glyphs[i].isLetter)
      return append(isCode || isPower ? .caret : .separator)
    }
    let isLoose = isSpaced && glyphs[i].isSpace
    let isTight = !isSpaced && !glyphs[i].isSpace && (tokens.last?.kind.endsValue ?? false)
    append(isCode || isLoose || isTight ? .times : .separator)
  }

  private mutating func readPercent() {
    let next = glyphs[glyphs.end(from: i, while: \.isSpace)]
    let isModulo = next.isDigit || next == "(" || (isCode && next.isLetter)
    append(isModulo ? .opaque(.base) : .percent)
  }

  private mutating func readPoint() {
    guard glyphs[i] == "." else { return append(.separator) }
    i = glyphs.end(from: i) { $0 == "." }
    append(.opaque(.ellipsis))
  }

  private mutating func readExclamation() {
    let next = glyphs[glyphs.end(from: i, while: \.isSpace)]
    let isFactorial = !isSpaced && ["=", "≈", "/", "*", "·", "×", "+", "-", "−", ")", "("].contains(next)
    append(isFactorial ? .factorial : .separator)
  }
}

extension Token.Kind {
  var isNumber: Bool { if case .number = self { true } else { false } }

  /// Whether a value may end with it.
  var endsValue: Bool {
    switch self {
    case .number, .vulgar, .name, .superscript, .close, .groupClose, .percent, .degree, .factorial, .bar: true
    case .function, .extreme, .plus, .minus, .times, .divide, .caret, .open, .groupOpen, .comma, .fraction, .root,
      .relation, .separator, .word, .opaque:
      false
    }
  }
}
