import Engine
import Language
import SourceText
import Testing

@testable import Notebook

/// What is plotted over a range is the same to the bit whether its points are computed together or one by one.
@Suite struct ElementwiseTests {
  private static let definitions = """
    c = 0.3
    v = [1, 2, 3]
    W = [1, 2; 3, 4]
    f(x) = x * sigmoid(c * x) + c
    g(a, b) = a^2 - max(b, a) / 3
    d = f'
    n(x) = sum([x, x^2])
    m(x) = v * x
    """

  @Test(arguments: [
    "x", "3", "-x^2 + 2*x - 1/3", "exp(-x) * sin(3*x)", "x > 0 and not (x >= 1)", "f(x)", "f(f(x))", "f'(x)", "f''(x)",
    "d(x)", "d'(x)", "g(x, c)", "g(2, x)", "tanh'(x)", "relu(x) + leaky_relu(x) + elu(x, 0.5)", "max(0, x)",
    "min(x, c)",
    "log(x)", "x^x", "x^c", "2^x", "n(x)", "sum([x, c])", "max(x)", "v[1] * x", "v · m(x)", "x · x", "x @ c",
    "x ≈ c ± 0.5", "dot([x, 1], [1, x])", "softmax([x, 1])[1]", "norm(x)", "erf(x) / pi",
  ])
  func pointsTogetherAreThePointsOneByOne(_ expression: String) throws {
    let points = (0..<101).map { Double($0) / 20 - 2.5 }
    var session = Session(under: conditions())
    let (definitions, place) = parsed(Self.definitions)
    for statement in definitions.statements { _ = try session.perform(statement, of: place) }
    let (program, code) = parsed("plot \(expression) for x in 0..1")
    guard case .plot(_, let output)? = program.statements.first?.kind, let domain = output.domain else {
      Issue.record("no plot: \(expression)")
      return
    }
    let evaluator = session.evaluator(of: code)
    let together = try evaluator.numbers(
      of: output.items[0].value, over: domain.variable, at: points, in: domain.range)
    var inner = evaluator
    let single = try points.map { point in
      inner.environment.define("x", value: .number(point), at: nil)
      return try inner.number(output.items[0].value)
    }
    #expect(together.map(\.bitPattern) == single.map(\.bitPattern))
  }

  private func parsed(_ text: String) -> (program: Program, code: Code) {
    let bytes = Array(text.utf8)
    var excerpt = Excerpt()
    excerpt.append(0..<bytes.count, of: bytes)
    return (Program.parse(bytes).program, Code(excerpt: excerpt))
  }
}
