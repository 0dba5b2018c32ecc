/// A decimal number as it is written: what its digits say, and how far they go.
struct Decimal: Hashable, Sendable {
  /// Without leading zeros; empty for zero.
  let digits: String
  /// The power of ten of the last digit written, zeros after the point included.
  let lastPlace: Int
  /// Whether nothing was written behind a point, and no power of ten.
  let isWhole: Bool

  init(digits: String, lastPlace: Int, isWhole: Bool) {
    self.digits = String(digits.drop { $0 == "0" })
    self.lastPlace = lastPlace
    self.isWhole = isWhole
  }

  var isZero: Bool { digits.isEmpty }

  /// How many digits were worked out: zeros at the end of a whole number say nothing.
  var significantDigits: Int {
    guard isWhole else { return digits.count }
    return digits.count - trailingZeros
  }

  /// How many zeros a whole number ends in.
  var trailingZeros: Int { isWhole ? digits.reversed().prefix { $0 == "0" }.count : 0 }

  /// The double nearest to the number.
  var double: Double { isZero ? 0 : Double("\(digits)e\(lastPlace)") ?? .infinity }

  /// One in the last place.
  var unit: Double { Double("1e\(lastPlace)") ?? .infinity }
}

extension Decimal {
  /// What a written number may stand for.
  enum Meaning: Sendable {
    /// Itself.
    case itself
    /// Every number that rounds to it, or is cut to it.
    case rounded
    /// The same, and one unit of the last digit more; zeros at the end of a whole number need not be exact.
    case approximate
    /// Every number that rounds to it: what a repair should come to.
    case nearest
  }

  /// The numbers that this one may stand for.
  func interval(_ meaning: Meaning) -> Interval {
    switch meaning {
    case .itself: exact
    case .rounded: around(unit: unit, more: 0)
    case .approximate: approximate
    case .nearest: Interval(double - unit / 2, double + unit / 2).widened(by: 2)
    }
  }

  private var exact: Interval {
    let number = double
    if isWhole, digits.count <= 15 { return Interval(number) }
    return Interval(number).widened(by: 1)
  }

  private var approximate: Interval {
    let unit = isWhole && trailingZeros > 0 ? unit * (Double("1e\(trailingZeros)") ?? 1) : unit
    return around(unit: unit, more: unit)
  }

  /// From half a unit below to short of the next digit, and `more` on both sides.
  private func around(unit: Double, more: Double) -> Interval {
    let number = double
    // The next digit itself is another number; what lies that close below it would have been written otherwise.
    let short = unit * (1 - 0x1p-30)
    let below = isZero ? short : unit / 2
    return Interval(number - below - more, number + short + more).widened(by: 1)
  }

  /// The number as a result whose zeros before the point may stand for anything.
  func interval(losing zeros: Int) -> Interval {
    around(unit: unit * (Double("1e\(zeros)") ?? 1), more: 0)
  }
}
