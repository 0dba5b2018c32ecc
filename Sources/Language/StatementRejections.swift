import SourceText

/// What there is to say about statements.
extension Rejection {
  static func unknownStatement(_ word: String, at range: Range<Int>) -> Rejection {
    let near = nearest(to: word, among: Words.statements)
    return Rejection(
      at: range, "`\(word)` is not a statement",
      help: near.map { "did you mean `\($0)`?" }
        ?? "a statement begins with a word such as `show`, `net` or `train`, or with the name that it defines")
  }

  static func reserved(_ word: String, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`\(word)` is a word of the language and cannot be defined", help: "choose another name")
  }

  // MARK: Settings

  static func settingExpected(after keyword: Range<Int>) -> Rejection {
    Rejection(at: keyword, "the name of a setting is missing after `set`", help: "write `set digits = 6`")
  }

  static func settingWithoutValue(_ name: Name, text: String) -> Rejection {
    Rejection(
      at: name.range, "`=` is missing after `\(name.text)`",
      help: "write `set \(name.text) = \(text.isEmpty ? "…" : text)`")
  }

  static func secondSetting(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "one `set` makes one setting", help: "begin another line with `set`")
  }

  // MARK: Definitions

  static func loneExpression(_ value: Expression, in code: [UInt8]) -> Rejection {
    let text = code.quotation(value.range)
    var helps = ["to show it, write `show \(text)`"]
    switch value.kind {
    case .call(let name, _, let arguments) where ["print", "println", "display", "disp", "puts"].contains(name.text):
      let start = arguments.first?.value.range.lowerBound ?? value.range.upperBound
      let end = arguments.last?.value.range.upperBound ?? start
      return Rejection(
        at: name.range, "`\(name.text)` is not how a value is shown here",
        help: "write `show \(code.quotation(start..<end))`")
    case .binary(.equal, let name, let other):
      helps.append("to define, write `\(code.quotation(name.range)) = \(code.quotation(other.range))`")
    case .binary(.less, let name, let other):
      if case .negate(let inner) = other.kind, code[other.range.lowerBound - 1] == UInt8(ascii: "<") {
        helps = ["to define, write `\(code.quotation(name.range)) = \(code.quotation(inner.range))`"]
      }
    case .number, .string, .name, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary,
      .approximately, .group:
      break
    }
    return Rejection(at: value.range, "nothing is done with this value", helps: helps)
  }

  static func derivativeDefined(of name: Name, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a derivative cannot be defined: it follows from `\(name.text)`")
  }

  static func ownerExpected(_ owner: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: owner.range,
      "a member is set under the name of its network, as in `mlp.W1 = …`, "
        + "and `\(code.quotation(owner.range))` is no name")
  }

  static func entryDefined(at range: Range<Int>, of base: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "a single entry cannot be set", help: "define the whole: `\(code.quotation(base.range)) = [ … ]`")
  }

  static func noTarget(_ target: Expression, equals: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: target.range, "only a name or a function can be defined: `x = …` or `f(x) = …`",
      help: "to compare, write `expect \(code.quotation(target.range)) == …`")
  }

  static func secondDefinition(at range: Range<Int>, after value: Expression) -> Rejection {
    Rejection(
      at: range, "a statement defines one name", help: "a comparison is written `==`; another name gets its own line")
  }

  static func targetExpected(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "several names are defined as in `a, b = split(iris, 0.8)`, and `\(code.quotation(range))` is no name")
  }

  static func namesWithoutValue(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "nothing is done with these values", help: "to show them, write `show \(code.quotation(range))`",
      "to define them, write `\(code.quotation(range)) = …`")
  }

  static func severalValues(at comma: Range<Int>) -> Rejection {
    Rejection(
      at: comma, "several names stand for the parts of one value, as in `a, b = split(iris, 0.8)`",
      help: "give every name its own line")
  }

  static func repeatedTarget(_ name: String, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`\(name)` is defined twice in one statement")
  }

  static func decimalComma(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let text = code.quotation(range)
    let parts = text.split(separator: ",")
    return Rejection(
      at: range, "`\(text)` is no number",
      help: "decimals begin with a point: `\(parts.joined(separator: "."))`",
      "a vector stands in brackets: `[\(parts.joined(separator: ", "))]`")
  }

  static func argumentOutside(at range: Range<Int>, of function: Name) -> Rejection {
    Rejection(
      at: range, "the statement should end here",
      help: "what `\(function.text)` takes stands in its brackets", "a vector stands in brackets: `[1, 2]`")
  }

  static func listWithoutBrackets(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the statement should end here", help: "a vector stands in brackets: `[1, 2]`")
  }

  static func colonAfterTarget(at range: Range<Int>, target: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "`:` is not how a definition is written here", help: "write `\(code.quotation(target)) = …`")
  }

  static func noParameters(_ function: Name, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a function has at least one parameter", help: "a value is defined by `\(function.text) = …`")
  }

  static func parameterWithDefault(_ name: Name) -> Rejection {
    Rejection(at: name.range, "a parameter has no default value", help: "write `\(name.text)` alone")
  }

  static func parameterExpected(_ argument: Expression, of call: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: argument.range, "a parameter is a name, and `\(code.quotation(argument.range))` is none",
      help: "to compare, write `expect \(code.quotation(call)) == …`")
  }

  static func repeatedParameter(_ name: String, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "two parameters are called `\(name)`")
  }

  // MARK: Other languages

  static func foreignDefinition(_ word: String, at range: Range<Int>, text: String) -> Rejection {
    Rejection(at: range, "`\(word)` is not needed to define a name", help: "write `\(text)`")
  }

  static func foreignFunction(_ word: String, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`\(word)` is not how a function is defined here", help: "write `f(x) = …` on one line")
  }

  static func foreignOutput(_ word: String, at range: Range<Int>, text: String) -> Rejection {
    Rejection(at: range, "`\(word)` is not how a value is shown here", help: "write `show \(text)`")
  }

  static func foreignExpectation(at range: Range<Int>, text: String) -> Rejection {
    Rejection(at: range, "`assert` is not how a condition is checked here", help: "write `expect \(text)`")
  }

  static func foreignStatement(_ word: String, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "there is no `\(word)` here: a block is a list of formulas, one a line")
  }

  static func foreignBlock(_ word: String, at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`\(word)` is another language's: this block does not look like `nn`",
      help: "begin the block with the name of its language instead of `nn`", endsBlock: true)
  }

  // MARK: Outputs

  static func nothingToShow(_ word: Parser.OutputWord, after keyword: Range<Int>) -> Rejection {
    let example =
      switch word {
      case .show, .table: "x"
      case .plot: "mlp.history"
      case .draw, .explain: "mlp"
      case .derive: "x^2 by x"
      }
    return Rejection(
      at: keyword, "nothing follows `\(word.rawValue)`", help: "write `\(word.rawValue) \(example)`")
  }

  static func optionInsteadOfItem(at range: Range<Int>, _ word: Parser.OutputWord, in code: [UInt8]) -> Rejection {
    let start = code.quotation(range)
    return Rejection(
      at: range, "`\(word.rawValue)` wants a value first, and `\(start)` begins an option",
      help: "options stand behind the values, as in `\(word.rawValue) x, digits=3`", "a comparison is written `==`")
  }

  static func labelExpected(after word: Range<Int>) -> Rejection {
    Rejection(
      at: word, "a label is missing after `as`", help: "write `as \"label\"`, or `as math` for the whole output")
  }

  static func labelBehindItems(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a label stands right behind its value, before `for` and `by`")
  }

  static func secondLabel(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a value has one label")
  }

  static func unknownForm(_ word: String, at range: Range<Int>) -> Rejection {
    let near = nearest(to: word, among: Words.forms).map { "did you mean `as \($0)`?" }
    return Rejection(
      at: range, "`\(word)` is no form of an output: there are `math`, `table` and `text`",
      help: near ?? "a label stands in quotes: `as \"\(word)\"`")
  }

  static func secondForm(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "an output has one form")
  }

  static func formBeforeEnd(_ form: Name) -> Rejection {
    Rejection(
      at: form.range, "`as \(form.text)` is the form of the whole output and stands after its last value")
  }

  static func domainOfOther(_ word: Parser.OutputWord, at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`\(word.rawValue)` takes no `for`", help: "`table … for x in 1..4` writes one row for each x")
  }

  static func variableExpected(at range: Range<Int>, values: String) -> Rejection {
    Rejection(at: range, "the name of the variable is missing after `for`", help: "write `for x in \(values)`")
  }

  static func inExpected(at range: Range<Int>, variable: String, values: String) -> Rejection {
    Rejection(at: range, "`in` is missing after `for \(variable)`", help: "write `for \(variable) in \(values)`")
  }

  static func domainWithoutRange(_ word: Parser.OutputWord, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a \(word.rawValue) runs over a range", help: "write `for x in 1..4`")
  }

  static func colonInDomain(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`:` is not how a range is written here", help: "write `..`")
  }

  // MARK: Options, expectations, inline values

  static func repeatedOption(_ name: Name) -> Rejection {
    Rejection(at: name.range, "`\(name.text)` is given twice")
  }

  static func optionExpected(
    at range: Range<Int>, _ owner: Parser.OptionOwner, likely: String?, in code: [UInt8]
  ) -> Rejection {
    let message = "an option, `name = value`, is expected here, not `\(code.quotation(range))`"
    if let likely { return Rejection(at: range, message, help: "write `\(likely)`") }
    switch owner {
    case .output: return Rejection(at: range, message, help: "what is shown stands before the options")
    case .training: return Rejection(at: range, message, help: "write `loss = bce`, say")
    case .data: return Rejection(at: range, message, help: "write `classes = true`, say")
    case .net: return Rejection(at: range, message, help: "layers stand before the options")
    case .loop: return Rejection(at: range, message, help: "write `step = 2`, say")
    }
  }

  static func missingOptionComma(at range: Range<Int>, before option: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "a comma is missing before `\(code.quotation(option))`")
  }

  static func nothingToExpect(after keyword: Range<Int>) -> Rejection {
    Rejection(at: keyword, "nothing follows `expect`", help: "write `expect a ≈ b ± 0.001`")
  }

  static func oneExpressionOnly(at comma: Range<Int>) -> Rejection {
    Rejection(at: comma, "one expression stands here, then options", help: "join conditions with `and`")
  }

  static func nothingInline(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the expression of this inline value is missing")
  }

  static func statementInline(_ word: String, at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "an inline value is an expression, not a statement",
      help: word == "show" ? "leave out `show`" : "statements stand in `nn` blocks")
  }

  static func definitionInline(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "an inline value defines nothing", help: "a comparison is written `==`")
  }
}
