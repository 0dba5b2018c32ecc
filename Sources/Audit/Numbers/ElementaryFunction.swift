import Kernels

/// A function of one number that lessons write. The figures come from Kernels: the libraries of two machines differ in
/// their last bits, and a verdict must not.
enum ElementaryFunction: String, Sendable, CaseIterable {
  case exp, ln, sqrt, cbrt, abs
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh
  case sigmoid, relu, softplus, log1p, expm1
  /// A logarithm whose base is told by the reader: e, 10 or 2.
  case log
  case log2, log10

  /// All values over an interval; nil where some of it has none, or where they have no bound.
  func callAsFunction(_ x: Interval) -> Interval? {
    switch self {
    case .exp: Self.rising(.exp, x)?.clamped(above: 0)
    case .ln, .log: x.low > 0 ? Self.rising(.log, x) : nil
    case .log2: x.low > 0 ? Self.rising(.log2, x) : nil
    case .log10: x.low > 0 ? Self.rising(.log10, x) : nil
    case .log1p: x.low > -1 ? Self.rising(.log1p, x) : nil
    case .expm1: Self.rising(.expm1, x)
    case .sqrt: Self.root(x)
    case .cbrt: Self.cubeRoot(x)
    case .abs: x.magnitude
    case .sin: Self.wave(.sin, x, peak: 0.5)
    case .cos: Self.wave(.cos, x, peak: 0)
    case .tan: Self.crosses(x, peak: 0.5, period: 1) ? nil : Self.rising(.tan, x)
    case .asin: Self.withinOne(x).flatMap { Self.rising(.asin, $0) }
    case .acos: Self.withinOne(x).flatMap { Self.rising(.acos, Interval($0.high, $0.low)) }
    case .atan: Self.rising(.atan, x)
    case .sinh: Self.rising(.sinh, x)
    case .cosh: Self.rising(.cosh, x.magnitude)?.clamped(above: 1)
    case .tanh: Self.rising(.tanh, x)?.clamped(above: -1, below: 1)
    case .sigmoid: Self.rising(.sigmoid, x)?.clamped(above: 0, below: 1)
    case .softplus: Self.rising(.softplus, x)?.clamped(above: 0)
    case .relu: Interval(max(0, x.low), max(0, x.high))
    }
  }

  /// A function that grows wherever it is defined, at most one unit in the last place off.
  private static func rising(_ function: UnaryFunction, _ x: Interval) -> Interval? {
    let (low, high) = (function(x.low), function(x.high))
    guard !low.isNaN, !high.isNaN else { return nil }
    return Interval(low, high).widened(by: 2)
  }

  private static func root(_ x: Interval) -> Interval? {
    guard x.high >= 0, x.low >= -1e-300 else { return nil }
    let (low, high) = (max(0, x.low).squareRoot(), x.high.squareRoot())
    let isExact = low * low == x.low && high * high == x.high && low == high && low.rounded() == low
    return isExact ? Interval(low, high) : Interval(max(0, low.nextDown), high.nextUp)
  }

  private static func cubeRoot(_ x: Interval) -> Interval? {
    func root(_ number: Double) -> Double {
      let size = BinaryFunction.power(number.magnitude, 1.0 / 3)
      return number < 0 ? -size : size
    }
    return Interval(root(x.low), root(x.high)).widened(by: 4)
  }

  /// Sine or cosine, whose greatest values stand at `peak`·π + 2kπ and least half a period further.
  private static func wave(_ function: UnaryFunction, _ x: Interval, peak: Double) -> Interval? {
    guard x.isFinite, x.low.magnitude < 1e9, x.high.magnitude < 1e9 else { return nil }
    let ends = [function(x.low), function(x.high)]
    let low = crosses(x, peak: peak + 1, period: 2) ? -1 : (ends.min() ?? -1)
    let high = crosses(x, peak: peak, period: 2) ? 1 : (ends.max() ?? 1)
    return Interval(low, high).widened(by: 2).clamped(above: -1, below: 1)
  }

  /// Whether one of the numbers (peak + k·period)·π may lie in an interval; sooner yes than no.
  private static func crosses(_ x: Interval, peak: Double, period: Double) -> Bool {
    let margin = 1e-15 * max(1, x.low.magnitude, x.high.magnitude)
    let first = ((x.low - margin) / .pi - peak) / period
    let last = ((x.high + margin) / .pi - peak) / period
    return first.rounded(.up) <= last.rounded(.down)
  }

  private static func withinOne(_ x: Interval) -> Interval? {
    guard x.low >= -1 - 1e-12, x.high <= 1 + 1e-12 else { return nil }
    return Interval(max(-1, x.low), min(1, x.high))
  }
}

extension Interval {
  /// Without what a function can never reach.
  fileprivate func clamped(above least: Double, below most: Double = .infinity) -> Interval {
    Interval(max(least, low), min(most, high))
  }

  /// All powers; nil where some have no value.
  func raised(to exponent: Interval) -> Interval? {
    if exponent.low == exponent.high, exponent.low.rounded() == exponent.low, exponent.low.magnitude <= 4096 {
      return raised(to: Int(exponent.low))
    }
    guard low > 0 else { return low == 0 && high == 0 && exponent.low > 0 ? Interval(0) : nil }
    let corners = [low, high].flatMap { base in
      [exponent.low, exponent.high].map { BinaryFunction.power(base, $0) }
    }
    guard let hull = Interval.holding(corners) else { return nil }
    return Interval(max(0, hull.widened(by: 3).low), hull.widened(by: 3).high)
  }

  private func raised(to exponent: Int) -> Interval? {
    if exponent == 0 { return contains(0) ? nil : Interval(1) }
    guard exponent > 0 else { return raised(to: -exponent).flatMap { Interval(1) / $0 } }
    let base = exponent % 2 == 0 ? magnitude : self
    func power(_ number: Double) -> Double {
      let size = BinaryFunction.power(number.magnitude, Double(exponent))
      return number < 0 ? -size : size
    }
    let result = Interval(power(base.low), power(base.high))
    let isExact = low == high && low.rounded() == low && result.high.magnitude <= 0x1p53
    return isExact ? Interval(result.low.rounded()) : result.widened(by: 2)
  }
}
