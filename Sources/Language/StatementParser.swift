/// Statements: which one a line is, and the definitions.
extension Parser {
  func statement() throws(Rejection) -> Statement {
    let start = token.range.lowerBound
    let kind = try statementKind()
    return Statement(kind, range: start..<max(start, previousEnd))
  }

  private func statementKind() throws(Rejection) -> Statement.Kind {
    guard let word = token.word else { return try definition() }
    let following = peek()
    if let foreign = foreignStatement(word, before: following) { throw foreign }
    if Words.isReserved(word), following.symbol == .define { throw .reserved(word, at: token.range) }
    switch word {
    case "set": return try setting()
    case "show": return .show(try output(.show))
    case "table": return try table()
    case "plot": return try plot()
    case "draw": return .draw(try output(.draw))
    case "explain": return try explanation()
    case "derive": return try derivation()
    case "gradcheck": return .inspection(try gradientCheck())
    case "expect": return try expectation()
    case "data": return try data()
    case "net": return .net(try net())
    case "train": return .train(try trainingOrder())
    case "step" where beginsStatement(word, before: following): return .step(try trainingOrder())
    case "for": return .loop(try loop())
    case "collect": return .collect(try collection())
    case _: return try definition()
    }
  }

  /// Whether the word begins a statement where `following` is the token after it: `step` is a function, too.
  func beginsStatement(_ word: String, before following: Token) -> Bool {
    guard word == "step" else { return Words.beginsStatement(word) }
    return !following.startsLine && following.word.map { !Words.joins($0) } ?? false
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

  /// `x = …`, `f(x) = …`, `a, b = …`, `mlp.W1 = …`: an expression up to the `=` tells which.
  private func definition() throws(Rejection) -> Statement.Kind {
    if isAt(.arrow) { throw .arrowAtStart(at: token.range) }
    let target = try expression()
    if token.isEnd {
      guard showsLoneExpressions else { throw .loneExpression(target, in: code) }
      let item = Output.Item(value: target, label: nil)
      return .show(Output(items: [item], form: nil, domain: nil, options: []))
    }
    if isAt(.comma), case .name(let text) = target.kind, peek().word != nil {
      return try severalValues(from: Name(text: text, range: target.range))
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
    case .member(let owner, let name):
      guard case .name(let text) = owner.kind else { throw .ownerExpected(owner, in: code) }
      return .member(of: Name(text: text, range: owner.range), name, try definedValue())
    case .index(let base, _): throw .entryDefined(at: target.range, of: base, in: code)
    case .number, .string, .vector, .matrix, .prime, .negate, .not, .binary, .approximately, .group:
      throw .noTarget(target, equals: equals, in: code)
    }
  }

  /// `a, b = …`, from the comma on.
  private func severalValues(from first: Name) throws(Rejection) -> Statement.Kind {
    let names = try targets(from: first)
    let value = try severalValue(of: names)
    return .values(names, value)
  }

  /// The names of `a, b, c`, of which the first has been passed.
  func targets(from first: Name) throws(Rejection) -> [Name] {
    guard !Words.isReserved(first.text) else { throw .reserved(first.text, at: first.range) }
    var names = [first]
    while isAt(.comma) {
      let comma = token.range
      advance()
      if token.isEnd || isAt(.define) { throw .nothingAfterComma(at: comma) }
      guard let word = token.word else {
        throw token.isMistake ? unexpected(after: nil) : .targetExpected(at: token.range, in: code)
      }
      guard !Words.isReserved(word) else { throw .reserved(word, at: token.range) }
      guard !names.contains(where: { $0.text == word }) else { throw .repeatedTarget(word, at: token.range) }
      names.append(Name(text: word, range: token.range))
      advance()
    }
    return names
  }

  /// `= …` after several names: one value that has as many parts.
  func severalValue(of names: [Name]) throws(Rejection) -> Expression {
    guard isAt(.define) else {
      if token.isMistake { throw unexpected(after: nil) }
      let range = names[0].range.lowerBound..<previousEnd
      guard token.isEnd else { throw .targetExpected(at: token.range, in: code) }
      throw .namesWithoutValue(at: range, in: code)
    }
    advance()
    operands = 0
    let value = try expression()
    if isAt(.comma) { throw .severalValues(at: token.range) }
    guard token.isEnd else { throw unexpected(after: value) }
    return value
  }

  /// What stands after the `=` of a definition, which ends the statement.
  func definedValue() throws(Rejection) -> Expression {
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
    if case .call(let function, _, _) = value.kind { return .argumentOutside(at: token.range, of: function) }
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
  func restOfLine(from place: Int) -> String {
    var start = place
    while let byte = code.byte(at: start), byte.isSpace, !byte.isLineEnd { start += 1 }
    var end = start
    while let byte = code.byte(at: end), !byte.isLineEnd, byte != UInt8(ascii: "#") { end += 1 }
    while end > start, code[end - 1].isSpace { end -= 1 }
    return code.quotation(start..<end)
  }
}
