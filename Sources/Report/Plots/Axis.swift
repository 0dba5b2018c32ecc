/// One axis of a plot: the interval that it shows, which begins and ends at round ticks.
struct Axis: Equatable {
  let ticks: [Double]
  let isLogarithmic: Bool

  /// An axis over all the numbers, which are finite and, on a logarithmic axis, positive; nil where there are none.
  /// `most` ticks at the most, three at the least; a logarithmic one has a tick at each power of ten, or at every so many.
  init?(covering numbers: some Sequence<Double>, most: Int, isLogarithmic: Bool) {
    var low = Double.infinity
    var high = -Double.infinity
    for number in numbers where number.isFinite && (!isLogarithmic || number > 0) {
      low = min(low, number)
      high = max(high, number)
    }
    guard low <= high else { return nil }
    self.isLogarithmic = isLogarithmic
    ticks = isLogarithmic ? Self.decades(low, high, most: most) : Self.round(low, high, most: most)
  }

  var low: Double { ticks[0] }
  var high: Double { ticks[ticks.count - 1] }

  /// How far along the axis a number is, from 0 to 1; nil where the axis does not show it.
  func place(of number: Double) -> Double? {
    guard number.isFinite, !isLogarithmic || number > 0 else { return nil }
    let place =
      isLogarithmic
      ? (Self.exponent(number) - Self.exponent(low)) / (Self.exponent(high) - Self.exponent(low))
      : (number / 2 - low / 2) / (high / 2 - low / 2)
    return min(1, max(0, place))
  }

  /// Multiples of 1, 2, 2.5 or 5 times a power of ten around the interval. A constant stands in the middle.
  private static func round(_ low: Double, _ high: Double, most: Int) -> [Double] {
    var (low, high) = (low, high)
    // Figures that differ in their last digits only would otherwise make a mountain range of rounding errors.
    let size = max(abs(low), abs(high))
    if high - low <= size * 1e-12 {
      let margin = size == 0 ? 1 : size * 0.5
      (low, high) = (low - margin, high + margin)
    }
    guard (high - low).isFinite else { return [-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude] }
    var exponent = Int((exponent(high - low) - 2).rounded(.down))
    while true {
      for factor in [1, 2, 2.5, 5] {
        let (first, last) = (ratio(low, factor, exponent).rounded(.down), ratio(high, factor, exponent).rounded(.up))
        guard last - first < Double(most) else { continue }
        let end = max(last, first + 2)
        return stride(from: first, through: end, by: 1).map { product($0 * factor, exponent) }
      }
      exponent += 1
    }
  }

  private static func decades(_ low: Double, _ high: Double, most: Int) -> [Double] {
    let first = Int(exponent(low).rounded(.down))
    let last = max(Int(exponent(high).rounded(.up)), first + 1)
    var step = 1
    while (last - first + step - 1) / step + 1 > most { step += 1 }
    let end = first + (last - first + step - 1) / step * step
    return stride(from: first, through: end, by: step).map { product(1, $0) }
  }

  // Report may not use Kernels. Powers of ten up to 10^22 are exact doubles, and multiplication and division by them are
  // rounded alike on every machine.

  private static func product(_ number: Double, _ exponent: Int) -> Double {
    var (result, rest) = (number, exponent)
    while rest > 0 {
      let part = min(rest, 22)
      result *= powers[part]
      rest -= part
    }
    while rest < 0 {
      let part = min(-rest, 22)
      result /= powers[part]
      rest += part
    }
    return result
  }

  private static func ratio(_ number: Double, _ factor: Double, _ exponent: Int) -> Double {
    let ratio = product(number / factor, -exponent)
    // A tick that the number stands on is not passed for want of a last digit.
    let nearest = ratio.rounded()
    return abs(ratio - nearest) < 1e-9 ? nearest : ratio
  }

  private static let powers: [Double] = (0..<22).reduce(into: [1]) { powers, last in powers.append(powers[last] * 10) }

  /// log10 to some ten digits, by squaring: enough to find a line, and the same everywhere.
  private static func exponent(_ number: Double) -> Double {
    var whole = 0
    var rest = number
    while rest >= 10 {
      rest /= 10
      whole += 1
    }
    while rest < 1 {
      rest *= 10
      whole -= 1
    }
    // 1 ≤ rest < 10: one binary digit of its logarithm for each squaring.
    var (fraction, bit) = (0.0, 0.5)
    for _ in 0..<36 {
      rest *= rest
      if rest >= 10 {
        rest /= 10
        fraction += bit
      }
      bit /= 2
    }
    return Double(whole) + fraction
  }
}
