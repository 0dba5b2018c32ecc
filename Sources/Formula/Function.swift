/// A function of one number; the raw value is its name in `nn`.
package enum Function: String, CaseIterable, Hashable, Sendable {
  case exp, log, log2, log10, sqrt, abs
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case sigmoid, relu, elu, selu, gelu, silu, softplus
  /// With a slope of 0.01 below zero.
  case leakyRelu = "leaky_relu"
  /// 1 from zero up, else 0.
  case step
  case sign, erf, expm1, log1p, round, floor, ceil
}

/// A function of two numbers; the raw value is its name in `nn`.
package enum PairFunction: String, CaseIterable, Hashable, Sendable {
  case min, max
  /// `leaky_relu(z, a)`: z above zero, else a·z.
  case leakyRelu = "leaky_relu"
  /// `elu(z, a)`: z above zero, else a·(exp(z) − 1).
  case elu
}

/// A comparison, whose value is 1 or 0; the raw value is its sign in `nn`.
package enum Comparison: String, CaseIterable, Hashable, Sendable {
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
  case equal = "=="
  case notEqual = "!="
}

/// A number with a name of its own; the raw value is that name in `nn`.
package enum Constant: String, CaseIterable, Hashable, Sendable {
  case pi, e
}
