import Testing

@testable import Language

@Suite struct ExpressionTests {
  /// From tightest to loosest: postfix, `^`, minus, `·`, `* /`, `+ -`, comparisons, `not`, `and`, `or`.
  static let precedence: [(String, String)] = [
    ("a + b * c", "(+ a (* b c))"),
    ("a * b + c", "(+ (* a b) c)"),
    ("a - b - c", "(- (- a b) c)"),
    ("a / b * c", "(* (/ a b) c)"),
    ("a * b · c", "(* a (· b c))"),
    ("a · b * c", "(* (· a b) c)"),
    ("a / b · c", "(/ a (· b c))"),
    ("a @ b ⋅ c · d", "(· (· (· a b) c) d)"),
    ("-a · b", "(· (neg a) b)"),
    ("a · -b", "(· a (neg b))"),
    ("-a^b", "(neg (^ a b))"),
    ("a^-b", "(^ a (neg b))"),
    ("a^-b^c", "(^ a (neg (^ b c)))"),
    ("a^b^c", "(^ a (^ b c))"),
    ("-a^-b^-c * d", "(* (neg (^ a (neg (^ b (neg c))))) d)"),
    ("a'^b", "(^ (' a) b)"),
    ("a^b'", "(^ a (' b))"),
    ("--a", "(neg (neg a))"),
    ("a - -b", "(- a (neg b))"),
    ("a*-b", "(* a (neg b))"),
    ("a + b < c * d", "(< (+ a b) (* c d))"),
    ("not a < b", "(not (< a b))"),
    ("not not a", "(not (not a))"),
    ("not a and b", "(and (not a) b)"),
    ("a and not b or c", "(or (and a (not b)) c)"),
    ("a or b and c", "(or a (and b c))"),
    ("a or b or c", "(or (or a b) c)"),
    ("a == b and c != d", "(and (== a b) (!= c d))"),
    ("a ≈ b + c ± d * e", "(≈ a (+ b c) (* d e))"),
    ("a ~ b within c and d", "(and (≈ a b c) d)"),
    ("not a ≈ b ± c", "(not (≈ a b c))"),
    ("a ≈ b within c", "(≈ a b c)"),
    ("a ⊙ b", "(* a b)"),
    ("a ≤ b", "(<= a b)"),
    ("a ≥ b", "(>= a b)"),
    ("a ≠ b", "(!= a b)"),
    ("a =\u{338} b", "(!= a b)"),
    ("−a − b", "(- (neg a) b)"),
    ("sigmoid'(z) * W' · δ", "(* (sigmoid' z) (· (' W) δ))"),
    ("(z > 0) * z", "(* {(> z 0.0)} z)"),
  ]

  @Test(arguments: precedence)
  func bindsAsSpecified(source: String, tree: String) throws {
    #expect(try dump(#require(expression(source))) == tree)
  }

  static let operands: [(String, String)] = [
    ("f(x)", "(f x)"),
    ("f()", "(f)"),
    ("f(x, lr=0.1)", "(f x lr=0.1)"),
    ("standardize(a, by=b)", "(standardize a by=b)"),
    ("f(\na = 1\nb = 2)", "(f a=1.0 b=2.0)"),
    ("f'(x)", "(f' x)"),
    ("f''(x)", "(f'' x)"),
    ("f″(x)", "(f'' x)"),
    ("f′(x)", "(f' x)"),
    ("f'", "(' f)"),
    ("f''", "(' (' f))"),
    ("W″", "(' (' W))"),
    ("f(x)'", "(' (f x))"),
    ("(a + b)'", "(' {(+ a b)})"),
    ("[1, 2]'", "(' [1.0, 2.0])"),
    ("x[1]", "(at x 1.0)"),
    ("W[2,3]", "(at W 2.0 3.0)"),
    ("W[2,:]", "(at W 2.0 :)"),
    ("W[:,3]'", "(' (at W : 3.0))"),
    ("f(x)[1][i + 1]", "(at (at (f x) 1.0) (+ i 1.0))"),
    ("mlp.W1[1, 2]", "(at (. mlp W1) 1.0 2.0)"),
    ("mlp.W1'", "(' (. mlp W1))"),
    ("a.b.c", "(. (. a b) c)"),
    ("a.step", "(. a step)"),
    ("step(x)", "(step x)"),
    ("step'(x)", "(step' x)"),
    ("[relu, step]", "[relu, step]"),
    ("\"a # b\"", "\"a # b\""),
    ("(\n a\n + b\n)", "{(+ a b)}"),
    ("[1, 2, 3]", "[1.0, 2.0, 3.0]"),
    ("[1, 2; 3, 4]", "[1.0, 2.0; 3.0, 4.0;]"),
    ("[1, 2;]", "[1.0, 2.0;]"),
    ("[1; 2]", "[1.0; 2.0;]"),
    ("[1; 2;]", "[1.0; 2.0;]"),
    ("[1, 2\n3, 4]", "[1.0, 2.0; 3.0, 4.0;]"),
    ("[\n1, 2\n\n# rows\n3, 4\n]", "[1.0, 2.0; 3.0, 4.0;]"),
    ("[1,\n2;\n3,\n4]", "[1.0, 2.0; 3.0, 4.0;]"),
    ("[\n1, 2\n]", "[1.0, 2.0]"),
    ("[1\n-2]", "[1.0; (neg 2.0);]"),
    ("[a - b, a-b, (a -b)]", "[(- a b), (- a b), {(- a b)}]"),
    ("[f(a\n+ b), 1]", "[(f (+ a b)), 1.0]"),
    ("[-1, -2]", "[(neg 1.0), (neg 2.0)]"),
    ("a\u{A0}+\u{2009}b", "(+ a b)"),
    ("\u{FEFF}a", "a"),
    ("a + # why\n b", "(+ a b)"),
    ("a\r\n+ b\r+ c", "(+ (+ a b) c)"),
  ]

  @Test(arguments: operands)
  func readsOperands(source: String, tree: String) throws {
    #expect(try dump(#require(expression(source))) == tree)
  }

  /// Every node knows the bytes it was read from.
  @Test(arguments: [
    ("-a^b + f'(c)[1]", ["-a^b + f'(c)[1]", "-a^b", "a^b", "a", "b", "f'(c)[1]", "f'(c)", "c", "1"]),
    ("not x ≈ y ± z", ["not x ≈ y ± z", "x ≈ y ± z", "x", "y", "z"]),
    ("[ŷ, (b)]'.c", ["[ŷ, (b)]'.c", "[ŷ, (b)]'", "[ŷ, (b)]", "ŷ", "(b)", "b"]),
    ("f''", ["f''", "f'", "f"]),
  ])
  func keepsPlaces(source: String, places: [String]) throws {
    let code = Array(source.utf8)
    let tree = try #require(expression(source))
    #expect(nodes(of: tree).map { String(decoding: code[$0.range], as: UTF8.self) } == places)
  }

  @Test func comparesNamesComposed() {
    let composed = expression("ŷ")
    let decomposed = expression("y\u{302}")
    #expect(composed?.kind == decomposed?.kind)
    #expect(composed?.range == 0..<2)
    #expect(decomposed?.range == 0..<3)
    #expect(Name(text: "ŷ", range: 0..<1) == Name(text: "y\u{302}", range: 0..<1))
  }

  @Test(arguments: ["η", "ŷ", "x1", "W1", "_", "_a9", "δ1", "变量", "ñ", "क्षि", "x_٣", "Ω", "σ"])
  func takesUnicodeNames(name: String) {
    #expect(expression(name)?.kind == .name(name))
  }
}

/// The node and all below it, from left to right, parents first.
func nodes(of expression: Expression) -> [Expression] {
  [expression] + children(of: expression).flatMap(nodes)
}

func children(of expression: Expression) -> [Expression] {
  switch expression.kind {
  case .number, .string, .name: []
  case .vector(let entries): entries
  case .matrix(let rows): rows.flatMap { $0 }
  case .call(_, _, let arguments): arguments.map(\.value)
  case .member(let inner, _), .prime(let inner), .negate(let inner), .not(let inner), .group(let inner): [inner]
  case .index(let inner, let places):
    [inner]
      + places.compactMap { place in
        switch place {
        case .at(let position): position
        case .all: nil
        }
      }
  case .binary(_, let left, let right): [left, right]
  case .approximately(let left, let right, let tolerance): [left, right, tolerance]
  }
}
