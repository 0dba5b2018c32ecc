/// The derivatives of the functions, in the form that a textbook gives them and that keeps its value where the function
/// saturates: no factor grows without bound where another goes to 0.
extension Function {
  /// The derivative with respect to the operand; nil where it is 0 everywhere.
  func slope(at z: Term) -> Term? {
    let value = Term.apply(self, z)
    switch self {
    case .exp: return value
    case .log: return 1 / z
    case .log2: return 1 / (z * .apply(.log, 2))
    case .log10: return 1 / (z * .apply(.log, 10))
    case .log1p: return 1 / (1 + z)
    case .expm1: return .apply(.exp, z)
    case .sqrt: return 1 / (2 * value)
    case .abs: return .apply(.sign, z)
    case .sin: return .apply(.cos, z)
    case .cos: return -.apply(.sin, z)
    case .tan: return 1 + value.power(2)
    case .asin: return 1 / .apply(.sqrt, 1 - z.power(2))
    case .acos: return -(1 / .apply(.sqrt, 1 - z.power(2)))
    case .atan: return 1 / (1 + z.power(2))
    case .sinh: return .apply(.cosh, z)
    case .cosh: return .apply(.sinh, z)
    case .tanh: return 1 - value.power(2)
    case .erf: return 2 * .apply(.exp, -z.power(2)) / .apply(.sqrt, .constant(.pi))
    case .sigmoid, .softplus, .silu, .gelu, .relu, .leakyRelu, .elu, .selu: return activationSlope(at: z)
    case .step, .sign, .round, .floor, .ceil: return nil
    }
  }

  private func activationSlope(at z: Term) -> Term? {
    let sigmoid = Term.apply(.sigmoid, z)
    switch self {
    case .sigmoid: return sigmoid * (1 - sigmoid)
    case .softplus: return sigmoid
    case .silu: return sigmoid * (1 + z * (1 - sigmoid))
    case .gelu:
      // Φ(z) + z·φ(z), with the normal distribution and its density.
      let distribution = (1 + .apply(.erf, z / .apply(.sqrt, 2))) / 2
      let density = .apply(.exp, -z.power(2) / 2) / Term.apply(.sqrt, 2 * .constant(.pi))
      return distribution + z * density
    case .relu: return .compare(.greater, z, 0)
    case .leakyRelu: return PairFunction.leakyRelu.slopes(at: z, 0.01).first
    case .elu: return .apply(.exp, .applyPair(.min, z, 0))
    case .selu: return .number(Self.seluScale) * PairFunction.elu.slopes(at: z, .number(Self.seluAlpha)).first
    case .exp, .log, .log2, .log10, .sqrt, .abs, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .step,
      .sign, .erf, .expm1, .log1p, .round, .floor, .ceil:
      return nil
    }
  }

  /// The two constants of the self-normalizing unit (Klambauer et al. 2017): `selu(z)` is scale·elu(z, alpha).
  private static let seluScale = 1.0507009873554805
  private static let seluAlpha = 1.6732632423543772
}

extension PairFunction {
  /// The derivatives with respect to the two operands.
  func slopes(at z: Term, _ a: Term) -> (first: Term, second: Term) {
    let isAbove = Term.compare(.greater, z, 0)
    let isBelow = Term.compare(.lessOrEqual, z, 0)
    // z where it is negative, so that exp of it cannot overflow where it does not count.
    let negative = Term.applyPair(.min, z, 0)
    switch self {
    case .max: return (Self.share(.greater, z, a), Self.share(.less, z, a))
    case .min: return (Self.share(.less, z, a), Self.share(.greater, z, a))
    case .leakyRelu: return (isAbove + a * isBelow, negative)
    case .elu:
      return (isAbove + .multiply([a, isBelow, .apply(.exp, negative)]), .apply(.expm1, negative))
    }
  }

  /// 1 where the comparison holds, a half at a tie.
  private static func share(_ comparison: Comparison, _ z: Term, _ a: Term) -> Term {
    .compare(comparison, z, a) + .compare(.equal, z, a) / 2
  }
}
