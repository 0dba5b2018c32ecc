extension Expression {
  /// The source text of the expression on one line: white space folded, comments left out, line breaks that mean
  /// something spelled `;` (between the rows of a matrix) and `,` (between options). What labels are made of.
  package func sourceText(in code: [UInt8]) -> String {
    var lexer = Lexer(code, from: range.lowerBound)
    var text: [UInt8] = []
    // Of each open bracket, whether line breaks end rows in it.
    var isListOpen: [Bool] = []
    var previous: Token?
    while true {
      let token = lexer.next()
      guard !token.isEnd, token.range.upperBound <= range.upperBound else { break }
      let gap = previous.map { previous in
        let beginsOption =
          isListOpen.last == false && token.startsLine && token.word != nil && lexer.peek().symbol == .define
        let rowEnd = isListOpen.last ?? false ? "; " : beginsOption ? ", " : " "
        return Self.gap(between: previous, and: token, rowEnd: rowEnd)
      }
      switch token.symbol {
      case .leftBracket: isListOpen.append(token.followsSpace || !(previous?.endsOperand ?? false))
      case .leftParenthesis: isListOpen.append(false)
      case .rightBracket, .rightParenthesis: _ = isListOpen.popLast()
      case _: break
      }
      text += (gap ?? "").utf8
      text += code[token.range]
      previous = token
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands between two tokens once the text is on one line.
  private static func gap(between previous: Token, and token: Token, rowEnd: String) -> String {
    guard token.followsSpace else { return "" }
    guard token.startsLine else { return " " }
    switch (previous.symbol, token.symbol) {
    case (.leftBracket, _), (.leftParenthesis, _), (_, .rightBracket), (_, .rightParenthesis): return ""
    case (_, .comma), (_, .semicolon): return ""
    case (.comma, _), (.semicolon, _): return " "
    case _: return rowEnd
    }
  }
}

extension Token {
  /// Whether a `[` right after it begins an index.
  fileprivate var endsOperand: Bool {
    switch kind {
    case .number, .string: true
    case .word(let text): !Words.joins(text)
    case .symbol(let symbol):
      symbol == .rightBracket || symbol == .rightParenthesis || symbol == .prime || symbol == .doublePrime
    case .mistake, .end: false
    }
  }
}
