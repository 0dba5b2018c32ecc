import Testing

@testable import Engine

struct ParameterTests {
  @Test func signatures() {
    let signatures = BuiltIn.allCases.map(\.signature).filter { !$0.hasSuffix("(x)") && !$0.hasSuffix("(y, t)") }
    #expect(
      signatures == [
        "leaky_relu(x, slope=0.01)", "elu(x, α=1)", "min(a, b)", "max(a, b)", "dot(x, y)", "outer(x, y)",
        "zeros(rows, columns)", "ones(rows, columns)", "eye(n)", "linspace(a, b, n)", "range(a, b, step=1)",
        "huber(y, t, δ=1)",
      ])
  }

  @Test func names() {
    let names = BuiltIn.allCases.map(\.name)
    #expect(
      names == [
        "exp", "log", "log2", "log10", "sqrt", "abs", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh",
        "tanh", "sigmoid", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "step", "sign", "erf",
        "expm1", "log1p", "round", "floor", "ceil", "sum", "mean", "var", "std", "norm", "min", "max", "softmax",
        "argmax", "dot", "outer", "transpose", "size", "zeros", "ones", "eye", "linspace", "range", "mse", "half_mse",
        "sse", "mae", "cross_entropy", "kl", "huber", "log_cosh", "hinge", "bce",
      ])
    for function in BuiltIn.allCases { #expect(BuiltIn(named: function.name) == function) }
    #expect(BuiltIn(named: "σ") == .elementary(.sigmoid))
    #expect(BuiltIn(named: "ln") == nil)
    #expect(BuiltIn.known(elsewhere: "ln") == .elementary(.log))
    #expect(BuiltIn.known(elsewhere: "exp") == nil)
  }

  /// Arguments as they are given, `name=` before those by name; the arrangement or the message.
  @Test(arguments: [
    ("range", "1 2", "1 2"), ("range", "1 2 3", "1 2 3"), ("range", "1 2 step=3", "1 2 3"),
    ("range", "b=2 a=1", "1 2"), ("huber", "1 2 delta=3", "1 2 3"), ("huber", "1 2 δ=3", "1 2 3"),
    ("huber", "t=2 δ=3 y=1", "1 2 3"), ("elu", "1 alpha=2", "1 2"), ("exp", "x=1", "1"),
    ("exp", "", "`exp(x)` takes one argument: none is given"),
    ("exp", "1 2", "`exp(x)` takes one argument: 2 are given"),
    ("range", "1", "`range(a, b, step=1)` takes two or three arguments: 1 is given"),
    ("max", "1 2 3", "`max(a, b)` takes one or two arguments: 3 are given"),
    ("eye", "1 2", "`eye(n)` takes one argument: 2 are given"),
    ("linspace", "1 2", "`linspace(a, b, n)` takes three arguments: 2 are given"),
    ("range", "1 step=2", "`range(a, b, step=1)` needs `b`"), ("range", "b=1", "`range(a, b, step=1)` needs `a`"),
    ("range", "1 2 stepp=2", "`range(a, b, step=1)` has no parameter `stepp` | did you mean `step`?"),
    ("range", "1 2 size=2", "`range(a, b, step=1)` has no parameter `size`"),
    ("range", "1 2 a=2", "`range(a, b, step=1)` is given `a` twice"),
  ])
  func arrangement(_ name: String, _ given: String, _ expected: String) throws {
    let function = try #require(BuiltIn(named: name))
    let arguments = given.split(separator: " ").map { argument -> (name: String?, value: String) in
      let parts = argument.split(separator: "=").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : (nil, parts[0])
    }
    let actual: String
    do {
      actual = try function.arrange(arguments).joined(separator: " ")
    } catch {
      actual = ([error.message()] + error.help()).joined(separator: " | ")
    }
    #expect(actual == expected)
  }

  /// No count of arguments, and no kind of value, is more than a fault.
  @Test(arguments: BuiltIn.allCases) func anyArguments(_ function: BuiltIn) throws {
    let values = try ["-1.5", "0", "3", "nan", "inf", "1e300", "[]", "[1, 2]", "[1, 2, 3]", "[1, 2; 3, 4]"].map {
      try Value($0)
    }
    var lists: [[Value]] = [[], Array(repeating: .number(1), count: 4)]
    for a in values {
      lists.append([a])
      for b in values {
        lists.append([a, b])
        for c in values { lists.append([a, b, c]) }
      }
    }
    let budget = Budget.ample
    for list in lists {
      do throws(EngineFault) {
        _ = try function.apply(list, within: budget).shape
      } catch {
        #expect(!error.message().isEmpty)
        if !function.arityRange.contains(list.count) { #expect(error == .arity(function, given: list.count)) }
      }
    }
    #expect(budget.used == 0)
  }

  @Test func constants() {
    #expect(Constant.allCases.map(\.value) == [3.141592653589793, 2.718281828459045, .infinity, 1, 0])
    #expect(Constant(rawValue: "true")?.value == 1)
  }
}
