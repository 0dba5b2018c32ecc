import Foundation

@testable import Audit

/// The C library's values, which are near enough to be told from wrong ones.
enum Reference {
  static func value(of function: ElementaryFunction, at x: Double) -> Double {
    switch function {
    case .exp: Foundation.exp(x)
    case .ln, .log: Foundation.log(x)
    case .log2: Foundation.log2(x)
    case .log10: Foundation.log10(x)
    case .log1p: Foundation.log1p(x)
    case .expm1: Foundation.expm1(x)
    case .sqrt: x.squareRoot()
    case .cbrt: Foundation.cbrt(x)
    case .abs: x.magnitude
    case .sin: Foundation.sin(x)
    case .cos: Foundation.cos(x)
    case .tan: Foundation.tan(x)
    case .asin: Foundation.asin(x)
    case .acos: Foundation.acos(x)
    case .atan: Foundation.atan(x)
    case .sinh: Foundation.sinh(x)
    case .cosh: Foundation.cosh(x)
    case .tanh: Foundation.tanh(x)
    case .sigmoid: 1 / (1 + Foundation.exp(-x))
    case .relu: max(0, x)
    case .softplus: Foundation.log1p(Foundation.exp(x))
    }
  }

  static func power(_ x: Double, _ exponent: Int) -> Double { Foundation.pow(x, Double(exponent)) }
}
