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
    let rule = DerivativeRule(for: core, by: variable)
    if let reasons = core.simpleReasons(rule, by: variable) {
      let slope = try core.derivative(by: variable)
      self = .simple(factor: factor, slope: slope, reasons: (factor == 1 ? [] : [.rule(.constantFactor)]) + reasons)
      return
    }
    func scaled(_ inside: Term) -> Term { inside.times(factor) }
    let operands = core.operands
    switch rule {
    case .sum: self = factor == 1 ? .sum(operands) : .multiple(factor: factor, bracket: core)
    case .product: self = .product([scaled(operands[0])] + operands.dropFirst())
    case .quotient where !operands[0].depends(on: variable):
      self = Self.reciprocal(of: operands[1], by: variable) { scaled(.divide(operands[0], $0)) }
    case .quotient: self = .quotient(scaled(operands[0]), operands[1])
    case .power: self = .chain(outer: { scaled(.power($0, operands[1])) }, inner: operands[0])
    case .exponential: self = .chain(outer: { scaled(.power(operands[0], $0)) }, inner: operands[1])
    case .generalPower: self = .generalPower(factor: factor, base: operands[0], exponent: operands[1])
    case .function(let function): self = .chain(outer: { scaled(.apply(function, $0)) }, inner: operands[0])
    case .pair(let function):
      switch (operands[0].depends(on: variable), operands[1].depends(on: variable)) {
      case (true, true): self = .pair(function, factor: factor, operands[0], operands[1])
      case (true, false):
        self = .chain(outer: { scaled(.applyPair(function, $0, operands[1])) }, inner: operands[0])
      case (false, _): self = .chain(outer: { scaled(.applyPair(function, operands[0], $0)) }, inner: operands[1])
      }
    case .constant, .variable, .constantFactor, .flat, .unknown: throw .notDifferentiable(core, by: variable)
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
    // Twice 1/u is 2/u.
    if case .divide(1, let below) = self {
      switch factor {
      case .divide(let above, let divisor): return .divide(.divide(above, below), divisor)
      case .number(let number) where number < 0: return .negate(times(.number(-number)))
      case .negate(let inner): return .negate(times(inner))
      case .number, .constant, .symbol, .add, .multiply, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
        return .divide(factor, below)
      }
    }
    return product(with: factor)
  }

  private func product(with factor: Term) -> Term {
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

  /// The reasons for the slope where it can be had at once: that of the variable itself, and of one function or power of
  /// it. Nil where more is to be done.
  fileprivate func simpleReasons(_ rule: DerivativeRule, by variable: String) -> [Derivation.Reason]? {
    let x = Term.symbol(variable)
    func isSimple(_ operand: Term) -> Bool { operand == x || !operand.depends(on: variable) }
    switch rule {
    case .variable: return []
    case .flat: return [.rule(.flat)]
    case .function(let function) where function.slope(at: x) == nil: return [.rule(.flat)]
    case .function, .power, .exponential: return operands.allSatisfy(isSimple) ? [.rule(rule)] : nil
    case .pair:
      let isPlain = operands.allSatisfy(isSimple) && operands.contains { !$0.depends(on: variable) }
      return isPlain ? [.rule(rule)] : nil
    case .quotient:
      guard case .divide(1, let below) = self else { return nil }
      if case .power(x, let exponent) = below, !exponent.depends(on: variable) { return [.negativePower] }
      return below == x ? [.negativePower] : nil
    case .constant, .constantFactor, .sum, .product, .generalPower, .unknown: return nil
    }
  }
}

extension DerivativeRule {
  fileprivate init(for node: Term, by variable: String) {
    self.init(for: node, dependence: node.operands.map { $0.depends(on: variable) }, symbol: variable)
  }
}
