/// `for`, its body, and `collect`.
extension Parser {
  /// `for η in [0.01, 0.1]` and the deeper lines below it. The body is read whatever is wrong with the header, so that all
  /// mistakes are told.
  func loop() throws(Rejection) -> Loop {
    let keyword = token.range
    let outer = column
    guard loopDepth < Loop.nestingLimit else { throw .tooManyLoops(at: keyword) }
    endsAtLine = true
    var header: (variable: Name, values: Loop.Values)?
    do throws(Rejection) {
      header = try loopHeader()
    } catch {
      note(error)
      guard !hasGivenUp else { throw .told }
      recover(from: keyword.lowerBound)
    }
    let headerRange = keyword.lowerBound..<previousEnd
    if header != nil { beginStatement() }
    let told = diagnostics.count
    let body = try loopBody(deeperThan: outer, after: keyword, isExpected: header != nil)
    guard let header, !body.isEmpty, diagnostics.count == told else {
      // Half a body would do something else than what is written.
      unreadNames += body.flatMap(\.definedNames)
      throw .told
    }
    return Loop(variable: header.variable, values: header.values, body: body, header: headerRange)
  }

  /// The statements below the header, of which the current token begins the first.
  private func loopBody(
    deeperThan outer: Int, after keyword: Range<Int>, isExpected: Bool
  ) throws(Rejection) -> [Statement] {
    endsAtLine = false
    guard !token.isEnd, token.column > outer else {
      endStatement(ofColumn: outer)
      missesLoopBody = true
      if isExpected { note(.loopWithoutBody(at: keyword)) }
      throw .told
    }
    loopDepth += 1
    let body = readStatements(deeperThan: outer)
    loopDepth -= 1
    endStatement(ofColumn: outer)
    return body
  }

  private func loopHeader() throws(Rejection) -> (variable: Name, values: Loop.Values) {
    advance()
    let variable = try variable(values: "[0.01, 0.1]")
    operands = 0
    let values = try loopValues(variable)
    guard token.isEnd else { throw unexpectedInLoopHeader(values.last) }
    return (variable, values.values)
  }

  private func loopValues(_ variable: Name) throws(Rejection) -> (values: Loop.Values, last: Expression) {
    let first = try expression()
    guard pass(.range) else {
      if case .vector(let entries) = first.kind { return (.list(entries), first) }
      return (.entries(of: first), first)
    }
    operands = 0
    let through = try expression()
    var step: Expression?
    if isAt(.comma) || isAtOption {
      for option in try optionsOfOutput(.loop) {
        guard option.name.text == "step" else { throw .unknownLoopOption(option.name) }
        step = option.value
      }
    }
    return (.range(from: first, through: through, step: step), step ?? through)
  }

  private func unexpectedInLoopHeader(_ last: Expression) -> Rejection {
    let following = peek()
    if isAt(.colon) {
      return following.startsLine || following.isEnd
        ? .colonAfterLoop(at: token.range) : .colonInDomain(at: token.range)
    }
    if isAt(.comma) {
      guard !following.startsLine, !following.isEnd else { return .nothingAfterComma(at: token.range) }
      if following.isWord("step") { return .stepOfList(at: following.range) }
      return .loopValuesWithoutBrackets(at: token.range, text: restOfLine(from: last.range.lowerBound))
    }
    if token.isWord("step") { return .stepWithoutComma(at: previousEnd..<token.range.upperBound) }
    if let word = token.word, beginsStatement(word, before: peek()) { return .bodyInHeader(at: token.range) }
    if token.word != nil, peek().symbol == .define { return .bodyInHeader(at: token.range) }
    return unexpected(after: last)
  }

  /// `collect m, accuracy(m, xor)`
  func collection() throws(Rejection) -> [Expression] {
    let keyword = token.range
    guard loopDepth > 0 || missesLoopBody else { throw .collectionOutsideLoop(at: keyword) }
    advance()
    if token.isEnd { throw .nothingToCollect(after: keyword) }
    var values: [Expression] = []
    while true {
      if isAtOption { throw .optionOfCollection(at: token.range) }
      operands = 0
      let value = try expression()
      values.append(value)
      if token.isWord("as") { throw .labelOfCollection(at: token.range) }
      guard isAt(.comma) else {
        guard token.isEnd else { throw unexpected(after: value) }
        // That the loop above has no body has been said.
        guard loopDepth > 0 else { throw .told }
        return values
      }
      let comma = token.range
      advance()
      if token.isEnd { throw .nothingAfterComma(at: comma) }
    }
  }
}
