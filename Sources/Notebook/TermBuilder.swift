import Engine
import Formula
import Language
import SourceText

/// Why a body cannot be written as one term of its variables.
enum TermFailure: Error {
  /// A part that is not elementwise depends on a variable.
  case notElementwise(part: String, at: Int)
  /// A part that is constant could not be evaluated.
  case mistake(Mistake)
  /// Written out, with every function of the note in it, the body has more nodes than a term may have.
  case tooLarge

  /// The mistake at the place where the derivative was asked for.
  func mistake(deriving name: Name, code: Code) -> Mistake {
    switch self {
    case .notElementwise(let part, let place):
      .at(
        name.range, of: code, .value,
        "`\(name.text)` cannot be differentiated: `\(part)` takes several entries together",
        help: ["derivatives are of functions that act on each number by itself"],
        notes: ["`\(part)` stands \(place: place)"])
    case .mistake(let mistake): mistake
    case .tooLarge:
      .at(
        name.range, of: code, .limit,
        "`\(name.text)` is too large to be differentiated: written out it has more than \(Term.nodeLimit) parts")
    }
  }

  /// The mistake at the place where the function was to be set as a formula.
  func mistake(typesetting call: String, at range: Range<Int>, of code: Code) -> Mistake {
    switch self {
    case .notElementwise:
      .at(
        range, of: code, .value, "`\(call)` cannot be set as a formula: it takes several entries together",
        help: ["show it as text"])
    case .mistake(let mistake): mistake
    case .tooLarge:
      .at(
        range, of: code, .limit,
        "`\(call)` is too large to be set as a formula: written out it has more than \(Term.nodeLimit) parts",
        help: ["show it as text"])
    }
  }
}

/// Writes the body of a function, and of every function of the note in it, as one term. What does not depend on the
/// variable and is not elementwise (`sum(w)`, `W[1,2]`) is evaluated and becomes a symbol of its own.
struct TermBuilder {
  let variables: [String]
  let budget: Budget
  let derivatives: Derivatives
  /// What the symbols, the variables apart, stand for.
  private(set) var values: [String: Engine.Value] = [:]

  init(variables: [String], budget: Budget, derivatives: Derivatives) {
    self.variables = variables
    self.budget = budget
    self.derivatives = derivatives
  }

  /// The function's body with its parameters replaced.
  mutating func term(of function: DefinedFunction, arguments: [Term]) throws(TermFailure) -> Term {
    try checkedSize(try body(of: function, arguments: arguments))
  }

  private mutating func body(of function: DefinedFunction, arguments: [Term]) throws(TermFailure) -> Term {
    let scope = Scope(
      function: function, arguments: Dictionary(uniqueKeysWithValues: zip(function.parameters, arguments)))
    return try term(function.body, in: scope)
  }

  /// The term, unless it is too large. An argument stands wherever its parameter does, so forty calls within one another
  /// can make a tree of 2⁴⁰ nodes out of a few shared ones: it is refused before anything walks it.
  private func checkedSize(_ term: Term) throws(TermFailure) -> Term {
    guard term.nodeCount(upTo: Term.nodeLimit) != nil else { throw .tooLarge }
    return term
  }

  private struct Scope {
    let function: DefinedFunction
    let arguments: [String: Term]
  }

  private mutating func term(_ expression: Expression, in scope: Scope) throws(TermFailure) -> Term {
    switch expression.kind {
    case .number(let number): return .number(number)
    case .name(let name): return try term(named: name, expression, in: scope)
    case .negate(let operand): return try -term(operand, in: scope)
    case .not(let operand): return .not(try term(operand, in: scope))
    case .group(let operand): return try term(operand, in: scope)
    case .binary(let op, let left, let right): return try term(op, left, right, whole: expression, in: scope)
    case .call(let name, let primes, let arguments):
      return try call(name, primes: primes, arguments, whole: expression, in: scope)
    case .string, .vector, .matrix, .member, .prime, .index, .approximately:
      return try constant(expression, in: scope)
    }
  }

  private mutating func term(named name: String, _ expression: Expression, in scope: Scope) throws(TermFailure) -> Term
  {
    if let argument = scope.arguments[name] { return argument }
    if case .value(let value)? = scope.function.environment.things[name]?.meaning { return symbol(name, for: value) }
    switch Engine.Constant(named: name) {
    case .pi: return .constant(.pi)
    case .e: return .constant(.e)
    case .inf: return .number(.infinity)
    case .true: return 1
    case .false: return 0
    case nil: return try constant(expression, in: scope)
    }
  }

  private mutating func term(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, whole: Expression, in scope: Scope
  ) throws(TermFailure) -> Term {
    // The product of arrays sums over entries; only with a number is it the plain product.
    if op == .product, !isNumber(left, in: scope), !isNumber(right, in: scope) {
      return try constant(whole, in: scope)
    }
    return op.term(try term(left, in: scope), try term(right, in: scope))
  }

  private mutating func call(
    _ name: Name, primes: Int, _ arguments: [Argument], whole: Expression, in scope: Scope
  ) throws(TermFailure) -> Term {
    // What is measured of a network is a value, not a formula.
    if primes == 0, scope.function.environment.functions[name.text] == nil, NetworkFunction(named: name.text) != nil {
      return try constant(whole, in: scope)
    }
    let (callable, values) = try callee(name, primes: primes, arguments, whole: whole, in: scope)
    switch callable {
    case .builtIn(let builtIn):
      // The operands are read only where the function is known to be written as a term.
      guard builtIn.term(of: values.map { _ in 0 }) != nil else { return try constant(whole, in: scope) }
      guard let term = builtIn.term(of: try terms(values, in: scope)) else { return try constant(whole, in: scope) }
      return term
    case .defined(let function):
      var arguments: [Term] = []
      for term in try terms(values, in: scope) { arguments.append(try checkedSize(term)) }
      return try body(of: function, arguments: arguments)
    case .network: return try constant(whole, in: scope)
    case .derived(let function):
      var names = [function.variable: try term(values[0], in: scope)]
      for (name, value) in function.values.sorted(by: { $0.key < $1.key }) { names[name] = symbol(name, for: value) }
      return function.term.replacing(names)
    }
  }

  /// The function that is called, and its arguments in the order of its parameters.
  private func callee(
    _ name: Name, primes: Int, _ arguments: [Argument], whole: Expression, in scope: Scope
  ) throws(TermFailure) -> (Callable, [Expression]) {
    let evaluator = evaluator(in: scope)
    do throws(Mistake) {
      let callable = try evaluator.callable(name, primes: primes)
      return (callable, try evaluator.arrange(arguments, for: callable, whole: whole))
    } catch {
      throw .mistake(error)
    }
  }

  private mutating func terms(_ expressions: [Expression], in scope: Scope) throws(TermFailure) -> [Term] {
    var terms: [Term] = []
    for expression in expressions { terms.append(try term(expression, in: scope)) }
    return terms
  }

  /// The value of a part that no term can write, as a symbol; a failure where it depends on the variable.
  private mutating func constant(_ expression: Expression, in scope: Scope) throws(TermFailure) -> Term {
    let function = scope.function
    var evaluator = evaluator(in: scope)
    for name in expression.names.sorted() {
      guard let argument = scope.arguments[name] else { continue }
      guard !variables.contains(where: { argument.depends(on: $0) }) else {
        throw .notElementwise(
          part: function.code.spelling(expression), at: function.code.place(expression.range).lowerBound)
      }
      do {
        let value = try argument.value(of: values, within: budget)
        evaluator.environment.define(name, value: value, at: nil)
      } catch {
        throw .mistake(.at(expression.range, of: function.code, error.kind, error.message()))
      }
    }
    do throws(Mistake) {
      return symbol(function.code.spelling(expression), for: try evaluator.value(of: expression))
    } catch {
      throw .mistake(error)
    }
  }

  private func evaluator(in scope: Scope) -> Evaluator {
    Evaluator(
      code: scope.function.code, environment: scope.function.environment, derivatives: derivatives, budget: budget)
  }

  /// Whether an expression is a number whatever the variable is.
  private func isNumber(_ expression: Expression, in scope: Scope) -> Bool {
    switch expression.kind {
    case .number: true
    case .group(let operand), .negate(let operand): isNumber(operand, in: scope)
    case .name(let name):
      if case .value(.number)? = scope.function.environment.things[name]?.meaning {
        scope.arguments[name] == nil
      } else {
        false
      }
    case .string, .vector, .matrix, .member, .call, .prime, .index, .not, .binary, .approximately: false
    }
  }

  /// A symbol of that name, or of one like it where the name stands for something else already.
  private mutating func symbol(_ name: String, for value: Engine.Value) -> Term {
    var candidate = name
    var count = 1
    while variables.contains(candidate) || values[candidate].map({ !$0.isIdentical(to: value) }) ?? false {
      count += 1
      candidate = "\(name)_\(count)"
    }
    values[candidate] = value
    return .symbol(candidate)
  }
}

extension Engine.Value {
  /// Whether both have one shape and the same bits.
  func isIdentical(to other: Engine.Value) -> Bool {
    shape == other.shape && elements.map(\.bitPattern) == other.elements.map(\.bitPattern)
  }
}

extension Expression {
  /// The names of values that occur anywhere in the expression.
  var names: Set<String> {
    var found: Set<String> = []
    var pending = [self]
    while let expression = pending.popLast() {
      switch expression.kind {
      case .number, .string: break
      case .name(let name): found.insert(name)
      case .vector(let entries): pending += entries
      case .matrix(let rows): pending += rows.flatMap { $0 }
      case .call(_, _, let arguments): pending += arguments.map(\.value)
      case .index(let base, let subscripts):
        pending.append(base)
        pending += subscripts.compactMap { if case .at(let position) = $0 { position } else { nil } }
      case .member(let operand, _), .prime(let operand), .negate(let operand), .not(let operand), .group(let operand):
        pending.append(operand)
      case .binary(_, let left, let right): pending += [left, right]
      case .approximately(let left, let right, let tolerance): pending += [left, right, tolerance]
      }
    }
    return found
  }
}
