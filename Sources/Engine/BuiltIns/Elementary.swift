import Kernels

/// The functions of one variable. Every one works elementwise, and gives an array's entries the bits that it gives the
/// numbers alone.
package enum Elementary: String, Sendable, CaseIterable {
  case exp, log, log2, log10, sqrt, abs
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case sigmoid, relu
  case leakyRelu = "leaky_relu"
  case elu, selu, gelu, silu, softplus, step
  case sign, erf, expm1, log1p, round, floor, ceil

  func apply(_ value: Value, constant: Double?, within budget: Budget) throws(EngineFault) -> Value {
    if provisional(0) != nil {
      if case .number(let x) = value { return .number(provisional(x) ?? .nan) }
      let x = value.elements
      return value.shape.value(try Storage(value.shape, within: budget) { provisional(x[$0]) ?? .nan })
    }
    return try kernel.apply(value, parameter: constant ?? self.constant?.standard, within: budget)
  }

  private var kernel: UnaryFunction {
    switch self {
    case .exp: .exp
    case .log: .log
    case .log2: .log2
    case .log10: .log10
    case .sqrt: .sqrt
    case .abs: .abs
    case .sin: .exp
    case .cos: .exp
    case .tan: .exp
    case .asin: .exp
    case .acos: .exp
    case .atan: .exp
    case .sinh: .sinh
    case .cosh: .cosh
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .relu: .relu
    case .leakyRelu: .leakyRelu
    case .elu: .elu
    case .selu: .selu
    case .gelu: .exp
    case .silu: .silu
    case .softplus: .softplus
    case .step: .step
    case .sign: .sign
    case .erf: .exp
    case .expm1: .expm1
    case .log1p: .log1p
    case .round: .round
    case .floor: .floor
    case .ceil: .ceil
    }
  }
}
