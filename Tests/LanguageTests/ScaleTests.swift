import SourceText
import Testing

@testable import Language

/// Absurd input is a diagnostic. None of these would end if the parser's time were more than linear, or survive if its
/// stack were not bounded.
@Suite struct ScaleTests {
  private func bytes(_ text: String, times count: Int = 1) -> [UInt8] {
    let piece = Array(text.utf8)
    if piece.count == 1 { return [UInt8](repeating: piece[0], count: count) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count * count)
    for _ in 0..<count { bytes += piece }
    return bytes
  }

  private func expect(
    _ code: [UInt8], rejects range: Range<Int>, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let diagnostics = Program.parse(code + bytes("\ny = 1 1")).diagnostics
    #expect(diagnostics.map(\.kind) == [.limit, .syntax], sourceLocation: sourceLocation)
    #expect(diagnostics.first?.range == range, sourceLocation: sourceLocation)
    #expect(diagnostics.first?.message == message, sourceLocation: sourceLocation)
  }

  private let brackets = "at most 200 brackets may stand within one another"
  private let operands = "an expression may have at most 1,000 operands"

  @Test func endlessSums() {
    expect(bytes("x = ") + bytes("1+", times: 5_000_000) + bytes("1"), rejects: 2004..<2005, operands)
  }

  @Test(arguments: ["(", "[", "f(", "x["])
  func deepBrackets(opening: String) {
    let size = opening.utf8.count
    let code = bytes("x = ") + bytes(opening, times: 100_000)
    expect(code, rejects: (3 + 201 * size)..<(4 + 201 * size), brackets)
  }

  @Test(arguments: ["-", "not ", "2^", "a' * ", "x.", "f(1)[1] ⊙ "])
  func longChains(link: String) {
    let (_, diagnostics) = Program.parse(bytes("x = ") + bytes(link, times: 200_000) + bytes("y"))
    #expect(diagnostics.map(\.kind) == [.limit])
    #expect(diagnostics.map(\.message) == [operands])
  }

  @Test func longLines() {
    let opening = Program.parse(bytes("[", times: 10_000_000)).diagnostics
    #expect(opening.map(\.message) == [brackets])
    #expect(Program.parse(bytes("#") + bytes("[\"", times: 5_000_000)).diagnostics == [])
    #expect(Program.parse(bytes("x", times: 2_000_000) + bytes(" = 3")).diagnostics == [])
    #expect(Program.parse(bytes("\n", times: 5_000_000)).diagnostics == [])
    let unclosed = Program.parse(bytes("x = \"") + bytes("a", times: 5_000_000)).diagnostics
    #expect(unclosed.map(\.message) == ["the string is not closed on its line"])
  }

  @Test func expressionsUpToTheLimits() {
    let sum = bytes("x = ") + bytes("1+", times: 999) + bytes("1")
    let depth = bytes("x = ") + bytes("(", times: 200) + bytes("1") + bytes(")", times: 200)
    let both =
      bytes("x = ") + bytes("(1+1+", times: 200) + bytes("1+", times: 590) + bytes("1") + bytes(")", times: 200)
    let list = bytes("x = [") + bytes("1, ", times: 9_999) + bytes("1]")
    // Every level of precedence at every level of brackets.
    let levels =
      bytes("x = ") + bytes("f(1 or 1 and 1 < 1 + 1 * 1 · -1^(", times: 95) + bytes("1") + bytes("))", times: 95)
    for code in [sum, depth, both, list, levels] {
      let (program, diagnostics) = Program.parse(code)
      #expect(diagnostics == [])
      for case .value(_, let value) in program.statements.map(\.kind) { #expect(!value.spelled.isEmpty) }
      // Walking and freeing the tree needs no deeper stack than the limits allow.
      #expect(dump(program).isEmpty == false)
    }
  }

  /// Entries count by themselves, but no nesting of them makes a tree that is too high.
  @Test func nestedListsDoNotAddUp() {
    let code = bytes("x = ") + bytes("[", times: 100) + bytes("1") + bytes(" + 1]", times: 100)
    #expect(Program.parse(code).diagnostics == [])
    let higher =
      bytes("x = ") + bytes("[", times: 100) + bytes("1")
      + bytes(" + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1]", times: 100)
    #expect(Program.parse(higher).diagnostics.map(\.message) == [operands])
  }

  /// What a reader sees of a limit: the place, and the line around it.
  @Test func limitsAreShownAtTheirPlace() {
    let sum = MarkedSource("x = " + String(repeating: "1+", count: 1_000) + "⟦1⟧")
    let diagnostics = Program.parse(sum.code).diagnostics
    #expect(diagnostics.map(\.range) == sum.marks)
    let shown = String(repeating: "1+", count: 50)
    #expect(
      sum.rendering(diagnostics) == """
        1:2005: error: an expression may have at most 1,000 operands
          |
        1 | … \(shown)1
          |   \(String(repeating: " ", count: 100))^
          = help: give a part of it a name of its own

        """)
    let nest = MarkedSource("x = " + String(repeating: "(", count: 200) + "⟦[⟧1")
    #expect(
      nest.rendering(Program.parse(nest.code).diagnostics) == """
        1:205: error: at most 200 brackets may stand within one another
          |
        1 | x = \(String(repeating: "(", count: 200))[1
          |     \(String(repeating: " ", count: 200))^

        """)
  }

  @Test func manyMistakes() {
    let diagnostics = Program.parse(bytes("?\n", times: 100_000)).diagnostics
    #expect(diagnostics.count == 101)
    #expect(diagnostics.last?.message == "the rest of this block was not read: 100 mistakes are enough at a time")
  }

  @Test func manyStatements() {
    let diagnostics = Program.parse(bytes("x = 1\n", times: 300_000)).diagnostics
    #expect(diagnostics.map(\.kind) == [.limit])
    #expect(diagnostics.map(\.message) == ["a block may have at most 500,000 operands"])
    #expect(diagnostics.map(\.range.lowerBound) == [250_000 * 6])
  }
}
