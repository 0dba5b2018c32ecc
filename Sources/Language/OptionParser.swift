/// `name = value`, separated by commas or line breaks, behind whatever has options.
extension Parser {
  /// What a list of options belongs to, for the words of its mistakes.
  enum OptionOwner {
    case output
    case training
    case data
    case net
    case loop
  }

  /// The options of a statement, the comma before them included.
  func optionsOfOutput(_ owner: OptionOwner = .output) throws(Rejection) -> [Option] {
    if isAt(.comma) { try passOptionComma(owner) }
    guard isAtOption else { return [] }
    guard token.startsLine || previous.symbol == .comma else {
      throw .missingOptionComma(at: previousEnd..<token.range.lowerBound, before: token.range, in: code)
    }
    return try options(owner)
  }

  func options(_ owner: OptionOwner = .output) throws(Rejection) -> [Option] {
    var options: [Option] = []
    var seen: Set<String> = []
    while isAtOption, let word = token.word {
      let name = Name(text: word, range: token.range)
      guard seen.insert(word).inserted else { throw .repeatedOption(name) }
      advance()
      advance()
      operands = 0
      let value = try expression()
      options.append(Option(name: name, value: value))
      if isAt(.comma) {
        try passOptionComma(owner)
      } else if !(token.startsLine && isAtOption) {
        guard !isAtOption else {
          throw .missingOptionComma(at: previousEnd..<token.range.lowerBound, before: token.range, in: code)
        }
        guard token.isEnd else { throw unexpectedOption(owner, after: value) }
      }
    }
    return options
  }

  /// Passes the comma before an option.
  private func passOptionComma(_ owner: OptionOwner) throws(Rejection) {
    let comma = token.range
    advance()
    if token.isEnd { throw .nothingAfterComma(at: comma) }
    guard isAtOption else { throw optionExpected(owner) }
  }

  /// What stands in the place of an option is none.
  func optionExpected(_ owner: OptionOwner) -> Rejection {
    if token.isMistake { return unexpected(after: nil) }
    return .optionExpected(at: token.range, owner, likely: likelyOption, in: code)
  }

  /// On a line of its own something stands that is no option, though options are all that could go on here.
  private func unexpectedOption(_ owner: OptionOwner, after value: Expression) -> Rejection {
    if owner == .net, isAt(.arrow) { return .layerAfterOptions(at: token.range) }
    return token.startsLine && likelyOption != nil ? optionExpected(owner) : unexpected(after: value)
  }

  /// The option that `loss bce` and `epochs: 500` were meant to be.
  private var likelyOption: String? {
    guard let word = token.word, !Words.isNoOperand(word) || word == "by" else { return nil }
    let following = peek()
    guard !following.startsLine, following.symbol == .colon || following.startsOperand else { return nil }
    let ahead = Parser(copying: self)
    ahead.advance()
    if ahead.isAt(.colon) { ahead.advance() }
    ahead.operands = 0
    return (try? ahead.expression()).map { "\(word) = \(code.quotation($0.range))" }
  }

  /// The options after a statement's only expression.
  func trailingOptions(after value: Expression) throws(Rejection) -> [Option] {
    if isAt(.comma) {
      let comma = token.range
      advance()
      if token.isEnd { throw .nothingAfterComma(at: comma) }
      guard isAtOption else { throw token.isMistake ? unexpected(after: nil) : .oneExpressionOnly(at: comma) }
      return try options()
    }
    if isAtOption { return try optionsOfOutput() }
    guard token.isEnd else { throw unexpected(after: value) }
    return []
  }

  /// The options that end a statement in which they are all that may follow `value`.
  func closingOptions(_ owner: OptionOwner, after value: Expression?) throws(Rejection) -> [Option] {
    let options = try optionsOfOutput(owner)
    guard token.isEnd else {
      throw token.startsLine && likelyOption != nil ? optionExpected(owner) : unexpected(after: value)
    }
    return options
  }
}
