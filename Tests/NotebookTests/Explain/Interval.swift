import Foundation

/// All numbers between two: what a printed number may stand for.
struct Interval: Equatable {
  let low: Double
  let high: Double

  init(_ a: Double, _ b: Double) {
    low = min(a, b)
    high = max(a, b)
  }

  init(_ number: Double) { self.init(number, number) }

  static let everything = Interval(-.infinity, .infinity)

  /// Whether the two have a number in common, but for the rounding of doubles.
  func meets(_ other: Interval) -> Bool {
    let slack = 1e-12 * max(1e-3, [low, high, other.low, other.high].map(\.magnitude).filter(\.isFinite).max() ?? 0)
    return low <= other.high + slack && other.low <= high + slack
  }

  private static func hull(_ numbers: [Double]) -> Interval {
    let known = numbers.map { $0.isNaN ? 0 : $0 }
    return Interval(known.min() ?? 0, known.max() ?? 0)
  }

  static func + (a: Interval, b: Interval) -> Interval { Interval(a.low + b.low, a.high + b.high) }
  static func - (a: Interval, b: Interval) -> Interval { Interval(a.low - b.high, a.high - b.low) }
  static prefix func - (a: Interval) -> Interval { Interval(-a.high, -a.low) }

  static func * (a: Interval, b: Interval) -> Interval {
    hull([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high])
  }

  static func / (a: Interval, b: Interval) -> Interval {
    if b.low <= 0, b.high >= 0 { return .everything }
    return hull([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high])
  }

  /// Of a function that only rises.
  func rising(_ f: (Double) -> Double) -> Interval { Interval(f(low), f(high)) }

  /// Of a function that falls below 0 and rises above it, and is the same on both sides.
  func even(_ f: (Double) -> Double) -> Interval {
    let ends = Interval(f(low.magnitude), f(high.magnitude))
    return low <= 0 && high >= 0 ? Interval(f(0), ends.high) : ends
  }

  func power(_ exponent: Interval) -> Interval {
    guard exponent.low == exponent.high else { return Self.everything }
    let n = exponent.low
    if n == n.rounded() {
      return n.truncatingRemainder(dividingBy: 2) == 0 ? even { pow($0, n) } : rising { pow($0, n) }
    }
    return Interval(max(0, low), max(0, high)).rising { pow($0, n) }
  }
}
