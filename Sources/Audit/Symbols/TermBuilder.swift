import Formula

/// Turns what was read into Formula's terms, so that it can be differentiated.
struct TermBuilder {
  let definitions: Definitions
  /// The chain that is read: what comes after it defines nothing for it.
  let chain: Int
  let convention: Convention
  /// Functions that are being opened; none opens itself.
  private var opened: Set<String> = []
  /// The functions that were defined elsewhere and used.
  private(set) var used: [Definitions.Definition] = []

  init(definitions: Definitions, chain: Int, convention: Convention) {
    self.definitions = definitions
    self.chain = chain
    self.convention = convention
  }

  mutating func term(_ expression: Expression) throws(Obstacle) -> Term {
    switch expression.form {
    case .literal(let literal):
      guard let decimal = literal.decimal(convention.style) else { throw .ambiguous }
      return .number(decimal.double)
    case .constant(.pi): return .constant(.pi)
    case .constant(.e): return .constant(.e)
    case .symbol(let name): return .symbol(name)
    case .negate(let part): return .negate(try term(part))
    case .sum(let parts): return .add(try terms(parts))
    case .product(let factors): return try product(factors)
    case .power(let base, let exponent):
      if case .constant(.e) = base.form { return .apply(.exp, try term(exponent)) }
      return try .power(term(base), term(exponent))
    case .apply(let function, let argument): return try apply(function, to: term(argument))
    case .extreme(let isGreatest, let parts): return try extreme(isGreatest, parts)
    case .percent(let part): return try term(part) / 100
    case .degrees(let part): return try term(part) * .constant(.pi) / 180
    case .mixed(let whole, let fraction): return try term(whole) + term(fraction)
    case .factorial: throw .letters
    case .call(let name, let primes, let arguments): return try call(name, primes, arguments)
    case .slope(let name, let variable): return try slope(of: name, by: variable)
    case .derivative(let body, let variable): return try derivative(of: term(body), by: variable)
    }
  }

  private mutating func terms(_ parts: [Expression]) throws(Obstacle) -> [Term] {
    var terms: [Term] = []
    for part in parts { terms.append(try term(part)) }
    return terms
  }

  private mutating func product(_ factors: [Expression.Factor]) throws(Obstacle) -> Term {
    var result: Term?
    var index = 0
    while index < factors.count {
      let isOver = factors[index].link == .over
      var factor = try term(factors[index].value)
      index += 1
      while isOver, index < factors.count, factors[index].link == .beside {
        factor = factor * (try term(factors[index].value))
        index += 1
      }
      result = result.map { isOver ? $0 / factor : $0 * factor } ?? factor
    }
    return result ?? 1
  }

  private mutating func extreme(_ isGreatest: Bool, _ parts: [Expression]) throws(Obstacle) -> Term {
    let terms = try terms(parts)
    return terms.dropFirst().reduce(terms[0]) { .applyPair(isGreatest ? .max : .min, $0, $1) }
  }

  private func derivative(of term: Term, by variable: String) throws(Obstacle) -> Term {
    do throws(FormulaFailure) { return try term.derivative(by: variable) } catch { throw .letters }
  }

  /// A function of the note's, opened, or one that everybody knows; differentiated as often as it has primes.
  private mutating func call(_ name: String, _ primes: Int, _ arguments: [Expression]) throws(Obstacle) -> Term {
    let inner = try terms(arguments)
    guard primes == 0 || inner.count == 1 else { throw .letters }
    var variables = ["\u{0}0"]
    var body: Term
    if let definition = definitions.definition(of: name, before: chain) {
      guard definition.variables.count == inner.count else { throw .letters }
      body = try open(definition, name)
      // Letters of the arguments must not be taken for those of the definition.
      variables = inner.indices.map { "\u{0}\($0)" }
      for (own, variable) in zip(definition.variables, variables) { body = body.replacing(own, by: .symbol(variable)) }
    } else if let function = Definitions.builtIn(name), inner.count == 1 {
      body = try apply(function, to: .symbol(variables[0]))
    } else {
      throw .letters
    }
    for _ in 0..<primes { body = try derivative(of: body, by: variables[0]) }
    for (variable, argument) in zip(variables, inner) { body = body.replacing(variable, by: argument) }
    return body
  }

  private mutating func slope(of name: String, by variable: String) throws(Obstacle) -> Term {
    guard let definition = definitions.definition(of: name, before: chain), definition.variables.contains(variable)
    else { throw .letters }
    return try derivative(of: open(definition, name), by: variable)
  }

  private mutating func open(_ definition: Definitions.Definition, _ name: String) throws(Obstacle) -> Term {
    guard let expression = definition.body, opened.insert(name).inserted else { throw .letters }
    defer { opened.remove(name) }
    used.append(definition)
    return try term(expression)
  }

  private func apply(_ function: ElementaryFunction, to x: Term) throws(Obstacle) -> Term {
    switch function {
    case .exp: .apply(.exp, x)
    case .ln: .apply(.log, x)
    case .log: try apply(convention.logarithm == .log ? .ln : convention.logarithm, to: x)
    case .log2: .apply(.log2, x)
    case .log10: .apply(.log10, x)
    case .sqrt: .apply(.sqrt, x)
    case .cbrt: .power(x, 1 / 3)
    case .abs: .apply(.abs, x)
    case .sin: .apply(.sin, x)
    case .cos: .apply(.cos, x)
    case .tan: .apply(.tan, x)
    case .asin: .apply(.asin, x)
    case .acos: .apply(.acos, x)
    case .atan: .apply(.atan, x)
    case .sinh: .apply(.sinh, x)
    case .cosh: .apply(.cosh, x)
    case .tanh: .apply(.tanh, x)
    case .sigmoid: .apply(.sigmoid, x)
    case .relu: .apply(.relu, x)
    case .softplus: .apply(.softplus, x)
    case .log1p: .apply(.log1p, x)
    case .expm1: .apply(.expm1, x)
    }
  }
}

extension Term {
  /// The term with a symbol replaced.
  fileprivate func replacing(_ symbol: String, by other: Term) -> Term {
    fold { (node, operands: [Term]) in
      node == .symbol(symbol) ? other : node.rebuilt(from: operands)
    }
  }

  /// The letters in it.
  var symbols: Set<String> {
    fold { (node, sets: [Set<String>]) in
      let inner = sets.reduce(into: Set<String>()) { $0.formUnion($1) }
      if case .symbol(let name) = node { return inner.union([name]) }
      return inner
    }
  }
}
