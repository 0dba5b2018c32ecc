import Engine
import Formula
import Language
import Report
import SourceText

/// `derive x^2 + 2*x*y by x`
extension Outputs {
  /// The derivation of each item, the rules one after another.
  func derivations(_ output: Output, by variable: Name) throws(Mistakes) -> [StatementResult] {
    var mistakes: [Mistake] = []
    let digits = collecting(into: &mistakes, otherwise: settings.digits) { () throws(Mistake) in
      try self.digits(output.options, of: "`derive`")
    }
    let form = collecting(into: &mistakes, otherwise: ListingForm.math) { () throws(Mistake) in
      try listingForm(output.form, of: "derive", otherwise: .math)
    }
    var groups: [Working.Group] = []
    for item in output.items {
      do throws(Mistake) {
        let derivation = try derivation(of: item, by: variable)
        groups.append(
          Working.Group(
            lines: derivation.lines(by: variable.text, digits: digits), remarks: derivation.result.remarks))
      } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return [.working(Working(groups), form: form, frame: settings.math)]
  }

  private func derivation(of item: Output.Item, by variable: Name) throws(Mistake) -> Derivation {
    try evaluator.checkTime(at: item.value.range)
    let problem = try problem(item, by: variable)
    do {
      return try Derivation(
        of: problem.term, by: variable.text, subject: problem.subject, opening: problem.opening)
    } catch {
      throw error.mistake(deriving: code.spelling(item.value), at: item.value.range, of: code)
    }
  }

  /// What is to be differentiated, what it is called, and how its author wrote it where that is something else.
  private struct Problem {
    let term: Term
    let subject: Derivation.Subject
    var opening: [Term] = []
  }

  private func problem(_ item: Output.Item, by variable: Name) throws(Mistake) -> Problem {
    if let function = try function(item.value, variable: variable.text) {
      let problem = try self.problem(function, item.value, by: variable)
      return item.label.map { Problem(term: problem.term, subject: .init($0), opening: [problem.subject.whole]) }
        ?? problem
    }
    var (closed, open) = (
      Letters(evaluator, variable: variable.text, opens: false),
      Letters(evaluator, variable: variable.text, opens: true)
    )
    let written = try closed.term(item.value)
    let term = try open.term(item.value)
    let opening = written == term ? [] : [written]
    if item.label == nil, let call = item.value.callOfLetters, evaluator.environment.functions[call.name] != nil {
      return Problem(term: term, subject: .init(function: call.name, of: call.arguments))
    }
    let name = item.label ?? term.freeLetter(besides: written.letters + [variable.text])
    return Problem(term: term, subject: .init(name), opening: opening)
  }

  /// The function that an expression names without calling it: the `f` and `f'` of `derive f by x`.
  private func function(_ expression: Expression, variable: String) throws(Mistake) -> Callable? {
    if case .name(variable) = expression.kind { return nil }
    guard case .function(let function) = try functionOnly(expression) else { return nil }
    return function
  }

  /// What an expression names; a name that stands for no function is a letter and nothing to look up.
  private func functionOnly(_ expression: Expression) throws(Mistake) -> Meaning? {
    var inner = expression
    while case .prime(let operand) = inner.kind { inner = operand }
    guard case .name(let name) = inner.kind, evaluator.lookup.namesFunctionOnly(name) else { return nil }
    return try evaluator.meaning(of: expression)
  }

  private func problem(
    _ function: Callable, _ expression: Expression, by variable: Name
  ) throws(Mistake) -> Problem {
    var letters = Letters(evaluator, variable: variable.text, opens: true)
    let parameters = function.parameters
    let name = code.spelling(expression)
    if case .builtIn(let builtIn) = function {
      // The parameter of a built-in function is no letter that a note knows.
      let letter = Term.symbol(variable.text)
      if let term = builtIn.term(of: [letter]) {
        return Problem(term: term, subject: .init(term.freeLetter(besides: [])))
      }
      throw .at(
        expression.range, of: code, .value, "`\(builtIn.name)` is no function of one number",
        help: builtIn.term(of: [letter, letter]).map { _ in
          ["write its call: `derive \(name)(\(variable.text), 0) by \(variable.text)`"]
        }
          ?? ["`derive` is about numbers: write out what it does with one of them"])
    }
    if case .network(let network) = function {
      throw .at(
        expression.range, of: code, .value, "`\(network.name)` is a network and has no formula to differentiate",
        help: ["`table gradients \(network.name) on …` and `explain` show the derivatives of its loss"])
    }
    guard parameters.contains(variable.text) else {
      let list = parameters.joined(separator: ", ")
      throw .at(
        variable.range, of: code, .value, "`\(name)` is a function of \(list), not of `\(variable.text)`",
        help: [
          parameters.count == 1
            ? "write `derive \(name) by \(list)` or `derive \(name)(\(variable.text)) by \(variable.text)`"
            : "write `derive \(name) by \(parameters.first ?? "x")`"
        ])
    }
    let subject = Derivation.Subject(function: name, of: parameters.map(Term.symbol))
    switch function {
    case .defined(let function):
      return Problem(term: try letters.body(of: function, at: expression), subject: subject)
    case .derived(let function):
      let name = Name(text: name, range: expression.range)
      return Problem(term: letters.opened(function, at: .symbol(variable.text), name), subject: subject)
    case .builtIn, .network: preconditionFailure("answered before")
    }
  }
}

extension Expression {
  /// A call whose arguments are letters, no two alike: `f(x)`, `p(x, y)`.
  fileprivate var callOfLetters: (name: String, arguments: [Term])? {
    guard case .call(let name, primes: 0, let arguments) = kind else { return nil }
    var letters: [String] = []
    for argument in arguments {
      guard argument.name == nil, case .name(let letter) = argument.value.kind, !letters.contains(letter) else {
        return nil
      }
      letters.append(letter)
    }
    return (name.text, letters.map(Term.symbol))
  }
}

extension Term {
  /// What to call the term: y, or the first letter after it that stands for nothing else.
  fileprivate func freeLetter(besides others: [String]) -> String {
    let taken = Set(letters + others)
    return ["y", "f", "g", "h", "z", "F", "G", "H"].first { !taken.contains($0) } ?? "result"
  }

  /// The term with its numbers rounded as the note prints them.
  fileprivate func rounded(_ format: NumberFormat) -> Term {
    replacing([:]) { Double(format.text($0)) ?? $0 }
  }
}

// MARK: Lines

extension Derivation {
  /// The lines of the working.
  fileprivate func lines(by variable: String, digits: Int) -> [Working.Line] {
    let format = NumberFormat(digits: digits)
    return lines.map { line in
      let left = line.equations[0].left.phrase(format)
      var chain = line.equations[0].phrases(format)
      for equation in line.equations.dropFirst() {
        chain[chain.count - 1] = chain[chain.count - 1].and(equation, format)
      }
      let words = line.reasons.map { $0 == .constant ? "constant, as it has no \(variable)" : $0.words }
      return Working.Line(
        left, chain.map(Working.Step.formula), comment: words.isEmpty ? nil : words.joined(separator: ", "))
    }
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
    case .term, .slope, .product, .sum, .difference, .quotient: nil
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

  /// What is to be said of a derivative that is made of comparisons.
  fileprivate var remarks: [String] {
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
