import SourceText

/// What there is to say about text that is no token.
extension Rejection {
  static func invalidUTF8(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "this byte is not UTF-8 text")
  }

  static func unclosedString(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the string is not closed on its line", help: "end it with `\"`")
  }

  static func typesetQuotes(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "a string stands between straight quotes", help: "write `\"…\"`")
  }

  static func typesetPrime(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "`’` is a quotation mark, not a prime", help: "write `'`")
  }

  /// `5.` and `.5`
  static func pointWithoutDigits(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let number = code.quotation(range)
    let whole = number.hasSuffix(".")
    return Rejection(
      at: range, "a number has digits on both sides of its point",
      help: whole ? "write `\(number)0` or `\(number.dropLast())`" : "write `0\(number)`")
  }

  /// `W.1`
  static func memberDigits(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "the name of a member begins with a letter", help: "an entry is written with an index: `W[1]`")
  }

  static func twoPoints(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "`\(code.quotation(range))` is no number: it has more than one point")
  }

  static func separatedDigits(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let number = code.quotation(range)
    return Rejection(
      at: range, "the digits of a number stand together", help: "write `\(number.filter { $0 != "_" })`")
  }

  static func otherBase(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "`\(code.quotation(range))` is no number: numbers are decimal here")
  }

  static func numberTooLarge(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "`\(code.quotation(range))` is larger than the largest number, about 1.8e308",
      help: "infinity is written `inf`")
  }

  static func foreignOperator(at range: Range<Int>, in code: [UInt8], writing replacement: String) -> Rejection {
    let spelling = code.quotation(range)
    let word = spelling == "..." ? "a range" : replacement == "=" ? "a definition" : "this operator"
    return Rejection(at: range, "`\(spelling)` is not how \(word) is written here", help: "write `\(replacement)`")
  }

  static func doubleSlash(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "`//` means nothing here",
      help: "a comment begins with `#`", "a division rounded down is written `floor(a / b)`")
  }

  static func compoundAssignment(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let spelling = code.quotation(range)
    return Rejection(
      at: range, "`\(spelling)` is not how a value is changed here",
      help: "write `x = x \(spelling.dropLast()) …`")
  }

  static func backslash(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let name = code.quotation(range).dropFirst()
    return name.isEmpty
      ? Rejection(at: range, "`\\` means nothing here", help: "a line indented deeper goes on with the statement above")
      : Rejection(
        at: range, "`\\\(name)` is a LaTeX command, which means nothing here", help: "write the name alone: `\(name)`")
  }

  static func strangeCharacter(_ scalar: Unicode.Scalar, at range: Range<Int>) -> Rejection {
    let shown = isVisible(scalar) ? "`\(scalar)`" : "the invisible character U+\(hexadecimal(scalar))"
    let helps = advice(for: scalar).map { [$0] } ?? []
    return Rejection(at: range, "\(scalar == "`" ? "a backquote" : shown) means nothing here", helps: helps)
  }

  /// What is written here for a character that is used elsewhere, or came from typeset text.
  private static func advice(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "×": "write `*` for the elementwise product, `·` for the product of matrices"
    case "∗", "∘": "write `*` for the elementwise product"
    case "•", "∙", "●": "write `·` for the product of matrices"
    case "÷", "∕", "⁄": "write `/`"
    case "–", "—", "‐", "‑", "‒", "﹣", "－": "write `-`"
    case "＋": "write `+`"
    case "＝", "≔": "write `=`"
    case "≡": "write `==`"
    case "≃", "≅", "∼": "write `≈`"
    case "⩽", "≦": "write `<=`"
    case "⩾", "≧": "write `>=`"
    case "∧": "write `and`"
    case "∨": "write `or`"
    case "¬": "write `not`"
    case "∞": "write `inf`"
    case "√": "write `sqrt(…)`"
    case "∑", "Σ": "write `sum(…)`"
    case "∈": "write `in`"
    case "→", "⟶", "⇒": "write `->`"
    case "…": "write `..`"
    case "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "ⁿ": "write a power with `^`, as in `x^2`"
    case "₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉": "write `x1` for a name, `x[1]` for an entry"
    case "ᵀ", "⊤": "write `'` for the transpose"
    case "{", "}": "brackets are `( )` and `[ ]`"
    case "|": "write `or`, or `abs(x)` and `norm(x)` for what stands between bars"
    case "%": "the remainder of a division is written `a - b * floor(a / b)`"
    case "$": "formulas stand here without `$`"
    case "`": "the code of a block stands without backquotes"
    default: nil
    }
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
