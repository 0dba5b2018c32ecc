/// Writes a derivation down, line by line.
struct Blackboard {
  typealias Equation = Derivation.Equation
  typealias Reason = Derivation.Reason
  typealias Side = Derivation.Side
  typealias Slope = Derivation.Slope
  typealias Subject = Derivation.Subject

  let variable: String
  /// Whether other letters are held still, so that a part of a sum is taken by ∂/∂x.
  private let isPartial: Bool
  private(set) var lines: [Derivation.Line] = []
  /// Names for inner functions that stand for nothing else, the next one last.
  private var names: [String]
  private var depth = 0

  /// How deep functions may stand within one another.
  private static let depthLimit = 60

  init(variable: String, term: Term, reserved: [String?]) {
    self.variable = variable
    self.isPartial = term.letters.contains { $0 != variable }
    let taken = Set(term.letters + reserved.compactMap { $0 })
    let letters = ["u", "v", "w", "p", "q", "r", "s"] + (1...2 * Derivation.lineLimit).map { "u\($0)" }
    self.names = letters.filter { !taken.contains($0) }.reversed()
  }

  /// The whole derivation of a term, whose slope it returns. `opening` is what the first line says before the term.
  @discardableResult
  mutating func write(_ term: Term, _ subject: Subject, opening: [Term]? = nil) throws(FormulaFailure) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw .tooManyLines(limit: Derivation.lineLimit) }
    guard term.depends(on: variable) else {
      try writeFirstLine(term, subject, opening)
      try line([equation(slope(subject, term), .term(0))], [.constant])
      return 0
    }
    switch try DerivationShape(of: term, by: variable) {
    case .simple:
      try writeFirstLine(term, subject, opening)
      try writeAtOnce(term, subject)
    case .sum(let terms):
      try writeFirstLine(term, subject, opening)
      try writeSum(terms, of: term, subject, isWhole: opening != nil)
    case .multiple(let factor, let bracket):
      try writeMultiple(factor, bracket, of: term, subject, opening)
    case .chain(let outer, let inner):
      try writeChain(outer, inner, of: term, subject, opening, .innerFunction)
    case .generalPower(let factor, let base, let exponent):
      let inner = Term.multiply([exponent, .apply(.log, base)])
      try writeChain({ Term.apply(.exp, $0).times(factor) }, inner, of: term, subject, opening, .powerOfE)
    case .product(let factors): try writeProduct(factors, of: term, subject, opening)
    case .quotient(let above, let below): try writeQuotient(above, below, of: term, subject, opening)
    case .pair(let function, let factor, let first, let second):
      try writePair({ Term.applyPair(function, $0, $1).times(factor) }, first, second, of: term, subject, opening)
    }
    return try term.derivative(by: variable)
  }
}

// MARK: Rules

extension Blackboard {
  /// A slope that needs no line before it.
  private mutating func writeAtOnce(_ term: Term, _ subject: Subject) throws(FormulaFailure) {
    let (equation, reasons) = try atOnce(term, subject)
    try line([equation], reasons)
  }

  /// Whether the slope of a term takes one line: something simple, or a short sum of such.
  private func isShort(_ term: Term) throws(FormulaFailure) -> Bool {
    guard term.depends(on: variable) else { return true }
    switch try DerivationShape(of: term, by: variable) {
    case .simple: return true
    case .sum(let terms):
      guard terms.count <= 3 else { return false }
      for term in terms where term.depends(on: variable) {
        guard case .simple = try DerivationShape(of: term, by: variable) else { return false }
      }
      return true
    case .chain, .multiple, .product, .quotient, .pair, .generalPower: return false
    }
  }

  /// The equation of a slope that takes one line, and the rules.
  private func atOnce(_ term: Term, _ subject: Subject) throws(FormulaFailure) -> (Equation, [Reason]) {
    let result = try term.derivative(by: variable)
    let left = Side.slope(slope(subject, term))
    guard term.depends(on: variable) else { return (Equation(left: left, right: [.term(0)]), [.constant]) }
    switch try DerivationShape(of: term, by: variable) {
    case .simple(let factor, let slope, let reasons):
      let raw: [Side] = slope == 1 || slope == 0 ? [] : [factor.side(before: slope)]
      return (Equation(left: left, right: raw + [.term(result)]), reasons)
    case .sum(let terms):
      var parts: [Term] = []
      var reasons: [Reason] = [.sumRule]
      for part in terms {
        parts.append(try part.derivative(by: variable))
        guard part.depends(on: variable) else { continue }
        for reason in try atOnce(part, Subject(part: part)).1 where !reasons.contains(reason) { reasons.append(reason) }
      }
      return (Equation(left: left, right: Side.sum(parts, result)), reasons)
    case .chain, .multiple, .product, .quotient, .pair, .generalPower:
      return (Equation(left: left, right: [.term(result)]), [])
    }
  }

  private mutating func writeSum(
    _ terms: [Term], of term: Term, _ subject: Subject, isWhole: Bool
  ) throws(FormulaFailure) {
    let dependent = terms.filter { $0.depends(on: variable) }
    if try isShort(term), !isWhole || terms.count == 2 && dependent.count == 1 && term.letters.count == 1 {
      return try writeAtOnce(term, subject)
    }
    var slopes: [Term] = []
    for part in terms {
      let name = Subject(part: part)
      if part.depends(on: variable) {
        slopes.append(try write(part, name))
      } else {
        if !part.letters.isEmpty { try line([equation(slope(name, part), .term(0))], [.heldStill]) }
        slopes.append(0)
      }
    }
    let sides = Side.sum(slopes, try term.derivative(by: variable))
    try line([Equation(left: .slope(slope(subject, term)), right: sides)], [.sumRule])
  }

  private mutating func writeMultiple(
    _ factor: Term, _ bracket: Term, of term: Term, _ subject: Subject, _ opening: [Term]?
  ) throws(FormulaFailure) {
    let inner = try nextName()
    try writeNames([(inner, bracket)], .term(Term.symbol(inner).times(factor)), of: term, subject, opening, .bracket)
    let innerSlope = try writeInner([(inner, bracket)], with: nil)[0]
    let side = Side.slope(slope(Subject(inner), bracket))
    try line(
      [
        equation(
          slope(subject, term), .product([.term(factor), side]), .product([.term(factor), .term(innerSlope)]),
          .term(try term.derivative(by: variable)))
      ], [.constantFactor])
  }

  private mutating func writeChain(
    _ outer: (Term) -> Term, _ inner: Term, of term: Term, _ subject: Subject, _ opening: [Term]?, _ naming: Reason
  ) throws(FormulaFailure) {
    let name = try nextName()
    let whole = outer(.symbol(name))
    try writeNames([(name, inner)], .term(whole), of: term, subject, opening, naming)
    // The outer derivative is the lesson of a board of its own, with u as its variable.
    let (outerEquation, reasons) = try Blackboard(variable: name, term: whole, reserved: [])
      .atOnce(whole, subject.name == nil ? Subject(part: whole) : subject)
    let outerSlope = try whole.derivative(by: name)
    let innerSlope = try writeInner([(name, inner)], with: (outerEquation, reasons))[0]
    let rule = Side.product([outerEquation.left, .slope(slope(Subject(name), inner))])
    let product = try (outerSlope * innerSlope).simplified()
    try line(
      [
        equation(
          slope(subject, term), rule, .product([.term(outerSlope), .term(innerSlope)]), .term(product),
          .term(try term.derivative(by: variable)))
      ], [.chainRule])
  }

  private mutating func writeProduct(
    _ factors: [Term], of term: Term, _ subject: Subject, _ opening: [Term]?
  ) throws(FormulaFailure) {
    var named: [(String, Term)] = []
    for factor in factors { named.append((try nextName(), factor)) }
    let whole = Side.term(.multiply(named.map { .symbol($0.0) }))
    try writeNames(named, whole, of: term, subject, opening, .factors)
    let slopes = try writeInner(named, with: nil)
    // u'·v + u·v', once in letters and once with what they stand for.
    func rule(_ slope: (Int) -> Side, _ factor: (Int) -> Side) -> Side {
      .sum(
        named.indices.map { place in
          .product(named.indices.map { $0 == place ? slope($0) : factor($0) })
        })
    }
    let letters = rule(
      { .slope(self.slope(Subject(named[$0].0), named[$0].1)) }, { .term(.symbol(named[$0].0)) })
    let filled = rule({ .term(slopes[$0]) }, { .term(named[$0].1) })
    try line(
      [equation(slope(subject, term), letters, filled, .term(try term.derivative(by: variable)))], [.productRule])
  }

  private mutating func writeQuotient(
    _ above: Term, _ below: Term, of term: Term, _ subject: Subject, _ opening: [Term]?
  ) throws(FormulaFailure) {
    let named = [(try nextName(), above), (try nextName(), below)]
    let (u, v) = (Term.symbol(named[0].0), Term.symbol(named[1].0))
    try writeNames(named, .term(u / v), of: term, subject, opening, .numeratorAndDenominator)
    let slopes = try writeInner(named, with: nil)
    func rule(_ u: Term, _ v: Term, _ slopeOfU: Side, _ slopeOfV: Side) -> Side {
      .quotient(
        .difference(.product([slopeOfU, .term(v)]), .product([.term(u), slopeOfV])), .term(.power(v, 2)))
    }
    let letters = rule(
      u, v, .slope(slope(Subject(named[0].0), above)), .slope(slope(Subject(named[1].0), below)))
    try line(
      [
        equation(
          slope(subject, term), letters, rule(above, below, .term(slopes[0]), .term(slopes[1])),
          .term(try term.derivative(by: variable)))
      ], [.quotientRule])
  }

  private mutating func writePair(
    _ outer: (Term, Term) -> Term, _ first: Term, _ second: Term, of term: Term, _ subject: Subject, _ opening: [Term]?
  ) throws(FormulaFailure) {
    let named = [(try nextName(), first), (try nextName(), second)]
    let whole = outer(.symbol(named[0].0), .symbol(named[1].0))
    try writeNames(named, .term(whole), of: term, subject, opening, .innerFunctions)
    let slopes = try writeInner(named, with: nil)
    let name = subject.name == nil ? Subject(part: whole) : subject
    var outers: [(slope: Slope, value: Term)] = []
    for (letter, _) in named {
      outers.append(
        (Slope(subject: name, variable: letter, isPartial: true), try whole.derivative(by: letter)))
    }
    try line(outers.map { equation($0.slope, .term($0.value)) }, [.derivative(of: whole.functionName)])
    func rule(_ outer: (Int) -> Side, _ inner: (Int) -> Side) -> Side {
      .sum([.product([outer(0), inner(0)]), .product([outer(1), inner(1)])])
    }
    let letters = rule({ .slope(outers[$0].slope) }, { .slope(self.slope(Subject(named[$0].0), named[$0].1)) })
    let filled = rule({ .term(outers[$0].value) }, { .term(slopes[$0]) })
    try line(
      [equation(slope(subject, term), letters, filled, .term(try term.derivative(by: variable)))], [.chainRule])
  }
}

// MARK: Lines

extension Blackboard {
  private mutating func line(_ equations: [Equation], _ reasons: [Reason]) throws(FormulaFailure) {
    guard lines.count < Derivation.lineLimit else { throw .tooManyLines(limit: Derivation.lineLimit) }
    lines.append(Derivation.Line(equations: equations, reasons: reasons))
  }

  private func equation(_ left: Slope, _ right: Side...) -> Equation {
    Equation(left: .slope(left), right: right)
  }

  private func slope(_ subject: Subject, _ term: Term) -> Slope {
    let holdsOthers = subject.name == nil ? isPartial : term.letters.contains { $0 != variable }
    return Slope(subject: subject, variable: variable, isPartial: holdsOthers)
  }

  /// `y = x^2 + 1`, of the whole alone.
  private mutating func writeFirstLine(_ term: Term, _ subject: Subject, _ opening: [Term]?) throws(FormulaFailure) {
    guard let opening else { return }
    try line([Equation(left: .term(subject.whole), right: (opening + [term]).map(Side.term))], [])
  }

  /// `y = u^2, u = 3x`; a part that is nothing but the rule itself stands on the left as it is.
  private mutating func writeNames(
    _ named: [(String, Term)], _ outer: Side, of term: Term, _ subject: Subject, _ opening: [Term]?, _ reason: Reason
  ) throws(FormulaFailure) {
    let before = opening.map { ($0 + [term]).map(Side.term) } ?? []
    try line(
      [Equation(left: .term(subject.whole), right: before + [outer])]
        + named.map { Equation(left: .term(.symbol($0.0)), right: [.term($0.1)]) }, [reason])
  }

  /// The slopes of the functions that were named: the short ones on one line, with the outer slope where there is one.
  private mutating func writeInner(
    _ named: [(String, Term)], with outer: (equation: Equation, reasons: [Reason])?
  ) throws(FormulaFailure) -> [Term] {
    var slopes: [Term] = []
    var equations = outer.map { [$0.equation] } ?? []
    var reasons = outer?.reasons ?? []
    for (name, term) in named {
      guard try isShort(term) else {
        // The outer slope waits for the inner one, so that both stand right above their product.
        if outer == nil, !equations.isEmpty {
          try line(equations, reasons)
          (equations, reasons) = ([], [])
        }
        slopes.append(try write(term, Subject(name)))
        continue
      }
      let (equation, rules) = try atOnce(term, Subject(name))
      equations.append(equation)
      for rule in rules where !reasons.contains(rule) { reasons.append(rule) }
      slopes.append(try term.derivative(by: variable))
    }
    if !equations.isEmpty { try line(equations, reasons) }
    return slopes
  }

  private mutating func nextName() throws(FormulaFailure) -> String {
    guard let name = names.popLast() else { throw .tooManyLines(limit: Derivation.lineLimit) }
    return name
  }
}

extension Derivation.Side {
  /// The slopes of a sum's terms, and what they make; a sum that only changes their order is not said twice.
  fileprivate static func sum(_ slopes: [Term], _ result: Term) -> [Derivation.Side] {
    if case .add(let terms) = result, Set(terms) == Set(slopes), terms.count == slopes.count { return [.term(result)] }
    return [.sum(slopes.map(Derivation.Side.term)), .term(result)]
  }
}

extension Term {
  /// The names in the term, each once, in order of appearance.
  package var letters: [String] {
    var found: [String] = []
    var pending = [self]
    while let node = pending.popLast() {
      if case .symbol(let name) = node, !found.contains(name) { found.append(name) }
      pending += node.operands.reversed()
    }
    return found
  }

  /// A constant factor and what it is a factor of, as a teacher writes them before they are multiplied: 4·3x², 2u/2.
  fileprivate func side(before slope: Term) -> Derivation.Side {
    switch self {
    case 1, -1, .divide, .negate: .term(slope.times(self))
    case .number, .constant, .symbol, .add, .multiply, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      .product([.term(self), .term(slope)])
    }
  }

  /// The function that a term applies, whatever it is scaled by.
  fileprivate var functionName: String {
    var pending = [self]
    while let node = pending.popLast() {
      if case .applyPair(let function, _, _) = node { return function.rawValue }
      pending += node.operands
    }
    return ""
  }
}
