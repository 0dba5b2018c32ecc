/// Reads typeset mathematics.
struct TypesetLexer: Lexer {
  let glyphs: Glyphs
  var tokens: [Token] = []
  var i = 0
  var start = 0
  var isSpaced = false

  static func tokens(of bytes: [UInt8], in range: Range<Int>) -> [Token] {
    var lexer = TypesetLexer(glyphs: Glyphs(of: bytes, in: range))
    lexer.run()
    return lexer.tokens
  }

  private init(glyphs: Glyphs) {
    self.glyphs = glyphs
  }

  private mutating func run() {
    while i < glyphs.count {
      start = i
      let glyph = glyphs[i]
      if glyph.isSpace || glyph == "\n" || glyph == "~" {
        skipSpace()
        continue
      }
      if glyph.isDigit, takesOneSign {
        i += 1
        append(.number(Literal(spelling: String(glyph), exponent: nil, range: glyphs.range(start..<i))))
      } else if let number = NumberReader(glyphs, isTypeset: true).number(at: i) {
        i = number.end
        append(number.kind)
      } else if glyph.isLetter {
        readLetters()
      } else if glyph == "\\" {
        readCommand()
      } else if let exponent = glyph.superscriptDigit {
        i += 1
        append(.superscript(exponent))
      } else {
        i += 1
        readSign(glyph)
      }
      isSpaced = false
    }
  }

  /// Whether the one sign that comes next is an argument: `\frac12` is a half.
  private var takesOneSign: Bool {
    guard let last = tokens.last else { return false }
    if last.kind == .fraction || last.kind == .root { return true }
    guard tokens.count > 1, tokens[tokens.count - 2].kind == .fraction else { return false }
    return last.kind.isNumber
  }

  /// A line break between two values is one that the author meant, if not TeX.
  private mutating func skipSpace() {
    guard passSpace({ $0.isSpace || $0 == "~" }) else { return }
    if glyphs[i].isLetter || glyphs[i].isDigit || beginsValueCommand { append(.separator) }
  }

  private var beginsValueCommand: Bool {
    guard glyphs[i] == "\\" else { return false }
    let name = glyphs.text(i + 1..<glyphs.end(from: i + 1, while: \.isLatinLetter))
    switch TypesetCommand(name) {
    case .token(.name), .token(.function), .token(.fraction), .token(.root), .words, .accent: return true
    case .token, .nothing, .skipsGroup, .ranged, .begin, .end, .relationOverRelation, nil: return false
    }
  }

  // MARK: Letters

  private mutating func readLetters() {
    let end = glyphs.end(from: i, while: \.isLetter)
    let word = glyphs.text(i..<end)
    if let function = Names.functions[word], word != "σ", glyphs[end] == "(" || glyphs.has("\\left", at: end) {
      i = end
      append(.function(function))
    } else {
      i += 1
      append(.name(glyphs.text(start..<i)))
    }
  }

  // MARK: Signs

  private mutating func readSign(_ glyph: Unicode.Scalar) {
    switch glyph {
    case "=": append(glyphs[i] == "=" ? .relation(.other) : .relation(.equal))
    case "≈", "≃", "≅": append(.relation(.approximate))
    case "≠", "≤", "≥", "→", "←", "⇒", "<", ">", "∈", "∝": append(.relation(.other))
    case "+": append(.plus)
    case "-", "−": append(.minus)
    case "*", "×", "·", "⋅": append(.times)
    case "/", "÷": append(.divide)
    case "^": readRaised()
    case "_": readIndex()
    case "{": append(.groupOpen)
    case "}": append(.groupClose)
    case "(", "[": append(.open)
    case ")", "]": append(.close)
    case "|": append(.bar)
    case ",": append(.comma)
    case "'", "′", "’": addPrime()
    case "%": append(.percent)
    case "°": append(.degree)
    case "!": append(.factorial)
    case "&": readAlignment()
    case ":":
      if glyphs[i] == "=" { i += 1 }
      append(glyphs[i - 1] == "=" ? .relation(.other) : .opaque(.sign))
    case ";", ".", "?": append(.separator)
    case "√": append(.function(.sqrt))
    case "…", "⋯": append(.opaque(.ellipsis))
    default: readOther(glyph)
    }
  }

  private mutating func readOther(_ glyph: Unicode.Scalar) {
    if let (above, below) = glyph.vulgarFraction {
      append(.vulgar(above, below))
    } else {
      append(.opaque(glyph == "∑" || glyph == "∫" || glyph == "∏" ? .sum : .sign))
    }
  }

  /// `&` aligns at a relation; elsewhere it parts columns.
  private mutating func readAlignment() {
    let next = glyphs.end(from: i) { $0.isSpace || $0 == "\n" }
    let isBeforeRelation = ["=", "<", ">", "≈"].contains(glyphs[next]) || beginsRelationCommand(at: next)
    let isAfterRelation = if case .relation = tokens.last?.kind { true } else { false }
    let isAtRow = if case .separator = tokens.last?.kind { true } else { tokens.isEmpty }
    if isBeforeRelation || isAfterRelation || isAtRow { return }
    append(.separator)
  }

  private func beginsRelationCommand(at index: Int) -> Bool {
    guard glyphs[index] == "\\" else { return false }
    let name = glyphs.text(index + 1..<glyphs.end(from: index + 1, while: \.isLatinLetter))
    if case .token(.relation) = TypesetCommand(name) { return true }
    return false
  }

  private mutating func addPrime() {
    while glyphs[i] == "'" { i += 1 }
    let count = i - start
    guard let last = tokens.last else { return }
    let primes = String(repeating: "'", count: count)
    if case .name(let name) = last.kind {
      extend(last, as: .name(name + primes))
    } else if case .function(let function) = last.kind {
      extend(last, as: .name(function.rawValue + primes))
    } else {
      append(.opaque(.sign))
    }
  }

  /// Replaces the last token by one that reaches up to here.
  private mutating func extend(_ last: Token, as kind: Token.Kind) {
    let end = glyphs.range(i..<i).lowerBound
    tokens[tokens.count - 1] = Token(kind: kind, range: last.range.lowerBound..<end, isSpaced: last.isSpaced)
  }

  /// `^\prime` and `^\circ` are marks, not powers.
  private mutating func readRaised() {
    for (text, isPrime) in [("\\prime", true), ("{\\prime}", true), ("\\circ", false), ("{\\circ}", false)]
    where glyphs.has(text, at: i) {
      i += text.unicodeScalars.count
      if isPrime {
        start = i - 1
        addPrime()
      } else {
        append(.degree)
      }
      return
    }
    append(.caret)
  }

  // MARK: Indices

  /// An index belongs to the name before it; a number with one is written in another base.
  private mutating func readIndex() {
    let index = takeArgument()
    guard let last = tokens.last else { return }
    // In x^2_1 the index belongs to what the power is of, and the power is of no interest to it.
    if tokens.count > 1, tokens[tokens.count - 2].kind == .caret { return }
    switch last.kind {
    case .name(let name): extend(last, as: .name(name + "_" + index))
    case .function(.log): extend(last, as: Self.logarithm(base: index))
    case .extreme: extend(last, as: .opaque(.sum))
    case .number: extend(last, as: .opaque(.base))
    case .opaque, .groupClose: break
    case .function, .vulgar, .plus, .minus, .times, .divide, .caret, .superscript, .open, .close, .groupOpen, .bar,
      .comma,
      .fraction, .root, .percent, .degree, .factorial, .relation, .separator, .word:
      append(.opaque(.sign))
    }
  }

  private static func logarithm(base: String) -> Token.Kind {
    switch base {
    case "2": .function(.log2)
    case "10": .function(.log10)
    case "e": .function(.ln)
    default: .opaque(.base)
    }
  }

  /// The text of the group, or of the one sign, that comes next.
  private mutating func takeArgument() -> String {
    i = glyphs.end(from: i, while: \.isSpace)
    guard glyphs[i] == "{" else {
      let begin = i
      i = glyphs[i] == "\\" ? max(i + 2, glyphs.end(from: i + 1, while: \.isLatinLetter)) : i + 1
      i = min(i, glyphs.count)
      return glyphs.text(min(begin, i)..<i)
    }
    let begin = i + 1
    var depth = 0
    while i < glyphs.count {
      if glyphs[i] == "\\" {
        i += 2
        continue
      }
      if glyphs[i] == "{" { depth += 1 }
      if glyphs[i] == "}" { depth -= 1 }
      i += 1
      if depth == 0 { return glyphs.text(begin..<i - 1) }
    }
    i = glyphs.count
    return glyphs.text(min(begin, i)..<i)
  }
}

// MARK: Commands

extension TypesetLexer {
  private mutating func readCommand() {
    let end = glyphs.end(from: i + 1, while: \.isLatinLetter)
    guard end > i + 1 else {
      i = min(i + 2, glyphs.count)
      return readEscape(glyphs[i - 1])
    }
    let name = glyphs.text(i + 1..<end)
    i = end
    guard let command = TypesetCommand(name) else { return append(.opaque(.sign)) }
    switch command {
    case .token(let kind): append(kind)
    case .nothing: if name == "left" || name == "right", glyphs[i] == "." { i += 1 }
    case .skipsGroup: _ = takeArgument()
    case .words: readWords()
    case .accent:
      let letter = takeArgument()
      append(.name("\\\(name){\(letter)}"))
    case .ranged:
      if glyphs[i] == "_" || glyphs[i] == "^" { skipBounds() }
      append(.opaque(.sum))
    case .begin: readBegin()
    case .end:
      _ = takeArgument()
      append(.separator)
    case .relationOverRelation:
      _ = takeArgument()
      _ = takeArgument()
      append(.relation(.other))
    }
  }

  private mutating func skipBounds() {
    while glyphs[i] == "_" || glyphs[i] == "^" {
      i += 1
      _ = takeArgument()
      i = glyphs.end(from: i, while: \.isSpace)
    }
  }

  private mutating func readEscape(_ glyph: Unicode.Scalar) {
    switch glyph {
    case "\\": readRowEnd()
    case "{", "[": append(.open)
    case "}", "]": append(.close)
    case "%": append(glyphs[glyphs.end(from: i, while: \.isSpace)].isDigit ? .opaque(.base) : .percent)
    case "|": append(.opaque(.matrix))
    case "$", "#", "€": append(.opaque(.unit))
    case "*": append(.times)
    case "_": append(.name("_"))
    case ",", ";", ":", "!", " ", ">", "\n", "-", "/": isSpaced = true
    case "&": append(.separator)
    default: append(.opaque(.sign))
    }
  }

  /// A row that begins with a relation or an operator goes on with the one before it.
  private mutating func readRowEnd() {
    if glyphs[i] == "[" { i = min(glyphs.count, glyphs.end(from: i) { $0 != "]" } + 1) }
    let row = glyphs.end(from: i) { $0.isSpace || $0 == "\n" }
    let isAligned = glyphs[row] == "&"
    var next = row
    while true {
      next = glyphs.end(from: next) { $0.isSpace || $0 == "\n" || $0 == "&" }
      let skipped = ["\\quad", "\\qquad", "\\;", "\\,", "{}"].first { glyphs.has($0, at: next) }
      guard let skipped else { break }
      next += skipped.unicodeScalars.count
    }
    if ["=", "≈"].contains(glyphs[next]) || beginsRelationCommand(at: next) {
      i = next
      return
    }
    let isOperator =
      ["+", "-", "−", "*", "/"].contains(glyphs[next]) || glyphs.has("\\cdot", at: next)
      || glyphs.has("\\times", at: next)
    guard isOperator else { return append(.separator) }
    if isAligned || (glyphs[next] != "-" && glyphs[next] != "−") {
      i = next
    } else {
      append(isAlignedLater(from: next) ? .separator : .opaque(.ambiguous))
    }
  }

  /// Whether the row at an index has its relation aligned: then what stands before it is a side of its own.
  private func isAlignedLater(from index: Int) -> Bool {
    var i = index
    while i < glyphs.count, !glyphs.has("\\\\", at: i) {
      if glyphs[i] == "&" { return true }
      i += 1
    }
    return false
  }

  private mutating func readWords() {
    if glyphs[i] == "*" { i += 1 }
    let text = takeArgument()
    let words = text.split { $0 == " " || $0 == "~" }
    if let function = Names.functions[words.first.map(String.init) ?? ""], words.count == 1 {
      append(.function(function))
    } else if let number = typesetNumber(in: text) {
      append(number)
    } else if words.isEmpty {
      isSpaced = true
    } else if words.count == 1, let word = words.first, word != "%" {
      let isLabel = !(tokens.last?.kind.endsValue ?? false) && !Names.connectives.contains(word.lowercased())
      append(isLabel || glyphs[i] == "_" ? .name(String(word)) : .word(String(word)))
    } else {
      append(words.count == 1 ? .percent : .word(String(words[0])))
    }
  }

  /// A number that was set in another type.
  private func typesetNumber(in text: String) -> Token.Kind? {
    let inner = Glyphs(of: Array(text.utf8), in: 0..<text.utf8.count)
    guard inner.count > 0, let number = NumberReader(inner, isTypeset: true).number(at: 0), number.end == inner.count,
      case .number(let literal) = number.kind
    else { return nil }
    return .number(
      Literal(spelling: literal.spelling, exponent: literal.exponent, range: glyphs.range(start..<i)))
  }

  private mutating func readBegin() {
    let name = takeArgument()
    if TypesetCommand.counted.contains(name) { _ = takeArgument() }
    if TypesetCommand.rowed.contains(name) { return append(.separator) }
    // A matrix or a table of numbers, whatever stands in it.
    let closing = "\\end{\(name)}"
    while i < glyphs.count, !glyphs.has(closing, at: i) { i += 1 }
    i = min(glyphs.count, i + closing.unicodeScalars.count)
    append(.opaque(.matrix))
  }
}
