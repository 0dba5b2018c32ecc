/// Random expressions in the notation of nn, the same ones in every run. Brackets stand where the notation wants them and
/// now and then where it does not, so what binds how tightly is tried too.
struct ExpressionGenerator {
  private var random: Deviates

  init(seed: UInt64) { random = Deviates(state: seed) }

  private struct Deviates: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  mutating func number(in range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

  static let functions = [
    "exp", "log", "log2", "log10", "sqrt", "abs", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
    "sigmoid", "σ", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "step", "sign", "erf", "expm1",
    "log1p", "round", "floor", "ceil", "square", "swish", "square'", "sigmoid'", "tanh''",
  ]

  /// An expression of about that many levels, which may be written after an operator that binds tightly.
  private mutating func operand(_ depth: Int) -> String {
    guard depth > 0, below(6) > 0 else { return leaf() }
    switch below(3) {
    case 0: return call(depth)
    default: return "(\(expression(depth: depth)))"
    }
  }

  private mutating func leaf() -> String {
    switch below(10) {
    case 0...4: "x"
    case 5: "y"
    case 6: String(below(5))
    case 7: one(of: ["0.5", "0.1", "1.75", "3.3", "12", "1e-3", "0.01"])
    case 8: one(of: ["pi", "e", "2"])
    default: "1"
    }
  }

  private mutating func call(_ depth: Int) -> String {
    if below(6) == 0 {
      let function = one(of: ["min", "max", "leaky_relu", "elu", "mixed"])
      return "\(function)(\(expression(depth: depth - 1)), \(expression(depth: depth - 1)))"
    }
    return "\(one(of: Self.functions))(\(expression(depth: depth - 1)))"
  }

  mutating func expression(depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    switch below(12) {
    case 0...3:
      let terms = (0..<2 + below(2)).map { _ in product(depth - 1) }
      return terms.dropFirst().reduce(terms[0]) { $0 + one(of: [" + ", " - ", "+", "-"]) + $1 }
    case 4...5: return product(depth)
    case 6: return power(depth)
    case 7: return "-" + power(depth - 1)
    case 8: return "(\(truth(depth)))*\(operand(depth - 1))"
    default: return call(depth)
    }
  }

  private mutating func product(_ depth: Int) -> String {
    let factors = (0..<1 + below(3)).map { _ in below(4) == 0 ? power(depth - 1) : operand(depth - 1) }
    return factors.dropFirst().reduce(factors[0]) { $0 + one(of: ["*", "*", "/", " · "]) + $1 }
  }

  private mutating func power(_ depth: Int) -> String {
    switch below(6) {
    case 0...2: "\(operand(depth))^\(2 + below(3))"
    case 3: "\(operand(depth))^(-\(1 + below(3)))"
    case 4: "\(operand(depth))^(\(1 + below(5))/2)"
    default: "\(operand(depth))^\(operand(depth - 1))"
    }
  }

  private mutating func truth(_ depth: Int) -> String {
    let comparison = "\(product(depth - 1)) \(one(of: ["<", "<=", ">", ">=", "==", "!="])) \(product(depth - 1))"
    switch below(5) {
    case 0: return "\(comparison) and \(operand(depth - 1))"
    case 1: return "\(comparison) or not \(operand(depth - 1))"
    default: return comparison
    }
  }
}
