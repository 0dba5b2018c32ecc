import Testing

@testable import Report

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The digits that the C library prints, which are exact in glibc and in Apple's.
private func printed(_ number: Double, digits: Int) -> (digits: [UInt8], exponent: Int) {
  var buffer = [CChar](repeating: 0, count: digits + 16)
  let count = unsafe withVaList([Int32(digits - 1), abs(number)]) { arguments in
    unsafe Int(vsnprintf(&buffer, buffer.count, "%.*e", arguments))
  }
  // d.ddde±xx
  var result: [UInt8] = []
  var place = 0
  while buffer[place] != CChar(UInt8(ascii: "e")) {
    if buffer[place] != CChar(UInt8(ascii: ".")) { result.append(UInt8(buffer[place]) - UInt8(ascii: "0")) }
    place += 1
  }
  while result.last == 0 { result.removeLast() }
  let exponent = String(decoding: buffer[(place + 1)..<count].map(UInt8.init), as: UTF8.self)
  return (result, result.isEmpty ? 0 : Int(exponent) ?? .min)
}

/// One more in the last of so many places. A tie that even took down cannot end in 9.
private func oneMore(_ digits: [UInt8], places: Int) -> [UInt8] {
  var result = digits + repeatElement(0, count: places - digits.count)
  result[places - 1] += 1
  return result
}

/// Numbers that a printer may get wrong.
private let awkward: [Double] = {
  var numbers: [Double] = [
    .leastNonzeroMagnitude, .leastNormalMagnitude, .leastNormalMagnitude.nextDown, .greatestFiniteMagnitude,
  ]
  for power in -323...308 {
    guard let number = Double("1e\(power)") else { continue }
    numbers += [number, number.nextUp, number.nextDown, 5 * number, 9.5 * number].filter(\.isFinite)
  }
  for power in -1074...1023 { numbers.append(Double(sign: .plus, exponent: power, significand: 1)) }
  // Ties: odd numbers over small powers of two.
  for power in 1...40 {
    for odd in stride(from: 1, to: 64, by: 2) {
      numbers.append(Double(sign: .plus, exponent: -power, significand: Double(odd)))
    }
  }
  return numbers
}()

@Suite struct ExactnessTests {
  @Test func allDigitsOfAwkwardNumbers() {
    for number in awkward {
      let ours = DecimalExpansion(number)
      let theirs = printed(number, digits: 800)
      #expect(ours.digits == theirs.digits && ours.exponent == theirs.exponent, "\(number)")
    }
  }

  @Test func allDigitsOfRandomBits() {
    var random = SplitMix(state: 1)
    for _ in 0..<3_000 {
      let number = random.finiteDouble()
      let ours = DecimalExpansion(number)
      let theirs = printed(number, digits: 800)
      #expect(ours.digits == theirs.digits && ours.exponent == theirs.exponent, "\(number)")
      #expect(ours.isNegative == (number < 0))
    }
  }

  /// The library takes a tie to even, we take it up; apart from ties both round the exact value.
  @Test func roundingOfRandomNumbers() {
    var random = SplitMix(state: 2)
    var ties = 0
    func compare(_ number: Double, digits: some Sequence<Int>) {
      let exact = DecimalExpansion(number)
      for digits in digits {
        let ours = exact.rounded(toDigits: digits)
        let theirs = printed(number, digits: digits)
        if ours.digits == theirs.digits, ours.exponent == theirs.exponent { continue }
        ties += 1
        #expect(exact.digits.count == digits + 1 && exact.digits[digits] == 5, "\(number) to \(digits) digits is a tie")
        #expect(ours.digits == oneMore(theirs.digits, places: digits), "\(number) to \(digits) digits goes up")
      }
    }
    for _ in 0..<20_000 { compare(random.double(exponents: -60...60), digits: stride(from: 1, through: 20, by: 3)) }
    for _ in 0..<5_000 { compare(random.finiteDouble(), digits: 1...17) }
    for number in awkward { compare(number, digits: [1, 2, 3, 4, 9, 16, 17]) }
    #expect(ties > 100, "ties were among the numbers")
  }

  @Test func roundingToDecimals() {
    let table: [(Double, Int, String)] = [
      (0.5, 0, "1"), (0.4999, 0, "0"), (0.05, 0, "0"), (-0.4, 0, "0"), (-0.5, 0, "-1"), (99.95, 1, "100.0"),
      (99.96, 1, "100.0"), (0.06, 1, "0.1"), (0.0006, 2, "0.00"), (1234, 2, "1234.00"), (-1.005, 2, "-1.00"),
      (1e-300, 3, "0.000"), (0, 2, "0.00"), (0.1, 20, "0.10000000000000000555"),
    ]
    for (number, decimals, text) in table {
      #expect(DecimalExpansion(number).fixed(decimals: decimals) == text)
    }
  }

  @Test func seventeenDigitsAreReadBackAsTheSameNumber() {
    var random = SplitMix(state: 3)
    let format = NumberFormat(digits: 17)
    for number in (0..<20_000).map({ _ in random.finiteDouble() }) + awkward {
      #expect(Double(format.text(number)) == number)
    }
  }
}

/// A generator with a seed, so that a failure comes again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Any finite number, each pattern of bits as likely as another.
  mutating func finiteDouble() -> Double {
    let number = Double(bitPattern: next())
    return number.isFinite ? number : finiteDouble()
  }

  mutating func double(exponents: ClosedRange<Int>) -> Double {
    let exponent = Int.random(in: exponents, using: &self)
    return Double(sign: .plus, exponent: exponent, significand: Double.random(in: -2..<2, using: &self))
  }
}
