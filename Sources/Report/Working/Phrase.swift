import SourceText

/// A piece of a formula in both notations: as text, close to what the language reads (`W1[1,2]·x[2]`), and as LaTeX.
/// Pieces are put together here, with as few brackets as each notation can do with.
package struct Phrase: Sendable, Equatable {
  /// How tightly it binds, loosest first.
  package enum Level: Int, Sendable, Comparable {
    case connective, relation, sum, quotient, product, power, whole

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  package let text: String
  package let latex: String
  let textLevel: Level
  let latexLevel: Level
  /// Whether numbers have been put in: their products want a dot.
  package let isNumeric: Bool
  /// Whether it is taller than a line when it is typeset, so that brackets around it must grow.
  package let isTall: Bool
  /// What a minus before it turns around, where that is what it is.
  private let negated: Negated?

  /// A phrase in a phrase.
  private final class Negated: Sendable, Equatable {
    let operand: Phrase
    init(_ operand: Phrase) { self.operand = operand }
    static func == (left: Negated, right: Negated) -> Bool { left.operand == right.operand }
  }

  /// Of -a the a.
  package var operand: Phrase? { negated?.operand }

  /// A piece that someone else has written, both times.
  package init(
    text: String, latex: String, level: Level = .whole, latexLevel: Level? = nil, isNumeric: Bool = false,
    isTall: Bool = false
  ) {
    self.init(text: text, latex: latex, level: level, latexLevel: latexLevel, isNumeric: isNumeric, isTall: isTall, nil)
  }

  private init(
    text: String, latex: String, level: Level, latexLevel: Level?, isNumeric: Bool, isTall: Bool, _ operand: Phrase?
  ) {
    negated = operand.map(Negated.init)
    (self.text, self.latex) = (text, latex)
    (self.textLevel, self.latexLevel) = (level, latexLevel ?? level)
    (self.isNumeric, self.isTall) = (isNumeric, isTall)
  }

  /// A letter or a whole number of a formula, the same in both notations.
  package static func symbol(_ text: String) -> Phrase { Phrase(text: text, latex: text) }

  /// A number that is put in for a letter.
  package static func number(_ number: Double, _ format: NumberFormat) -> Phrase {
    let printed = format.printed([number])[0]
    let text = printed.text
    let isPower = text.contains("e")
    let isNegative = text.hasPrefix("-")
    return Phrase(
      text: text, latex: printed.latex, level: isNegative ? .product : .whole,
      latexLevel: isNegative || isPower ? .product : .whole, isNumeric: true)
  }

  /// Words, upright where they are typeset.
  package static func words(_ text: String) -> Phrase { Phrase(text: text.onOneLine, latex: latexText(text)) }

  /// A whole array that is put in: as text as the language writes it, as LaTeX a row on each line.
  package static func array(_ value: Value, _ format: NumberFormat) -> Phrase {
    Phrase(
      text: format.inline(value), latex: format.latexLines(value).joined(separator: "\n"), isNumeric: true, isTall: true
    )
  }

  // MARK: Brackets

  private var inBrackets: Phrase {
    Phrase(
      text: "(\(text))", latex: isTall ? "\\left(\(latex)\\right)" : "(\(latex))", isNumeric: isNumeric, isTall: isTall)
  }

  /// The texts, each in brackets where it binds less tightly than that, or where a minus would follow an operator.
  private func at(_ level: Level, latex latexLevel: Level? = nil, first: Bool = true) -> (text: String, latex: String) {
    let needsText = textLevel < level || !first && text.hasPrefix("-")
    let needsLatex = self.latexLevel < latexLevel ?? level || !first && latex.hasPrefix("-")
    guard needsText || needsLatex else { return (text, latex) }
    let brackets = inBrackets
    return (needsText ? brackets.text : text, needsLatex ? brackets.latex : latex)
  }

  /// A negative number among factors is in brackets, wherever it stands.
  private var isNegativeNumber: Bool { text.hasPrefix("-") && (Double(text) != nil || text == "-∞") }

  /// Whether it is a sum or a difference.
  package var isSum: Bool { textLevel <= .sum }

  /// The same, in brackets where it binds no tighter than that.
  package func bracketed(upTo level: Level) -> Phrase { textLevel <= level ? inBrackets : self }

  /// The same in brackets, wanted for their own sake.
  package var bracketed: Phrase { inBrackets }
}

// MARK: Operations

extension Phrase {
  private init(_ texts: (text: String, latex: String), _ level: Level, _ parts: [Phrase], latexLevel: Level? = nil) {
    self.init(
      text: texts.text, latex: texts.latex, level: level, latexLevel: latexLevel,
      isNumeric: parts.contains(where: \.isNumeric), isTall: parts.contains(where: \.isTall))
  }

  /// `a + b + c`; of one the piece itself, of none 0.
  package static func sum(_ terms: [Phrase]) -> Phrase {
    guard let first = terms.first else { return .symbol("0") }
    if terms.count == 1 { return first }
    let parts = terms.enumerated().map { $1.at(.quotient, first: $0 == 0) }
    return Phrase(
      (parts.map(\.text).joined(separator: " + "), parts.map(\.latex).joined(separator: " + ")), .sum, terms)
  }

  /// `a - b`
  package static func - (left: Phrase, right: Phrase) -> Phrase {
    let (a, b) = (left.at(.sum), right.at(.quotient, first: false))
    return Phrase((a.text + " - " + b.text, a.latex + " - " + b.latex), .sum, [left, right])
  }

  /// `a + b`
  package static func + (left: Phrase, right: Phrase) -> Phrase {
    let (a, b) = (left.at(.sum), right.at(.quotient, first: false))
    return Phrase((a.text + " + " + b.text, a.latex + " + " + b.latex), .sum, [left, right])
  }

  /// `a·b·c`; letters stand side by side in LaTeX, numbers take a dot.
  package static func product(_ factors: [Phrase], isDotted: Bool = false) -> Phrase {
    guard let first = factors.first else { return .symbol("1") }
    if factors.count == 1 { return first }
    let parts = factors.enumerated().map { $1.at(.product, first: $0 == 0 && !$1.isNegativeNumber) }
    var latex = parts[0].latex
    for (index, part) in parts.enumerated().dropFirst() {
      let standsApart = isDotted || factors[index].isNumeric || factors[index - 1].isNumeric
      latex += (standsApart ? " \\cdot " : " ") + part.latex
    }
    return Phrase((parts.map(\.text).joined(separator: "·"), latex), .product, factors)
  }

  /// `a·b`
  package static func * (left: Phrase, right: Phrase) -> Phrase { product([left, right]) }

  /// `a/b`, as LaTeX a fraction.
  package static func / (left: Phrase, right: Phrase) -> Phrase {
    let text = left.at(.product).text + "/" + right.at(.power, first: false).text
    return Phrase(
      text: text, latex: "\\frac{\(left.latex)}{\(right.latex)}", level: .quotient, latexLevel: .product,
      isNumeric: left.isNumeric || right.isNumeric, isTall: true)
  }

  /// `a^b`
  package func raised(to exponent: Phrase) -> Phrase {
    let base = at(.whole, first: false)
    let text = "\(base.text)^\(exponent.at(.whole, first: false).text)"
    return Phrase((text, "\(base.latex)^{\(exponent.latex)}"), .power, [self, exponent])
  }

  /// `a^2`
  package var squared: Phrase { raised(to: .symbol("2")) }

  /// `-a`
  package static prefix func - (operand: Phrase) -> Phrase {
    let inner = operand.at(.power, latex: .product, first: false)
    return Phrase(
      text: "-\(inner.text)", latex: "-\(inner.latex)", level: .product, latexLevel: nil, isNumeric: operand.isNumeric,
      isTall: operand.isTall, operand)
  }

  /// `f(a, b)`, the name in both notations.
  package static func call(_ name: String, latex: String, _ arguments: [Phrase]) -> Phrase {
    let isTall = arguments.contains(where: \.isTall)
    let inside = arguments.map(\.latex).joined(separator: ", ")
    return Phrase(
      (
        "\(name)(\(arguments.map(\.text).joined(separator: ", ")))",
        latex + (isTall ? "\\left(\(inside)\\right)" : "(\(inside))")
      ), .whole, arguments)
  }

  /// `exp(a)`, e with an exponent.
  package static func exp(_ operand: Phrase) -> Phrase {
    Phrase(("exp(\(operand.text))", "e^{\(operand.latex)}"), .whole, [operand], latexLevel: .power)
  }

  /// `sqrt(a)`
  package static func root(_ operand: Phrase) -> Phrase {
    Phrase(("sqrt(\(operand.text))", "\\sqrt{\(operand.latex)}"), .whole, [operand])
  }

  /// `abs(a)`
  package static func magnitude(_ operand: Phrase) -> Phrase {
    let (left, right) = operand.isTall ? ("\\left\\lvert", "\\right\\rvert") : ("\\lvert", "\\rvert")
    let latex = "\(left) \(operand.latex) \(right)"
    return Phrase(("abs(\(operand.text))", latex), .whole, [operand])
  }
}
