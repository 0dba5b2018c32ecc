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
    "math", "digits", "digits=3", "label", "x = ", "show x", "f(x) = ", "\n    ", "\n      ", "->", "->", "=>",
    "data d: x -> y", "data", "from", "\"a.csv\"", "0 -> 1", "\n  0, 1 -> a", "p0..p3", "net", "net m = 2 -> 3 tanh",
    "dropout(0.2)", "batchnorm", "train m on x", "step m on x", "on", "loss=bce", "for η in [1, 2]", "for k in 1..3",
    "\nfor a in b\n  ", "collect", "collect m", "by", "by η", "plot", "boundary", "scatter", "predictions", "gradcheck",
    "draw m", "explain", "forward", "derive x by x", "a, b = ", "m.W1 = ", "init=he",
  ]

  @Test func survivesRandomTokens() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let pieces = (0..<generator.below(14)).map { _ in generator.pick(Self.pieces) }
      checkParser(Array(pieces.joined(separator: generator.below(2) == 0 ? " " : "").utf8))
    }
  }

  /// Lines at random depths: loops in loops, rows and options where none belong.
  @Test func survivesRandomLines() {
    var generator = SeededGenerator(seed: 6)
    let extra = [
      "for a in 1..2", "for b in [1]", "data d: x, y -> z", "0, 1 -> 2", "1 -> 2", "collect a", "for", "?", "x = (",
    ]
    let lines: [String] =
      NetworkPrograms.programs.flatMap { program in program.0.split(separator: "\n") }
      .map { String($0.drop { $0 == " " }) } + extra
    for _ in 0..<6_000 {
      let code = (0..<generator.below(12)).map { _ in
        String(repeating: " ", count: generator.below(4) * 2) + generator.pick(lines)
      }
      checkParser(Array(code.joined(separator: "\n").utf8))
    }
  }

  @Test func survivesMutatedPrograms() {
    var generator = SeededGenerator(seed: 5)
    let programs =
      ProgramTests.programs.map(\.0) + NetworkPrograms.programs.map(\.0)
      + ExpressionTests.operands.map { "x = " + $0.0 }
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
