import CKernels

/// A function of one number, elementwise over arrays. The raw value is its name in the language; the two operators
/// among them have none there that could be called.
package enum UnaryFunction: String, CaseIterable, Sendable {
  case negative = "-"
  case not
  case abs, sign, step, round, floor, ceil, sqrt
  case exp, expm1, log, log1p, log2, log10
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, erf
  case sigmoid, softplus, relu, selu, silu, gelu
  case leakyRelu = "leaky_relu"
  case elu

  /// What the parameter is where none is given: the slope of `leaky_relu`, the α of `elu`; nil for all others.
  package var defaultParameter: Double? {
    switch self {
    case .leakyRelu: 0.01
    case .elu: 1
    case .negative, .not, .abs, .sign, .step, .round, .floor, .ceil, .sqrt, .exp, .expm1, .log, .log1p, .log2, .log10,
      .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .erf, .sigmoid, .softplus, .relu, .selu, .silu,
      .gelu:
      nil
    }
  }

  /// f(x), with the bits that an array's element would have.
  package func callAsFunction(_ x: Double, parameter: Double? = nil) -> Double {
    value(x, parameter: parameter, .selected)
  }

  /// f of each element.
  package func callAsFunction(_ x: [Double], parameter: Double? = nil) -> [Double] {
    values(x, parameter: parameter, .selected)
  }

  /// y[i] = f(x[i]); both have the same count.
  package func map(_ x: Span<Double>, into y: inout MutableSpan<Double>, parameter: Double? = nil) {
    precondition(x.count == y.count, "a map keeps the count")
    unsafe x.withPointer { source, count in
      unsafe y.withPointer { target, _ in
        unsafe ck_map(Kernels.selected.table, code, count, source, target, parameter ?? defaultParameter ?? 0)
      }
    }
  }

  /// x[i] = f(x[i])
  package func map(inPlace x: inout MutableSpan<Double>, parameter: Double? = nil) {
    unsafe x.withPointer { values, count in
      unsafe ck_map(Kernels.selected.table, code, count, values, values, parameter ?? defaultParameter ?? 0)
    }
  }

  func value(_ x: Double, parameter: Double? = nil, _ kernels: Kernels) -> Double {
    var x = x
    unsafe withUnsafeMutablePointer(to: &x) {
      unsafe ck_map(kernels.table, code, 1, $0, $0, parameter ?? defaultParameter ?? 0)
    }
    return x
  }

  func values(_ x: [Double], parameter: Double? = nil, _ kernels: Kernels) -> [Double] {
    unsafe filled(x.count) {
      unsafe ck_map(kernels.table, code, x.count, x, $0, parameter ?? defaultParameter ?? 0)
    }
  }

  var code: ck_unary {
    switch self {
    case .negative: CK_negative
    case .not: CK_not
    case .abs: CK_abs
    case .sign: CK_sign
    case .step: CK_step
    case .round: CK_round
    case .floor: CK_floor
    case .ceil: CK_ceil
    case .sqrt: CK_sqrt
    case .exp: CK_exp
    case .expm1: CK_expm1
    case .log: CK_log
    case .log1p: CK_log1p
    case .log2: CK_log2
    case .log10: CK_log10
    case .sin: CK_sin
    case .cos: CK_cos
    case .tan: CK_tan
    case .asin: CK_asin
    case .acos: CK_acos
    case .atan: CK_atan
    case .sinh: CK_sinh
    case .cosh: CK_cosh
    case .tanh: CK_tanh
    case .erf: CK_erf
    case .sigmoid: CK_sigmoid
    case .softplus: CK_softplus
    case .relu: CK_relu
    case .selu: CK_selu
    case .silu: CK_silu
    case .gelu: CK_gelu
    case .leakyRelu: CK_leaky_relu
    case .elu: CK_elu
    }
  }
}
