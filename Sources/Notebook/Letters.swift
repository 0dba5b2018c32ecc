import Engine
import Formula
import Language
import SourceText

/// Reads an expression as algebra on paper: every name is a letter, whatever it stands for in the note, and a function of
/// the note is opened: its body stands in its place.
struct Letters {
  let evaluator: Evaluator
  /// What the derivative is taken by.
  let variable: String
  /// Whether the functions of the note are opened, or stay calls.
  private let opens: Bool
  /// What is being read, for what is said of its size.
  private let whole: Expression
  /// What the letters stand for as the note has them; nil for one that it has not.
  private var meanings: [String: Engine.Value?] = [:]

  init(_ evaluator: Evaluator, reading whole: Expression, variable: String, opens: Bool) {
    (self.evaluator, self.whole, self.variable, self.opens) = (evaluator, whole, variable, opens)
  }

  /// The names and values that the letters of a body are read with.
  private struct Scope {
    let evaluator: Evaluator
    /// What stands for the parameters, within the body of a function.
    let arguments: [String: Term]?

    var code: Code { evaluator.code }
  }

  /// The expression as it is written in the statement.
  mutating func term() throws(Mistake) -> Term {
    for name in whole.names { meanings.updateValue(value(named: name, in: evaluator.environment), forKey: name) }
    return try checkedSize(try term(whole, in: Scope(evaluator: evaluator, arguments: nil)))
  }

  /// The body of a function of the note, its parameters being letters.
  mutating func body(of function: DefinedFunction) throws(Mistake) -> Term {
    let letters = Dictionary(uniqueKeysWithValues: function.parameters.map { ($0, Term.symbol($0)) })
    for name in function.parameters { meanings.updateValue(nil, forKey: name) }
    return try checkedSize(try body(of: function, letters, at: whole, in: evaluator.code))
  }

  /// The body with terms for its parameters, called at a place of some code.
  private mutating func body(
    of function: DefinedFunction, _ arguments: [String: Term], at place: Expression, in code: Code
  ) throws(Mistake) -> Term {
    // Bodies within bodies may be thousands before their size is known.
    try evaluator.checkTime(at: whole.range)
    let inner = Evaluator(
      code: function.code, environment: function.environment, derivatives: evaluator.derivatives,
      budget: evaluator.budget)
    do {
      return try term(function.body, in: Scope(evaluator: inner, arguments: arguments))
    } catch {
      throw error.seen(from: code.place(place.range), in: function)
    }
  }

  private func value(named name: String, in environment: Environment) -> Engine.Value? {
    if case .value(let value)? = environment.things[name]?.meaning { value } else { nil }
  }

  private func checkedSize(_ term: Term) throws(Mistake) -> Term {
    guard term.nodeCount(upTo: Term.nodeLimit) != nil else {
      throw FormulaFailure.tooLarge(limit: Term.nodeLimit)
        .mistake(deriving: evaluator.code.spelling(whole), at: whole.range, of: evaluator.code)
    }
    return term
  }

  // MARK: Expressions

  private mutating func term(_ expression: Expression, in scope: Scope) throws(Mistake) -> Term {
    switch expression.kind {
    case .number(let number): return .number(number)
    case .name(let name): return try letter(Name(text: name, range: expression.range), in: scope)
    case .negate(let operand): return try -term(operand, in: scope)
    case .not(let operand): return .not(try term(operand, in: scope))
    case .group(let operand): return try term(operand, in: scope)
    case .binary(let op, let left, let right):
      if op == .product { try checkNumbers([left, right], whole: expression, in: scope) }
      return op.term(try term(left, in: scope), try term(right, in: scope))
    case .call(let name, let primes, let arguments):
      return try call(name, primes: primes, arguments, whole: expression, in: scope)
    case .index(let base, let subscripts):
      guard case .name(let name) = base.kind, scope.arguments?[name] == nil, name != variable,
        let place = subscripts.place
      else { throw notNumbers(expression, in: scope) }
      return .symbol("\(name)\(place)")
    case .member(let base, let member):
      guard case .name(let name) = base.kind else { throw notNumbers(expression, in: scope) }
      return .symbol("\(name).\(member.text)")
    case .string, .vector, .matrix, .prime, .approximately: throw notNumbers(expression, in: scope)
    }
  }

  /// A name. Those that a function keeps are letters too, but where the letter means something else in this formula, the
  /// number stands in its place.
  private mutating func letter(_ name: Name, in scope: Scope) throws(Mistake) -> Term {
    if let argument = scope.arguments?[name.text] { return argument }
    if scope.arguments == nil, name.text == variable { return .symbol(name.text) }
    let environment = scope.evaluator.environment
    guard let thing = environment.things[name.text]?.meaning else {
      switch Engine.Constant(named: name.text) {
      case .pi: return .constant(.pi)
      case .e: return .constant(.e)
      case .inf: return .number(.infinity)
      case .true: return 1
      case .false: return 0
      case nil: return .symbol(name.text)
      }
    }
    guard case .value(let value) = thing else {
      throw .at(
        name.range, of: scope.code, .value, "a letter is wanted here, and `\(name.text)` is \(thing.description)",
        help: ["`derive` takes letters, numbers, operators and functions of numbers"])
    }
    return scope.arguments == nil ? .symbol(name.text) : kept(name, value)
  }

  /// A name that a function keeps, with the value that it keeps.
  private mutating func kept(_ name: Name, _ value: Engine.Value) -> Term {
    if name.text != variable {
      guard let known = meanings[name.text] else {
        meanings.updateValue(value, forKey: name.text)
        return .symbol(name.text)
      }
      if let known, known.isIdentical(to: value) { return .symbol(name.text) }
    }
    if case .number(let number) = value { return .number(number) }
    var letter = name.text + "_0"
    while let known = meanings[letter], known.map({ !$0.isIdentical(to: value) }) ?? true { letter += "_0" }
    meanings.updateValue(value, forKey: letter)
    return .symbol(letter)
  }

  // MARK: Calls

  private mutating func call(
    _ name: Name, primes: Int, _ arguments: [Argument], whole: Expression, in scope: Scope
  ) throws(Mistake) -> Term {
    let isOwn = scope.evaluator.environment.functions[name.text] != nil
    if primes == 0, !isOwn, NetworkFunction(named: name.text) != nil { throw notNumbers(whole, in: scope) }
    let callable = try scope.evaluator.callable(name, primes: primes)
    let arranged = try scope.evaluator.arrange(arguments, for: callable, whole: whole)
    var terms: [Term] = []
    for argument in arranged { terms.append(try checkedSize(try term(argument, in: scope))) }
    switch callable {
    case .builtIn(let builtIn):
      if let term = builtIn.term(of: terms) { return term }
      guard !terms.contains(where: { $0.depends(on: variable) }) else {
        throw severalEntries(whole, in: scope)
      }
      return .call(builtIn.name, terms)
    case .network(let network):
      throw .at(
        name.range, of: scope.code, .value, "`\(network.name)` is a network and has no formula to differentiate",
        help: ["`table gradients \(network.name) on …` and `explain` show the derivatives of its loss"])
    case .defined, .derived: break
    }
    guard opens else { return .call(name.text + String(repeating: "'", count: primes), terms) }
    switch callable {
    case .defined(let function):
      let arguments = Dictionary(uniqueKeysWithValues: zip(function.parameters, terms))
      return try body(of: function, arguments, at: whole, in: scope.code)
    case .derived(let function): return opened(function, at: terms[0], name)
    case .builtIn, .network: preconditionFailure("answered before")
    }
  }

  /// A derivative that the note has found, at a place.
  mutating func opened(_ function: DerivedFunction, at argument: Term, _ name: Name) -> Term {
    var terms = [function.variable: argument]
    for (letter, value) in function.values.sorted(by: { $0.key < $1.key }) {
      terms[letter] = kept(Name(text: letter, range: name.range), value)
    }
    return function.term.replacing(terms)
  }

  // MARK: Mistakes

  /// The product of arrays sums over entries; of letters that are not known to be arrays it is the plain product.
  private func checkNumbers(_ operands: [Expression], whole: Expression, in scope: Scope) throws(Mistake) {
    for operand in operands {
      guard case .name(let name) = operand.kind, let value = value(named: name, in: scope.evaluator.environment),
        scope.arguments?[name] == nil, !value.shape.isNumber
      else { continue }
      throw .at(
        whole.range, of: scope.code, .value,
        "`\(scope.code.spelling(whole))` adds up products, because `\(name)` is \(value.shape)",
        help: ["`derive` is about numbers: write out one entry, as in `\(name)[1]*x`"])
    }
  }

  private func severalEntries(_ expression: Expression, in scope: Scope) -> Mistake {
    .at(
      expression.range, of: scope.code, .value,
      "`\(scope.code.spelling(expression))` takes several entries together",
      help: ["`derive` is about numbers: write out what it does with one of them"])
  }

  private func notNumbers(_ expression: Expression, in scope: Scope) -> Mistake {
    .at(
      expression.range, of: scope.code, .value,
      "`\(scope.code.spelling(expression))` is no formula of numbers",
      help: ["`derive` takes letters, numbers, operators and functions of numbers"])
  }
}

extension [Subscript] {
  /// `[1,2]`, where every place is a number.
  fileprivate var place: String? {
    var positions: [String] = []
    for case .at(let position) in self {
      guard case .number(let number) = position.kind else { return nil }
      positions.append(Term.number(number).text)
    }
    return positions.count == count ? "[\(positions.joined(separator: ","))]" : nil
  }
}
