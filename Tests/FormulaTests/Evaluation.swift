@testable import Formula

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Term {
  /// The value in doubles, by the C library.
  func value(_ symbols: [String: Double]) -> Double {
    fold { node, values in node.value(values, symbols) }
  }

  private func value(_ values: [Double], _ symbols: [String: Double]) -> Double {
    switch self {
    case .number(let number): number
    case .constant(.pi): Double.pi
    case .constant(.e): 0x1.5bf0a8b145769p+1
    case .symbol(let name): symbols[name] ?? .nan
    case .negate: -values[0]
    case .add: values.dropFirst().reduce(values[0], +)
    case .multiply: values.dropFirst().reduce(values[0], *)
    case .divide: values[0] / values[1]
    case .power: pow(values[0], values[1])
    case .apply(let function, _): function.value(values[0])
    case .applyPair(let function, _, _): function.value(values[0], values[1])
    case .compare(let comparison, _, _): comparison.holds(values[0], values[1]) ? 1 : 0
    case .and: values.allSatisfy { $0 != 0 } ? 1 : 0
    case .or: values.contains { $0 != 0 } ? 1 : 0
    case .not: values[0] == 0 ? 1 : 0
    case .call: values.reduce(0.5, +)
    }
  }
}

extension Function {
  func value(_ z: Double) -> Double { libraryValue(self, z) }
}

/// Outside of `Function`, whose cases would hide the library's names.
private func libraryValue(_ function: Function, _ z: Double) -> Double {
  switch function {
  case .exp: exp(z)
  case .log: log(z)
  case .log2: log2(z)
  case .log10: log10(z)
  case .sqrt: z.squareRoot()
  case .abs: z.magnitude
  case .sin: sin(z)
  case .cos: cos(z)
  case .tan: tan(z)
  case .asin: asin(z)
  case .acos: acos(z)
  case .atan: atan(z)
  case .sinh: sinh(z)
  case .cosh: cosh(z)
  case .tanh: tanh(z)
  case .sigmoid: 1 / (1 + exp(-z))
  case .relu: z > 0 ? z : 0
  case .leakyRelu: z > 0 ? z : 0.01 * z
  case .elu: z > 0 ? z : expm1(z)
  case .selu: 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * expm1(z))
  case .gelu: z * erfc(-z / 2.0.squareRoot()) / 2
  case .silu: z / (1 + exp(-z))
  case .softplus: z > 0 ? z + log1p(exp(-z)) : log1p(exp(z))
  case .step: z >= 0 ? 1 : 0
  case .sign: z > 0 ? 1 : z < 0 ? -1 : z
  case .erf: erf(z)
  case .expm1: expm1(z)
  case .log1p: log1p(z)
  case .round: z.rounded(.toNearestOrEven)
  case .floor: z.rounded(.down)
  case .ceil: z.rounded(.up)
  }
}

extension PairFunction {
  func value(_ z: Double, _ a: Double) -> Double { libraryValue(self, z, a) }
}

private func libraryValue(_ function: PairFunction, _ z: Double, _ a: Double) -> Double {
  switch function {
  case .min: z.isNaN || a.isNaN ? .nan : Swift.min(z, a)
  case .max: z.isNaN || a.isNaN ? .nan : Swift.max(z, a)
  case .leakyRelu: z > 0 ? z : a * z
  case .elu: z > 0 ? z : a * expm1(z)
  }
}

extension Comparison {
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: left == right
    case .notEqual: left != right
    }
  }
}
