import SourceText

/// What there is to say about expressions.
extension Rejection {
  // MARK: Limits

  static func tooManyMistakes(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "the rest of this block was not read: \(Parser.mistakeLimit) mistakes are enough at a time",
      endsBlock: true)
  }

  static func tooManyBrackets(at range: Range<Int>) -> Rejection {
    Rejection(.limit, at: range, "at most \(Parser.bracketLimit) brackets may stand within one another")
  }

  static func tooManyOperands(at range: Range<Int>) -> Rejection {
    Rejection(
      .limit, at: range, "an expression may have at most \(grouped(Parser.operandLimit)) operands",
      help: "give a part of it a name of its own")
  }

  static func blockTooLarge(at range: Range<Int>) -> Rejection {
    Rejection(
      .limit, at: range, "a block may have at most \(grouped(Parser.blockOperandLimit)) operands", endsBlock: true)
  }

  private static func grouped(_ number: Int) -> String {
    number < 1_000 ? String(number) : "\(number / 1_000),000"
  }

  // MARK: Operators and operands

  static func operandMissing(at range: Range<Int>, after previous: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "a value is missing after `\(code.quotation(previous))`")
  }

  static func operandMissing(at range: Range<Int>, before next: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "a value is missing before `\(code.quotation(next))`")
  }

  static func somethingMissing(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the statement is not complete")
  }

  static func misplaced(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "`\(code.quotation(range))` cannot stand here")
  }

  static func misplacedWord(_ word: String, at range: Range<Int>) -> Rejection {
    let helps = Words.known.contains(word) ? ["a statement begins on a line of its own"] : []
    return Rejection(at: range, "`\(word)` cannot stand here", helps: helps)
  }

  static func wordAsOperand(_ word: String, at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`\(word)` is a word of the language and stands for no value")
  }

  static func plusSign(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a value is missing before `+`", help: "a positive number is written without a sign")
  }

  static func singleQuotes(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "a value is missing before `'`", help: "a string stands between double quotes: `\"…\"`")
  }

  static func detachedPrime(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "`\(code.quotation(range))` stands right after what it belongs to",
      help: "leave out the space before it")
  }

  static func arrow(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`->` stands in data sets and networks only")
  }

  static func notWithoutBrackets(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`not` binds more loosely than the operator before it", help: "write `(not …)`")
  }

  static func operatorAtRowEnd(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "the line ends after `\(code.quotation(range))`, and in a matrix that ends the row",
      help: "put the whole entry on one line, or in `( )`")
  }

  static func chainedComparison(
    at range: Range<Int>, left: Expression, right: Expression?, in code: [UInt8]
  ) -> Rejection {
    let message = "comparisons do not chain"
    guard case .binary(_, _, let middle) = left.kind, let right else {
      return Rejection(at: range, message, help: "join two comparisons with `and`")
    }
    let second = code.quotation(middle.range.lowerBound..<middle.range.upperBound)
    let sign = code.quotation(range)
    return Rejection(
      at: range, message,
      help: "write `\(code.quotation(left.range)) and \(second) \(sign) \(code.quotation(right.range))`")
  }

  static func missingTolerance(
    at range: Range<Int>, left: Expression, right: Expression, in code: [UInt8]
  ) -> Rejection {
    Rejection(
      at: range, "the tolerance of `\(code.quotation(range))` is missing",
      help: "write `\(code.quotation(left.range)) ≈ \(code.quotation(right.range)) ± 0.001`")
  }

  static func strayTolerance(at range: Range<Int>, after left: Expression?, tolerance: Expression?, in code: [UInt8])
    -> Rejection
  {
    let message = "`±` gives the tolerance of a comparison with `≈`"
    guard let left, case .binary(.equal, let a, let b) = left.kind else {
      return Rejection(at: range, message, help: "write `a ≈ b ± 0.001`")
    }
    let size = tolerance.map { code.quotation($0.range) } ?? "0.001"
    return Rejection(
      at: range, message,
      help:
        "write `\(code.quotation(a.range)) ≈ \(code.quotation(b.range)) ± \(size)`"
    )
  }

  static func missingOperator(at range: Range<Int>, left: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "an operator or a comma is missing between `\(code.quotation(left))` and `\(code.quotation(range))`")
  }

  static func impliedProduct(
    at range: Range<Int>, left: Range<Int>, right: Range<Int>, in code: [UInt8]
  ) -> Rejection {
    let factor = code.quotation(left)
    return Rejection(
      at: range, "an operator is missing after `\(factor)`",
      help:
        "a product is written with `*`: `\(factor)*\(whole(right, in: code))`"
    )
  }

  static func definitionInExpression(at range: Range<Int>, left: Expression?, right: Expression?, in code: [UInt8])
    -> Rejection
  {
    Rejection(
      at: range, "`=` defines a name, it does not compare",
      help:
        "write `\(left.map { code.quotation($0.range) } ?? "a") == \(right.map { code.quotation($0.range) } ?? "…")`")
  }

  static func rangeOutsideDomain(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`..` stands only after `in`, as in `for x in 1..4`", help: "a vector of numbers is `range(1, 4)`")
  }

  static func semicolonInIndex(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the indices of an entry are separated by `,`")
  }

  static func commaInGroup(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`( )` holds one value", help: "a vector is written with `[ ]`")
  }

  static func semicolon(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a statement ends with its line", help: "leave out `;`")
  }

  static func continuation(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "this line goes on with the statement above, because it is indented deeper, but makes no sense there",
      help: "a new statement begins in the same column as the one above")
  }

  /// The text of the token or two that an operand begins with, closed where it opens a bracket.
  private static func whole(_ start: Range<Int>, in code: [UInt8]) -> String {
    let text = code.quotation(start)
    return text.hasSuffix("(") ? text + "…)" : text.hasSuffix("[") ? text + "…]" : text
  }

  // MARK: Brackets

  static func neverClosed(_ bracket: Parser.Bracket, at end: Range<Int>, in code: [UInt8]) -> Rejection {
    let closer = bracket.closerSpelling
    return Rejection(
      at: bracket.range, "`\(code.quotation(bracket.range))` is never closed", help: "a `\(closer)` is missing")
  }

  static func neverOpened(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let closer = code.quotation(range)
    return Rejection(
      at: range, "`\(closer)` closes nothing", help: "leave it out, or add a `\(closer == ")" ? "(" : "[")`")
  }

  static func wrongCloser(at range: Range<Int>, of bracket: Parser.Bracket, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range,
      "`\(code.quotation(bracket.range))` is closed by `\(bracket.closerSpelling)`, not by `\(code.quotation(range))`")
  }

  static func emptyGroup(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "nothing stands between these brackets")
  }

  static func spaceBeforeBracket(at range: Range<Int>, after name: Expression, in code: [UInt8]) -> Rejection {
    let name = code.quotation(name.range)
    return Rejection(
      at: range, "a call has no space before its bracket",
      help: "write `\(name)(…)` for the function, `\(name) * (…)` for a product")
  }

  static func spaceBeforeIndex(at range: Range<Int>, after operand: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "an index has no space before its bracket", help: "write `\(code.quotation(operand.range))[…]`")
  }

  static func memberCalled(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "`\(code.quotation(range))` cannot be called: a function has a name without a point")
  }

  static func memberMissing(after dot: Range<Int>) -> Rejection {
    Rejection(at: dot, "the name of a member is missing after `.`")
  }

  static func positionalAfterNamed(at range: Range<Int>, after name: Name) -> Rejection {
    Rejection(at: range, "arguments without a name stand before those with one, such as `\(name.text) = …`")
  }

  static func nothingAfterComma(at comma: Range<Int>) -> Rejection {
    Rejection(at: comma, "something is missing after `,`", help: "write what follows, or leave out the comma")
  }

  // MARK: Vectors, matrices, indices

  static func missingComma(after left: Expression, before right: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: left.range.upperBound..<right.lowerBound, "a comma is missing",
      help: "write `\(code.quotation(left.range)), \(whole(right, in: code))`")
  }

  static func emptyList(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a vector has at least one entry")
  }

  static func raggedRows(at row: [Expression], number: Int, first: [Expression]) -> Rejection {
    let start = row.first?.range.lowerBound ?? 0
    return Rejection(
      at: start..<(row.last?.range.upperBound ?? start),
      "the rows of a matrix have the same number of entries: row 1 has \(first.count), row \(number) has \(row.count)")
  }

  static func nestedRows(at range: Range<Int>, rows: [[Expression]], in code: [UInt8]) -> Rejection {
    let text = rows.map { row in
      row.map { code.quotation($0.range) }.joined(separator: ", ")
    }.joined(separator: "; ")
    let help = text.utf8.count <= 60 ? "write `[\(text)]`" : "write `[1, 2; 3, 4]`"
    return Rejection(at: range, "the rows of a matrix have no brackets of their own: they end with `;`", help: help)
  }

  static func missingIndex(at range: Range<Int>, after operand: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "an index is missing before `\(code.quotation(range))`", help: "`:` stands for all, as in `W[:, 1]`")
  }

  static func tooManyIndices(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "an entry has at most two indices, its row and its column")
  }

  static func sliceInIndex(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "an index is one position, or `:` for all",
      help: "a part of a vector is written entry by entry: `[x[1], x[2]]`")
  }
}
