/// What is said of a network on data: `train`, `step`, `gradcheck`, and the outputs about one.
extension Parser {
  /// `train mlp on xor, loss=bce`, from the word on; `step` reads the same.
  func trainingOrder() throws(Rejection) -> TrainingOrder {
    let keyword = token.range
    advance()
    try checkSubject(after: keyword)
    let network = try expression()
    guard case .name(let text) = network.kind else {
      throw token.isMistake ? unexpected(after: network) : .networkNameExpected(network, after: keyword, in: code)
    }
    let data = try dataAfterOn(network, from: keyword)
    let options = try closingOptions(.training, after: data)
    return TrainingOrder(network: Name(text: text, range: network.range), data: data, options: options)
  }

  /// `gradcheck mlp on xor, loss=bce`
  func gradientCheck() throws(Rejection) -> Inspection {
    let keyword = token.range
    advance()
    return try inspection(.gradientCheck, from: keyword)
  }

  /// `mlp on xor as math, loss=bce`; `keyword` is the first word of the statement, the last one has been passed.
  func inspection(_ kind: Inspection.Kind, from keyword: Range<Int>) throws(Rejection) -> Inspection {
    let words = keyword.lowerBound..<previousEnd
    try checkSubject(after: words)
    operands = 0
    let network = try expression()
    let data = try dataAfterOn(network, from: words)
    var form: Name?
    if token.isWord("as") {
      let word = token.range
      advance()
      if case .string = token.kind { throw .labelOfInspection(at: token.range) }
      guard token.word != nil else { throw token.isMistake ? unexpected(after: nil) : .formExpected(after: word) }
      form = try formName(before: nil)
    }
    if token.isWord("by") { throw .loopOfInspection(kind, at: token.range) }
    let options = try closingOptions(.training, after: data)
    return Inspection(kind, words: words, network: network, data: data, form: form, options: options)
  }

  /// Says so where no network follows the words of the statement.
  private func checkSubject(after words: Range<Int>) throws(Rejection) {
    if token.isEnd { throw .nothingOn(words, in: code) }
    if isAt(.leftParenthesis), !token.followsSpace { throw .statementAsCall(at: words, in: code) }
    if token.isWord("on") || isAtOption { throw .networkMissing(at: missingRange, after: words, in: code) }
  }

  /// `on xor`
  private func dataAfterOn(_ network: Expression, from words: Range<Int>) throws(Rejection) -> Expression {
    guard token.isWord("on") else {
      if token.isMistake { throw unexpected(after: network) }
      let data = isAt(.comma) ? peek() : token
      let isName = data.word.map { !Words.isNoOperand($0) } ?? false
      throw .onExpected(
        at: missingRange, network, from: words, data: isName && !beginsOption(data) ? data.range : nil, in: code)
    }
    advance()
    if token.isEnd || isAt(.comma) || isAtOption {
      throw .dataMissing(at: missingRange, network, from: words, in: code)
    }
    operands = 0
    return try expression()
  }

  /// Whether the token, the current one or the next, begins an option.
  private func beginsOption(_ word: Token) -> Bool {
    var place = word.range.upperBound
    while let byte = code.byte(at: place), byte == 0x20 { place += 1 }
    return code.byte(at: place) == UInt8(ascii: "=")
  }
}
