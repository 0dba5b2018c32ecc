import Kernels

extension Elementary {
  func apply(_ value: Value, constant: Double?, within budget: Budget) throws(EngineFault) -> Value {
    try kernel.apply(value, parameter: constant ?? self.constant?.standard, within: budget)
  }

  var kernel: UnaryFunction {
    switch self {
    case .exp: .exp
    case .log: .log
    case .log2: .log2
    case .log10: .log10
    case .sqrt: .sqrt
    case .abs: .abs
    case .sin: .sin
    case .cos: .cos
    case .tan: .tan
    case .asin: .asin
    case .acos: .acos
    case .atan: .atan
    case .sinh: .sinh
    case .cosh: .cosh
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .relu: .relu
    case .leakyRelu: .leakyRelu
    case .elu: .elu
    case .selu: .selu
    case .gelu: .gelu
    case .silu: .silu
    case .softplus: .softplus
    case .step: .step
    case .sign: .sign
    case .erf: .erf
    case .expm1: .expm1
    case .log1p: .log1p
    case .round: .round
    case .floor: .floor
    case .ceil: .ceil
    }
  }
}
