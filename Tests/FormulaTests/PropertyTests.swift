import Testing

@testable import Formula

/// Laws that hold for every term, tried on random ones.
struct PropertyTests {
  private static let points: [[String: Double]] = [
    ["x": 0.37, "y": 1.21], ["x": 1.83, "y": -0.45], ["x": -0.72, "y": 2.6], ["x": 2.9, "y": 0.08],
  ]

  @Test func readingTheTextGivesTheTermBackInValue() throws {
    var generator = TermGenerator(seed: 100)
    var failures: [String] = []
    for round in 0..<5_000 {
      let term = generator.term(depth: round % 10 == 0 ? 4 : 3)
      let again = try TermReader.read(term.text)
      for point in Self.points.prefix(2) {
        let (was, now) = (term.value(point), again.value(point))
        if was != now, !was.isNaN || !now.isNaN { failures.append("\(term.text) is \(was), read back \(now)") }
      }
    }
    #expect(failures == [])
  }

  @Test(arguments: 0..<2)
  func simplifyingKeepsTheValueAndTwiceChangesNothingMore(batch: Int) throws {
    var generator = TermGenerator(seed: UInt64(batch) + 200)
    var failures: [String] = []
    var compared = 0
    for round in 0..<10_000 {
      let term = generator.term(depth: round % 10 == 0 ? 4 : 3)
      let once = try term.simplified()
      let twice = try once.simplified()
      if once != twice { failures.append("\(term.text) → \(once.text) → \(twice.text)") }
      for point in Self.points.prefix(2) where term.isWellConditioned(at: point) {
        compared += 1
        let (was, now) = (term.value(point), once.value(point))
        if !isNear(was, now, within: 1e-9) {
          failures.append("\(term.text) is \(was), simplified \(once.text) is \(now) at \(point)")
        }
      }
    }
    #expect(failures == [])
    #expect(compared > 5_000)
  }

  @Test(arguments: 0..<2)
  func theDerivativeIsTheLimitOfDifferences(batch: Int) throws {
    var generator = TermGenerator(seed: UInt64(batch) + 400)
    var failures: [String] = []
    var compared = 0
    for round in 0..<10_000 {
      let term = generator.term(depth: round % 20 == 0 ? 4 : round % 4 == 0 ? 3 : 2)
      let symbol = round % 3 == 0 ? "y" : "x"
      let slope = try term.derivative(by: symbol)
      for point in Self.points.prefix(2) {
        guard let expected = term.difference(by: symbol, at: point) else { continue }
        compared += 1
        if !isNear(expected, slope.value(point), within: 1e-6) {
          failures.append("(\(term.text))' is \(slope.text), not \(expected) at \(point)")
        }
      }
    }
    #expect(failures == [])
    #expect(compared > 5_000)
  }

  @Test func theSecondDerivativeIsTheDerivativeOfTheFirst() throws {
    var generator = TermGenerator(seed: 500)
    var failures: [String] = []
    var compared = 0
    for _ in 0..<1_000 {
      let slope = try generator.term(depth: 3).derivative(by: "x")
      let second = try slope.derivative(by: "x")
      for point in Self.points {
        guard let expected = slope.difference(by: "x", at: point) else { continue }
        compared += 1
        if !isNear(expected, second.value(point), within: 1e-6) {
          failures.append("(\(slope.text))' is \(second.text), not \(expected) at \(point)")
        }
      }
    }
    #expect(failures == [])
    #expect(compared > 500)
  }

  @Test func partialDerivativesCommute() throws {
    var generator = TermGenerator(seed: 600)
    var failures: [String] = []
    for _ in 0..<1_000 {
      let term = generator.term(depth: 2)
      let xy = try term.derivative(by: "x").derivative(by: "y")
      let yx = try term.derivative(by: "y").derivative(by: "x")
      for point in Self.points where xy.isWellConditioned(at: point) && yx.isWellConditioned(at: point) {
        if !isNear(xy.value(point), yx.value(point), within: 1e-7) {
          failures.append("\(term.text): \(xy.text), \(yx.text)")
        }
      }
    }
    #expect(failures == [])
  }

  private func isNear(_ expected: Double, _ found: Double, within tolerance: Double) -> Bool {
    (expected - found).magnitude <= tolerance * max(1, expected.magnitude)
  }
}

extension Term {
  /// Whether rounding cannot matter much at a point: the value is moderate, and stays nearly the same when the point and
  /// every number in the term move by a little.
  func isWellConditioned(at point: [String: Double]) -> Bool {
    let value = value(point)
    guard value.isFinite, isModerate(at: point) else { return false }
    return [1 + 1e-12, 1 - 1e-12].allSatisfy { factor in
      let moved = self.value(point.mapValues { $0 * factor })
      return (moved - value).magnitude <= 1e-10 * max(1, value.magnitude)
    }
  }

  /// Whether no value on the way is huge or undefined, and no comparison, rounding or kink is near its jump.
  private func isModerate(at point: [String: Double]) -> Bool {
    struct Part { var value: Double, isFine: Bool }
    let part: Part = fold { (node, parts: [Part]) in
      let value = node.value(of: parts.map(\.value), at: point)
      return Part(
        value: value,
        isFine: parts.allSatisfy(\.isFine) && value.magnitude < 1e5 && !node.isNearJump(parts.map(\.value)))
    }
    return part.isFine
  }

  private func value(of values: [Double], at point: [String: Double]) -> Double {
    switch self {
    case .number, .constant, .symbol: value(point)
    case .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      rebuilt(from: values.map { .number($0) }).value([:])
    }
  }

  private func isNearJump(_ values: [Double]) -> Bool {
    switch self {
    case .compare, .applyPair(.min, _, _), .applyPair(.max, _, _): (values[0] - values[1]).magnitude < 1e-3
    case .applyPair(.elu, _, _), .applyPair(.leakyRelu, _, _): values[0].magnitude < 1e-3
    case .apply(.round, _), .apply(.floor, _), .apply(.ceil, _):
      (2 * values[0] - (2 * values[0]).rounded()).magnitude < 1e-3
    case .apply(.relu, _), .apply(.leakyRelu, _), .apply(.elu, _), .apply(.selu, _), .apply(.step, _),
      .apply(.sign, _), .apply(.abs, _), .apply(.sqrt, _), .apply(.log, _):
      values[0].magnitude < 1e-3
    case .apply(.asin, _), .apply(.acos, _): values[0].magnitude > 1 - 1e-3
    case .and, .or, .not: values.contains { $0 != 0 && $0.magnitude < 1e-3 }
    case .power(_, .number): values[0].magnitude < 1e-3
    // log(x) is part of the slope, wherever the exponent varies.
    case .power: values[0] < 1e-3
    case .divide: values[1].magnitude < 1e-3
    case .number, .constant, .symbol, .negate, .add, .multiply, .apply, .call: false
    }
  }

  /// The slope by central differences, of two widths and extrapolated; nil where they do not agree well enough to judge.
  func difference(by symbol: String, at point: [String: Double]) -> Double? {
    func slope(_ h: Double) -> Double? {
      var (low, high) = (point, point)
      low[symbol, default: 0] -= h
      high[symbol, default: 0] += h
      guard isModerate(at: low), isModerate(at: high), isModerate(at: point) else { return nil }
      return (value(high) - value(low)) / (2 * h)
    }
    // A jump between the places that are looked at shows as a huge slope.
    guard let coarse = slope(4e-4), let fine = slope(2e-4), let finest = slope(1e-4) else { return nil }
    let first = (4 * fine - coarse) / 3
    let second = (4 * finest - fine) / 3
    guard (first - second).magnitude <= 2e-8 * max(1, second.magnitude), second.magnitude < 500 else { return nil }
    return second
  }
}
