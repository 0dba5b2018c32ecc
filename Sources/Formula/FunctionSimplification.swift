extension Function {
  /// The function of a simplified term, simplified: its value where that is exact, its inverse undone, signs pulled out.
  func simplified(of operand: Term) -> Term {
    if let value = Coefficient(of: operand).flatMap(exactValue) { return value }
    if let undone = undoing(operand) { return undone }
    guard operand.isNegated, symmetry != .none else { return .apply(self, operand) }
    let mirrored = simplified(of: operand.scaled(by: Coefficient(-1)))
    return symmetry == .odd ? mirrored.scaled(by: Coefficient(-1)) : mirrored
  }

  private enum Symmetry { case none, even, odd }

  private var symmetry: Symmetry {
    switch self {
    case .abs, .cos, .cosh: .even
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .sign, .erf, .round: .odd
    case .exp, .log, .log2, .log10, .sqrt, .acos, .sigmoid, .relu, .elu, .selu, .gelu, .silu, .softplus, .leakyRelu,
      .step, .expm1, .log1p, .floor, .ceil:
      .none
    }
  }

  /// The value at a number, where it is a fraction.
  private func exactValue(at number: Coefficient) -> Term? {
    switch self {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .gelu, .silu, .erf, .expm1, .log1p, .elu, .selu:
      return number.isZero ? 0 : nil
    case .exp, .cos, .cosh: return number.isZero ? 1 : nil
    case .sigmoid: return number.isZero ? .divide(1, 2) : nil
    case .log, .acos: return number.isOne ? 0 : nil
    case .log2: return number.exponent(ofBase: 2)
    case .log10: return number.exponent(ofBase: 10)
    case .softplus: return nil
    case .sqrt: return number.squareRoot?.term
    case .abs: return number.magnitude.term
    case .relu: return (number.isNegative ? .zero : number).term
    case .leakyRelu: return (number.isNegative ? number * Coefficient(0.01) : number).term
    case .step: return number.double.isNaN ? nil : number.isNegative ? 0 : 1
    case .sign: return number.double.isNaN ? nil : number.isZero ? 0 : number.isNegative ? -1 : 1
    case .floor: return number.floor?.term
    case .ceil: return (-number).floor.map { (-$0).term }
    // What becomes of a half is for whoever computes to say.
    case .round: return number.integer == nil ? nil : number.term
    }
  }

  /// What is left where the operand's own function undoes this one, or makes it superfluous.
  private func undoing(_ operand: Term) -> Term? {
    switch self {
    case .exp: return operand.inside(.log)
    case .log:
      if case .power(.constant(.e), let exponent) = operand { return exponent }
      return operand == .constant(.e) ? 1 : operand.inside(.exp)
    case .log1p: return operand.inside(.expm1)
    case .expm1: return operand.inside(.log1p)
    case .relu: return operand.inside(.relu) == nil ? nil : operand
    case .sqrt:
      guard case .power(let base, 2) = operand else { return nil }
      return Function.abs.simplified(of: base)
    case .abs:
      if case .power(_, let exponent) = operand, let count = Coefficient(of: exponent)?.integer, count % 2 == 0 {
        return operand
      }
      return [Function.abs, .exp, .sqrt].contains { operand.inside($0) != nil } ? operand : nil
    case .log2, .log10, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .sigmoid, .elu, .selu, .gelu, .silu,
      .softplus, .leakyRelu, .step, .sign, .erf, .round, .floor, .ceil:
      return nil
    }
  }
}

extension Term {
  /// The operand, where the term is this function of it.
  fileprivate func inside(_ function: Function) -> Term? {
    if case .apply(function, let operand) = self { operand } else { nil }
  }
}

extension Coefficient {
  /// The whole power of a base that this number is, if it is one.
  fileprivate func exponent(ofBase base: Int) -> Term? {
    guard case .exact = self, !isNegative, !isZero else { return nil }
    return (-53...53).first { Coefficient(base).raised(to: $0)?.double == double }.map { .number(Double($0)) }
  }
}

extension Term {
  /// Whether a simplified term is written with a minus before the whole of it.
  fileprivate var isNegated: Bool {
    switch self {
    case .number(let number): number < 0
    case .negate: true
    case .add: Sum(reading: self).products.allSatisfy(\.coefficient.isNegative)
    case .constant, .symbol, .multiply, .divide, .power, .apply, .applyPair, .compare, .and, .or, .not, .call: false
    }
  }
}

extension PairFunction {
  /// The function of two simplified terms, simplified.
  func simplified(of left: Term, _ right: Term) -> Term {
    let (number, other) = (Coefficient(of: left)?.double, Coefficient(of: right)?.double)
    switch self {
    case .min, .max:
      if left == right { return left }
      guard let number, let other, !number.isNaN, !other.isNaN else { return .applyPair(self, left, right) }
      return (number < other) == (self == .min) ? left : right
    case .leakyRelu:
      guard let number, !number.isNaN else { return .applyPair(self, left, right) }
      return number < 0 ? right.scaled(by: Coefficient(number)) : left
    case .elu:
      guard let number, number >= 0 else { return .applyPair(self, left, right) }
      return left
    }
  }
}

extension Comparison {
  /// The comparison of two simplified terms, simplified; a number alone stands on the right.
  func simplified(_ left: Term, _ right: Term) -> Term {
    if left == right { return holds(0, 0) ? 1 : 0 }
    guard let number = Coefficient(of: left)?.double else { return .compare(self, left, right) }
    guard let other = Coefficient(of: right)?.double else { return .compare(mirrored, right, left) }
    return holds(number, other) ? 1 : 0
  }

  private var mirrored: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }

  private func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: left == right
    case .notEqual: left != right
    }
  }
}

// MARK: Truth values

extension Term {
  /// `and` or `or` of simplified terms: the operands that decide nothing are left out, and one that decides all is the
  /// result.
  static func simplifiedLogic(_ operands: [Term], isAnd: Bool) -> Term {
    var kept: [Term] = []
    for operand in operands.flatMap({ $0.logicOperands(isAnd: isAnd) }) {
      if let number = Coefficient(of: operand) {
        guard number.isZero == isAnd else { continue }
        return isAnd ? 0 : 1
      }
      if !kept.contains(operand) { kept.append(operand) }
    }
    switch kept.count {
    case 0: return isAnd ? 1 : 0
    case 1: return kept[0].truth
    default: return isAnd ? .and(kept) : .or(kept)
    }
  }

  private func logicOperands(isAnd: Bool) -> [Term] {
    switch self {
    case .and(let terms) where isAnd: terms
    case .or(let terms) where !isAnd: terms
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .compare, .and,
      .or,
      .not, .call:
      [self]
    }
  }

  /// 1 where the simplified term is other than 0, else 0.
  private var truth: Term {
    switch self {
    case .compare, .and, .or, .not, .apply(.step, _): self
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .call:
      Comparison.notEqual.simplified(self, 0)
    }
  }

  /// `not` of a simplified term, simplified.
  var negatedTruth: Term {
    if let number = Coefficient(of: self) { return number.isZero ? 1 : 0 }
    if case .not(let inner) = self { return inner.truth }
    return .not(self)
  }
}
