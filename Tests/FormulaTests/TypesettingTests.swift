import Testing

@testable import Formula

/// Terms as they stand, not simplified.
struct TypesettingTests {
  static let table: [(term: Term, text: String, latex: String)] = [
    (.add([x, .add([y, 1])]), "x + (y + 1)", "x + (y + 1)"),
    (x - (y - 1), "x - (y - 1)", "x - (y - 1)"),
    (x - (-y), "x - (-y)", "x - (-y)"),
    (x + .number(-3), "x - 3", "x - 3"),
    (-(-x), "-(-x)", "-(-x)"),
    (-(x + y), "-(x + y)", "-(x + y)"),
    (-(x * y), "-x*y", "-x y"),
    (x * -y, "x*(-y)", #"x \cdot (-y)"#),
    (.multiply([x, .multiply([y, 2])]), "x*(y*2)", #"x \cdot (y \cdot 2)"#),
    (x * (y / 2), "x*(y/2)", #"x \frac{y}{2}"#),
    (x / y / 2, "x/y/2", #"\frac{\frac{x}{y}}{2}"#),
    (x / (y * 2), "x/(y*2)", #"\frac{x}{y \cdot 2}"#),
    (2 * 3 * x, "2*3*x", #"2 \cdot 3x"#),
    ((-x).power(2), "(-x)^2", "(-x)^2"),
    (-x.power(2), "-x^2", "-x^2"),
    (.number(-2) * x, "-2*x", "-2x"),
    (.number(-2).power(2), "(-2)^2", "(-2)^2"),
    (x.power(y.power(2)), "x^y^2", "x^{y^2}"),
    (x.power(y).power(2), "(x^y)^2", "(x^y)^2"),
    (Term.number(2).power(-x), "2^(-x)", "2^{-x}"),
    (x.power(12), "x^12", "x^{12}"),
    ((x / y).power(2), "(x/y)^2", #"\left(\frac{x}{y}\right)^2"#),
    ((x + y / 2) * x, "(x + y/2)*x", #"\left(x + \frac{y}{2}\right) x"#),
    (.apply(.exp, -(x.power(2) / 2)), "exp(-x^2/2)", #"e^{-\frac{x^2}{2}}"#),
    (.apply(.exp, x).power(2), "exp(x)^2", "(e^{x})^2"),
    (.apply(.sin, x).power(2), "sin(x)^2", #"\sin^2(x)"#),
    (.apply(.sin, x).power(-1), "sin(x)^(-1)", #"\sin(x)^{-1}"#),
    (.apply(.sigmoid, x).power(2), "sigmoid(x)^2", #"\sigma(x)^2"#),
    (.apply(.sqrt, x + 1), "sqrt(x + 1)", #"\sqrt{x + 1}"#),
    (.apply(.abs, x / 2), "abs(x/2)", #"\left\lvert \frac{x}{2}\right\rvert"#),
    (.apply(.floor, x), "floor(x)", #"\lfloor x \rfloor"#),
    (.apply(.ceil, x), "ceil(x)", #"\lceil x \rceil"#),
    (.apply(.log1p, x), "log1p(x)", #"\ln(1 + x)"#),
    (2 * .apply(.expm1, x), "2*expm1(x)", "2(e^{x} - 1)"),
    (.apply(.asin, x), "asin(x)", #"\arcsin(x)"#),
    (.apply(.log2, x), "log2(x)", #"\log_{2}(x)"#),
    (.apply(.log10, x), "log10(x)", #"\log_{10}(x)"#),
    (.apply(.leakyRelu, x), "leaky_relu(x)", #"\text{leaky relu}(x)"#),
    (.applyPair(.max, x, 0), "max(x, 0)", #"\max(x, 0)"#),
    (.applyPair(.elu, x, 2), "elu(x, 2)", #"\mathrm{elu}(x, 2)"#),
    (.compare(.lessOrEqual, x + 1, y), "x + 1 <= y", #"x + 1 \le y"#),
    (.compare(.equal, .compare(.less, x, y), 1), "(x < y) == 1", #"\lbrack x \lt y \rbrack = 1"#),
    (.compare(.notEqual, x, y) * x, "(x != y)*x", #"\lbrack x \ne y \rbrack x"#),
    (-.compare(.less, x, 0), "-(x < 0)", #"-\lbrack x \lt 0 \rbrack"#),
    (.not(.compare(.less, x, y)), "not x < y", #"\lnot (x \lt y)"#),
    (.compare(.less, .not(x), y), "(not x) < y", #"\lbrack \lnot x \rbrack \lt y"#),
    (.and([x, .or([x, y])]), "x and (x or y)", #"x \land (x \lor y)"#),
    (.or([.and([x, y]), .not(y)]), "x and y or not y", #"(x \land y) \lor (\lnot y)"#),
    (.not(.and([x, y])), "not (x and y)", #"\lnot (x \land y)"#),
    (.constant(.pi) * x, "pi*x", #"\pi x"#),
    (.constant(.e).power(x), "e^x", "e^x"),
    (.call("sum", [x, y]), "sum(x, y)", #"\mathrm{sum}(x, y)"#),
    (.number(0.1), "0.1", "0.1"), (.number(1500), "1500", "1500"), (.number(-0.5), "-0.5", "-0.5"),
    (.number(1e16), "1e16", "10^{16}"), (.number(1234567890123456), "1234567890123456", "1234567890123456"),
    (.number(1e-5), "1e-5", "10^{-5}"), (.number(2.5e-7) * x, "2.5e-7*x", #"2.5 \cdot 10^{-7}x"#),
    (.number(0.00025), "0.00025", "0.00025"),
    (
      .number(1.7976931348623157e308), "1.7976931348623157e308",
      #"1.7976931348623157 \cdot 10^{308}"#
    ), (.number(.leastNonzeroMagnitude), "5e-324", #"5 \cdot 10^{-324}"#),
    (.number(-0.0), "0", "0"), (.number(.infinity), "inf", #"\infty"#),
    (x - .number(.infinity), "x - inf", #"x - \infty"#),
    (.number(.nan), "0/0", #"\frac{0}{0}"#),
  ]

  private static let x = Term.symbol("x")
  private static let y = Term.symbol("y")

  @Test(arguments: table)
  func typesets(term: Term, text: String, latex: String) {
    #expect(term.text == text)
    #expect(term.latex == latex)
  }

  @Test(arguments: [
    ("x", "x"), ("x1", "x_{1}"), ("W12", "W_{12}"), ("x_1", "x_{1}"), ("w_out", #"w_{\mathrm{out}}"#), ("x_i", "x_{i}"),
    ("η", #"\eta"#), ("eta", #"\eta"#), ("delta1", #"\delta_{1}"#), ("δ", #"\delta"#), ("Σ", #"\Sigma"#),
    ("ŷ", #"\hat y"#),
    ("y\u{302}", #"\hat y"#), ("θ̂", #"\hat \theta"#), ("ŷ1", #"\hat y_{1}"#), ("loss", #"\mathrm{loss}"#),
    ("loss2", #"\mathrm{loss_{2}}"#), ("petal_length", #"\mathrm{petal_{length}}"#), ("mlp.W1", #"\mathrm{mlp}.W_{1}"#),
    ("é", "é"), ("größe", #"\mathrm{größe}"#), ("_", #"\mathrm{＿}"#), ("x_1_2", "x_{1,2}"), ("w1_2", "w_{1,2}"),
    ("w_in2", #"w_{\mathrm{in_{2}}}"#), ("β1", #"\beta_{1}"#),
    ("W[1,2]", "W_{1,2}"), ("W[1,:]", "W_{1,:}"), ("W[:,2]", "W_{:,2}"), ("x[:]", "x_{:}"),
    ("W1[1,:]", #"W_{1}\lbrack 1,:\rbrack"#),
  ])
  func typesetsNames(name: String, latex: String) {
    #expect(Term.latex(name: name) == latex)
    #expect(Term.symbol(name).text == name)
  }
}
