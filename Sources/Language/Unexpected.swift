/// What to say where the grammar cannot go on: it depends on what stands there and on what was read before.
extension Parser {
  /// The place after the last token, where something is missing.
  var missingRange: Range<Int> { previousEnd..<previousEnd }

  /// The current token can follow neither what was read nor `left`, the expression right before it.
  func unexpected(after left: Expression?) -> Rejection {
    if case .mistake(let rejection) = token.kind { return rejection }
    if let bracket = brackets.last, token.isEnd || beginsLineOfStatement(token) {
      return .neverClosed(bracket, at: missingRange, in: code)
    }
    if let left, token.startsOperand || token.isWord("not") { return sideBySide(left) }
    switch token.kind {
    case .end: return .somethingMissing(at: missingRange)
    case .word(let word): return .misplacedWord(word, at: token.range)
    case .symbol(let symbol): return unexpectedSymbol(symbol, after: left)
    case .number, .string: return .misplaced(at: token.range, in: code)
    case .mistake(let rejection): return rejection
    }
  }

  private func unexpectedSymbol(_ symbol: Symbol, after left: Expression?) -> Rejection {
    switch symbol {
    case .rightParenthesis, .rightBracket:
      guard let bracket = brackets.last else { return .neverOpened(at: token.range, in: code) }
      return .wrongCloser(at: token.range, of: bracket, in: code)
    case .define: return .definitionInExpression(at: token.range, left: left, right: operandAhead(), in: code)
    case .semicolon where brackets.isEmpty: return .semicolon(at: token.range)
    case .semicolon where brackets.last?.kind == .index: return .semicolonInIndex(at: token.range)
    case .comma where brackets.last?.kind == .group: return .commaInGroup(at: token.range)
    case .range: return .rangeOutsideDomain(at: token.range)
    case .plusMinus: return .strayTolerance(at: token.range, after: left, tolerance: operandAhead(), in: code)
    case .prime, .doublePrime: return .detachedPrime(at: token.range, in: code)
    case .arrow:
      if let bracket = brackets.last, hasArrows { return .openAtArrow(bracket, in: code) }
      return .arrow(at: token.range)
    case .plus, .minus, .times, .over, .power, .product, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
      .notEqual, .approximately, .leftParenthesis, .leftBracket, .comma, .semicolon, .colon, .dot:
      return .misplaced(at: token.range, in: code)
    }
  }

  /// Two operands without anything between them.
  private func sideBySide(_ left: Expression) -> Rejection {
    let pair = left.range.lowerBound..<token.range.upperBound
    if brackets.isEmpty, token.startsLine { return .continuation(at: token.range, in: code) }
    if brackets.last?.kind == .list, token.followsSpace {
      return .missingComma(after: left, before: token.range, in: code)
    }
    switch (left.kind, token.kind) {
    case (.number, .word) where !token.followsSpace:
      return .impliedProduct(at: pair, left: left.range, right: token.range, in: code)
    case (.name, .symbol(.leftParenthesis)) where token.followsSpace:
      return .spaceBeforeBracket(at: left.range.upperBound..<token.range.upperBound, after: left, in: code)
    case (_, .symbol(.leftBracket)) where token.followsSpace:
      return .spaceBeforeIndex(at: left.range.upperBound..<token.range.upperBound, after: left, in: code)
    case (.member, .symbol(.leftParenthesis)) where !token.followsSpace:
      return .memberCalled(at: left.range, in: code)
    case (.number, .symbol(.leftParenthesis)), (.group, .symbol(.leftParenthesis)), (.group, .word), (.group, .number),
      (.number, .word):
      return .impliedProduct(at: pair, left: left.range, right: token.range, in: code)
    case _:
      return .missingOperator(at: token.range, left: left.range, in: code)
    }
  }

  /// The current token is none that an operand begins with.
  func operandExpected() -> Rejection {
    if case .mistake(let rejection) = token.kind { return rejection }
    if let bracket = brackets.last, token.isEnd || beginsLineOfStatement(token) {
      return .neverClosed(bracket, at: missingRange, in: code)
    }
    switch token.kind {
    case .end: return .operandMissing(at: missingRange, after: previous.range, in: code)
    case .word(let word):
      return word == "not" ? .notWithoutBrackets(at: token.range) : .wordAsOperand(word, at: token.range)
    case .symbol(let symbol): return operandExpected(at: symbol)
    case .number, .string: return .misplaced(at: token.range, in: code)
    case .mistake(let rejection): return rejection
    }
  }

  private func operandExpected(at symbol: Symbol) -> Rejection {
    switch symbol {
    case .plus: return .plusSign(at: token.range)
    case .prime, .doublePrime: return .singleQuotes(at: token.range)
    case .rightParenthesis, .rightBracket:
      return brackets.isEmpty
        ? .neverOpened(at: token.range, in: code)
        : .operandMissing(at: token.range, before: token.range, in: code)
    case .minus, .times, .over, .power, .product, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
      .approximately, .plusMinus, .define, .leftParenthesis, .leftBracket, .comma, .semicolon, .colon, .dot, .range,
      .arrow:
      return .operandMissing(at: token.range, before: token.range, in: code)
    }
  }

  /// After the `.` of a member.
  func memberExpected(after dot: Range<Int>) -> Rejection {
    if case .mistake(let rejection) = token.kind { return rejection }
    return .memberMissing(after: dot)
  }

  /// After the items, the domain or the loops, and the options of an output.
  func unexpectedInOutput(_ word: OutputWord, _ loops: [Name], after last: Expression?) -> Rejection {
    switch token.word {
    case "for": return loops.isEmpty ? .domainOfOther(word, at: token.range) : .domainAndLoop(at: token.range)
    case "by": return .loopOfOther(word, at: token.range)
    case "on" where word == .explain:
      if let last { return .explanationOnData(last, at: token.range, in: code) }
    case _: break
    }
    if case .string = token.kind, !token.startsLine { return .labelWithoutAs(at: token.range, in: code) }
    return unexpected(after: loops.isEmpty ? last : nil)
  }
}

extension Token {
  var isMistake: Bool {
    if case .mistake = kind { true } else { false }
  }
}
