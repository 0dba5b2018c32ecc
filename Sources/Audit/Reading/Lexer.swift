/// What a reader of signs has in hand, in running text as in typeset mathematics.
protocol Lexer {
  var glyphs: Glyphs { get }
  var tokens: [Token] { get set }
  /// The next glyph, and the first of the token at hand.
  var i: Int { get set }
  var start: Int { get set }
  /// Whether space stands before the token at hand.
  var isSpaced: Bool { get set }
}

extension Lexer {
  mutating func append(_ kind: Token.Kind) {
    tokens.append(Token(kind: kind, range: glyphs.range(start..<i), isSpaced: isSpaced))
  }

  /// Passes over space, and returns whether a line breaks there that a value ends.
  mutating func passSpace(_ isSpace: (Unicode.Scalar) -> Bool) -> Bool {
    let end = glyphs.end(from: i) { isSpace($0) || $0 == "\n" }
    let hasBreak = (i..<end).contains { glyphs[$0] == "\n" }
    i = end
    isSpaced = true
    return hasBreak && (tokens.last?.kind.endsValue ?? false)
  }
}
