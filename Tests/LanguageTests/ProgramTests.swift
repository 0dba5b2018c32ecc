import Testing

@testable import Language

@Suite struct ProgramTests {
  static let programs: [(String, String)] = [
    ("", ""),
    ("# only a comment", ""),
    ("set digits = 6   # significant digits", "set digits 6.0"),
    ("set seed = 42", "set seed 42.0"),
    ("η = 0.5", "η = 0.5"),
    ("swish(z) = z * sigmoid(z)", "swish(z) = (* z (sigmoid z))"),
    ("f(x, y) = x + y", "f(x, y) = (+ x y)"),
    ("x = 1\n  + 2\ny = 3", "x = (+ 1.0 2.0)\ny = 3.0"),
    ("x = 1\n\n  # more\n\n  + 2\ny = 3", "x = (+ 1.0 2.0)\ny = 3.0"),
    ("  x = 1\n  y = 2\nz = 3", "x = 1.0\ny = 2.0\nz = 3.0"),
    ("\tx = 1\n\ty = 2", "x = 1.0\ny = 2.0"),
    ("x = 1\r\ny = 2\rz = 3", "x = 1.0\ny = 2.0\nz = 3.0"),
    ("W = [\n1, 2\n3, 4\n]\nshow W", "W = [1.0, 2.0; 3.0, 4.0;]\nshow W"),
    ("x = f(\n1,\n2\n)", "x = (f 1.0 2.0)"),
    ("show x, W as \"weights\", digits=3", "show x , W as \"weights\" | digits=3.0"),
    ("show x as \"a\", y as \"b\" as math, digits=3", "show x as \"a\" , y as \"b\" as math | digits=3.0"),
    ("show (x)", "show {x}"),
    ("show x\n  digits = 3\n  log = true", "show x | digits=3.0 | log=true"),
    ("show x,\n  digits = 3,\n  log = true", "show x | digits=3.0 | log=true"),
    ("show x == y", "show (== x y)"),
    ("table x, sigmoid(x) as \"σ(x)\", x^2", "table x , (sigmoid x) as \"σ(x)\" , (^ x 2.0)"),
    (
      "table sigmoid(x), sigmoid'(x) for x in -4..4, step=1",
      "table (sigmoid x) , (sigmoid' x) for x from (neg 4.0) through 4.0 step 1.0"
    ),
    ("table x^2 for x in a + 1..2*b", "table (^ x 2.0) for x from (+ a 1.0) through (* 2.0 b)"),
    ("table f(x) for x in 1..4, digits=3, step=h", "table (f x) for x from 1.0 through 4.0 step h | digits=3.0"),
    ("table f(x) for x in 1..4 as math", "table (f x) for x from 1.0 through 4.0 as math"),
    ("table f(x)\n  for x in 1..4\n  step = 0.5", "table (f x) for x from 1.0 through 4.0 step 0.5"),
    ("table mlp.history, every=100", "table (. mlp history) | every=100.0"),
    ("table predictions + 1", "table (+ predictions 1.0)"),
    ("expect mlp.loss < 0.01", "expect (< (. mlp loss) 0.01)"),
    ("expect a ≈ [0.1, 0.2] ± 0.00005, digits=3", "expect (≈ a [0.1, 0.2] 5e-05) | digits=3.0"),
    ("e = 3\nsigmoid(x) = x", "e = 3.0\nsigmoid(x) = x"),
    ("print(x) = x\nif = 3\nlet = 4", "print(x) = x\nif = 3.0\nlet = 4.0"),
  ]

  @Test(arguments: programs + NetworkPrograms.programs)
  func readsStatements(source: String, tree: String) {
    let (program, diagnostics) = Program.parse(Array(source.utf8))
    #expect(diagnostics == [])
    #expect(dump(program) == tree)
  }

  @Test func knowsTheRangesOfStatements() {
    let code = Array("x = 1 # one\n\nshow x,\n  2  \nexpect x < 2".utf8)
    let texts = Program.parse(code).program.statements.map { String(decoding: code[$0.range], as: UTF8.self) }
    #expect(texts == ["x = 1", "show x,\n  2", "expect x < 2"])
  }

  @Test func knowsTheRangesOfLoops() throws {
    let code = Array("for a in [1,\n  2] # why\n  x = a\n  for b in 1..2\n    show b\n\nshow x".utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: code[range], as: UTF8.self) }
    let statements = Program.parse(code).program.statements
    #expect(
      statements.map { text($0.range) } == [
        "for a in [1,\n  2] # why\n  x = a\n  for b in 1..2\n    show b", "show x",
      ])
    guard case .loop(let loop) = try #require(statements.first).kind else {
      Issue.record("no loop")
      return
    }
    #expect(text(loop.header) == "for a in [1,\n  2]")
    #expect(loop.body.map { text($0.range) } == ["x = a", "for b in 1..2\n    show b"])
  }

  static let unread: [(String, [String])] = [
    ("x = 1 1\ny = 2", ["x"]),
    ("f(x, y) = 1 1", ["f"]),
    ("f(x 1) = 1", ["f"]),
    ("let x = 1\ndef g(x): 2", ["x", "g"]),
    ("a, b = 1, 2", ["a", "b"]),
    ("m.W1 = 1 1", ["m"]),
    ("show x x\nx x\nexpect x == 1 1, digits=3", []),
    ("set digits = 3 3", []),
    ("data d: x -> y\n  1 1\ndata e from x\ndata a, b = 1, 2", ["d", "e", "a", "b"]),
    ("net m = 2", ["m"]),
    ("train m, x\nstep n on\ntrain copy(m) on x\ntrain loss=bce", ["m", "n"]),
    ("for k in\n  a = k\n  b = 1 1\n  train m on x", ["b", "a", "m", "k"]),
    ("for k in 1..2\n  a = k\n  b = 1 1", ["b", "a", "k"]),
  ]

  @Test(arguments: unread)
  func knowsTheNamesOfWhatItCannotRead(source: String, names: [String]) {
    #expect(Program.parse(Array(source.utf8)).program.unreadNames == names)
  }

  @Test func showsLoneExpressionsWhereAsked() {
    let (program, diagnostics) = Program.parse(Array("x = 2\nx + 1\nstep(x)".utf8), showingLoneExpressions: true)
    #expect(diagnostics == [])
    #expect(dump(program) == "x = 2.0\nshow (+ x 1.0)\nshow (step x)")
  }

  @Test func keepsTheStatementsAroundAMistake() {
    let (program, diagnostics) = Program.parse(Array("x = 1\ny = (2\n  + 3\nz = 3 3\nshow x".utf8))
    #expect(diagnostics.map(\.range.lowerBound) == [10, 25])
    #expect(dump(program) == "x = 1.0\nshow x")
  }

  static let inlineValues: [(String, String)] = [
    (" mlp.loss ", "(. mlp loss)"),
    (" norm(x), digits=3 ", "(norm x) | digits=3.0"),
    ("x\n+ 1", "(+ x 1.0)"),
    ("1 - -1", "(- 1.0 (neg 1.0))"),
    ("step(x)", "(step x)"),
  ]

  @Test(arguments: inlineValues)
  func readsInlineValues(source: String, tree: String) throws {
    let (code, diagnostics) = InlineCode.parse(Array(source.utf8))
    #expect(diagnostics == [])
    let options = try #require(code).options.map { " | \($0.name.text)=\(dump($0.value))" }.joined()
    #expect(try dump(#require(code).value) + options == tree)
  }
}
