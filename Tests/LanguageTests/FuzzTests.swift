import Testing

@testable import Language

@Suite struct FuzzTests {
  @Test func survivesRandomBytes() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      checkParser((0..<generator.below(60)).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    }
  }

  private static let pieces = [
    "x", "f", "W1", "ŷ", "y\u{302}", "step", "1", "0.5", "1e-5", ".5", "5.", "\"a\"", "\"", "(", ")", "[", "]", "(",
    ")",
    "[", "]", ",", ";", ":", ".", "..", "->", "'", "″", "+", "-", "*", "/", "^", "·", "<", "==", "=", "=", "≈", "±",
    "~",
    "within", "and", "or", "not", "in", "by", "as", "for", "show", "table", "expect", "set", "train", "let", "def",
    "import", "print", "#", "\n", "\n", "\n  ", "\n\t", "\r\n", "\r", " ", " ", " ", "\u{A0}", "“", "’", "×", "\\",
    "\0",
    "math", "digits", "digits=3", "label", "x = ", "show x", "f(x) = ",
  ]

  @Test func survivesRandomTokens() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let pieces = (0..<generator.below(14)).map { _ in generator.pick(Self.pieces) }
      checkParser(Array(pieces.joined(separator: generator.below(2) == 0 ? " " : "").utf8))
    }
  }

  @Test func survivesMutatedPrograms() {
    var generator = SeededGenerator(seed: 5)
    let programs =
      ProgramTests.programs.map(\.0) + ExpressionTests.operands.map { "x = " + $0.0 }
      + ExpressionTests.precedence.map { "expect " + $0.0 }
    for _ in 0..<10_000 {
      var code = Array((generator.pick(programs) + "\n" + generator.pick(programs)).utf8)
      for _ in 0...generator.below(4) where !code.isEmpty {
        let place = generator.below(code.count)
        switch generator.below(4) {
        case 0: code.remove(at: place)
        case 1: code[place] = UInt8(truncatingIfNeeded: generator.next())
        case 2: code.insert(contentsOf: generator.pick(Self.pieces).utf8, at: place)
        case _: code.removeSubrange(place..<min(code.count, place + generator.below(8)))
        }
      }
      checkParser(code)
    }
  }
}
