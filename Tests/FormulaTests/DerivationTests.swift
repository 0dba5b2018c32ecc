import Testing

@testable import Formula

/// How a derivative is written down.
struct DerivationTests {
  private static let points: [[String: Double]] = [["x": 0.37, "y": 1.21], ["x": 1.83, "y": -0.45]]

  /// Every line is true: what stands right of an equals sign has the value of what stands left of it, and every slope is
  /// the limit of differences.
  @Test(arguments: 0..<2)
  func everyLineOfARandomDerivationHolds(batch: Int) throws {
    var generator = TermGenerator(seed: UInt64(batch) + 700)
    var failures: [String] = []
    var (judged, refused) = (0, 0)
    for round in 0..<1_000 {
      let term = generator.term(depth: round % 10 == 0 ? 3 : 2)
      let derivation: Derivation
      do {
        derivation = try Derivation(of: term, by: "x", subject: .init("Y"))
      } catch {
        refused += 1
        continue
      }
      #expect(derivation.result == (try term.derivative(by: "x")))
      for point in Self.points {
        var reader = BoardReader(point: point)
        for line in derivation.lines { for equation in line.equations { reader.read(equation) } }
        judged += reader.judged
        failures += reader.failures.map { "\(term.text) by x: \($0)" }
      }
    }
    #expect(failures == [])
    #expect(judged > 3_000)
    #expect(refused < 20)
  }

  @Test func aDerivationOfTooManyLinesIsRefused() throws {
    let x = Term.symbol("x")
    let long = Term.add((1...80).map { x.power(.number(Double($0))) })
    #expect(throws: FormulaFailure.tooManyLines(limit: 60)) {
      try Derivation(of: long, by: "x", subject: .init("y"))
    }
    let deep = (0..<500).reduce(x) { term, _ in .apply(.sin, term) }
    #expect(throws: FormulaFailure.self) { try Derivation(of: deep, by: "x", subject: .init("y")) }
  }

  /// Whoever waits is asked before each part and each line.
  @Test(arguments: 0..<4)
  func aDerivationIsStopped(patience: Int) throws {
    let x = Term.symbol("x")
    var asked = 0
    #expect(throws: FormulaFailure.stopped) {
      try Derivation(
        of: .apply(.sin, x.power(2) + x), by: "x", subject: .init("y"),
        mayGoOn: {
          asked += 1
          return asked <= patience
        })
    }
    #expect(asked == patience + 1)
  }

  @Test func innerFunctionsAreNamedLikeNothingElse() throws {
    let (x, u, v) = (Term.symbol("x"), Term.symbol("u"), Term.symbol("v"))
    let derivation = try Derivation(of: .apply(.sin, u * x.power(2) + v), by: "x", subject: .init("w"))
    let named = derivation.lines.flatMap(\.equations).compactMap { equation -> String? in
      if case .term(.symbol(let name)) = equation.left { name } else { nil }
    }
    #expect(named == ["w", "p"])
  }
}

/// Reads a derivation from the top and judges what it says, at one point.
private struct BoardReader {
  let point: [String: Double]
  /// What the names stand for, and how they were defined, in the letters that were there.
  private var values: [String: Double]
  private var definitions: [String: [Term]] = [:]
  private var slopes: [Derivation.Slope: Double] = [:]
  private(set) var judged = 0
  private(set) var failures: [String] = []

  init(point: [String: Double]) { (self.point, self.values) = (point, point) }

  mutating func read(_ equation: Derivation.Equation) {
    switch equation.left {
    case .term(let term):
      if case .symbol(let name) = term {
        for case .term(let right) in equation.right {
          definitions[name, default: []].append(right)
          if values[name] == nil, right.letters.allSatisfy({ values[$0] != nil }) { values[name] = right.value(values) }
        }
      }
    case .slope(let slope):
      let numbers = equation.right.map { value($0) }
      guard let last = numbers.last, last.isFinite, last.magnitude < 1e4 else { return }
      slopes[slope] = last
      for number in numbers where !isNear(last, number) {
        failures.append("\(slope): \(numbers) at \(point)")
      }
      judge(slope, last)
    case .negative, .product, .sum, .difference, .quotient: failures.append("\(equation.left) on the left")
    }
  }

  private mutating func judge(_ slope: Derivation.Slope, _ value: Double) {
    let known = slope.subject.name.map { definitions[$0] ?? [] } ?? [slope.subject.whole]
    guard let term = known.last(where: { $0.depends(on: slope.variable) }) ?? known.last,
      let expected = term.difference(by: slope.variable, at: values)
    else { return }
    judged += 1
    if !isNear(expected, value) { failures.append("\(slope) of \(term.text) is \(value), not \(expected) at \(point)") }
  }

  private func value(_ side: Derivation.Side) -> Double {
    switch side {
    case .term(let term): term.value(values)
    case .slope(let slope): slopes[slope] ?? .nan
    case .negative(let side): -value(side)
    case .product(let sides): sides.map(value).reduce(1, *)
    case .sum(let sides): sides.map(value).reduce(0, +)
    case .difference(let left, let right): value(left) - value(right)
    case .quotient(let above, let below): value(above) / value(below)
    }
  }

  private func isNear(_ expected: Double, _ found: Double) -> Bool {
    // Where a part is divided by zero, the parts say nothing.
    !found.isFinite || (expected - found).magnitude <= 1e-6 * max(1, expected.magnitude)
  }
}
