import Testing

@testable import Audit

@Suite struct IntervalTests {
  /// Every function's values at points of an interval lie in the interval of its values.
  @Test(arguments: ElementaryFunction.allCases) func holdsWhatAFunctionComesTo(function: ElementaryFunction) {
    var checked = 0
    for step in 0..<400 {
      let low = Double(step % 40) * 0.31 - 6.2
      let width = [0, 1e-9, 0.01, 0.4, 3, 8][step % 6]
      guard let values = function(Interval(low, low + width)) else { continue }
      for part in 0...8 {
        let x = low + width * Double(part) / 8
        let value = Reference.value(of: function, at: x)
        guard value.isFinite, x >= low, x <= low + width else { continue }
        checked += 1
        #expect(values.low <= value && value <= values.high, "\(function)(\(x)) = \(value) in \(values)")
      }
    }
    #expect(checked > 300)
  }

  @Test func powersHoldWhatTheyComeTo() {
    for exponent in -4...5 {
      for step in 0..<60 {
        let low = Double(step) * 0.13 - 3.9
        let base = Interval(low, low + Double(step % 5) * 0.3)
        guard let values = base.raised(to: Interval(Double(exponent))) else {
          #expect(exponent <= 0 && base.contains(0))
          continue
        }
        for part in 0...6 {
          let x = base.low + (base.high - base.low) * Double(part) / 6
          #expect(values.contains(Reference.power(x, exponent)), "\(x)^\(exponent) in \(values)")
        }
      }
    }
  }

  /// The sets of numbers that written numbers stand for, by their ends: [low, high), with as many decimals as it takes.
  @Test(arguments: [
    ("0.2", Decimal.Meaning.rounded, 0.15, 0.3), ("0.67", .rounded, 0.665, 0.68), ("12", .rounded, 11.5, 13),
    ("1200", .approximate, 1050, 1400), ("0.50", .approximate, 0.485, 0.52), ("0", .rounded, -1, 1),
    ("1.5e-3", .rounded, 0.00145, 0.0016), ("0.3", .nearest, 0.25, 0.35),
  ])
  func standsForWhatRoundsOrIsCut(text: String, meaning: Decimal.Meaning, low: Double, high: Double) throws {
    let parts = text.split(separator: "e")
    let literal = Literal(spelling: String(parts[0]), exponent: parts.count > 1 ? Int(parts[1]) : nil, range: 0..<0)
    let interval = try #require(literal.decimal(.point)).interval(meaning)
    #expect(
      (interval.low - low).magnitude < 1e-9 * max(1, high) && (interval.high - high).magnitude < 2e-9 * max(1, high))
    if meaning == .rounded { #expect(!interval.contains(high)) }
  }

  @Test(
    arguments: [
      ("1,024.5", 1024.5, nil), ("1.024,5", nil, 1024.5), ("1,024", 1024, 1.024), ("0.5", 0.5, nil), ("0,5", nil, 0.5),
      ("1.024", 1.024, 1024), ("12", 12, 12), ("1.2.3", nil, nil), ("1,2,3", nil, nil), ("0.024", 0.024, nil),
    ] as [(String, Double?, Double?)])
  func readsBothStyles(spelling: String, point: Double?, comma: Double?) {
    let literal = Literal(spelling: spelling, exponent: nil, range: 0..<0)
    #expect(literal.decimal(.point)?.double == point)
    #expect(literal.decimal(.comma)?.double == comma)
  }
}
