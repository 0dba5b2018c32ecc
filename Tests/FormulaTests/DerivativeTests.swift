import Testing

@testable import Formula

/// Derivatives by x as a textbook prints them, every function among them.
struct DerivativeTests {
  /// A term, its derivative by x, and that as LaTeX.
  static let table: [(source: String, text: String, latex: String)] = [
    ("12", "0", "0"),
    ("x", "1", "1"),
    ("y", "0", "0"),
    ("x^2 + 2*x*y + y^2", "2*x + 2*y", "2x + 2y"),
    ("3*x^4", "12*x^3", "12x^3"),
    ("(3*x)^2", "18*x", "18x"),
    ("4*x^3 - 2*x + 7", "12*x^2 - 2", "12x^2 - 2"),
    ("1/x", "-1/x^2", #"-\frac{1}{x^2}"#),
    ("x^(-2)", "-2/x^3", #"-\frac{2}{x^3}"#),
    ("x^(3/2)", "3*x^(1/2)/2", #"\frac{3x^{\frac{1}{2}}}{2}"#),
    ("sqrt(x)", "1/(2*sqrt(x))", #"\frac{1}{2\sqrt{x}}"#),
    ("sqrt(x^2 + 1)", "x/sqrt(x^2 + 1)", #"\frac{x}{\sqrt{x^2 + 1}}"#),
    ("x*sqrt(x)", "3*sqrt(x)/2", #"\frac{3\sqrt{x}}{2}"#),
    ("x*y*x", "2*x*y", "2x y"),
    ("sin(x)*cos(x)", "cos(x)^2 - sin(x)^2", #"\cos^2(x) - \sin^2(x)"#),
    ("x*exp(x)", "x*exp(x) + exp(x)", "x e^{x} + e^{x}"),
    ("sin(x)/x", "(x*cos(x) - sin(x))/x^2", #"\frac{x \cos(x) - \sin(x)}{x^2}"#),
    ("x/(x + 1)", "1/(x + 1)^2", #"\frac{1}{(x + 1)^2}"#),
    ("x/(x^2 + 1)", "(1 - x^2)/(x^2 + 1)^2", #"\frac{1 - x^2}{(x^2 + 1)^2}"#),
    ("x/(x + 1)^2", "(1 - x)/(x + 1)^3", #"\frac{1 - x}{(x + 1)^3}"#),
    ("1/(x^2 + 1)^2", "-4*x/(x^2 + 1)^3", #"-\frac{4x}{(x^2 + 1)^3}"#),
    ("1/(1 + exp(-x))", "exp(-x)/(exp(-x) + 1)^2", #"\frac{e^{-x}}{(e^{-x} + 1)^2}"#),
    (
      "(exp(x) - exp(-x))/(exp(x) + exp(-x))",
      "((exp(x) + exp(-x))^2 - (exp(x) - exp(-x))^2)/(exp(x) + exp(-x))^2",
      #"\frac{(e^{x} + e^{-x})^2 - (e^{x} - e^{-x})^2}{(e^{x} + e^{-x})^2}"#
    ),
    ("2^x", "2^x*log(2)", #"2^x\ln(2)"#),
    ("e^x", "e^x", "e^x"),
    ("a^x", "a^x*log(a)", #"a^x \ln(a)"#),
    ("x^a", "a*x^(a - 1)", "a x^{a - 1}"),
    ("x^x", "x^x*(log(x) + 1)", #"x^x \cdot (\ln(x) + 1)"#),
    ("exp(-x^2/2)", "-x*exp(-x^2/2)", #"-x e^{-\frac{x^2}{2}}"#),
    ("exp(x)", "exp(x)", "e^{x}"),
    ("log(x)", "1/x", #"\frac{1}{x}"#),
    ("log(x^2 + 1)", "2*x/(x^2 + 1)", #"\frac{2x}{x^2 + 1}"#),
    ("log2(x)", "1/(x*log(2))", #"\frac{1}{x \ln(2)}"#),
    ("log10(x)", "1/(x*log(10))", #"\frac{1}{x \ln(10)}"#),
    ("log(2*x)", "1/x", #"\frac{1}{x}"#),
    ("sin(x)", "cos(x)", #"\cos(x)"#),
    ("cos(x)", "-sin(x)", #"-\sin(x)"#),
    ("tan(x)", "tan(x)^2 + 1", #"\tan^2(x) + 1"#),
    ("asin(x)", "1/sqrt(1 - x^2)", #"\frac{1}{\sqrt{1 - x^2}}"#),
    ("acos(x)", "-1/sqrt(1 - x^2)", #"-\frac{1}{\sqrt{1 - x^2}}"#),
    ("atan(x)", "1/(x^2 + 1)", #"\frac{1}{x^2 + 1}"#),
    ("sinh(x)", "cosh(x)", #"\cosh(x)"#),
    ("cosh(x)", "sinh(x)", #"\sinh(x)"#),
    ("tanh(x)", "1 - tanh(x)^2", #"1 - \tanh^2(x)"#),
    ("sigmoid(x)", "sigmoid(x)*(1 - sigmoid(x))", #"\sigma(x)(1 - \sigma(x))"#),
    ("sigmoid(2*x + 1)", "2*sigmoid(2*x + 1)*(1 - sigmoid(2*x + 1))", #"2\sigma(2x + 1)(1 - \sigma(2x + 1))"#),
    ("x*sigmoid(x)", "x*sigmoid(x)*(1 - sigmoid(x)) + sigmoid(x)", #"x \sigma(x)(1 - \sigma(x)) + \sigma(x)"#),
    ("relu(x)", "x > 0", #"x \gt 0"#),
    ("relu(3*x - 1)", "3*(3*x - 1 > 0)", #"3\lbrack 3x - 1 \gt 0 \rbrack"#),
    ("relu(x)^2", "2*relu(x)*(x > 0)", #"2\mathrm{relu}(x) \cdot \lbrack x \gt 0 \rbrack"#),
    ("leaky_relu(x)", "(x > 0) + 0.01*(x <= 0)", #"\lbrack x \gt 0 \rbrack + 0.01\lbrack x \le 0 \rbrack"#),
    ("leaky_relu(x, a)", "a*(x <= 0) + (x > 0)", #"a \cdot \lbrack x \le 0 \rbrack + \lbrack x \gt 0 \rbrack"#),
    ("leaky_relu(a, x)", "min(a, 0)", #"\min(a, 0)"#),
    ("elu(x)", "exp(min(x, 0))", #"e^{\min(x, 0)}"#),
    (
      "elu(x, a)", "a*exp(min(x, 0))*(x <= 0) + (x > 0)",
      #"a e^{\min(x, 0)} \cdot \lbrack x \le 0 \rbrack + \lbrack x \gt 0 \rbrack"#
    ),
    ("elu(a, x)", "expm1(min(a, 0))", #"e^{\min(a, 0)} - 1"#),
    (
      "selu(x)",
      "1.0507009873554805*(1.6732632423543772*exp(min(x, 0))*(x <= 0) + (x > 0))",
      #"1.0507009873554805(1.6732632423543772e^{\min(x, 0)} \cdot \lbrack x \le 0 \rbrack + \lbrack x \gt 0 \rbrack)"#
    ),
    (
      "gelu(x)",
      "x*exp(-x^2/2)/sqrt(2*pi) + (erf(x/sqrt(2)) + 1)/2",
      #"\frac{x e^{-\frac{x^2}{2}}}{\sqrt{2\pi}} + \frac{\mathrm{erf}\left(\frac{x}{\sqrt{2}}\right) + 1}{2}"#
    ),
    ("silu(x)", "sigmoid(x)*(x*(1 - sigmoid(x)) + 1)", #"\sigma(x)(x \cdot (1 - \sigma(x)) + 1)"#),
    ("softplus(x)", "sigmoid(x)", #"\sigma(x)"#),
    ("step(x)", "0", "0"),
    ("sign(x)", "0", "0"),
    ("erf(x)", "2*exp(-x^2)/sqrt(pi)", #"\frac{2e^{-x^2}}{\sqrt{\pi}}"#),
    ("expm1(x)", "exp(x)", "e^{x}"),
    ("log1p(x)", "1/(x + 1)", #"\frac{1}{x + 1}"#),
    ("round(x)", "0", "0"),
    ("floor(x)", "0", "0"),
    ("ceil(x)", "0", "0"),
    ("abs(x)", "sign(x)", #"\mathrm{sgn}(x)"#),
    ("abs(x)^2", "2*x", "2x"),
    ("3*(x^2 + x)", "6*x + 3", "6x + 3"),
    ("(2*x + 1)^2", "8*x + 4", "8x + 4"),
    ("(x + 1)^2", "2*(x + 1)", "2(x + 1)"),
    ("(2*x + 1)/(x^2 + 1)", "(2 - 2*x - 2*x^2)/(x^2 + 1)^2", #"\frac{2 - 2x - 2x^2}{(x^2 + 1)^2}"#),
    (
      "(2*x + 1)^2*exp(x)", "exp(x)*(2*x + 1)^2 + 4*exp(x)*(2*x + 1)",
      #"e^{x} \cdot (2x + 1)^2 + 4e^{x} \cdot (2x + 1)"#
    ),
    ("max(0, x)", "(x > 0) + (x == 0)/2", #"\lbrack x \gt 0 \rbrack + \frac{\lbrack x = 0 \rbrack}{2}"#),
    ("min(x, 1)", "(x < 1) + (x == 1)/2", #"\lbrack x \lt 1 \rbrack + \frac{\lbrack x = 1 \rbrack}{2}"#),
    ("max(x, y)", "(x > y) + (x == y)/2", #"\lbrack x \gt y \rbrack + \frac{\lbrack x = y \rbrack}{2}"#),
    ("(x > 0)*x", "x > 0", #"x \gt 0"#),
    ("not x", "0", "0"),
    ("x > 0 and x < 1", "0", "0"),
    ("(y - t)^2/2 + x", "1", "1"),
    ("(w*x + b - t)^2", "2*w*(w*x + b - t)", #"2w \cdot (w x + b - t)"#),
    ("-(t*log(x) + (1 - t)*log(1 - x))", "(1 - t)/(1 - x) - t/x", #"\frac{1 - t}{1 - x} - \frac{t}{x}"#),
    ("sum(w)*x^2", "2*x*sum(w)", #"2x \cdot \mathrm{sum}(w)"#),
    ("sin(cos(x^2))", "-2*x*sin(x^2)*cos(cos(x^2))", #"-2x \sin(x^2) \cos(\cos(x^2))"#),
  ]

  @Test(arguments: table)
  func differentiates(source: String, text: String, latex: String) throws {
    let result = try TermReader.read(source).derivative(by: "x")
    #expect(result.text == text)
    #expect(result.latex == latex)
  }

  @Test func everyFunctionIsInTheTable() {
    let missing = Function.allCases.filter { function in
      !Self.table.contains { $0.source == "\(function.rawValue)(x)" }
    }
    #expect(missing == [])
  }

  @Test(arguments: [
    ("relu(x)", 0.0, 0.0), ("abs(x)", 0, 0), ("leaky_relu(x, 3)", 0, 3), ("leaky_relu(x)", 0, 0.01),
    ("elu(x, 3)", 0, 3),
    ("elu(x)", 0, 1), ("selu(x)", 0, 1.7580993408473766), ("max(x, 0)", 0, 0.5), ("max(0, x)", 0, 0.5),
    ("min(x, 0)", 0, 0.5), ("max(2*x, x)", 0, 1.5), ("step(x)", 0, 0), ("sign(x)", 0, 0), ("x^2", 0, 0), ("x^3", 0, 0),
    ("x^1", 0, 1), ("0^x", 1, 0),
  ])
  func atAKinkItIsPyTorchs(source: String, x: Double, slope: Double) throws {
    #expect(try TermReader.read(source).derivative(by: "x").value(["x": x]) == slope)
  }

  @Test(arguments: [
    ("sigmoid(x)", 0.0), ("tanh(x)", 0), ("softplus(x)", 1), ("silu(x)", 1), ("gelu(x)", 1), ("elu(x)", 1),
    ("elu(x, 2)", 1),
    ("selu(x)", 1.0507009873554805), ("erf(x)", 0), ("atan(x)", 1e-6 / (1 + 1e-6)), ("exp(-x)", 0), ("exp(-x^2)", 0),
  ])
  func whereAFunctionSaturatesItHasAValue(source: String, slope: Double) throws {
    #expect(try TermReader.read(source).derivative(by: "x").value(["x": 1000]) == slope)
  }

  @Test func partialDerivativesTakeTheOtherNamesForConstants() throws {
    let term = try TermReader.read("x^2 + 2*x*y + y^2")
    #expect(try term.derivative(by: "x").text == "2*x + 2*y")
    #expect(try term.derivative(by: "y").text == "2*x + 2*y")
    #expect(try term.derivative(by: "x").derivative(by: "y").text == "2")
    #expect(try term.derivative(by: "z").text == "0")
  }

  @Test func whatCannotBeDifferentiatedIsNamed() throws {
    let term = try TermReader.read("3*x + sin(sum(w*x))")
    let part = try TermReader.read("sum(w*x)")
    #expect(throws: FormulaFailure.notDifferentiable(part, by: "x")) { try term.derivative(by: "x") }
    #expect(try term.derivative(by: "y").text == "0")
  }
}
