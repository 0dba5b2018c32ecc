/// Decimal numbers as data files write them: `-12`, `3.5`, `.5`, `5.`, `1e-3`. The result is the double nearest to what is
/// written, ties to even. Up to 19 digits and powers of ten to 27, which is all that programs write, take one product or
/// one division of integers; the rest goes to the standard library.
enum DecimalReading {
  /// The value of the number that fills a range of the text: infinite where it is too large; nil where it is no number.
  static func value(of text: Span<UInt8>, in range: Range<Int>) -> Double? {
    guard let decimal = Decimal(text, range) else { return nil }
    let magnitude =
      decimal.isExact
      ? scaled(decimal.digits, by: decimal.exponent) ?? converted("\(decimal.digits)", decimal.exponent)
      : longValue(of: text, in: range, exponent: decimal.writtenExponent)
    return decimal.isNegative ? -magnitude : magnitude
  }

  /// The parts of a number: digits · 10^exponent.
  private struct Decimal {
    var isNegative = false
    /// The first 19 significant digits.
    var digits: UInt64 = 0
    var exponent = 0
    var writtenExponent = 0
    /// Whether there are no more digits than these.
    var isExact = true

    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
      var index = range.lowerBound
      let end = range.upperBound
      if index < end, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
        isNegative = text[index] == UInt8(ascii: "-")
        index += 1
      }
      var hasDigits = false
      var isPastPoint = false
      while index < end {
        let byte = text[index]
        let digit = byte &- UInt8(ascii: "0")
        if digit < 10 {
          hasDigits = true
          // 19 digits are below 10^19, which is below 2^64.
          if digits < 1_000_000_000_000_000_000 {
            digits = digits &* 10 &+ UInt64(digit)
            if isPastPoint { exponent -= 1 }
          } else {
            isExact = false
            if !isPastPoint { exponent += 1 }
          }
        } else if byte == UInt8(ascii: "."), !isPastPoint {
          isPastPoint = true
        } else {
          break
        }
        index += 1
      }
      guard hasDigits else { return nil }
      if index < end {
        guard let written = Self.exponent(text, index..<end) else { return nil }
        writtenExponent = written
        exponent += written
      }
    }

    /// The number after an `e` that begins the range. Far beyond every double it stops counting.
    private static func exponent(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
      guard text[range.lowerBound] | 0x20 == UInt8(ascii: "e") else { return nil }
      var index = range.lowerBound + 1
      var isNegative = false
      if index < range.upperBound, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
        isNegative = text[index] == UInt8(ascii: "-")
        index += 1
      }
      guard index < range.upperBound else { return nil }
      var value = 0
      while index < range.upperBound {
        let digit = text[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = min(value * 10 + Int(digit), 1_000_000_000_000)
        index += 1
      }
      return isNegative ? -value : value
    }
  }

  private static let powersOfFive: [UInt64] = (0...27).map { power in (0..<power).reduce(1) { five, _ in five * 5 } }
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]

  /// digits · 10^power, rounded once; nil where the power is out of reach.
  private static func scaled(_ digits: UInt64, by power: Int) -> Double? {
    if digits == 0 { return 0 }
    if digits <= 1 << 53, power.magnitude <= 22 {
      // Both are exact, so the one operation is the one rounding.
      return power < 0 ? Double(digits) / powersOfTen[-power] : Double(digits) * powersOfTen[power]
    }
    guard power.magnitude <= 27 else { return nil }
    let shift = digits.leadingZeroBitCount
    let numerator = digits << shift
    if power >= 0 {
      let product = numerator.multipliedFullWidth(by: powersOfFive[power])
      let lead = product.high.leadingZeroBitCount
      if lead == 64 { return rounded(product.low, isMore: false, exponent: power - shift) }
      let high = product.high << lead | (lead == 0 ? 0 : product.low >> (64 - lead))
      return rounded(high, isMore: product.low << lead != 0, exponent: 64 + power - shift - lead)
    }
    let five = powersOfFive[-power]
    let fiveShift = five.leadingZeroBitCount
    let divisor = five << fiveShift
    // The quotient shall have exactly 64 bits.
    let isGreater = numerator >= divisor
    let (quotient, remainder) = divisor.dividingFullWidth(
      isGreater ? (numerator >> 1, numerator << 63) : (numerator, 0))
    return rounded(
      quotient, isMore: remainder != 0, exponent: power + fiveShift - shift - (isGreater ? 63 : 64))
  }

  /// bits · 2^exponent, and a little more where `isMore`, rounded to 53 bits; the highest of the 64 bits is 1.
  private static func rounded(_ bits: UInt64, isMore: Bool, exponent: Int) -> Double {
    var significand = bits >> 11
    let rest = bits & 0x7FF
    if rest > 0x400 || (rest == 0x400 && (isMore || significand & 1 == 1)) { significand += 1 }
    return Double(significand) * Double(sign: .plus, exponent: exponent + 11, significand: 1)
  }

  /// A number of more than 19 digits. No double, and no midpoint between two, has more than 767 significant digits, so
  /// what follows the first 800 matters only as "more than nothing".
  private static func longValue(of text: Span<UInt8>, in range: Range<Int>, exponent: Int) -> Double {
    var digits: [UInt8] = []
    var exponent = exponent
    var isPastPoint = false
    var isMore = false
    for index in range {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        isPastPoint = true
      } else if byte &- UInt8(ascii: "0") < 10 {
        if isPastPoint { exponent -= 1 }
        if digits.count < 800 {
          if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte) }
        } else {
          exponent += 1
          if byte != UInt8(ascii: "0") { isMore = true }
        }
      } else if byte | 0x20 == UInt8(ascii: "e") {
        break
      }
    }
    if isMore {
      digits.append(UInt8(ascii: "1"))
      exponent -= 1
    }
    return converted(String(decoding: digits, as: UTF8.self), exponent)
  }

  private static func converted(_ digits: String, _ exponent: Int) -> Double {
    // An exponent beyond these bounds is infinite or nothing whatever the digits are.
    Double("\(digits)e\(max(-100_000, min(100_000, exponent)))") ?? 0
  }
}
