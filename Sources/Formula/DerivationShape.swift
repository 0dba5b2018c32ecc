/// What a teacher sees in a term that depends on the variable, and so the rule to begin with.
enum DerivationShape {
  /// Its slope can be said at once: a constant factor times the slope of something simple.
  case simple(factor: Term, slope: Term, reasons: [Derivation.Reason])
  case sum([Term])
  /// A function of one inner function.
  case chain(outer: (Term) -> Term, inner: Term)
  /// A number or letter times a bracket.
  case multiple(factor: Term, bracket: Term)
  case product([Term])
  case quotient(Term, Term)
  /// A function of two that both depend on the variable.
  case pair(PairFunction, factor: Term, Term, Term)
  /// Base and exponent both depend on the variable.
  case generalPower(factor: Term, base: Term, exponent: Term)

  init(of term: Term, by variable: String) throws(FormulaFailure) {
    let (factor, core) = try term.splitFactor(by: variable)
    if let reasons = core.simpleReasons(by: variable) {
      let slope = try core.derivative(by: variable)
      self = .simple(factor: factor, slope: slope, reasons: factor == 1 ? reasons : [.constantFactor] + reasons)
      return
    }
    func scaled(_ inside: Term) -> Term { inside.times(factor) }
    switch core {
    case .add(let terms): self = factor == 1 ? .sum(terms) : .multiple(factor: factor, bracket: core)
    case .multiply(let factors):
      // Constants among the factors were split off, so each of these depends on the variable.
      self = .product([scaled(factors[0])] + factors.dropFirst())
    case .divide(let above, let below):
      guard above.depends(on: variable) else {
        self = Self.reciprocal(of: below, by: variable) { .divide(above, $0).times(factor) }
        return
      }
      self = .quotient(scaled(above), below)
    case .power(let base, let exponent):
      switch (base.depends(on: variable), exponent.depends(on: variable)) {
      case (true, true): self = .generalPower(factor: factor, base: base, exponent: exponent)
      case (true, false): self = .chain(outer: { scaled(.power($0, exponent)) }, inner: base)
      case (false, _): self = .chain(outer: { scaled(.power(base, $0)) }, inner: exponent)
      }
    case .apply(let function, let inner): self = .chain(outer: { scaled(.apply(function, $0)) }, inner: inner)
    case .applyPair(let function, let first, let second):
      switch (first.depends(on: variable), second.depends(on: variable)) {
      case (true, true): self = .pair(function, factor: factor, first, second)
      case (true, false): self = .chain(outer: { scaled(.applyPair(function, $0, second)) }, inner: first)
      case (false, _): self = .chain(outer: { scaled(.applyPair(function, first, $0)) }, inner: second)
      }
    case .number, .constant, .symbol, .negate, .compare, .and, .or, .not, .call:
      throw .notDifferentiable(core, by: variable)
    }
  }

  /// c/g or c/gⁿ as a function of g.
  private static func reciprocal(
    of below: Term, by variable: String, _ over: @escaping (Term) -> Term
  ) -> DerivationShape {
    if case .power(let base, let exponent) = below, !exponent.depends(on: variable) {
      return .chain(outer: { over(.power($0, exponent)) }, inner: base)
    }
    return .chain(outer: over, inner: below)
  }
}

extension Term {
  /// The term as a constant times what depends on the variable: -3(x + 1)/2 is -3/2 times (x + 1).
  fileprivate func splitFactor(by variable: String) throws(FormulaFailure) -> (factor: Term, core: Term) {
    var (above, below, isNegative, core) = ([Term](), [Term](), false, self)
    while let next = core.withoutConstant(by: variable) {
      above += next.above
      below += next.below
      if next.isNegative { isNegative.toggle() }
      core = next.core
    }
    if case .divide(let constant, let inner) = core, !constant.depends(on: variable), constant != 1 {
      above.append(constant)
      core = .divide(1, inner)
    }
    var factor = Term.multiply([1, 1] + above)
    if !below.isEmpty { factor = .divide(factor, .multiply([1, 1] + below)) }
    return (try (isNegative ? .negate(factor) : factor).simplified(), core)
  }

  /// One layer of constants taken off; nil where there is none.
  private func withoutConstant(
    by variable: String
  ) -> (above: [Term], below: [Term], isNegative: Bool, core: Term)? {
    switch self {
    case .negate(let inner): return ([], [], true, inner)
    case .divide(let above, let below) where !below.depends(on: variable): return ([], [below], false, above)
    case .multiply(let factors):
      let constants = factors.filter { !$0.depends(on: variable) }
      let others = factors.filter { $0.depends(on: variable) }
      guard !constants.isEmpty, let first = others.first else { return nil }
      return (constants, [], false, others.count == 1 ? first : .multiply(others))
    case .number, .constant, .symbol, .add, .divide, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      return nil
    }
  }

  /// A simplified constant times this, as it is written: half of u is u/2.
  func times(_ factor: Term) -> Term {
    switch factor {
    case 1: self
    case .number(let number) where number < 0: number == -1 ? .negate(self) : .negate(times(.number(-number)))
    case .negate(let inner): .negate(times(inner))
    case .divide(let above, let below): .divide(times(above), below)
    case .multiply(let factors): .multiply(factors + [self])
    case .number, .constant, .symbol, .add, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      .multiply([factor, self])
    }
  }

  /// The rules that give the slope at once, where it can be had so: of the variable itself and of one function or power
  /// of it. Nil where more is to be done.
  fileprivate func simpleReasons(by variable: String) -> [Derivation.Reason]? {
    let x = Term.symbol(variable)
    switch self {
    case x: return []
    case .compare, .and, .or, .not: return [.flat]
    case .apply(let function, let inner):
      if function.slope(at: inner) == nil { return [.flat] }
      return inner == x ? [.derivative(of: function.rawValue)] : nil
    case .power(let base, let exponent):
      if base == x, !exponent.depends(on: variable) { return [.powerRule] }
      return exponent == x && !base.depends(on: variable) ? [.exponentialRule] : nil
    case .divide(1, let below):
      if below == x { return [.negativePower] }
      guard case .power(x, let exponent) = below, !exponent.depends(on: variable) else { return nil }
      return [.negativePower]
    case .applyPair(let function, let first, let second):
      let isSimple =
        first == x && !second.depends(on: variable) || second == x && !first.depends(on: variable)
      return isSimple ? [.derivative(of: function.rawValue)] : nil
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .call: return nil
    }
  }
}
