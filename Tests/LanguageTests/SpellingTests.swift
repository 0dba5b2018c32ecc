import Testing

@testable import Language

@Suite struct SpellingTests {
  static let spellings: [(String, String)] = [
    ("a+b*c", "a + b * c"),
    ("2*x ^ 2 + f'( y )[1]", "2 * x^2 + f'(y)[1]"),
    ("- - x", "--x"),
    ("a−b ⋅ c ⊙ d", "a - b · c * d"),
    ("a@b", "a · b"),
    ("a≤b and not c≠d", "a <= b and not c != d"),
    ("a ~ b within 0.10", "a ≈ b ± 0.1"),
    ("[1,2\n3,4]", "[1, 2; 3, 4]"),
    ("[ 1,2 ; ]", "[1, 2;]"),
    ("[1 , 2]", "[1, 2]"),
    ("f(x,lr = 0.1)", "f(x, lr=0.1)"),
    ("f″(x)", "f''(x)"),
    ("W[:, 2]'", "W[:, 2]'"),
    ("(a)", "(a)"),
    ("0.20", "0.2"),
    ("100000000000000000000", "1e20"),
    ("0.00001", "1e-5"),
    ("1.50e300", "1.5e300"),
    ("12345678", "12345678"),
  ]

  @Test(arguments: spellings)
  func hasOneSpelling(source: String, spelled: String) throws {
    #expect(try #require(expression(source)).spelled == spelled)
  }

  /// Trees that no source has, such as symbolic derivatives make.
  @Test func addsTheBracketsThatPrecedenceWants() {
    func name(_ text: String) -> Expression { Expression(.name(text), range: 0..<0) }
    func number(_ value: Double) -> Expression { Expression(.number(value), range: 0..<0) }
    func binary(_ operation: BinaryOperator, _ a: Expression, _ b: Expression) -> Expression {
      Expression(.binary(operation, a, b), range: 0..<0)
    }
    let sum = binary(.add, name("a"), name("b"))
    #expect(binary(.multiply, sum, sum).spelled == "(a + b) * (a + b)")
    #expect(binary(.power, sum, number(2)).spelled == "(a + b)^2")
    #expect(binary(.power, number(-2), number(-2)).spelled == "(-2)^-2")
    #expect(binary(.subtract, sum, sum).spelled == "a + b - (a + b)")
    #expect(binary(.subtract, name("a"), number(-2)).spelled == "a - -2")
    #expect(binary(.multiply, name("a"), number(-.infinity)).spelled == "a * -inf")
    #expect(Expression(.prime(sum), range: 0..<0).spelled == "(a + b)'")
  }

  /// The law of `spelled`: what it spells parses to the same tree, but for groups; and spells the same again.
  @Test func everyTreeSurvivesItsSpelling() throws {
    var trees = RandomTree(seed: 2)
    for _ in 0..<12_000 {
      let tree = trees.expression(depth: 1 + trees.generator.below(4))
      let text = tree.spelled
      let (read, diagnostics) = InlineCode.parse(Array(text.utf8))
      try #require(diagnostics == [], "\(text)")
      let value = try #require(read).value
      #expect(dump(value.ungrouped) == dump(tree.ungrouped), "\(text)")
      #expect(value.spelled == text)
    }
  }

  static let labels: [(String, String)] = [
    ("norm( x )", "norm( x )"),
    ("a   +\n\t b", "a + b"),
    ("a + # why\n b", "a + b"),
    ("W · x'", "W · x'"),
    ("0.20−x", "0.20−x"),
    ("[1, 2\n 3, 4]", "[1, 2; 3, 4]"),
    ("[\n1, 2 # one\n\n3,\n4;\n5, 6\n]", "[1, 2; 3, 4; 5, 6]"),
    ("f(\n  a,\n  b\n)", "f(a, b)"),
    ("[f(a\n+ b), x[1\n+ 2]]", "[f(a + b), x[1 + 2]]"),
    ("[not [1\n2], a]", "[not [1; 2], a]"),
    ("f(\n  a=1\n  b=2\n)", "f(a=1, b=2)"),
    ("f(\"a  # b\",  1)", "f(\"a  # b\", 1)"),
  ]

  @Test(arguments: labels)
  func foldsTheSource(source: String, label: String) throws {
    #expect(try #require(expression(source)).sourceText(in: Array(source.utf8)) == label)
  }
}
