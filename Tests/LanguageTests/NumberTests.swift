import Testing

@testable import Language

@Suite struct NumberTests {
  static let numbers: [(String, Double)] = [
    ("0", 0),
    ("007", 7),
    ("0.1", 0.1),
    ("1e-5", 0.00001),
    ("1E+5", 100_000),
    ("1e−5", 0.00001),
    ("12.5e2", 1250),
    ("9007199254740993", 9_007_199_254_740_992),
    ("9007199254740993.000000000000000000000000000001", 9_007_199_254_740_994),
    ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("5e-324", .leastNonzeroMagnitude),
    ("2e-324", 0),
    ("3e-324", .leastNonzeroMagnitude),
    ("1e-99999999999999999999999999", 0),
    ("0e99999999999999999999999999", 0),
  ]

  @Test(arguments: numbers)
  func readsTheNearestDouble(source: String, value: Double) {
    #expect(expression(source)?.kind == .number(value))
  }

  /// A million digits, the last of which decides.
  @Test func roundsAMillionDigits() {
    // Halfway between 1 and the next double, then nothing, then a one.
    let half = "1.00000000000000011102230246251565404236316680908203125"
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(expression(half + zeros)?.kind == .number(1))
    #expect(expression(half + zeros + "1")?.kind == .number(1.0.nextUp))
    #expect(expression("0." + zeros + "25e1000001")?.kind == .number(2.5))
    #expect(expression("25" + zeros + "e-1000001")?.kind == .number(2.5))
    #expect(expression("0" + zeros + ".5")?.kind == .number(0.5))
  }

  @Test func agreesWithTheStandardLibrary() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let digits = (0..<(1 + generator.below(40))).map { _ in String(generator.below(10)) }.joined()
      let text = "\(generator.below(100)).\(digits)e\(generator.below(600) - 300)"
      let value = Double(text) ?? .nan
      #expect(expression(text)?.kind == .number(value), "\(text)")
    }
  }
}
