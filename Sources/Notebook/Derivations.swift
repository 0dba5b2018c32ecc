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
            lines: derivation.lines(by: variable.text, digits: digits, form: form), remarks: derivation.result.remarks))
      } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return [.working(Working(groups), form: form, frame: settings.math)]
  }

  private func derivation(of item: Output.Item, by variable: Name) throws(Mistake) -> Derivation {
    try evaluator.checkTime(at: item.value.range)
    let problem = try problem(item, by: variable)
    let budget = evaluator.budget
    do {
      return try Derivation(
        of: problem.term, by: variable.text, subject: problem.subject, opening: problem.opening,
        mayGoOn: { (try? budget.checkDeadline()) != nil })
    } catch {
      // The clock's own words where it was the clock.
      try evaluator.checkTime(at: item.value.range)
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
    var closed = Letters(evaluator, reading: item.value, variable: variable.text, opens: false)
    var open = Letters(evaluator, reading: item.value, variable: variable.text, opens: true)
    let written = try closed.term()
    let term = try open.term()
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
    var letters = Letters(evaluator, reading: expression, variable: variable.text, opens: true)
    let name = code.spelling(expression)
    switch function {
    case .builtIn(let builtIn): return try problem(builtIn, expression, by: variable)
    case .network(let network):
      throw .at(
        expression.range, of: code, .value, "`\(network.name)` is a network and has no formula to differentiate",
        help: ["`table gradients \(network.name) on …` and `explain` show the derivatives of its loss"])
    case .defined(let defined):
      let subject = try subject(function, name, by: variable)
      return Problem(term: try letters.body(of: defined), subject: subject)
    case .derived(let derived):
      let subject = try subject(function, name, by: variable)
      let place = Name(text: name, range: expression.range)
      return Problem(term: letters.opened(derived, at: .symbol(variable.text), place), subject: subject)
    }
  }

  /// A built-in function of one number: its parameter is no letter that a note knows.
  private func problem(
    _ builtIn: BuiltIn, _ expression: Expression, by variable: Name
  ) throws(Mistake) -> Problem {
    let letter = Term.symbol(variable.text)
    if let term = builtIn.term(of: [letter]) {
      return Problem(term: term, subject: .init(term.freeLetter(besides: [])))
    }
    let call = "\(code.spelling(expression))(\(variable.text), 0)"
    throw .at(
      expression.range, of: code, .value, "`\(builtIn.name)` is no function of one number",
      help: builtIn.term(of: [letter, letter]).map { _ in ["write its call: `derive \(call) by \(variable.text)`"] }
        ?? ["`derive` is about numbers: write out what it does with one of them"])
  }

  /// `f(x)` of a function of the note, which must have the variable among its parameters.
  private func subject(
    _ function: Callable, _ name: String, by variable: Name
  ) throws(Mistake) -> Derivation.Subject {
    let parameters = function.parameters
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
    return Derivation.Subject(function: name, of: parameters.map(Term.symbol))
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
}
