/// Two numbers and everything between them: what a calculation can come to. Every operation gives an interval that holds
/// all that can come of its operands, whatever rounding did.
struct Interval: Equatable, Sendable {
  let low: Double
  let high: Double

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  init(_ number: Double) { self.init(number, number) }

  static let pi = Interval(Double.pi).widened(by: 1)
  static let e = Interval(0x1.5bf0a8b145769p+1).widened(by: 1)

  var isFinite: Bool { low.isFinite && high.isFinite }
  var middle: Double { low == high ? low : low / 2 + high / 2 }
  func contains(_ number: Double) -> Bool { low <= number && number <= high }
  func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

  /// The same with so many floating-point numbers more on each side.
  func widened(by steps: Int) -> Interval {
    var (low, high) = (low, high)
    for _ in 0..<steps { (low, high) = (low.nextDown, high.nextUp) }
    return Interval(low, high)
  }

  /// What holds all of some numbers.
  static func holding(_ numbers: [Double]) -> Interval? {
    guard let low = numbers.min(), let high = numbers.max(), numbers.allSatisfy({ !$0.isNaN }) else { return nil }
    return Interval(low, high)
  }

  // MARK: Arithmetic

  static prefix func - (value: Interval) -> Interval { Interval(-value.high, -value.low) }

  static func + (a: Interval, b: Interval) -> Interval {
    Interval(a.low + b.low, a.high + b.high).rounded(from: [a, b])
  }

  static func - (a: Interval, b: Interval) -> Interval { a + -b }

  static func * (a: Interval, b: Interval) -> Interval {
    let products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
    return (holding(products) ?? Interval(-.infinity, .infinity)).rounded(from: [a, b])
  }

  /// Nil where the divisor may be 0.
  static func / (a: Interval, b: Interval) -> Interval? {
    guard !b.contains(0) else { return nil }
    let quotients = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]
    return holding(quotients)?.widened(by: 1)
  }

  var magnitude: Interval {
    if low >= 0 { return self }
    return high <= 0 ? -self : Interval(0, max(-low, high))
  }

  /// Whole numbers stay what they are: no rounding happens to them.
  private func rounded(from operands: [Interval]) -> Interval {
    let isExact =
      operands.allSatisfy { $0.low == $0.high && $0.low.rounded() == $0.low }
      && low == high && low.magnitude <= 0x1p53
    return isExact ? self : widened(by: 1)
  }
}
