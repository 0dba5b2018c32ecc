import SourceText

/// What there is to say about networks on data, loops, and what is written about both.
extension Rejection {
  /// How the statement that begins with these words is written, up to its options.
  private static func example(_ words: Range<Int>, _ network: String, _ data: String, in code: [UInt8]) -> String {
    "write `\(code.quotation(words)) \(network) on \(data)`"
  }

  static func nothingOn(_ words: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: words, "nothing follows `\(code.quotation(words))`", help: example(words, "mlp", "xor", in: code))
  }

  static func statementAsCall(at words: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: words, "`\(code.quotation(words))` is no function: it has no brackets",
      help: example(words, "mlp", "xor", in: code))
  }

  static func networkMissing(at range: Range<Int>, after words: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "a network is missing after `\(code.quotation(words))`", help: example(words, "mlp", "xor", in: code))
  }

  static func networkNameExpected(_ network: Expression, after words: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: network.range, "`\(code.quotation(words))` changes a network, which has a name",
      help: "name it first: `m = \(code.quotation(network.range))`, then `\(code.quotation(words)) m on …`")
  }

  static func onExpected(
    at range: Range<Int>, _ network: Expression, from words: Range<Int>, data: Range<Int>?, in code: [UInt8]
  ) -> Rejection {
    let name = code.quotation(network.range)
    return Rejection(
      at: range, "`on` is missing after `\(name)`",
      help: example(words, name, data.map { code.quotation($0) } ?? "xor", in: code))
  }

  static func dataMissing(at range: Range<Int>, _ network: Expression, from words: Range<Int>, in code: [UInt8])
    -> Rejection
  {
    Rejection(
      at: range, "a data set is missing after `on`",
      help: example(words, code.quotation(network.range), "xor", in: code))
  }

  static func labelOfInspection(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a label belongs to a value or a column, and none stands here")
  }

  static func formExpected(after word: Range<Int>) -> Rejection {
    Rejection(at: word, "a form is missing after `as`: `math`, `table` or `text`")
  }

  static func loopOfInspection(_ kind: Inspection.Kind, at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`\(kind.rawValue)` takes no `by`: it is about one network",
      help: "in the body of the `for`, it is written for each value")
  }

  static func explanationOnData(_ network: Expression, at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "`on` belongs to `explain forward`",
      help: "write `explain forward \(code.quotation(network.range)) on …`")
  }

  static func labelWithoutAs(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let text = code.quotation(range)
    return Rejection(
      at: range, "a label follows `as`", help: "write `as \(text)`", "an option has its name and `=`: `title = \(text)`"
    )
  }

  // MARK: Kinds, `by` and `for` of outputs

  static func unknownKind(_ name: Name, of word: Parser.OutputWord, near: String?) -> Rejection {
    let kinds = word.kinds.map { "`\(word.rawValue) \($0)`" }
    let list =
      kinds.count < 2 ? kinds.joined() : kinds.dropLast().joined(separator: ", ") + " and " + (kinds.last ?? "")
    return Rejection(
      at: name.range, "there is no `\(word.rawValue) \(name.text)`",
      help: near.map { "did you mean `\(word.rawValue) \($0)`?" } ?? "there \(kinds.count == 1 ? "is" : "are") \(list)")
  }

  static func loopOfOther(_ word: Parser.OutputWord, at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`\(word.rawValue)` takes no `by`",
      help: "`table … by η` writes a row, `plot … by η` a point for each η of a loop")
  }

  static func domainAndLoop(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`by` and `for` do not go together: a range has its own values")
  }

  static func loopExpected(of word: Parser.OutputWord, at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, word == .derive ? "a variable is missing after `by`" : "the variable of a loop is missing after `by`",
      help: word == .derive ? "write `by x`" : "write `by η`")
  }

  static func derivationWithoutVariable(after keyword: Range<Int>, _ output: Output, in code: [UInt8]) -> Rejection {
    let last = output.items.last?.value.range ?? keyword
    return Rejection(
      at: last.upperBound..<last.upperBound, "`by` and a variable are missing",
      help: "write `derive \(code.quotation(last)) by x`")
  }

  static func secondVariable(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a derivative is taken by one variable", help: "write a `derive` for each")
  }

  // MARK: Loops

  static func tooManyLoops(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "at most \(Loop.nestingLimit) loops may stand within one another")
  }

  static func loopWithoutBody(at keyword: Range<Int>) -> Rejection {
    Rejection(
      at: keyword, "this `for` has no body",
      help: "what is done for each value stands on the lines below, indented deeper")
  }

  static func unevenBody(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "this line stands neither in the column of the body above nor in that of its `for`",
      help: "the statements of a body begin in one column")
  }

  static func bodyInHeader(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "the body of a `for` does not stand on its line",
      help: "begin another line here, indented deeper than `for`")
  }

  static func colonAfterLoop(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the line of a `for` ends without `:`", help: "leave it out")
  }

  static func loopValuesWithoutBrackets(at range: Range<Int>, text: String) -> Rejection {
    let values = text.hasSuffix(":") ? String(text.dropLast()) : text
    return Rejection(at: range, "the values of a loop stand in brackets", help: "write `[\(values)]`")
  }

  static func stepOfList(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "only a range has a step, as in `1..10, step=2`")
  }

  static func secondLoopVariable(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "one variable runs over the values")
  }

  static func stepWithoutComma(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the step is an option", help: "write `, step=2`")
  }

  static func unknownLoopOption(_ name: Name) -> Rejection {
    Rejection(
      at: name.range, "a loop has no option `\(name.text)`", help: "its one option is `step`, as in `1..10, step=2`")
  }

  static func collectionOutsideLoop(at keyword: Range<Int>) -> Rejection {
    Rejection(
      at: keyword, "`collect` stands in the body of a `for`",
      help: "it keeps values once for each value of the loop; one alone is named: `a = …`")
  }

  static func nothingToCollect(after keyword: Range<Int>) -> Rejection {
    Rejection(at: keyword, "nothing follows `collect`", help: "write `collect m, accuracy(m, xor)`")
  }

  static func optionOfCollection(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`collect` has no options", help: "a value is named on a line above: `a = …`, then `collect a`")
  }

  static func labelOfCollection(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "what is collected has no label", help: "labels stand where it is written: `table … as \"label\" by η`"
    )
  }
}
