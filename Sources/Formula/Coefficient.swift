/// The number in front of a product. It is an exact fraction as long as numerator and denominator stay below 2⁵³, with
/// `0.1` taken for the tenth that its author meant; past that it is a double, computed as a double computes.
enum Coefficient: Hashable {
  case exact(Fraction)
  case rounded(Double)

  /// In lowest terms, the denominator positive.
  struct Fraction: Hashable {
    let numerator: Int
    let denominator: Int
    /// Whether to print 0.5 rather than 1/2: someone wrote a decimal, and the value is one.
    let isDecimal: Bool
  }

  /// Whole numbers up to here are doubles without rounding.
  static let largestExact = 1 << 53

  static let zero = Coefficient(0)
  static let one = Coefficient(1)

  init(_ integer: Int) {
    self = .exact(Fraction(numerator: integer, denominator: 1, isDecimal: false))
  }

  init(_ number: Double) {
    if number.magnitude <= Double(Self.largestExact), Double(Int(number)) == number {
      self.init(Int(number))
    } else if let (numerator, denominator) = Numeral(number)?.decimalFraction {
      let shared = gcd(numerator, denominator)
      self = .exact(
        Fraction(
          numerator: (number < 0 ? -numerator : numerator) / shared, denominator: denominator / shared,
          isDecimal: denominator / shared > 1))
    } else {
      self = .rounded(number)
    }
  }

  /// The fraction in lowest terms, or the nearest double where it is out of range.
  init(_ numerator: Int, over denominator: Int, isDecimal: Bool = false) {
    precondition(denominator != 0, "a coefficient has no zero denominator")
    let shared = gcd(numerator, denominator) * (denominator < 0 ? -1 : 1)
    let (top, bottom) = (numerator / shared, denominator / shared)
    guard top.magnitude <= Self.largestExact, bottom <= Self.largestExact else {
      self.init(Double(top) / Double(bottom))
      return
    }
    guard isDecimal, bottom > 1, hasFiniteDecimal(bottom) else {
      self = .exact(Fraction(numerator: top, denominator: bottom, isDecimal: false))
      return
    }
    // Only what reads back from its decimal as the same fraction is printed as one.
    self.init(Double(top) / Double(bottom))
  }

  var double: Double {
    switch self {
    case .exact(let fraction): Double(fraction.numerator) / Double(fraction.denominator)
    case .rounded(let number): number
    }
  }

  var isZero: Bool { self == .zero }
  var isOne: Bool { self == .one }
  var isNegative: Bool { double < 0 }
  var magnitude: Coefficient { isNegative ? -self : self }

  /// The value where it is a whole number.
  var integer: Int? {
    if case .exact(let fraction) = self, fraction.denominator == 1 { fraction.numerator } else { nil }
  }

  static prefix func - (value: Coefficient) -> Coefficient {
    switch value {
    case .exact(let fraction):
      .exact(
        Fraction(
          numerator: -fraction.numerator, denominator: fraction.denominator, isDecimal: fraction.isDecimal))
    case .rounded(let number): .rounded(-number)
    }
  }

  static func * (left: Coefficient, right: Coefficient) -> Coefficient {
    if case .exact(let a) = left, case .exact(let b) = right {
      let first = gcd(a.numerator, b.denominator)
      let second = gcd(b.numerator, a.denominator)
      let (top, isTopLost) = (a.numerator / first).multipliedReportingOverflow(by: b.numerator / second)
      let (bottom, isBottomLost) = (a.denominator / second).multipliedReportingOverflow(by: b.denominator / first)
      if !isTopLost, !isBottomLost {
        return Coefficient(top, over: bottom, isDecimal: a.isDecimal || b.isDecimal)
      }
    }
    return Coefficient(left.double * right.double)
  }

  static func + (left: Coefficient, right: Coefficient) -> Coefficient {
    if case .exact(let a) = left, case .exact(let b) = right {
      let (first, isFirstLost) = a.numerator.multipliedReportingOverflow(by: b.denominator)
      let (second, isSecondLost) = b.numerator.multipliedReportingOverflow(by: a.denominator)
      let (top, isTopLost) = first.addingReportingOverflow(second)
      let (bottom, isBottomLost) = a.denominator.multipliedReportingOverflow(by: b.denominator)
      if !isFirstLost, !isSecondLost, !isTopLost, !isBottomLost {
        return Coefficient(top, over: bottom, isDecimal: a.isDecimal || b.isDecimal)
      }
    }
    return Coefficient(left.double + right.double)
  }

  /// One over the value, which is not 0.
  var reciprocal: Coefficient {
    switch self {
    case .exact(let fraction):
      Coefficient(fraction.denominator, over: fraction.numerator, isDecimal: fraction.isDecimal)
    case .rounded(let number): Coefficient(1 / number)
    }
  }

  /// The power, where that of the magnitude of the exponent can be had exactly.
  func raised(to exponent: Int) -> Coefficient? {
    guard case .exact = self, !isZero || exponent >= 0 else { return nil }
    // Past 2⁵³ after 53 doublings, unless the base is 0 or ±1, whose powers repeat with period 2.
    let count = magnitude.isOne || isZero ? min(exponent.magnitude, 2 + exponent.magnitude % 2) : exponent.magnitude
    guard count <= 64 else { return nil }
    var power = Coefficient.one
    for _ in 0..<count {
      power = power * self
      guard case .exact = power else { return nil }
    }
    return exponent < 0 ? power.reciprocal : power
  }

  /// The largest whole number that is not larger, where the value is an exact fraction.
  var floor: Coefficient? {
    guard case .exact(let fraction) = self else { return nil }
    let (quotient, rest) = fraction.numerator.quotientAndRemainder(dividingBy: fraction.denominator)
    return Coefficient(rest < 0 ? quotient - 1 : quotient)
  }

  /// The exact square root, where there is one.
  var squareRoot: Coefficient? {
    guard case .exact(let fraction) = self, let top = wholeRoot(fraction.numerator),
      let bottom = wholeRoot(fraction.denominator)
    else { return nil }
    return Coefficient(top, over: bottom, isDecimal: fraction.isDecimal)
  }

  /// How the magnitude is printed: what stands above the line and what below it.
  var parts: (above: Double, below: Double) {
    switch magnitude {
    case .exact(let fraction) where !fraction.isDecimal: (Double(fraction.numerator), Double(fraction.denominator))
    case .exact, .rounded: (magnitude.double, 1)
    }
  }
}

/// The greatest common divisor of the magnitudes; 1 where both are 0.
func gcd(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a.magnitude, b.magnitude)
  while b != 0 { (a, b) = (b, a % b) }
  return a == 0 ? 1 : Int(clamping: a)
}

/// Whether one over the number ends after finitely many decimals: it has no prime factor but 2 and 5.
private func hasFiniteDecimal(_ denominator: Int) -> Bool {
  var rest = denominator
  while rest % 2 == 0 { rest /= 2 }
  while rest % 5 == 0 { rest /= 5 }
  return rest == 1
}

/// The root of a whole number below 2⁵³ that is a square.
private func wholeRoot(_ number: Int) -> Int? {
  guard number >= 0 else { return nil }
  var root = 0
  for bit in (0...26).reversed() where (root | 1 << bit) * (root | 1 << bit) <= number { root |= 1 << bit }
  return root * root == number ? root : nil
}
