import Testing

@testable import Report

@Suite struct NumberTests {
  static let fourDigitTable: [(Double, String)] = [
    // Four significant digits, trailing zeros trimmed.
    (0.2984, "0.2984"), (0.29841, "0.2984"), (0.5, "0.5"), (0.59999999, "0.6"), (2.256102, "2.256"), (100.25, "100.3"),
    (-0.08216704, "-0.08217"), (1.0 / 3, "0.3333"), (0.99996, "1"), (9.9996, "10"), (3.0000001, "3"),
    // What stands before the point is never rounded away.
    (12345.67, "12346"), (1234.5, "1235"), (999_999.5, "1000000"), (-1234567.25, "-1234567"), (9_999_500.5, "9999501"),
    // Whole numbers are printed in full below 10¹⁵.
    (0, "0"), (1, "1"), (10, "10"), (12345, "12345"), (123_456_789, "123456789"), (1e14, "100000000000000"),
    (999_999_999_999_999, "999999999999999"), (-200_960, "-200960"), (1e15, "1e15"),
    (1_234_567_890_123_456, "1.235e15"),
    // A power of ten beyond sensible width.
    (0.00001, "0.00001"), (0.000012344, "0.00001234"), (0.0000099999, "0.00001"), (0.000009999, "9.999e-6"),
    (9_999_999.4, "9999999"), (9_999_999.7, "1e7"), (12_345_678.9, "1.235e7"), (-1e-300, "-1e-300"),
    (1.7976931348623157e308, "1.798e308"), (.leastNonzeroMagnitude, "4.941e-324"),
    (2.2250738585072014e-308, "2.225e-308"),
    // No sign on zero, and words.
    (-0.0, "0"), (.nan, "undefined"), (-.nan, "undefined"), (.infinity, "∞"), (-.infinity, "-∞"),
  ]

  @Test(arguments: fourDigitTable)
  func fourDigits(number: Double, text: String) {
    #expect(NumberFormat().text(number) == text)
  }

  static let someDigitTable: [(Double, Int, String)] = [
    // The exact value decides, a true tie goes away from zero.
    (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (0.375, 2, "0.38"), (2.5, 1, "3"), (3.5, 1, "4"), (0.5, 1, "0.5"),
    (0.15, 1, "0.1"), (0.25, 1, "0.3"), (0.35, 1, "0.3"), (1.005, 3, "1"), (8.5, 1, "9"), (9.5, 1, "10"),
    (0.95, 1, "0.9"), (1_000_000.5, 7, "1000001"), (1_000_000.5, 8, "1000000.5"),
    // Any number of digits, all of them true.
    (0.1, 17, "0.10000000000000001"), (0.1, 16, "0.1"), (0.1, 40, "0.1000000000000000055511151231257827021182"),
    (1.0 / 3, 20, "0.33333333333333331483"), (.pi, 17, "3.1415926535897931"), (1e22, 40, "10000000000000000000000"),
    (9_007_199_254_740_992, 17, "9007199254740992"), (123_456_789.25, 9, "123456789"),
    (123_456_789.25, 11, "123456789.25"),
    (123_456_789.25, 8, "1.2345679e8"), (.leastNonzeroMagnitude, 1, "5e-324"),
    (.leastNonzeroMagnitude, 9, "4.94065646e-324"),
    (1e23, 17, "9.9999999999999992e22"), (1e23, 15, "1e23"), (1e21, 22, "1000000000000000000000"),
  ]

  @Test(arguments: someDigitTable)
  func someDigits(number: Double, digits: Int, text: String) {
    #expect(NumberFormat(digits: digits).text(number) == text)
  }

  static let keptTable: [(Double, String)] = [
    (0.2, "0.2000"), (0.20001, "0.2000"), (0.3775, "0.3775"), (18, "18.00"), (1, "1.000"), (12345, "12345"),
    (12345.5, "12346"), (0, "0"), (-0.0, "0"), (1.2e-7, "1.200e-7"), (-2.5e9, "-2500000000"), (2.5e18, "2.500e18"),
    (0.00001, "0.00001000"), (.infinity, "∞"), (.nan, "undefined"), (9.9999, "10.00"),
  ]

  @Test(arguments: keptTable)
  func keepingTrailingZeros(number: Double, text: String) {
    #expect(NumberFormat(keepsTrailingZeros: true).text(number) == text)
  }

  static let latexTable: [(Double, String)] = [
    (0.25, "0.25"), (-1.2e-7, "-1.2 \\cdot 10^{-7}"), (1e300, "1 \\cdot 10^{300}"), (.infinity, "\\infty"),
    (-.infinity, "-\\infty"), (.nan, "\\text{undefined}"),
  ]

  @Test(arguments: latexTable)
  func latex(number: Double, text: String) {
    #expect(NumberFormat().latex(number) == text)
  }

  static let columnTable: [([Double], [String])] = [
    ([1.2, 1.4, 1.3], ["1.2", "1.4", "1.3"]),
    ([0.15, 0.2], ["0.15", "0.20"]),
    ([1, 0.33333333, -12.5], ["  1.0000", "  0.3333", "-12.5000"]),
    ([4, 12345, 0], ["    4", "12345", "    0"]),
    ([784, 1e14], ["            784", "100000000000000"]),
    ([0.5, .nan, -.infinity], ["      0.5", "undefined", "       -∞"]),
    ([-0.0, 0.25], ["0.00", "0.25"]),
    ([0, 1, 1.2246e-16], ["0", "1", "0"]),
    ([9.99996, 0.5], ["10.0", " 0.5"]),
    ([12345.67, 0.00123449], ["12345.670000", "    0.001234"]),
    ([1234567.8, 0.0001234], ["1.235e6 ", "1.234e-4"]),
    ([1e-7, -2.5e-12, .infinity], [" 1.0e-7 ", "-2.5e-12", "   ∞    "]),
    ([5.123, 0.00001234], ["5.12300000", "0.00001234"]),
    ([], []),
  ]

  @Test(arguments: columnTable)
  func column(numbers: [Double], texts: [String]) {
    #expect(NumberFormat().column(numbers) == texts)
  }

  @Test func columnKeepingTrailingZeros() {
    #expect(NumberFormat(keepsTrailingZeros: true).column([0.5, 0.25, 12]) == [" 0.5000", " 0.2500", "12.0000"])
    #expect(NumberFormat(keepsTrailingZeros: true).column([3, 0]) == ["3.000", "0.000"])
  }

  @Test func everyEntryOfAColumnShowsTheDigitsAskedFor() {
    var random = SplitMix(state: 7)
    for _ in 0..<2000 {
      let digits = Int.random(in: 1...17, using: &random)
      let numbers = (0..<3).map { _ in random.double(exponents: -8...8) }
      let format = NumberFormat(digits: digits)
      for (number, text) in zip(numbers, format.column(numbers)) {
        let shown = Double(String(text.filter { $0 != " " }))
        let alone = Double(format.text(number))
        #expect(shown != nil && alone != nil)
        guard let shown, let alone else { continue }
        #expect(abs(shown - number) <= abs(alone - number), "\(number) in \(numbers) to \(digits) digits")
      }
    }
  }
}
