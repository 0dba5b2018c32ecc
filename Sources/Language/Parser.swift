import SourceText

/// Reads the code from left to right by recursive descent, one token at a time. Only brackets make it call itself, and
/// they are counted, so its stack is bounded; operators of one level, signs and powers are loops.
///
/// The first mistake of a statement gives the statement up (`throw`); `recover` finds where the next one begins.
///
/// A class, because every call on the way down would otherwise have room for a copy of it on its stack.
final class Parser {
  /// Brackets within brackets.
  static let bracketLimit = 200
  /// Operands of one expression; the entries of a list and the arguments of a call are expressions of their own. It
  /// bounds the height of the tree, and so the recursion of whatever walks it.
  static let operandLimit = 1_000
  /// Operands of a whole block, which bounds the memory that its tree takes.
  static let blockOperandLimit = 500_000
  /// Mistakes that are told of one block.
  static let mistakeLimit = 100

  let code: [UInt8]
  private var lexer: Lexer
  /// The token that the grammar looks at: `.end` where the statement ends.
  private(set) var token: Token
  /// The token that ended the statement, which begins the next one.
  private var pending: Token?
  /// The token before `token`.
  private(set) var previous: Token
  /// The column of the statement being read: deeper lines continue it.
  private var column = 0
  /// The brackets that are open, the innermost last.
  private(set) var brackets: [Bracket] = []
  /// The operands so far of the expression being read.
  var operands = 0
  private var blockOperands = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// An open bracket and where it stands.
  struct Bracket {
    let kind: Kind
    let range: Range<Int>

    enum Kind {
      case group
      case call
      case list
      case index
    }

    var closer: Symbol {
      switch kind {
      case .group, .call: .rightParenthesis
      case .list, .index: .rightBracket
      }
    }

    var closerSpelling: String { closer == .rightParenthesis ? ")" : "]" }
  }

  init(_ code: [UInt8]) {
    self.code = code
    lexer = Lexer(code)
    token = lexer.next()
    previous = token
  }

  /// A parser that stands where another one does, to look ahead with.
  init(copying other: Parser) {
    code = other.code
    lexer = other.lexer
    token = other.token
    pending = other.pending
    previous = other.previous
    column = other.column
    brackets = other.brackets
    operands = other.operands
    blockOperands = other.blockOperands
  }

  // MARK: Statements

  /// Reads statements to the end of the code with `read`, and gives up those that it rejects.
  func readStatements(_ read: () throws(Rejection) -> Statement) -> [Statement] {
    var statements: [Statement] = []
    while !token.isEnd {
      let start = token.range.lowerBound
      column = token.column
      do throws(Rejection) {
        let statement = try read()
        guard token.isEnd else { throw unexpected(after: nil) }
        statements.append(statement)
        beginStatement()
      } catch {
        guard note(error) else { break }
        recover(from: start)
      }
    }
    return statements
  }

  /// Reads the whole code as one piece, wherever its lines begin.
  func readAll<Value>(_ read: () throws(Rejection) -> Value) -> Value? {
    column = -1
    do throws(Rejection) {
      let value = try read()
      guard token.isEnd else { throw unexpected(after: nil) }
      return value
    } catch {
      _ = note(error)
      return nil
    }
  }

  /// Keeps what there is to say; false where nothing after it is worth reading.
  private func note(_ rejection: Rejection) -> Bool {
    diagnostics.append(rejection.diagnostic)
    guard diagnostics.count < Self.mistakeLimit else {
      diagnostics.append(Rejection.tooManyMistakes(at: rejection.diagnostic.range).diagnostic)
      return false
    }
    return !rejection.endsBlock
  }

  /// Takes the token that ended a statement as the first of the next.
  private func beginStatement() {
    token = pending ?? lexer.next()
    pending = nil
    brackets = []
    operands = 0
  }

  /// Goes to the next line that may begin a statement: it is not indented deeper than the rejected one and stands
  /// outside its brackets, or what stands there can be nothing but a statement. The parser never goes back.
  private func recover(from start: Int) {
    let reached = token.range.lowerBound
    let standsAtStatement = !token.isEnd && token.range.lowerBound > start && beginsLineOfStatement(token)
    if standsAtStatement {
      pending = token
    } else {
      var depth = 0
      var next: Token
      var lineStart = start
      repeat {
        lexer.skipLine(from: lineStart, depth: &depth)
        next = lexer.next()
        lineStart = next.range.lowerBound
      } while !next.isEnd
        && (lineStart < reached || next.column > column || (depth > 0 && !looksLikeStatement(next, allowingCall: true)))
      pending = next
    }
    beginStatement()
  }

  // MARK: Tokens

  /// Goes to the next token, or to the end of the statement where a line begins another one.
  func advance() {
    previous = token
    guard pending == nil else { return }
    let next = lexer.next()
    if endsStatement(next) {
      pending = next
      token = Token(
        kind: .end, range: previousEnd..<previousEnd, startsLine: false, column: 0, followsSpace: true)
    } else {
      token = next
    }
  }

  private func endsStatement(_ next: Token) -> Bool {
    guard !next.isEnd else { return true }
    guard next.startsLine, next.column <= column else { return false }
    // Inside brackets a line break is plain space, unless the bracket was forgotten and a statement follows.
    return brackets.isEmpty || looksLikeStatement(next, allowingCall: false)
  }

  /// Whether the line of a token can be nothing but a statement. `allowingCall` takes `f(…` as one, too: enough after a
  /// mistake, too little to end a list.
  private func looksLikeStatement(_ first: Token, allowingCall: Bool) -> Bool {
    guard let word = first.word else { return false }
    if Words.isNoOperand(word) && Words.beginsStatement(word) { return true }
    var after = first.range.upperBound
    if allowingCall, code.byte(at: after) == UInt8(ascii: "(") { return true }
    while let byte = code.byte(at: after), byte == 0x20 { after += 1 }
    let isDefinition = code.byte(at: after) == UInt8(ascii: "=") && code.byte(at: after + 1) != UInt8(ascii: "=")
    return isDefinition && (allowingCall || brackets.last?.kind != .call)
  }

  /// Whether a token begins a line that would be a statement if no bracket were open.
  func beginsLineOfStatement(_ token: Token) -> Bool {
    token.startsLine && token.column <= column && looksLikeStatement(token, allowingCall: true)
  }

  /// The token after the current one. It may belong to the next statement.
  func peek() -> Token { pending ?? lexer.peek() }

  /// Whether white space or the end of the code follows the current token.
  var spaceFollows: Bool { code.byte(at: token.range.upperBound)?.isSpace ?? true }

  /// Whether the symbol is the current token.
  func isAt(_ symbol: Symbol) -> Bool { token.symbol == symbol }

  /// Passes the symbol where it is the current token.
  func pass(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  /// Passes the word where it is the current token.
  func pass(_ word: String) -> Bool {
    guard token.isWord(word) else { return false }
    advance()
    return true
  }

  /// Where what was read ends.
  var previousEnd: Int { previous.range.upperBound }

  // MARK: Brackets and limits

  /// Passes an opening bracket.
  func open(_ kind: Bracket.Kind) throws(Rejection) {
    guard brackets.count < Self.bracketLimit else { throw .tooManyBrackets(at: token.range) }
    brackets.append(Bracket(kind: kind, range: token.range))
    advance()
  }

  /// Passes the bracket that closes the innermost open one.
  func close() throws(Rejection) {
    guard let bracket = brackets.last, token.symbol == bracket.closer else { throw unexpected(after: nil) }
    // What follows is judged outside of the bracket.
    brackets.removeLast()
    advance()
  }

  /// Whether a line break ends what is being read: it stands between the rows of a matrix.
  var isAtRowEnd: Bool { brackets.last?.kind == .list && token.startsLine }

  /// Counts an operand or a sign.
  func countOperand(at range: Range<Int>) throws(Rejection) {
    operands += 1
    blockOperands += 1
    guard operands <= Self.operandLimit else { throw .tooManyOperands(at: range) }
    guard blockOperands <= Self.blockOperandLimit else { throw .blockTooLarge(at: range) }
  }

  /// Reads an expression that counts by itself: an entry of a list, an argument of a call. `largest` is how many
  /// operands the largest of its neighbours has.
  func expressionApart(_ largest: inout Int) throws(Rejection) -> Expression {
    operands = 0
    let value = try expression()
    largest = max(largest, operands)
    return value
  }

  /// Counts the largest of the entries as part of the expression that holds them, which had `before` operands so far.
  func countEntries(_ largest: Int, after before: Int, at range: Range<Int>) throws(Rejection) {
    operands = before + largest
    try countOperand(at: range)
  }
}
