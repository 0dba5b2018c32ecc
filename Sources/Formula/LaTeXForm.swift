extension Term {
  /// The term as LaTeX for `$…$`, without the dollars; only commands that GitHub, KaTeX and MathJax all know, and nothing
  /// that a reader of Markdown takes for its own: no backslash before punctuation, no `*`, `<`, `>`, `|` or `[`, and an
  /// index always in braces right after a letter. A truth value inside a formula stands in Iverson's brackets: [z > 0] is
  /// 1 where z > 0, else 0.
  package var latex: String {
    fold { (node, operands: [Typeset]) in node.typeset(operands) }.latex
  }

  private func typeset(_ operands: [Typeset]) -> Typeset {
    switch self {
    case .not: .negation(of: operands[0])
    case .and: .chain(operands, "\\land")
    case .or: .chain(operands, "\\lor")
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .compare, .call:
      typesetNumber(operands.map { $0.at(.sum) })
    }
  }

  /// A term whose operands are numbers, so that a truth value among them is already in brackets.
  private func typesetNumber(_ operands: [Typeset]) -> Typeset {
    switch self {
    case .number(let number): return Typeset(number: number)
    case .constant(.pi): return Typeset("\\pi", .whole, look: .letter)
    case .constant(.e): return Typeset("e", .whole, look: .letter)
    case .symbol(let name):
      let latex = Self.latex(name: name)
      return Typeset(latex, .whole, look: latex.contains("\\mathrm") ? .word : .letter)
    case .negate:
      let inner = operands[0].at(.product)
      let isNegated = inner.latex.hasPrefix("-")
      return Typeset("-\(isNegated ? inner.bracketed().latex : inner.latex)", .product, isTall: inner.isTall)
    case .add: return .sum(operands)
    case .multiply: return .product(operands)
    case .divide(.negate, _):
      // The minus of a numerator stands before the whole.
      return Typeset("-\\frac{\(operands[0].latex.dropFirst())}{\(operands[1].latex)}", .product, isTall: true)
    case .divide:
      return Typeset("\\frac{\(operands[0].latex)}{\(operands[1].latex)}", .whole, look: .other, isTall: true)
    case .power: return operands[0].raised(to: operands[1])
    case .apply(let function, _): return .application(of: function, to: operands[0])
    case .applyPair(let function, _, _): return .application(function.latexHead, to: operands)
    case .call(let name, _): return .application(Self.latex(name: name), to: operands)
    case .compare(let comparison, _, _):
      let latex = operands.map(\.latex).joined(separator: " \(comparison.latex) ")
      return Typeset(latex, .truth, isTall: operands.contains(where: \.isTall))
    case .not, .and, .or: preconditionFailure("logic is typeset before")
    }
  }
}

/// LaTeX on its way to becoming part of more.
private struct Typeset {
  /// How tightly it binds, loosest first.
  enum Level: Int, Comparable {
    case truth, sum, product, power, whole

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// What decides about the space beside it in a product.
  enum Look { case digits, letter, bracket, function, word, other }

  var latex: String
  var level: Level
  var look: Look
  /// Taller than a line of text, so that brackets around it must grow.
  var isTall: Bool
  /// Where an exponent goes between a function's name and its bracket: `\sin` of `\sin(x)`.
  var head: String?
  /// Made by `and`, `or` or `not`.
  var isLogic: Bool

  init(
    _ latex: String, _ level: Level, look: Look = .other, isTall: Bool = false, head: String? = nil,
    isLogic: Bool = false
  ) {
    self.latex = latex
    self.level = level
    self.look = look
    self.isTall = isTall
    self.head = head
    self.isLogic = isLogic
  }

  init(number: Double) {
    guard let numeral = Numeral(number) else {
      let word = number.isNaN ? "\\frac{0}{0}" : number < 0 ? "-\\infty" : "\\infty"
      self.init(word, number < 0 ? .product : .whole, look: .letter, isTall: number.isNaN)
      return
    }
    // 1.5 · 10⁻⁷ is a product, 10⁻⁷ a power.
    let level: Level =
      numeral.isNegative ? .product : !numeral.isScientific ? .whole : numeral.digits == "1" ? .power : .product
    self.init(numeral.isNegative ? "-\(numeral.latex)" : numeral.latex, level, look: .digits)
  }

  /// Square brackets go by their names: `[…](…)` is a link to a reader of Markdown.
  func bracketed() -> Typeset { level == .truth ? fenced("\\lbrack ", " \\rbrack") : fenced("(", ")") }

  func fenced(_ open: String, _ close: String) -> Typeset {
    var latex = "\(open)\(latex)\(close)"
    if isTall {
      let closing = close.first == " " ? String(close.dropFirst()) : close
      latex = "\\left\(open)\(self.latex)\\right\(closing)"
    }
    return Typeset(latex, .whole, look: .bracket, isTall: isTall)
  }

  /// The same, in brackets where it binds less tightly than that.
  func at(_ needed: Level) -> Typeset { level < needed ? bracketed() : self }

  static func sum(_ operands: [Typeset]) -> Typeset {
    let parts = operands.map { $0.at(.product) }
    var latex = parts[0].latex
    for part in parts.dropFirst() {
      latex += part.latex.hasPrefix("-") ? " - \(part.latex.dropFirst())" : " + \(part.latex)"
    }
    return Typeset(latex, .sum, isTall: parts.contains(where: \.isTall))
  }

  static func product(_ operands: [Typeset]) -> Typeset {
    // Only the first factor may begin with a minus.
    let parts = operands.enumerated().map { $0.offset == 0 ? $0.element.at(.product) : $0.element.at(.power) }
    var latex = parts[0].latex
    for (part, previous) in zip(parts.dropFirst(), parts) {
      latex += space(between: previous.look, and: part.look) + part.latex
    }
    let isTall = parts.contains(where: \.isTall)
    return Typeset(latex, .product, look: parts[0].look == .digits ? .digits : .other, isTall: isTall)
  }

  /// What stands between two factors: nothing in 2x and 2(x + 1), a dot before digits, around a word and where a letter
  /// before a bracket would look like a function; else a space, which TeX leaves out but before the name of a function.
  private static func space(between left: Look, and right: Look) -> String {
    switch (left, right) {
    case (_, .digits), (.word, _), (.letter, .bracket), (.letter, .word), (.function, .word), (.other, .word):
      " \\cdot "
    case (.digits, .letter), (.digits, .bracket), (.digits, .function), (.digits, .word), (.digits, .other),
      (.bracket, .bracket), (.function, .bracket), (.other, .bracket):
      ""
    case (.letter, .letter), (.letter, .function), (.letter, .other), (.bracket, .letter), (.bracket, .function),
      (.bracket, .word), (.bracket, .other), (.function, .letter), (.function, .function), (.function, .other),
      (.other, .letter), (.other, .function), (.other, .other):
      " "
    }
  }

  func raised(to exponent: Typeset) -> Typeset {
    let script = exponent.latex.count == 1 ? exponent.latex : "{\(exponent.latex)}"
    if let head, exponent.look == .digits, !exponent.latex.hasPrefix("-") {
      return Typeset("\(head)^\(script)\(latex.dropFirst(head.count))", .power, look: look, isTall: isTall)
    }
    let base = level == .whole && !latex.hasPrefix("\\frac") ? self : bracketed()
    return Typeset("\(base.latex)^\(script)", .power, look: base.look, isTall: base.isTall)
  }

  /// Operands of one kind of logic; other logic among them is in round brackets, as no number is made of it here.
  static func chain(_ operands: [Typeset], _ sign: String) -> Typeset {
    let parts = operands.map { $0.isLogic ? $0.fenced("(", ")") : $0 }
    let latex = parts.map(\.latex).joined(separator: " \(sign) ")
    return Typeset(latex, .truth, isTall: parts.contains(where: \.isTall), isLogic: true)
  }

  static func negation(of operand: Typeset) -> Typeset {
    let inner = operand.level < .product ? operand.fenced("(", ")") : operand
    return Typeset("\\lnot \(inner.latex)", .truth, isTall: inner.isTall, isLogic: true)
  }

  /// `\sin(x)`, `\max(x, 0)`; the head of `\sin` may take an exponent, that of σ better not.
  static func application(_ head: String, to operands: [Typeset], takesExponent: Bool = false) -> Typeset {
    let inside = operands.map(\.latex).joined(separator: ", ")
    let isTall = operands.contains(where: \.isTall)
    let brackets = isTall ? "\\left(\(inside)\\right)" : "(\(inside))"
    return Typeset(
      head + brackets, .whole, look: look(ofHead: head), isTall: isTall, head: takesExponent ? head : nil)
  }

  private static func look(ofHead head: String) -> Look {
    if head.hasPrefix("\\mathrm") || head.hasPrefix("\\text") { return .word }
    return operators.contains(where: head.hasPrefix) ? .function : .other
  }

  /// The names of functions before which TeX leaves a thin space.
  private static let operators = [
    "\\sin", "\\cos", "\\tan", "\\arc", "\\ln", "\\log", "\\min", "\\max",
  ]

  static func application(of function: Function, to operand: Typeset) -> Typeset {
    switch function {
    case .exp: return Typeset("e^{\(operand.latex)}", .power, look: .letter)
    case .expm1: return Typeset("e^{\(operand.latex)} - 1", .sum)
    case .log1p: return application("\\ln", to: [sum([Typeset(number: 1), operand])])
    case .sqrt: return Typeset("\\sqrt{\(operand.latex)}", .whole, isTall: operand.isTall)
    case .abs: return operand.fenced("\\lvert ", " \\rvert")
    case .floor: return operand.fenced("\\lfloor ", " \\rfloor")
    case .ceil: return operand.fenced("\\lceil ", " \\rceil")
    case .log: return application("\\ln", to: [operand])
    case .log2: return application("\\log_{2}", to: [operand])
    case .log10: return application("\\log_{10}", to: [operand])
    case .sin, .cos, .tan, .sinh, .cosh, .tanh:
      return application("\\\(function.rawValue)", to: [operand], takesExponent: true)
    case .asin, .acos, .atan: return application("\\arc\(function.rawValue.dropFirst())", to: [operand])
    case .sigmoid: return application("\\sigma", to: [operand])
    case .sign: return application("\\mathrm{sgn}", to: [operand])
    case .relu, .elu, .selu, .gelu, .silu, .softplus, .leakyRelu, .step, .erf, .round:
      return application(Term.latex(function: function.rawValue), to: [operand])
    }
  }
}

extension PairFunction {
  fileprivate var latexHead: String {
    switch self {
    case .min, .max: "\\\(rawValue)"
    case .leakyRelu, .elu: Term.latex(function: rawValue)
    }
  }
}

extension Comparison {
  fileprivate var latex: String {
    switch self {
    case .less: "\\lt"
    case .lessOrEqual: "\\le"
    case .greater: "\\gt"
    case .greaterOrEqual: "\\ge"
    case .equal: "="
    case .notEqual: "\\ne"
    }
  }
}
