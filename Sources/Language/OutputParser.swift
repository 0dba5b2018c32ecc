/// The statements that write something: `show`, `table`, `expect`, and what they share with inline values.
extension Parser {
  enum OutputWord: String {
    case show, table
  }

  /// `show a, b as "label", digits=3` and `table a, b for x in 1..4, step=1`, from the first word on.
  func output(_ word: OutputWord) throws(Rejection) -> Output {
    let keyword = token.range
    advance()
    try checkFirstItem(of: word, at: keyword)
    var items: [Output.Item] = []
    var form: Name?
    repeat {
      operands = 0
      items.append(try item(&form))
    } while try passItemComma(form)
    let domain = token.isWord("for") ? try self.domain(of: word, form: &form) : nil
    var options = try optionsOfOutput()
    guard token.isEnd else { throw unexpectedInOutput(word, after: domain?.through ?? items.last?.value) }
    guard let domain else { return Output(items: items, form: form, domain: nil, options: options) }
    let step = options.firstIndex { $0.name.text == "step" }.map { options.remove(at: $0).value }
    let stepped = Output.Domain(
      variable: domain.variable, from: domain.from, through: domain.through, step: step, range: domain.range)
    return Output(items: items, form: form, domain: stepped, options: options)
  }

  /// Says so where the first thing after the word is none that can be shown.
  private func checkFirstItem(of word: OutputWord, at keyword: Range<Int>) throws(Rejection) {
    if token.isEnd { throw .nothingToShow(word, after: keyword) }
    if isAtOption { throw .optionInsteadOfItem(at: token.range.lowerBound..<peek().range.upperBound, word, in: code) }
    guard word == .table, let what = token.word, ["predictions", "confusion", "gradients"].contains(what) else {
      return
    }
    let following = peek()
    guard following.word != nil, following.startsOperand, !following.startsLine else { return }
    throw .laterTable(what, at: token.range)
  }

  private func item(_ form: inout Name?) throws(Rejection) -> Output.Item {
    let value = try expression()
    var label: String?
    while token.isWord("as") {
      let word = token.range
      advance()
      switch token.kind {
      case .string(let text):
        guard label == nil else { throw .secondLabel(at: token.range) }
        label = text
        advance()
      case .word: form = try formName(before: form)
      case .number, .symbol, .mistake, .end:
        throw token.isMistake ? unexpected(after: nil) : .labelExpected(after: word)
      }
    }
    return Output.Item(value: value, label: label)
  }

  /// `math`, `table` or `text` after `as`.
  private func formName(before earlier: Name?) throws(Rejection) -> Name {
    guard let word = token.word else { throw unexpected(after: nil) }
    guard Words.forms.contains(word) else { throw .unknownForm(word, at: token.range) }
    guard earlier == nil else { throw .secondForm(at: token.range) }
    let name = Name(text: word, range: token.range)
    advance()
    return name
  }

  /// Passes the comma after an item; false where no further item follows.
  private func passItemComma(_ form: Name?) throws(Rejection) -> Bool {
    guard isAt(.comma) else { return false }
    let comma = token.range
    advance()
    if token.isEnd { throw .nothingAfterComma(at: comma) }
    if isAtOption { return false }
    if let form { throw .formBeforeEnd(form) }
    return true
  }

  // MARK: Domains

  /// `for x in a..b`, with the comma after it where options follow.
  private func domain(of word: OutputWord, form: inout Name?) throws(Rejection) -> Output.Domain {
    let start = token.range.lowerBound
    guard word == .table else { throw .domainOfShow(at: token.range) }
    advance()
    guard let variable = token.word, !Words.isReserved(variable) else {
      if let word = token.word { throw .reserved(word, at: token.range) }
      throw token.isMistake ? unexpected(after: nil) : .variableExpected(at: missingRange)
    }
    let name = Name(text: variable, range: token.range)
    advance()
    guard pass("in") else {
      throw token.isMistake ? unexpected(after: nil) : .inExpected(at: missingRange, variable: variable)
    }
    operands = 0
    let from = try expression()
    guard pass(.range) else { throw token.isMistake ? unexpected(after: from) : rangeExpected(after: from) }
    operands = 0
    let through = try expression()
    let range = start..<previousEnd
    if pass("as") { form = try formName(before: form) }
    return Output.Domain(variable: name, from: from, through: through, step: nil, range: range)
  }

  private func rangeExpected(after from: Expression) -> Rejection {
    if case .vector = from.kind, token.isEnd || isAt(.comma) { return .domainWithoutRange(at: from.range) }
    if isAt(.colon) { return .colonInDomain(at: token.range) }
    return token.isEnd || isAt(.comma) ? .domainWithoutRange(at: from.range) : unexpected(after: from)
  }

  // MARK: Options

  /// The options of an output, the comma before them included.
  private func optionsOfOutput() throws(Rejection) -> [Option] {
    if isAt(.comma) { try passOptionComma() }
    guard isAtOption else { return [] }
    guard token.startsLine || previous.symbol == .comma else {
      throw .missingOptionComma(at: previousEnd..<token.range.lowerBound, before: token.range, in: code)
    }
    return try options()
  }

  /// `name = value`, separated by commas or line breaks.
  func options() throws(Rejection) -> [Option] {
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
        try passOptionComma()
      } else if !(token.startsLine && isAtOption) {
        guard !isAtOption else {
          throw .missingOptionComma(at: previousEnd..<token.range.lowerBound, before: token.range, in: code)
        }
        guard token.isEnd else { throw unexpected(after: value) }
      }
    }
    return options
  }

  /// Passes the comma before an option.
  func passOptionComma() throws(Rejection) {
    let comma = token.range
    advance()
    if token.isEnd { throw .nothingAfterComma(at: comma) }
    guard isAtOption else {
      throw token.isMistake ? unexpected(after: nil) : .optionExpected(at: token.range, in: code)
    }
  }

  // MARK: Expectations and inline values

  /// `expect a ≈ b ± 0.001`
  func expectation() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    advance()
    if token.isEnd { throw .nothingToExpect(after: keyword) }
    let condition = try expression()
    return .expect(condition, try trailingOptions(after: condition))
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

  /// `mlp.loss, digits=9`
  func inlineCode() throws(Rejection) -> InlineCode {
    if token.isEnd { throw .nothingInline(at: token.range) }
    if let word = token.word, beginsStatement(word, before: peek()) {
      throw .statementInline(word, at: token.range)
    }
    let value = try expression()
    if isAt(.define) { throw .definitionInline(at: token.range) }
    return InlineCode(value: value, options: try trailingOptions(after: value))
  }
}
