/// Arithmetic with powers of ten for axes and scales. Report may not use Kernels. Powers of ten up to 10^22 are exact
/// doubles, and multiplication and division by them are rounded alike on every machine.
enum RoundNumbers {
  /// Numbers whose difference is a smaller share of them are taken for one: what differs in the last digits only would
  /// otherwise make a mountain range of rounding errors.
  static let noise = 1e-9
  /// What is smaller is taken for 0: halves and steps of it would have no digits left.
  static let least = 1e-300

  /// Whether two numbers are one to the eye.
  static func areOne(_ low: Double, _ high: Double) -> Bool {
    high - low <= max(least, max(abs(low), abs(high)) * noise)
  }

  /// A number times a power of ten; past all bounds, infinity.
  static func product(_ number: Double, _ exponent: Int) -> Double {
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

  /// How often a factor times a power of ten goes into a number. What a last digit keeps from being whole is whole.
  static func ratio(_ number: Double, _ factor: Double, _ exponent: Int) -> Double {
    whole(product(number / factor, -exponent))
  }

  /// The nearest whole number where that is a rounding error away.
  static func whole(_ number: Double) -> Double {
    let nearest = number.rounded()
    return abs(number - nearest) < noise ? nearest : number
  }

  /// The nearest whole number. A half goes up even where a last digit is missing to it: round numbers like to lie there,
  /// and what is drawn must not flicker.
  static func nearest(_ number: Double) -> Int { Int((number + 0.5 + noise).rounded(.down)) }

  private static let powers: [Double] = (0..<22).reduce(into: [1]) { powers, last in powers.append(powers[last] * 10) }

  /// log10 of a number above 0 to some ten digits, by squaring: enough to find a line, and the same everywhere.
  static func exponent(_ number: Double) -> Double {
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
