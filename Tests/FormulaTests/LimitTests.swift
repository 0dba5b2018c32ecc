import Testing

@testable import Formula

/// Deep terms, long ones, and those that are small in memory and huge when written out.
struct LimitTests {
  private static let x = Term.symbol("x")
  private static let tooLarge = FormulaFailure.tooLarge(limit: Term.nodeLimit)

  private static func repeated(_ count: Int, _ grow: (Term) -> Term) -> Term {
    (0..<count).reduce(x) { term, _ in grow(term) }
  }

  @Test func aTermThatDoublesSixtyTimesIsRefusedAtOnce() {
    let term = Self.repeated(60) { .add([$0, $0]) }
    #expect(term.nodeCount(upTo: Term.nodeLimit) == nil)
    #expect(throws: Self.tooLarge) { try term.simplified() }
    #expect(throws: Self.tooLarge) { try term.derivative(by: "x") }
  }

  @Test func nodesAreCountedAsTheyAreWritten() {
    let term = Self.x * Self.x + 1
    #expect(term.nodeCount(upTo: 5) == 5)
    #expect(term.nodeCount(upTo: 4) == nil)
  }

  @Test func aChainOfAThousandOperandsIsFlat() throws {
    let sum = Self.repeated(1_000) { $0 + Self.x }
    #expect(try sum.simplified().text == "1001*x")
    #expect(try sum.derivative(by: "x").text == "1001")
    let product = Self.repeated(1_000) { $0 * Self.x }
    #expect(try product.derivative(by: "x").text == "1001*x^1000")
    let quotient = Self.repeated(1_000) { $0 / Self.x }
    #expect(try quotient.simplified().text == "1/x^999")
    #expect(try quotient.derivative(by: "x").text == "-999/x^1000")
  }

  @Test func twelveHundredLevelsAreNoDangerToTheStack() throws {
    let nested = Self.repeated(1_200) { .apply(.sin, $0) }
    #expect(try nested.simplified() == nested)
    #expect(nested.text.utf8.count == 6_001)
    #expect(nested.latex.utf8.count == 7_201)
    #expect(throws: Self.tooLarge) { try nested.derivative(by: "x") }
    let tower = Self.repeated(1_200) { .power(2, $0) }
    #expect(tower.text.utf8.count == 2_401)
    #expect(try tower.simplified() == tower)
    let negated = Self.repeated(1_201) { -$0 }
    #expect(try negated.derivative(by: "x").text == "-1")
    let difference = Self.repeated(1_200) { 1 - $0 }
    #expect(try difference.simplified().text == "x")
  }

  @Test func aProductOfManySumsIsRefusedBeforeItIsWrittenOut() {
    let product = Term.multiply((1...1_000).map { Self.x + .number(Double($0)) })
    #expect(throws: Self.tooLarge) { try product.derivative(by: "x") }
  }

  @Test func foldingGoesFromTheInsideOut() {
    let term = Term.applyPair(.max, Self.x + 1, .call("f", []))
    let shape: String = term.fold { node, values in "\(node.operands.count)[\(values.joined(separator: " "))]" }
    #expect(shape == "2[2[0[] 0[]] 0[]]")
    #expect(term.depends(on: "x"))
    #expect(!term.depends(on: "f"))
  }
}
