import SourceText

/// The statements that write something, and what they share with inline values.
extension Parser {
  enum OutputWord: String {
    case show, table, plot, draw, explain, derive

    /// The words that say what is written, where a value follows them.
    var kinds: [String] {
      switch self {
      case .table: ["predictions", "confusion", "gradients"]
      case .plot: ["boundary", "scatter", "histogram", "heatmap", "bars"]
      case .explain: ["forward"]
      case .show, .draw, .derive: []
      }
    }

    /// Whether it writes one value for each of some others.
    var runsOverValues: Bool { self == .table || self == .plot }
  }

  /// `show a, b as "label", digits=3`, from the first word on.
  func output(_ word: OutputWord) throws(Rejection) -> Output {
    let keyword = token.range
    advance()
    try checkFirstItem(of: word, at: keyword)
    return try output(word, from: keyword)
  }

  /// `table …`
  func table() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    advance()
    try checkFirstItem(of: .table, at: keyword)
    guard let kind = try outputKind(of: .table), let inspection = Inspection.Kind(rawValue: "table \(kind.text)") else {
      return .table(try output(.table, from: keyword))
    }
    return .inspection(try self.inspection(inspection, from: keyword))
  }

  /// `plot …`
  func plot() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    advance()
    try checkFirstItem(of: .plot, at: keyword)
    guard let kind = try outputKind(of: .plot) else { return .plot(.lines, try output(.plot, from: keyword)) }
    if let inspection = Inspection.Kind(rawValue: "plot \(kind.text)") {
      return .inspection(try self.inspection(inspection, from: keyword))
    }
    return .plot(PlotKind(rawValue: kind.text) ?? .lines, try output(.plot, from: keyword))
  }

  /// `explain …`
  func explanation() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    advance()
    try checkFirstItem(of: .explain, at: keyword)
    guard try outputKind(of: .explain) != nil else { return .explain(try output(.explain, from: keyword)) }
    return .inspection(try inspection(.forward, from: keyword))
  }

  /// `derive x^2 by x`
  func derivation() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    let written = try output(.derive)
    guard let variable = written.loops.first else {
      throw .derivationWithoutVariable(after: keyword, written, in: code)
    }
    if let second = written.loops.dropFirst().first { throw .secondVariable(at: second.range) }
    let output = Output(items: written.items, form: written.form, domain: nil, options: written.options)
    return .derive(output, by: variable)
  }

  /// What stands after the word of an output and the word of its kind.
  private func output(_ word: OutputWord, from keyword: Range<Int>) throws(Rejection) -> Output {
    var items: [Output.Item] = []
    var form: Name?
    repeat {
      operands = 0
      items.append(try item(&form))
    } while try passItemComma(form)
    let domain = token.isWord("for") ? try self.domain(of: word, form: &form) : nil
    let loops = token.isWord("by") ? try self.loops(of: word, domain, form: &form) : []
    var options = try optionsOfOutput()
    guard token.isEnd else { throw unexpectedInOutput(word, loops, after: domain?.through ?? items.last?.value) }
    guard let domain else { return Output(items: items, form: form, domain: nil, loops: loops, options: options) }
    let step = options.firstIndex { $0.name.text == "step" }.map { options.remove(at: $0).value }
    let stepped = Output.Domain(
      variable: domain.variable, from: domain.from, through: domain.through, step: step, range: domain.range)
    return Output(items: items, form: form, domain: stepped, options: options)
  }

  /// Says so where the first thing after the word is none that can be shown.
  private func checkFirstItem(of word: OutputWord, at keyword: Range<Int>) throws(Rejection) {
    if token.isEnd { throw .nothingToShow(word, after: keyword) }
    if isAtOption { throw .optionInsteadOfItem(at: token.range.lowerBound..<peek().range.upperBound, word, in: code) }
  }

  // MARK: Kinds

  /// Passes the word that says what is written; nil where a value begins at once.
  private func outputKind(of word: OutputWord) throws(Rejection) -> Name? {
    guard let text = token.word, !Words.isNoOperand(text), isFollowedByValue(text, of: word) else { return nil }
    let name = Name(text: text, range: token.range)
    guard word.kinds.contains(text) else {
      let near =
        nearest(to: text, among: word.kinds) ?? word.kinds.first { text.count >= 3 && $0.hasPrefix(text) }
      guard near != nil || isNetworkAhead else { return nil }
      throw .unknownKind(name, of: word, near: near)
    }
    advance()
    return name
  }

  /// Whether a value stands right after the current word, which therefore is none itself.
  private func isFollowedByValue(_ text: String, of word: OutputWord) -> Bool {
    let following = peek()
    guard !following.startsLine, following.followsSpace else { return false }
    if following.startsOperand { return true }
    guard word.kinds.contains(text) else { return false }
    // `plot bars -x`, `plot boundary on m`
    return following.isWord("on") || following.symbol == .minus && code.byte(at: following.range.upperBound) != 0x20
  }

  /// Whether `mlp on` follows the current word.
  private var isNetworkAhead: Bool {
    let ahead = Parser(copying: self)
    ahead.advance()
    ahead.advance()
    return ahead.token.isWord("on")
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
  func formName(before earlier: Name?) throws(Rejection) -> Name {
    guard let word = token.word else {
      if case .string = token.kind { throw .labelBehindItems(at: token.range) }
      throw unexpected(after: nil)
    }
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
    guard word.runsOverValues else { throw .domainOfOther(word, at: token.range) }
    advance()
    let name = try variable(values: "1..4")
    operands = 0
    let from = try expression()
    guard pass(.range) else { throw token.isMistake ? unexpected(after: from) : rangeExpected(word, after: from) }
    operands = 0
    let through = try expression()
    let range = start..<previousEnd
    if pass("as") { form = try formName(before: form) }
    return Output.Domain(variable: name, from: from, through: through, step: nil, range: range)
  }

  /// `x in`, after `for`. `values` is what a message writes after it.
  func variable(values: String) throws(Rejection) -> Name {
    guard let variable = token.word, !Words.isReserved(variable) else {
      if let word = token.word { throw .reserved(word, at: token.range) }
      throw token.isMistake ? unexpected(after: nil) : .variableExpected(at: missingRange, values: values)
    }
    let name = Name(text: variable, range: token.range)
    advance()
    guard pass("in") else {
      if isAt(.comma), peek().word != nil { throw .secondLoopVariable(at: token.range) }
      throw token.isMistake
        ? unexpected(after: nil)
        : .inExpected(at: missingRange, variable: variable, values: writtenValues ?? values)
    }
    return name
  }

  /// What stands where `in` is missing, if it could be what the variable runs over.
  private var writtenValues: String? {
    guard isAt(.define) || isAt(.leftBracket) || token.startsOperand && token.word == nil else { return nil }
    let text = restOfLine(from: isAt(.define) ? token.range.upperBound : token.range.lowerBound)
    return text.isEmpty ? nil : text
  }

  private func rangeExpected(_ word: OutputWord, after from: Expression) -> Rejection {
    if case .vector = from.kind, token.isEnd || isAt(.comma) { return .domainWithoutRange(word, at: from.range) }
    if isAt(.colon) { return .colonInDomain(at: token.range) }
    return token.isEnd || isAt(.comma) ? .domainWithoutRange(word, at: from.range) : unexpected(after: from)
  }

  /// `by η, h`, or what a derivative is taken by.
  private func loops(
    of word: OutputWord, _ domain: Output.Domain?, form: inout Name?
  ) throws(Rejection) -> [Name] {
    guard word.runsOverValues || word == .derive else { throw .loopOfOther(word, at: token.range) }
    guard domain == nil else { throw .domainAndLoop(at: token.range) }
    var names: [Name] = []
    repeat {
      let separator = token.range
      advance()
      if !names.isEmpty {
        if token.isEnd { throw .nothingAfterComma(at: separator) }
        if isAtOption { break }
      }
      names.append(try loopName(of: word, after: separator))
      guard !names.dropLast().contains(where: { $0.text == names[names.count - 1].text }) else {
        throw .repeatedOption(names[names.count - 1])
      }
    } while isAt(.comma)
    if pass("as") { form = try formName(before: form) }
    return names
  }

  private func loopName(of word: OutputWord, after separator: Range<Int>) throws(Rejection) -> Name {
    guard let text = token.word else {
      throw token.isMistake ? unexpected(after: nil) : .loopExpected(of: word, at: missingRange)
    }
    guard !Words.isReserved(text) else { throw .reserved(text, at: token.range) }
    let name = Name(text: text, range: token.range)
    advance()
    return name
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
