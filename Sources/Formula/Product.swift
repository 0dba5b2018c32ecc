/// A coefficient times powers of bases that are no products themselves: the form in which like factors meet. It is read
/// from a simplified term and printed as one, and printing undoes reading.
struct Product {
  private(set) var coefficient: Coefficient
  /// In order, each base once, none to the power of 0.
  private(set) var factors: [Factor]

  struct Factor {
    var base: Term
    /// Simplified; any term.
    var exponent: Term

    init(_ base: Term, _ exponent: Term = 1) {
      self.base = base
      self.exponent = exponent
    }

    /// The exponent where it is a whole number.
    var count: Int? { Coefficient(of: exponent)?.integer }

    /// Whether it stands below the fraction line: to the power of a negative number (but `exp(-2)` is no quotient).
    var isBelow: Bool { base != .eulerBase && Coefficient(of: exponent)?.isNegative == true }
  }

  init(_ coefficient: Coefficient, _ factors: [Factor] = []) {
    self.coefficient = coefficient
    self.factors = factors
    normalize()
  }

  /// What a simplified term is as a product. As that is in its normal form already, nothing below its factors is looked
  /// at: a reading costs no more than the factors there are.
  init(reading term: Term) {
    switch term {
    case .number(let number): self.init(exactly: Coefficient(number), [])
    case .negate(let inner):
      self.init(reading: inner)
      coefficient = -coefficient
    case .multiply(let terms):
      let parts = terms.map(Product.init(reading:))
      self.init(exactly: parts.reduce(.one) { $0 * $1.coefficient }, parts.flatMap(\.factors))
    case .divide(let above, let below):
      let (over, under) = (Product(reading: above), Product(reading: below).inverse)
      let factors = (over.factors + under.factors).sorted { $0.base.order($1.base) == .before }
      self.init(exactly: over.coefficient * under.coefficient, factors)
    case .power(let base, let exponent): self.init(exactly: .one, [Factor(base, exponent)])
    case .apply(.exp, let exponent): self.init(exactly: .one, [Factor(.eulerBase, exponent)])
    case .constant, .symbol, .add, .apply, .applyPair, .compare, .and, .or, .not, .call:
      self.init(exactly: .one, [Factor(term)])
    }
  }

  /// One over the product, factor by factor; a plain zero stays a factor.
  private var inverse: Product {
    let factors = factors.map { Factor($0.base, $0.exponent.scaled(by: Coefficient(-1))) }
    if coefficient.isZero { return Product(exactly: .one, [Factor(0, -1)]) }
    return Product(exactly: coefficient.reciprocal, factors)
  }

  private init(exactly coefficient: Coefficient, _ factors: [Factor]) {
    self.coefficient = coefficient
    self.factors = factors
  }

  /// The sum in brackets that the whole product is, apart from its coefficient.
  var onlySum: [Term]? {
    if factors.count == 1, case .add(let terms) = factors[0].base, factors[0].count == 1 { terms } else { nil }
  }

  func scaled(by factor: Coefficient) -> Product { Product(coefficient * factor, factors) }

  /// The same factors with another coefficient.
  func with(_ coefficient: Coefficient) -> Product { Product(exactly: coefficient, factors) }
}

// MARK: Powers

extension Product {
  /// The whole power of each part.
  func raised(to count: Int) -> Product {
    let factors = factors.map { Factor($0.base, $0.exponent.scaled(by: Coefficient(count))) }
    if let power = coefficient.raised(to: count) { return Product(power, factors) }
    if case .rounded(let number) = coefficient, count == -1 { return Product(Coefficient(1 / number), factors) }
    // Too long to be written out, or one over zero: the numbers stay bases, their sign apart.
    let sign = coefficient.isNegative && count % 2 != 0 ? Coefficient(-1) : .one
    let (above, below) = coefficient.parts
    let numbers = [Factor(.number(above), .number(Double(count))), Factor(.number(below), .number(Double(-count)))]
    return Product(sign, numbers + factors)
  }

  /// Any power. A fractional one of a product stays as it is: (x²)^0.5 is not x.
  func raised(to exponent: Term) -> Product {
    if let count = Coefficient(of: exponent)?.integer { return raised(to: count) }
    if coefficient.isOne, factors.isEmpty { return self }
    if coefficient.isOne, factors.count == 1, factors[0].base == .eulerBase {
      let product = Product(reading: factors[0].exponent).multiplied(by: Product(reading: exponent))
      return Product(exactly: .one, [Factor(.eulerBase, product.term)])
    }
    return Product(exactly: .one, [Factor(alone, exponent)])
  }

  func multiplied(by other: Product) -> Product {
    Product(coefficient * other.coefficient, factors + other.factors)
  }
}

extension Term {
  /// The base of `exp` as a function of its exponent: exp(x)·exp(y) has like factors.
  static let eulerBase = Term.apply(.exp, 1)

  /// The term times a number, simplified as the term is.
  func scaled(by factor: Coefficient) -> Term {
    if factor.isOne { return self }
    if let own = Coefficient(of: self) { return (own * factor).term }
    return Product(reading: self).scaled(by: factor).alone
  }
}

extension Coefficient {
  /// The number that a simplified term is.
  init?(of term: Term) {
    switch term {
    case .number(let number): self.init(number)
    case .negate(let inner):
      guard let value = Coefficient(of: inner) else { return nil }
      self = -value
    case .divide(.number(let above), .number(let below)):
      guard below != 0 else { return nil }
      self = Coefficient(above) * Coefficient(below).reciprocal
    case .divide, .constant, .symbol, .add, .multiply, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      return nil
    }
  }

  /// The number as a simplified term.
  var term: Term {
    let (above, below) = parts
    if below == 1 { return .number(isNegative ? -above : above) }
    let fraction = Term.divide(.number(above), .number(below))
    return isNegative ? .negate(fraction) : fraction
  }
}

// MARK: Like factors

extension Product {
  /// Collects like factors until nothing changes: what two of them make may be alike to a third.
  private mutating func normalize() {
    repeat { collect() } while openFactors() || joinRoots() || reduceContents() || cancelShared()
    if let zero = factors.firstIndex(where: { $0.base == 0 && $0.count ?? 0 < 0 }) {
      // Divided by a plain zero, which swallows whatever else is below the line.
      factors[zero].exponent = -1
      factors = factors.enumerated().filter { offset, factor in
        offset == zero || (!coefficient.isZero && !factor.isBelow)
      }.map(\.element)
      coefficient = Coefficient(coefficient.isNegative ? -coefficient.parts.above : coefficient.parts.above)
    } else if coefficient.isZero {
      factors = []
    }
  }

  /// Sorts the factors and adds the exponents of like bases.
  private mutating func collect() {
    guard factors.count > 1 else { return factors.removeAll { $0.exponent == 0 } }
    let sorted = factors.sorted { $0.base.order($1.base) == .before }
    var collected: [Factor] = []
    var index = 0
    while index < sorted.count {
      let base = sorted[index].base
      var exponents: [Term] = []
      while index < sorted.count, sorted[index].base.order(base) == .same {
        exponents.append(sorted[index].exponent)
        index += 1
      }
      let exponent = exponents.count == 1 ? exponents[0] : Sum(adding: exponents).term
      if exponent != 0 { collected.append(Factor(base, exponent)) }
    }
    factors = collected
  }

  /// Writes whole powers of products, numbers, roots and truth values out; false where there is none.
  private mutating func openFactors() -> Bool {
    for (index, factor) in factors.enumerated() {
      guard let count = factor.count, let opened = factor.base.opened(count) else { continue }
      factors.remove(at: index)
      coefficient = coefficient * opened.coefficient
      factors += opened.factors
      return true
    }
    return false
  }

  /// Counts √u and u together in halves where both are there: u/√u is √u.
  private mutating func joinRoots() -> Bool {
    for (index, factor) in factors.enumerated() {
      guard case .apply(.sqrt, let inside) = factor.base, let halves = factor.count,
        let other = factors.firstIndex(where: { $0.base == inside }), let wholes = factors[other].count
      else { continue }
      let total = 2 * wholes + halves
      guard total.signum() != halves.signum() || total.signum() != wholes.signum() else { continue }
      factors[index].exponent = .number(Double(total % 2))
      factors[other].exponent = .number(Double(total / 2))
      return true
    }
    return false
  }

  /// Cancels what the coefficient shares with all terms of a sum, (2x + 4)/4 being (x + 2)/2, and takes a minus that all
  /// of them have out of the brackets.
  private mutating func reduceContents() -> Bool {
    guard !coefficient.isZero else { return false }
    for (index, factor) in factors.enumerated() {
      guard case .add = factor.base, let count = factor.count else { continue }
      let sum = Sum(reading: factor.base)
      let sign = sum.products.allSatisfy(\.coefficient.isNegative) ? -1 : 1
      let shared = count.magnitude == 1 ? gcd(sum.content, count == 1 ? whole.below : whole.above) : 1
      guard sign < 0 || shared > 1 else { continue }
      factors[index].base = sum.scaled(by: Coefficient(1, over: sign * shared)).term
      coefficient = coefficient * (count == 1 ? Coefficient(shared) : Coefficient(1, over: shared))
      if sign < 0, count % 2 != 0 { coefficient = -coefficient }
      return true
    }
    return false
  }

  /// Cancels below the line what every term of a sum above it has as a factor: (x² + x)/x is x + 1.
  private mutating func cancelShared() -> Bool {
    for (index, factor) in factors.enumerated() {
      guard case .add = factor.base, factor.count == 1 else { continue }
      let sum = Sum(reading: factor.base)
      for (place, divisor) in factors.enumerated() where place != index {
        guard let below = divisor.count, below < 0 else { continue }
        let shared = min(-below, sum.products.map { $0.count(of: divisor.base) }.min() ?? 0)
        guard shared > 0 else { continue }
        let rest = sum.divided(by: Factor(divisor.base, .number(Double(shared))))
        factors[place].exponent = .number(Double(below + shared))
        factors.remove(at: index)
        coefficient = coefficient * rest.coefficient
        factors += rest.factors
        return true
      }
    }
    return false
  }

  /// The whole power of a base in the product.
  private func count(of base: Term) -> Int {
    factors.first { $0.base == base }?.count ?? 0
  }

  /// What stands above and below the line of the coefficient; 1 where it is no such fraction.
  private var whole: (above: Int, below: Int) {
    guard case .exact(let fraction) = coefficient, !fraction.isDecimal else { return (1, 1) }
    return (fraction.numerator, fraction.denominator)
  }
}

extension Term {
  /// The whole power of a base that is better written otherwise; nil where base^count is as good as it gets.
  fileprivate func opened(_ count: Int) -> Product? {
    switch self {
    case .number(let number):
      return Coefficient(number).raised(to: count).map { Product($0) }
        ?? (count == 1 ? Product(Coefficient(number)) : nil)
    case .negate, .multiply, .divide, .power:
      return Product(reading: self).raised(to: count)
    case .apply(.sqrt, let inside) where count.magnitude > 1:
      let whole = Product(reading: inside).raised(to: count / 2)
      return count % 2 == 0
        ? whole : whole.multiplied(by: Product(.one, [Product.Factor(self, .number(Double(count % 2)))]))
    case .apply(.abs, let inside) where count % 2 == 0:
      return Product(reading: inside).raised(to: count)
    case .apply(.step, _), .compare, .and, .or, .not:
      return count.magnitude > 1 ? Product(.one, [Product.Factor(self, .number(Double(count.signum())))]) : nil
    case .constant, .symbol, .add, .apply, .applyPair, .call:
      return nil
    }
  }
}

// MARK: Printing

extension Product {
  /// The product as a simplified term: sign, numerator, fraction line, denominator.
  var term: Term {
    let (above, below) = coefficient.parts
    var over = factors.filter { !$0.isBelow }.map { $0.base.printed(to: $0.exponent) }
    var under = factors.filter(\.isBelow).map { $0.base.printed(to: $0.exponent.scaled(by: Coefficient(-1))) }
    if above != 1 || over.isEmpty { over.insert(.number(above), at: 0) }
    if below != 1 { under.insert(.number(below), at: 0) }
    let numerator = over.count == 1 ? over[0] : .multiply(over)
    guard coefficient.isNegative else { return under.isEmpty ? numerator : numerator / Term.product(under) }
    if under.isEmpty, case .number(let number) = numerator { return .number(-number) }
    return .negate(under.isEmpty ? numerator : numerator / Term.product(under))
  }
}

extension Term {
  fileprivate static func product(_ factors: [Term]) -> Term {
    factors.count == 1 ? factors[0] : .multiply(factors)
  }

  fileprivate func printed(to exponent: Term) -> Term {
    if self == .eulerBase { return .apply(.exp, exponent) }
    return exponent == 1 ? self : .power(self, exponent)
  }
}
