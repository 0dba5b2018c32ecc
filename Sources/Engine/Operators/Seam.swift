// Stands in for the functions that Kernels has not yet.
import Glibc

extension Elementary {
  func provisional(_ x: Double) -> Double? {
    switch self {
    case .sin: Glibc.sin(x)
    case .cos: Glibc.cos(x)
    case .tan: Glibc.tan(x)
    case .asin: Glibc.asin(x)
    case .acos: Glibc.acos(x)
    case .atan: Glibc.atan(x)
    case .erf: Glibc.erf(x)
    case .gelu: 0.5 * x * Glibc.erfc(-x / 2.0.squareRoot())
    default: nil
    }
  }
}
