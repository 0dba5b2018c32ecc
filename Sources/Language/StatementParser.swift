/// Statements: which one a line is, and the definitions.
extension Parser {
  func statement(showingLoneExpressions: Bool) throws(Rejection) -> Statement {
    let start = token.range.lowerBound
    let kind = try statementKind(showingLoneExpressions: showingLoneExpressions)
    return Statement(kind, range: start..<max(start, previousEnd))
  }

  private func statementKind(showingLoneExpressions: Bool) throws(Rejection) -> Statement.Kind {
    guard let word = token.word else { return try definition(showingLoneExpressions) }
    let following = peek()
    if let foreign = foreignStatement(word, before: following) { throw foreign }
    if Words.isReserved(word), following.symbol == .define { throw .reserved(word, at: token.range) }
    switch word {
    case "set": return try setting()
    case "show": return .show(try output(.show))
    case "table": return .table(try output(.table))
    case "expect": return try expectation()
    case _ where beginsStatement(word, before: following): throw .laterStatement(word, at: token.range)
    case _: return try definition(showingLoneExpressions)
    }
  }

  /// Whether the word begins a statement where `following` is the token after it: `step` is a function, too.
  func beginsStatement(_ word: String, before following: Token) -> Bool {
    word == "step" ? following.word.map { !Words.joins($0) } ?? false : Words.beginsStatement(word)
  }

  /// `set digits = 6`
  private func setting() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    advance()
    guard let word = token.word else { throw .settingExpected(after: keyword) }
    let name = Name(text: word, range: token.range)
    advance()
    guard isAt(.define) else {
      throw token.isMistake
        ? unexpected(after: nil) : .settingWithoutValue(name, text: restOfLine(from: token.range.lowerBound))
    }
    advance()
    let value = try expression()
    guard token.isEnd else {
      throw isAt(.comma) ? .secondSetting(at: token.range) : unexpected(after: value)
    }
    return .set(name, value)
  }

  /// `x = …`, `f(x) = …`: an expression up to the `=` tells which.
  private func definition(_ showingLoneExpressions: Bool) throws(Rejection) -> Statement.Kind {
    let target = try expression()
    if token.isEnd {
      guard showingLoneExpressions else { throw .loneExpression(target, in: code) }
      let item = Output.Item(value: target, label: nil)
      return .show(Output(items: [item], form: nil, domain: nil, options: []))
    }
    guard isAt(.define) else { throw unexpectedAfterTarget(target) }
    let equals = token.range
    advance()
    operands = 0
    switch target.kind {
    case .name(let text):
      guard !Words.isReserved(text) else { throw .reserved(text, at: target.range) }
      return .value(Name(text: text, range: target.range), try definedValue())
    case .call(let name, let primes, let arguments):
      guard !Words.isReserved(name.text) else { throw .reserved(name.text, at: name.range) }
      guard primes == 0 else { throw .derivativeDefined(of: name, at: target.range) }
      let parameters = try parameters(of: name, arguments, at: target.range)
      return .function(name, parameters: parameters, body: try definedValue())
    case .member: throw .memberDefined(at: target.range)
    case .index(let base, _): throw .entryDefined(at: target.range, of: base, in: code)
    case .number, .string, .vector, .matrix, .prime, .negate, .not, .binary, .approximately, .group:
      throw .noTarget(target, equals: equals, in: code)
    }
  }

  /// What stands after the `=` of a definition, which ends the statement.
  private func definedValue() throws(Rejection) -> Expression {
    let value = try expression()
    guard !token.isEnd else { return value }
    switch token.symbol {
    case .define: throw .secondDefinition(at: token.range, after: value)
    case .comma: throw commaInValue(value)
    case _: throw unexpected(after: value)
    }
  }

  /// `x = 0,5` and `x = 1, 2`
  private func commaInValue(_ value: Expression) -> Rejection {
    let next = peek()
    if case .number = value.kind, case .number = next.kind, !token.followsSpace, !next.followsSpace {
      return .decimalComma(at: value.range.lowerBound..<next.range.upperBound, in: code)
    }
    return .listWithoutBrackets(at: token.range)
  }

  private func parameters(
    of function: Name, _ arguments: [Argument], at range: Range<Int>
  ) throws(Rejection) -> [Name] {
    guard !arguments.isEmpty else { throw .noParameters(function, at: range) }
    var parameters: [Name] = []
    var seen: Set<String> = []
    for argument in arguments {
      if let name = argument.name { throw .parameterWithDefault(name) }
      guard case .name(let text) = argument.value.kind else {
        throw .parameterExpected(argument.value, of: range, in: code)
      }
      guard !Words.isReserved(text) else { throw .reserved(text, at: argument.value.range) }
      guard seen.insert(text).inserted else { throw .repeatedParameter(text, at: argument.value.range) }
      parameters.append(Name(text: text, range: argument.value.range))
    }
    return parameters
  }

  /// What follows a statement's first expression and is no `=`.
  private func unexpectedAfterTarget(_ target: Expression) -> Rejection {
    if isAt(.colon) { return .colonAfterTarget(at: token.range, target: target.range, in: code) }
    guard case .name(let word) = target.kind, !token.startsLine else { return unexpected(after: target) }
    if isAt(.comma), peek().word != nil { return .severalTargets(at: token.range) }
    guard token.startsOperand, token.followsSpace, token.symbol == nil else { return unexpected(after: target) }
    return .unknownStatement(word, at: target.range)
  }

  // MARK: Other languages

  /// What there is to say about a line that begins like a statement of another language.
  private func foreignStatement(_ word: String, before following: Token) -> Rejection? {
    guard following.symbol != .define, !following.startsLine, !following.isEnd else { return nil }
    let isFollowedByOperand = following.followsSpace && (following.startsOperand || following.isWord("not"))
    switch word {
    case "let", "var", "const", "val":
      return isFollowedByOperand ? .foreignDefinition(word, at: token.range, text: restOfLine(after: token)) : nil
    case "def", "function", "fn", "func", "fun":
      return isFollowedByOperand ? .foreignFunction(word, at: token.range) : nil
    case "print", "println", "puts", "echo", "disp":
      return isFollowedByOperand ? .foreignOutput(word, at: token.range, text: restOfLine(after: token)) : nil
    case "assert":
      return isFollowedByOperand ? .foreignExpectation(at: token.range, text: restOfLine(after: token)) : nil
    case "import", "from", "using", "include", "require":
      return isFollowedByOperand ? .foreignBlock(word, at: token.range) : nil
    case "if", "elif", "else", "while", "return", "class", "try", "with", "raise", "del", "global", "async", "switch":
      return isFollowedByOperand || following.symbol == .colon ? .foreignStatement(word, at: token.range) : nil
    case _: return nil
    }
  }

  private func restOfLine(after token: Token) -> String { restOfLine(from: token.range.upperBound) }

  /// The text from a place to the end of its line, without a comment and the space around it.
  private func restOfLine(from place: Int) -> String {
    var start = place
    while let byte = code.byte(at: start), byte.isSpace, !byte.isLineEnd { start += 1 }
    var end = start
    while let byte = code.byte(at: end), !byte.isLineEnd, byte != UInt8(ascii: "#") { end += 1 }
    while end > start, code[end - 1].isSpace { end -= 1 }
    return code.quotation(start..<end)
  }
}
