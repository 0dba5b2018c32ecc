extension Derivation {
  /// Finds the derivative of a term by a symbol.
  ///
  /// - Parameters:
  ///   - subject: what the whole is called: `y`, or `f(x)` with the slope df/dx.
  ///   - opening: what the first line says before the term itself: the term as its author wrote it.
  ///   - mayGoOn: asked before each part, whose derivatives may take their time; `false` stops the derivation.
  package init(
    of term: Term, by variable: String, subject: Subject, opening: [Term] = [],
    mayGoOn: @escaping () -> Bool = { true }
  ) throws(FormulaFailure) {
    let taken = opening.flatMap { $0.letters + $0.callNames } + [variable] + (subject.name.map { [$0] } ?? [])
    var board = Blackboard(variable: variable, term: term, reserved: taken, mayGoOn: mayGoOn)
    let result = try term.derivative(by: variable)
    try board.write(term, subject, opening: opening)
    self.init(lines: board.lines, result: result)
  }
}

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
  private let mayGoOn: () -> Bool

  /// How deep functions may stand within one another.
  private static let depthLimit = 60

  init(variable: String, term: Term, reserved: [String] = [], mayGoOn: @escaping () -> Bool = { true }) {
    self.variable = variable
    self.mayGoOn = mayGoOn
    self.isPartial = term.letters.contains { $0 != variable }
    let taken = Set(term.letters + reserved)
    let letters = ["u", "v", "w", "p", "q", "r", "s"] + (1...2 * Derivation.lineLimit).map { "u\($0)" }
    self.names = letters.filter { !taken.contains($0) }.reversed()
  }

  /// What is being differentiated: the term, its name, and what the first line says before the term; nil where an earlier
  /// line has said what it is.
  private struct Problem {
    let term: Term
    let subject: Subject
    let opening: [Term]?
  }

  /// The whole derivation of a term, whose slope it returns. `opening` is what the first line says before the term.
  @discardableResult
  mutating func write(_ term: Term, _ subject: Subject, opening: [Term]? = nil) throws(FormulaFailure) -> Term {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw .tooManyLines(limit: Derivation.lineLimit) }
    guard mayGoOn() else { throw .stopped }
    let problem = Problem(term: term, subject: subject, opening: opening)
    guard term.depends(on: variable) else {
      try writeFirstLine(of: problem)
      try line([try atOnce(term, subject)])
      return 0
    }
    switch try DerivationShape(of: term, by: variable) {
    case .simple:
      try writeFirstLine(of: problem)
      try line([try atOnce(term, subject)])
    case .sum(let terms): try writeSum(terms, of: problem)
    case .multiple(let factor, let bracket): try writeMultiple(factor, bracket, of: problem)
    case .chain(let outer, let inner): try writeChain(outer, inner, of: problem, .innerFunction)
    case .generalPower(let factor, let base, let exponent):
      let inner = Term.multiply([exponent, .apply(.log, base)])
      try writeChain({ Term.apply(.exp, $0).times(factor) }, inner, of: problem, .powerOfE)
    case .product(let factors): try writeProduct(factors, of: problem)
    case .quotient(let above, let below): try writeQuotient(above, below, of: problem)
    case .pair(let function, let factor, let first, let second):
      try writePair(function, factor, first, second, of: problem)
    }
    return try term.derivative(by: variable)
  }
}

// MARK: Rules

extension Blackboard {
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

  /// The equation of a slope that takes one line; of any other, the slope without its working.
  private func atOnce(_ term: Term, _ subject: Subject) throws(FormulaFailure) -> Equation {
    let left = slope(subject, term)
    guard term.depends(on: variable) else { return equation(left, [.term(0)], .rule(.constant)) }
    let result = try term.derivative(by: variable)
    switch try DerivationShape(of: term, by: variable) {
    case .simple(let factor, let slope, let reasons):
      let raw: [Side] = slope == 1 || slope == 0 ? [] : [factor.side(before: slope)]
      return Equation(left: .slope(left), right: raw + [.term(result)], reasons: reasons)
    case .sum(let terms):
      var parts: [Term] = []
      var reasons: [Reason] = [.rule(.sum)]
      for part in terms {
        parts.append(try part.derivative(by: variable))
        guard part.depends(on: variable) else { continue }
        reasons += try atOnce(part, Subject(part: part)).reasons
      }
      return Equation(left: .slope(left), right: Side.sum(parts, result), reasons: reasons)
    case .chain, .multiple, .product, .quotient, .pair, .generalPower:
      return Equation(left: .slope(left), right: [.term(result)], reasons: [])
    }
  }

  private mutating func writeSum(_ terms: [Term], of problem: Problem) throws(FormulaFailure) {
    try writeFirstLine(of: problem)
    let term = problem.term
    let isPolynomialPlusNumber =
      terms.count == 2 && terms.contains { !$0.depends(on: variable) } && term.letters.count == 1
    if try isShort(term), problem.opening == nil || isPolynomialPlusNumber {
      return try line([try atOnce(term, problem.subject)])
    }
    var slopes: [Term] = []
    for part in terms {
      let name = Subject(part: part)
      if part.depends(on: variable) {
        slopes.append(try write(part, name))
      } else {
        if !part.letters.isEmpty { try line([equation(slope(name, part), [.term(0)], .heldStill)]) }
        slopes.append(0)
      }
    }
    try writeResult(of: problem, Side.sum(slopes, try term.derivative(by: variable)).dropLast(), .rule(.sum))
  }

  private mutating func writeMultiple(
    _ factor: Term, _ bracket: Term, of problem: Problem
  ) throws(FormulaFailure) {
    let inner = try nextName()
    try writeNames([(inner, bracket)], .term(Term.symbol(inner).times(factor)), of: problem, .bracket)
    let innerSlope = try writeInner([(inner, bracket)])[0]
    let side = Side.slope(slope(Subject(inner), bracket))
    try writeResult(
      of: problem, [factor.side(before: side), factor.side(before: .term(innerSlope))], .rule(.constantFactor))
  }

  private mutating func writeChain(
    _ outer: (Term) -> Term, _ inner: Term, of problem: Problem, _ naming: Reason
  ) throws(FormulaFailure) {
    let name = try nextName()
    let whole = outer(.symbol(name))
    try writeNames([(name, inner)], .term(whole), of: problem, naming)
    // The outer derivative is the lesson of a board of its own, with u as its variable.
    let outerEquation = try Blackboard(variable: name, term: whole).atOnce(whole, outerSubject(whole, problem))
    let outerSlope = try whole.derivative(by: name)
    let innerSlope = try writeInner([(name, inner)], with: outerEquation)[0]
    try writeResult(
      of: problem,
      [
        .product([outerEquation.left, .slope(slope(Subject(name), inner))]),
        .product([.term(outerSlope), .term(innerSlope)]), .term(try (outerSlope * innerSlope).simplified()),
      ], .chainRule)
  }

  private mutating func writeProduct(_ factors: [Term], of problem: Problem) throws(FormulaFailure) {
    var named: [(String, Term)] = []
    for factor in factors { named.append((try nextName(), factor)) }
    try writeNames(named, .term(.multiply(named.map { .symbol($0.0) })), of: problem, .factors)
    let slopes = try writeInner(named)
    // u'·v + u·v', once in letters and once with what they stand for.
    func rule(_ slope: (Int) -> Side, _ factor: (Int) -> Side) -> Side {
      .sum(
        named.indices.map { place in
          .product(named.indices.map { $0 == place ? slope($0) : factor($0) })
        })
    }
    try writeResult(
      of: problem,
      [
        rule({ .slope(slope(Subject(named[$0].0), named[$0].1)) }, { .term(.symbol(named[$0].0)) }),
        rule({ .term(slopes[$0]) }, { .term(named[$0].1) }),
      ], .rule(.product))
  }

  private mutating func writeQuotient(_ above: Term, _ below: Term, of problem: Problem) throws(FormulaFailure) {
    let named = [(try nextName(), above), (try nextName(), below)]
    let (u, v) = (Term.symbol(named[0].0), Term.symbol(named[1].0))
    try writeNames(named, .term(u / v), of: problem, .numeratorAndDenominator)
    let slopes = try writeInner(named)
    func rule(_ u: Term, _ v: Term, _ slopeOfU: Side, _ slopeOfV: Side) -> Side {
      .quotient(
        .difference(.product([slopeOfU, .term(v)]), .product([.term(u), slopeOfV])), .term(.power(v, 2)))
    }
    try writeResult(
      of: problem,
      [
        rule(u, v, .slope(slope(Subject(named[0].0), above)), .slope(slope(Subject(named[1].0), below))),
        rule(above, below, .term(slopes[0]), .term(slopes[1])),
      ], .rule(.quotient))
  }

  private mutating func writePair(
    _ function: PairFunction, _ factor: Term, _ first: Term, _ second: Term, of problem: Problem
  ) throws(FormulaFailure) {
    let named = [(try nextName(), first), (try nextName(), second)]
    let whole = Term.applyPair(function, .symbol(named[0].0), .symbol(named[1].0)).times(factor)
    try writeNames(named, .term(whole), of: problem, .innerFunctions)
    let slopes = try writeInner(named)
    let name = outerSubject(whole, problem)
    var outers: [(slope: Slope, value: Term)] = []
    for (letter, _) in named {
      outers.append((Slope(subject: name, variable: letter, isPartial: true), try whole.derivative(by: letter)))
    }
    try line(outers.map { equation($0.slope, [.term($0.value)], .rule(.pair(function))) })
    func rule(_ outer: (Int) -> Side, _ inner: (Int) -> Side) -> Side {
      .sum([.product([outer(0), inner(0)]), .product([outer(1), inner(1)])])
    }
    try writeResult(
      of: problem,
      [
        rule({ .slope(outers[$0].slope) }, { .slope(slope(Subject(named[$0].0), named[$0].1)) }),
        rule({ .term(outers[$0].value) }, { .term(slopes[$0]) }),
      ], .chainRule)
  }

  /// Whose slope the outer one is: the whole by its name, or else the outer function itself.
  private func outerSubject(_ outer: Term, _ problem: Problem) -> Subject {
    problem.subject.name == nil ? Subject(part: outer) : problem.subject
  }
}

// MARK: Lines

extension Blackboard {
  private mutating func line(_ equations: [Equation]) throws(FormulaFailure) {
    guard lines.count < Derivation.lineLimit else { throw .tooManyLines(limit: Derivation.lineLimit) }
    guard mayGoOn() else { throw .stopped }
    lines.append(Derivation.Line(equations: equations))
  }

  private func equation(_ left: Slope, _ right: [Side], _ reason: Reason) -> Equation {
    Equation(left: .slope(left), right: right, reasons: [reason])
  }

  /// The line that says the slope of the whole: by the rule, and simplified.
  private mutating func writeResult(of problem: Problem, _ sides: [Side], _ reason: Reason) throws(FormulaFailure) {
    let result = Side.term(try problem.term.derivative(by: variable))
    try line([equation(slope(problem.subject, problem.term), sides + [result], reason)])
  }

  private func slope(_ subject: Subject, _ term: Term) -> Slope {
    let holdsOthers = subject.name == nil ? isPartial : term.letters.contains { $0 != variable }
    return Slope(subject: subject, variable: variable, isPartial: holdsOthers)
  }

  /// `y = x^2 + 1`, of the whole alone.
  private mutating func writeFirstLine(of problem: Problem) throws(FormulaFailure) {
    guard let opening = problem.opening else { return }
    let sides = (opening + [problem.term]).map(Side.term)
    try line([Equation(left: .term(problem.subject.whole), right: sides, reasons: [])])
  }

  /// `y = u^2, u = 3x`; a part that is nothing but the rule itself stands on the left as it is.
  private mutating func writeNames(
    _ named: [(String, Term)], _ outer: Side, of problem: Problem, _ reason: Reason
  ) throws(FormulaFailure) {
    let before = problem.opening.map { ($0 + [problem.term]).map(Side.term) } ?? []
    try line(
      [Equation(left: .term(problem.subject.whole), right: before + [outer], reasons: [reason])]
        + named.map { Equation(left: .term(.symbol($0.0)), right: [.term($0.1)], reasons: []) })
  }

  /// The slopes of the functions that were named: the short ones on one line, with the outer slope where there is one.
  private mutating func writeInner(
    _ named: [(String, Term)], with outer: Equation? = nil
  ) throws(FormulaFailure) -> [Term] {
    var slopes: [Term] = []
    var equations = outer.map { [$0] } ?? []
    for (name, term) in named {
      guard try isShort(term) else {
        // The outer slope waits for the inner one, so that both stand right above their product.
        if outer == nil, !equations.isEmpty {
          try line(equations)
          equations = []
        }
        slopes.append(try write(term, Subject(name)))
        continue
      }
      equations.append(try atOnce(term, Subject(name)))
      slopes.append(try term.derivative(by: variable))
    }
    if !equations.isEmpty { try line(equations) }
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
    var seen: Set<String> = []
    var pending = [self]
    while let node = pending.popLast() {
      if case .symbol(let name) = node, seen.insert(name).inserted { found.append(name) }
      pending += node.operands.reversed()
    }
    return found
  }

  /// A constant factor and what it is a factor of: 3·du/dx, -du/dx, half of it.
  fileprivate func side(before side: Derivation.Side) -> Derivation.Side {
    switch self {
    case -1: if case .term(let term) = side { .term(.negate(term)) } else { .negative(side) }
    case .negate(let inner): .negative(inner.side(before: side))
    case .divide(1, let below): .quotient(side, .term(below))
    case .divide(let above, let below): .quotient(above.side(before: side), .term(below))
    case .number, .constant, .symbol, .add, .multiply, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      .product([.term(self), side])
    }
  }

  /// A constant factor and what it is a factor of, as a teacher writes them before they are multiplied: 4·3x², 2u/2.
  fileprivate func side(before slope: Term) -> Derivation.Side {
    switch self {
    case 1, -1, .divide, .negate: .term(slope.times(self))
    case .number, .constant, .symbol, .add, .multiply, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      .product([.term(self), .term(slope)])
    }
  }

  /// The functions that are called by name.
  var callNames: [String] {
    var found: [String] = []
    var pending = [self]
    while let node = pending.popLast() {
      if case .call(let name, _) = node { found.append(name) }
      pending += node.operands
    }
    return found
  }
}
