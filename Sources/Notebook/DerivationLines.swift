import Formula
import Report
import SourceText

/// A derivation in the terms of a working.
extension Derivation {
  /// The lines of the working. Equations that together are too long for a line have each one of their own, and in a table
  /// always.
  func lines(by variable: String, digits: Int, form: ListingForm) -> [Working.Line] {
    let format = NumberFormat(digits: digits)
    return lines.flatMap { line -> [Working.Line] in
      let joined = Working.Line(line.equations, by: variable, format)
      let width = joined.steps.reduce(displayWidth(joined.left.text)) { $0 + 3 + displayWidth($1.phrase.text) }
      switch form {
      case .math where width <= Self.widestJoined, .text where width <= Self.widestJoined: return [joined]
      case .math, .text, .table: return line.equations.map { Working.Line([$0], by: variable, format) }
      }
    }
  }

  /// Equations that stand side by side take no more columns than this.
  private static let widestJoined = 90
}

extension Working.Line {
  /// Equations on one line, and what they rest on, each reason once.
  fileprivate init(_ equations: [Derivation.Equation], by variable: String, _ format: NumberFormat) {
    var chain = equations[0].phrases(format)
    for equation in equations.dropFirst() { chain[chain.count - 1] = chain[chain.count - 1].and(equation, format) }
    var words: [String] = []
    for reason in equations.flatMap(\.reasons) {
      let said = reason == .rule(.constant) ? "constant, as it has no \(variable)" : reason.words
      if !words.contains(said) { words.append(said) }
    }
    self.init(
      equations[0].left.phrase(format), chain.map(Working.Step.formula),
      comment: words.isEmpty ? nil : words.joined(separator: ", "))
  }
}

extension Derivation.Equation {
  /// What stands on the right, each only where it says something new.
  fileprivate func phrases(_ format: NumberFormat) -> [Phrase] {
    var phrases: [Phrase] = []
    for phrase in right.map({ $0.phrase(format) }) {
      // The same with a dot for a sign is nothing new.
      if let last = phrases.last, last.plainText == phrase.plainText { phrases.removeLast() }
      phrases.append(phrase)
    }
    if phrases.count > 1, phrases[0].plainText == left.phrase(format).plainText { phrases.removeFirst() }
    return phrases
  }
}

extension Phrase {
  /// Another equation after this one, on the same line.
  fileprivate func and(_ equation: Derivation.Equation, _ format: NumberFormat) -> Phrase {
    let left = equation.left.phrase(format)
    let right = equation.phrases(format)
    return Phrase(
      text: "\(text), \(([left] + right).map(\.text).joined(separator: " = "))",
      latex: "\(latex), \\quad \(([left] + right).map(\.latex).joined(separator: " = "))", level: .relation)
  }

  fileprivate var plainText: String { String(text.map { $0 == "·" ? "*" : $0 }) }

  fileprivate init(_ term: Term) {
    let (text, latex) = (term.text, term.latex)
    let isTall = latex.contains("\\frac")
    switch term {
    case .add: self.init(text: text, latex: latex, level: .sum, isNumeric: true, isTall: isTall)
    case .divide:
      self.init(text: text, latex: latex, level: .quotient, latexLevel: .product, isNumeric: true, isTall: true)
    case .negate, .multiply: self.init(text: text, latex: latex, level: .product, isNumeric: true, isTall: isTall)
    case .power, .apply(.exp, _):
      self.init(text: text, latex: latex, level: .power, isNumeric: true, isTall: isTall)
    case .apply(.expm1, _):
      self.init(text: text, latex: latex, level: .whole, latexLevel: .sum, isNumeric: true, isTall: isTall)
    case .compare, .and, .or, .not:
      self.init(text: "(\(text))", latex: "\\lbrack \(latex) \\rbrack", isNumeric: true, isTall: isTall)
    case .number, .constant, .symbol, .apply, .applyPair, .call:
      self.init(text: text, latex: latex, isNumeric: true, isTall: isTall)
    }
  }
}

extension Derivation.Side {
  fileprivate func phrase(_ format: NumberFormat) -> Phrase {
    switch self {
    case .term(let term): Phrase(term.rounded(format))
    case .slope(let slope): slope.phrase(format)
    case .negative(let side): -side.phrase(format)
    case .product(let sides): .product(sides.map { $0.phrase(format) })
    case .sum(let sides): Self.sum(sides, format)
    case .difference(let left, let right): left.phrase(format) - right.phrase(format)
    case .quotient(let above, let below): above.phrase(format) / below.phrase(format)
    }
  }

  /// What begins with a minus is subtracted.
  private static func sum(_ sides: [Derivation.Side], _ format: NumberFormat) -> Phrase {
    var sum: Phrase?
    for side in sides {
      if let before = sum {
        sum = side.negative.map { before - Phrase($0.rounded(format)) } ?? (before + side.phrase(format))
      } else {
        sum = side.phrase(format)
      }
    }
    return sum ?? .symbol("0")
  }

  /// What a term is the negative of, where it is written with a minus.
  private var negative: Term? {
    switch self {
    case .term(.negate(let inner)): inner
    case .term(.number(let number)) where number < 0: .number(-number)
    case .term, .slope, .negative, .product, .sum, .difference, .quotient: nil
    }
  }
}

extension Derivation.Slope {
  /// `dy/dx`, or `d/dx` of what has no name.
  fileprivate func phrase(_ format: NumberFormat) -> Phrase {
    let (sign, command) = isPartial ? ("∂", "\\partial") : ("d", "d")
    func d(_ name: String) -> (text: String, latex: String) {
      (sign + name, (isPartial ? command + " " : command) + Term.latex(name: name))
    }
    let below = d(variable)
    if let name = subject.name {
      let above = d(name)
      return Phrase(
        text: "\(above.text)/\(below.text)", latex: "\\frac{\(above.latex)}{\(below.latex)}", isNumeric: true,
        isTall: true)
    }
    let whole = Phrase(subject.whole.rounded(format))
    let part = subject.whole.wantsBrackets ? whole.bracketed : whole
    return Phrase(
      text: "\(sign)/\(below.text) \(part.text)", latex: "\\frac{\(command)}{\(below.latex)} \(part.latex)",
      level: .product, isNumeric: true, isTall: true)
  }
}

extension Term {
  /// Whether the whole must be in brackets after d/dx.
  fileprivate var wantsBrackets: Bool {
    switch self {
    case .add, .negate, .apply(.expm1, _): true
    case .number(let number): number < 0
    case .constant, .symbol, .multiply, .divide, .power, .apply, .applyPair, .compare, .and, .or, .not, .call: false
    }
  }

  /// The term with its numbers rounded as the note prints them.
  fileprivate func rounded(_ format: NumberFormat) -> Term {
    replacing([:]) { Double(format.text($0)) ?? $0 }
  }

  /// What is to be said of a derivative that is made of comparisons.
  var remarks: [String] {
    let hasTruth = fold { (node, parts: [Bool]) in
      switch node {
      case .compare, .and, .or, .not: true
      case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .call:
        parts.contains(true)
      }
    }
    return hasTruth ? ["A comparison counts 1 where it holds, else 0."] : []
  }
}
