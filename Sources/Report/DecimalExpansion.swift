/// A number as its decimal digits. Every finite Double has a finite expansion (767 digits at most), so it can be rounded
/// on its digits, as on paper: the first digit left out decides, and 5 goes up. No second rounding is hidden anywhere.
struct DecimalExpansion: Equatable {
  /// False for zero: there is no -0.
  private(set) var isNegative: Bool
  /// From the first that is not zero to the last that is not; none for zero.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit.
  private(set) var exponent: Int

  /// The exact value of a finite number.
  init(_ number: Double) {
    precondition(number.isFinite, "only a finite number has digits")
    guard number != 0 else {
      self.init(isNegative: false, digits: [], exponent: 0)
      return
    }
    // |number| = significand * 2^power, the significand odd.
    let isSubnormal = number.exponentBitPattern == 0
    let significand = number.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let zeros = significand.trailingZeroBitCount
    let power = Int(number.exponentBitPattern) + (isSubnormal ? 1 : 0) - 1075 + zeros
    var natural = BigNatural(significand >> UInt64(zeros))
    // m / 2^k = m * 5^k / 10^k
    if power < 0 { natural.multiply(byFiveToThe: -power) } else { natural.multiply(byTwoToThe: power) }
    let digits = natural.decimalDigits()
    self.init(isNegative: number < 0, digits: digits, exponent: digits.count - 1 + min(0, power))
    trimTrailingZeros()
  }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
  }

  var isZero: Bool { digits.isEmpty }

  /// Whether nothing stands behind the point.
  var isInteger: Bool { digits.count - 1 <= exponent }

  /// How many digits stand behind the point.
  var decimals: Int { isZero ? 0 : max(0, digits.count - 1 - exponent) }

  /// Rounded to so many significant digits, at least one.
  func rounded(toDigits count: Int) -> DecimalExpansion {
    rounded(keeping: count)
  }

  /// Rounded to so many digits behind the point.
  func rounded(toDecimals decimals: Int) -> DecimalExpansion {
    rounded(keeping: exponent + 1 + decimals)
  }

  private func rounded(keeping count: Int) -> DecimalExpansion {
    guard count < digits.count else { return self }
    var result = self
    result.digits = Array(digits[..<max(0, count)])
    if count >= 0, digits[count] >= 5 {
      result.addOneInLastPlace()
    }
    result.trimTrailingZeros()
    return result.isZero ? DecimalExpansion(isNegative: false, digits: [], exponent: 0) : result
  }

  private mutating func addOneInLastPlace() {
    while digits.last == 9 { digits.removeLast() }
    if let last = digits.popLast() {
      digits.append(last + 1)
    } else {
      digits = [1]
      exponent += 1
    }
  }

  private mutating func trimTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
  }
}

extension DecimalExpansion {
  /// The digits with a point among them, rounded to so many behind it: `-0.0500`.
  func fixed(decimals: Int) -> String {
    let rounded = rounded(toDecimals: decimals)
    var text: [UInt8] = rounded.isNegative ? [UInt8(ascii: "-")] : []
    let whole = max(0, rounded.exponent)
    for place in stride(from: whole, through: -decimals, by: -1) {
      if place == -1 { text.append(UInt8(ascii: ".")) }
      text.append(UInt8(ascii: "0") + rounded.digit(at: place))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// One digit, a point, so many more, all rounded: `1.20`; the power of ten belongs after it.
  func mantissa(decimals: Int) -> (text: String, exponent: Int) {
    var rounded = rounded(toDigits: decimals + 1)
    let exponent = rounded.exponent
    rounded.exponent = 0
    return (rounded.fixed(decimals: decimals), exponent)
  }

  /// The digit at a power of ten.
  private func digit(at place: Int) -> UInt8 {
    let index = exponent - place
    return digits.indices.contains(index) ? digits[index] : 0
  }
}
