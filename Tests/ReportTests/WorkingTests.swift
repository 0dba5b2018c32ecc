import Testing

@testable import Report

@Suite struct WorkingTests {
  private static let exact = NumberFormat(digits: 4)
  private static let computed = NumberFormat(digits: 4, keepsTrailingZeros: true)

  private static func given(_ number: Double) -> Phrase { .number(number, exact) }
  private static func weight(_ row: Int, _ column: Int) -> Phrase {
    Phrase(text: "W1[\(row),\(column)]", latex: "w_{\(row)\(column)}")
  }
  private static func input(_ place: Int) -> Phrase { Phrase(text: "x[\(place)]", latex: "x_{\(place)}") }
  private static let z = Phrase(text: "z1[1]", latex: "z_{1}")

  /// z = w₁₁x₁ + w₁₂x₂ − … of so many inputs.
  private static func line(_ count: Int, comment: String? = nil) -> Working.Line {
    let formula = (1...count).map { weight(1, $0) * input($0) } + [Phrase(text: "b1[1]", latex: "b_{1}")]
    let numbers = (1...count).map { given(0.15) * given(-0.05 * Double($0)) } + [given(0.35)]
    return Working.Line(
      z, [.formula(.sum(formula)), .numbers(.sum(numbers)), .result(.number(0.2, computed))], comment: comment)
  }

  private static let update = Working.Line(
    weight(1, 1),
    [.formula(weight(1, 1) - .symbol("g")), .numbers(given(0.4) - given(-0.25)), .result(.number(0.65, computed))],
    relation: .becomes, comment: "gradient descent")

  private static let working = Working([
    Working.Group(heading: "Forward", lines: [line(2)]),
    Working.Group(heading: "Update", lines: [update, line(8)], remarks: ["Left out: 3 layers."]),
  ])

  @Test func textIsAlignedAtTheEqualsSigns() {
    #expect(
      regionLines([Self.working.text]) == [
        "```text",
        "Forward:",
        "  z1[1] = W1[1,1]·x[1] + W1[1,2]·x[2] + b1[1] = 0.15·(-0.05) + 0.15·(-0.1) + 0.35 = 0.2000",
        "",
        "Update:",
        "  W1[1,1] ← W1[1,1] - g = 0.4 - (-0.25) = 0.6500    (gradient descent)",
        "  z1[1]   = W1[1,1]·x[1] + W1[1,2]·x[2] + W1[1,3]·x[3] + W1[1,4]·x[4] + W1[1,5]·x[5] + W1[1,6]·x[6]",
        "            + W1[1,7]·x[7] + W1[1,8]·x[8] + b1[1]",
        "          = 0.15·(-0.05) + 0.15·(-0.1) + 0.15·(-0.15) + 0.15·(-0.2) + 0.15·(-0.25) + 0.15·(-0.3)",
        "            + 0.15·(-0.35) + 0.15·(-0.4) + 0.35",
        "          = 0.2000",
        "  Left out: 3 layers.",
        "```",
      ])
  }

  @Test func mathHasOneFormulaForAGroup() {
    #expect(
      regionLines(Self.working.math()) == [
        "**Forward**", "",
        "$$", "\\begin{aligned}",
        "z_{1} &= w_{11} x_{1} + w_{12} x_{2} + b_{1} = 0.15 \\cdot (-0.05) + 0.15 \\cdot (-0.1) + 0.35 = 0.2000",
        "\\end{aligned}", "$$", "",
        "**Update**", "",
        "$$", "\\begin{aligned}",
        "w_{11} &\\leftarrow w_{11} - g = 0.4 - (-0.25) = 0.6500 && \\text{gradient descent} \\\\",
        "z_{1} &= w_{11} x_{1} + w_{12} x_{2} + w_{13} x_{3} + w_{14} x_{4} + w_{15} x_{5} + w_{16} x_{6} \\\\",
        "&\\quad {} + w_{17} x_{7} + w_{18} x_{8} + b_{1} \\\\",
        "&= 0.15 \\cdot (-0.05) + 0.15 \\cdot (-0.1) + 0.15 \\cdot (-0.15) + 0.15 \\cdot (-0.2) + 0.15 \\cdot (-0.25)"
          + " + 0.15 \\cdot (-0.3) \\\\",
        "&\\quad {} + 0.15 \\cdot (-0.35) + 0.15 \\cdot (-0.4) + 0.35 \\\\",
        "&= 0.2000",
        "\\end{aligned}", "$$", "",
        "Left out: 3 layers.",
      ])
    #expect(regionLines(Working([Working.Group(lines: [Self.update])]).math(in: .fence)).first == "```math")
  }

  @Test func tableHasAColumnForEachKindOfStep() {
    #expect(
      regionLines(Self.working.tables).prefix(5) == [
        "**Forward**", "",
        "| quantity | formula                               | numbers                             | result |",
        "| :------- | :------------------------------------ | :---------------------------------- | -----: |",
        "| `z1[1]`  | `W1[1,1]·x[1] + W1[1,2]·x[2] + b1[1]` | `0.15·(-0.05) + 0.15·(-0.1) + 0.35` | 0.2000 |",
      ])
  }

  /// Symbols are code whether or not Markdown would read something into them; where nothing stands, nothing is written.
  @Test func symbolsInTablesAreCode() {
    let plain = Working.Line(.symbol("g"), [.formula(Self.a * Self.a), .result(.number(0.25, Self.exact))])
    let odd = Working.Line(
      .words("`a` | b"), [.result(.number(2, Self.exact))], relation: .becomes, comment: "a rule")
    #expect(
      regionLines(Working([Working.Group(lines: [plain, odd])]).tables) == [
        "| quantity         | formula | result | remark |",
        "| :--------------- | :------ | -----: | :----- |",
        "| `g`              | `a·a`   |   0.25 |        |",
        "| `` `a` \\| b ← `` |         |      2 | a rule |",
      ])
  }

  private static let a = Phrase(text: "a", latex: "a")
  private static let minus = given(-2)
  private static let tiny = Phrase.number(1.5e-9, exact)

  @Test(arguments: [
    (a - (a - a), "a - (a - a)", "a - (a - a)"),
    ((a - a) * a, "(a - a)·a", "(a - a) a"),
    (a / (a * a), "a/(a·a)", "\\frac{a}{a a}"),
    ((a / a) * a, "(a/a)·a", "\\frac{a}{a} a"),
    (a / (a / a), "a/(a/a)", "\\frac{a}{\\frac{a}{a}}"),
    ((a / a).squared, "(a/a)^2", "\\left(\\frac{a}{a}\\right)^{2}"),
    (minus.squared, "(-2)^2", "(-2)^{2}"),
    (a * minus, "a·(-2)", "a \\cdot (-2)"),
    (minus * a, "(-2)·a", "(-2) \\cdot a"),
    (.sum([minus, minus]), "-2 + (-2)", "-2 + (-2)"),
    (-minus, "-(-2)", "-(-2)"),
    (-(a * a), "-(a·a)", "-a a"),
    (-(a + a), "-(a + a)", "-(a + a)"),
    (.exp(-a), "exp(-a)", "e^{-a}"),
    (Phrase.exp(a).squared, "exp(a)^2", "(e^{a})^{2}"),
    (tiny.squared, "1.5e-9^2", "(1.5 \\cdot 10^{-9})^{2}"),
    (.root(a / a), "sqrt(a/a)", "\\sqrt{\\frac{a}{a}}"),
    (.magnitude(a - a), "abs(a - a)", "\\lvert a - a \\rvert"),
    (.call("σ", latex: "\\sigma", [a / a]), "σ(a/a)", "\\sigma\\left(\\frac{a}{a}\\right)"),
    (.sum([]), "0", "0"), (.product([]), "1", "1"), (.sum([a]), "a", "a"), (.product([a]), "a", "a"),
    ((a - a).bracketed, "(a - a)", "(a - a)"),
  ])
  func bracketsStandOnlyWhereTheyAreNeeded(phrase: Phrase, text: String, latex: String) {
    #expect(phrase.text == text)
    #expect(phrase.latex == latex)
  }
}
