import Testing

@testable import Engine

struct LossTests {
  @Test(arguments: [
    // One sample of two outputs, by hand.
    ("mse", "[3, 1]", "[1, 2]", 2.5), ("half_mse", "[3, 1]", "[1, 2]", 2.5), ("sse", "[3, 1]", "[1, 2]", 5),
    ("mae", "[3, 1]", "[1, 2]", 1.5), ("huber", "[3, 1]", "[1, 1.5]", (1.5 + 0.125) / 2),
    ("hinge", "[0.5, 2]", "[1, -1]", (0.5 + 3) / 2),
    // Two samples of two outputs.
    ("mse", "[3, 1; 0, 0]", "[1, 2; 0, 2]", 2.25), ("half_mse", "[3, 1; 0, 0]", "[1, 2; 0, 2]", 2.25),
    ("sse", "[3, 1; 0, 0]", "[1, 2; 0, 2]", 9), ("mae", "[3, 1; 0, 0]", "[1, 2; 0, 2]", 1.25),
    ("half_mse", "[3; 1]", "[1; 2]", 1.25), ("mse", "2", "5", 9), ("half_mse", "2", "5", 4.5),
    // −ln 0.5 and −ln 0.25, figures of the natural logarithm.
    ("cross_entropy", "[0.5, 0.5]", "[0, 1]", 0.6931471805599453),
    ("cross_entropy", "[0.5, 0.5; 0.25, 0.75]", "[0, 1; 1, 0]", (0.6931471805599453 + 1.3862943611198906) / 2),
    ("kl", "[0.5, 0.5]", "[1, 0]", 0.6931471805599453), ("kl", "[0.3, 0.7]", "[0.3, 0.7]", 0),
    ("bce", "[0.5, 0.5]", "[1, 0]", 0.6931471805599453), ("bce", "0.25", "1", 1.3862943611198906),
    ("log_cosh", "1.5", "0.5", 0.4337808304830272), ("log_cosh", "1000", "0", 999.3068528194401),
    ("log_cosh", "1e-9", "0", 5e-19), ("log_cosh", "0.75", "0", 0.2582660974228071),
    // What has no weight adds nothing, however wrong it is.
    ("cross_entropy", "[0, 1]", "[0, 1]", 0), ("kl", "[0, 1]", "[0, 1]", 0), ("bce", "[0, 1]", "[0, 1]", 0),
    ("cross_entropy", "[0, 1]", "[1, 0]", .infinity), ("bce", "1", "0", .infinity),
    ("kl", "[0, 1]", "[1, 0]", .infinity),
  ])
  func values(_ name: String, _ y: String, _ t: String, _ expected: Double) throws {
    let function = try #require(BuiltIn(named: name))
    let loss = try function.apply([Value(y), Value(t)], within: .ample).elements[0]
    #expect(loss == expected || abs(loss - expected) <= 2 * expected.ulp, "\(loss)")
  }

  /// The lesson's own figures: two outputs of one sample.
  @Test func lesson() throws {
    let (y, t) = ("[2.9, 0.2]", "[3.2, 0.2]")
    let squares = (2.9 - 3.2) * (2.9 - 3.2)
    #expect(try call("sse", y, t) == squares.text)
    #expect(try call("mse", y, t) == (squares / 2).text)
    #expect(try call("half_mse", y, t) == (squares / 2).text)
  }

  @Test func huberBend() throws {
    #expect(try call("huber", "5", "1", "2") == "6")
    #expect(try call("huber", "5", "1", "4") == "8")
    #expect(try call("huber", "5", "1", "0") == "`huber` wants a number above 0, not 0")
    #expect(try call("huber", "5", "1", "nan") == "`huber` wants a number above 0, not nan")
  }

  /// A loss is the sum that its formula says, to the last bit.
  @Test func formulas() throws {
    let budget = Budget.ample
    let y = try Value.vector(Vector((0..<19).map { 1 / Double($0 + 2) }, within: budget))
    let t = try Value.vector(Vector((0..<19).map { Double($0) / 17 }, within: budget))
    let difference = try BinaryOperation.subtract.apply(y, t, within: budget)
    let squares = try BinaryOperation.power.apply(difference, .number(2), within: budget)
    let sum = try BuiltIn.summary(.sum).apply([squares], within: budget)
    #expect(try BuiltIn.loss(.sse).apply([y, t], within: budget).elements == sum.elements)
    #expect(
      try BuiltIn.loss(.mse).apply([y, t], within: budget).elements
        == BuiltIn.summary(.mean).apply([squares], within: budget).elements)
  }

  @Test(arguments: Loss.allCases) func mistakes(_ loss: Loss) throws {
    #expect(
      try call(loss.rawValue, "[1, 2]", "[1, 2;]")
        == "`\(loss.rawValue)` needs outputs and targets of one shape: `[1, 2]` has 2, `[1, 2;]` is 1×2")
    #expect(
      try call(loss.rawValue, "[1, 2]", "1")
        == "`\(loss.rawValue)` needs outputs and targets of one shape: `[1, 2]` has 2, `1` is a number")
    #expect(try call(loss.rawValue, "[]", "[]") == "`\(loss.rawValue)` needs at least one entry: `[]` has none")
  }
}
