import Testing

@testable import Engine

/// Faults whose words depend on how the operands are spelled. (Those of each operator and function stand with it.)
struct FaultTests {
  private let mismatch = EngineFault.shapes(.product, left: .matrix(rows: 2, columns: 3), right: .vector(2))

  @Test func spellings() {
    #expect(
      mismatch.message(operands: ["W", "x"])
        == "`W · x` needs as many columns in `W` as entries in `x`: `W` is 2×3, `x` has 2")
    #expect(
      mismatch.message(operands: ["layer.W1", "(x - y)"])
        == "`layer.W1 · (x - y)` needs as many columns in `layer.W1` as entries in `(x - y)`: "
        + "`layer.W1` is 2×3, `(x - y)` has 2")
    #expect(
      mismatch.message()
        == "`·` needs as many columns in the left side as entries in the right side: "
        + "the left side is 2×3, the right side has 2")
  }

  /// A spelling that is long or spans lines is described instead, and nothing is built from it.
  @Test(arguments: [String(repeating: "x", count: 41), "[1, 2,\n3]", "a`b"]) func unfitSpellings(_ spelling: String) {
    #expect(
      mismatch.message(operands: ["W", spelling])
        == "`·` needs as many columns in `W` as entries in the right side: `W` is 2×3, the right side has 2")
    #expect(mismatch.help(operands: ["W", spelling]).isEmpty)
  }

  @Test(arguments: [
    ("W", "x", ["`W' · x` would go together"]), ("ŷ1", "δ_2", ["`ŷ1' · δ_2` would go together"]),
    ("mlp.W1", "y\u{302}", ["`mlp.W1' · ŷ` would go together"]), ("2x", "x", []), ("x^2", "x", []), ("", "x", []),
  ])
  func transposesOfPlainNames(_ left: String, _ right: String, _ expected: [String]) {
    #expect(mismatch.help(operands: [left, right]) == expected)
  }

  @Test(arguments: [
    (EngineFault.empty(.summary(.mean)), "`mean` needs at least one entry: its argument has none"),
    (
      .argument(.rowwise(.argmax), position: 0, wants: .array, got: .number),
      "`argmax` wants a vector or a matrix: argument 1 is a number"
    ),
    (
      .figure(.construction(.zeros), position: 0, wants: .count, got: -3),
      "`zeros` wants a whole number from 0 up, not -3"
    ),
    (.outOfRange(position: 0, 4, of: .vector(3)), "what is indexed has no entry 4: it has 3"),
    (.subscripts(given: 2, .vector(1)), "what is indexed is a vector of 1 and wants one subscript: 2 are given"),
    (.subscriptShape(position: 1, .vector(2)), "a subscript must be a number: subscript 2 is a vector of 2"),
    (
      .toleranceShape(.vector(3), of: .matrix(rows: 1, columns: 2)),
      "the tolerance must be a number or fit what is compared: the tolerance has 3, what is compared is 1×2"
    ),
    (
      .argumentShapes(.loss(.mse), left: .vector(3), right: .number),
      "`mse` needs outputs and targets of one shape: the first argument has 3, the second is a number"
    ),
    (
      .approximationShapes(left: .vector(1), right: .vector(2)),
      "`≈` needs as many entries in the left side as in the right side: the left side has 1, the right side has 2"
    ),
  ])
  func withoutSpellings(_ fault: EngineFault, _ expected: String) {
    #expect(fault.message() == expected)
  }

  @Test func namedFigure() {
    let fault = EngineFault.figure(.construction(.zeros), position: 0, wants: .count, got: -3)
    #expect(fault.message(operands: ["n"]) == "`zeros` wants a whole number from 0 up: `n` is -3")
    #expect(fault.message(operands: ["-3.0"]) == "`zeros` wants a whole number from 0 up, not -3")
  }
}
