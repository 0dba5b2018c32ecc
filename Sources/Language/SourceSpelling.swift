extension Expression {
  /// The source text of the expression on one line: white space folded, comments left out, the line breaks that end
  /// the rows of a matrix spelled `;`. What labels are made of.
  package func sourceText(in code: [UInt8]) -> String {
    var lexer = Lexer(code, from: range.lowerBound)
    var text: [UInt8] = []
    var open: [Symbol] = []
    var previous: Token?
    while true {
      let token = lexer.next()
      guard !token.isEnd, token.range.upperBound <= range.upperBound else { break }
      if let previous { text += gap(between: previous, and: token, inList: open.last == .leftBracket) }
      if let symbol = token.symbol {
        if symbol == .leftParenthesis || symbol == .leftBracket { open.append(symbol) }
        if symbol == .rightParenthesis || symbol == .rightBracket { _ = open.popLast() }
      }
      text += code[token.range]
      previous = token
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands between two tokens once the text is on one line.
  private func gap(between previous: Token, and token: Token, inList: Bool) -> String.UTF8View {
    guard token.followsSpace else { return "".utf8 }
    guard token.startsLine else { return " ".utf8 }
    switch (previous.symbol, token.symbol) {
    case (.leftBracket, _), (.leftParenthesis, _), (_, .rightBracket), (_, .rightParenthesis): return "".utf8
    case (.comma, _), (.semicolon, _): return " ".utf8
    case _: return inList ? "; ".utf8 : " ".utf8
    }
  }
}
