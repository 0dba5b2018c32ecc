/// How the weights of a layer begin. Biases begin at 0.
package enum Initialiser: Sendable, Hashable {
  /// Uniform within ±√(6 / (inputs + outputs)) (Glorot and Bengio, 2010).
  case xavier
  /// Normal with standard deviation √(2 / inputs) (He et al., 2015).
  case he
  /// Normal with standard deviation √(1 / inputs) (LeCun et al., 1998).
  case lecun
  case normal(std: Double)
  case uniform(Double, Double)
  case zeros, ones
  case constant(Double)

  /// The initialisers, in the order of messages.
  package static let signatures: [Signature] = [
    Signature(.initialiser, "xavier", []), Signature(.initialiser, "he", []), Signature(.initialiser, "lecun", []),
    Signature(.initialiser, "normal", [Parameter("std")]),
    Signature(.initialiser, "uniform", [Parameter("lo"), Parameter("hi")]), Signature(.initialiser, "zeros", []),
    Signature(.initialiser, "ones", []), Signature(.initialiser, "constant", [Parameter("c")]),
  ]

  /// The initialiser of that name.
  package init(named name: String, _ arguments: [(name: String?, value: Double)] = []) throws(EngineFault) {
    let signature = try Self.signatures.named(name, as: .initialiser)
    let figures = try signature.figures(arguments)
    switch signature.name {
    case "xavier": self = .xavier
    case "he": self = .he
    case "lecun": self = .lecun
    case "normal": self = .normal(std: try signature.notNegative(figures, 0))
    case "uniform":
      let (low, high) = (try signature.finite(figures, 0), try signature.finite(figures, 1))
      guard low < high else { throw .network(.emptyInterval(from: low, to: high)) }
      self = .uniform(low, high)
    case "zeros": self = .zeros
    case "ones": self = .ones
    case "constant": self = .constant(try signature.finite(figures, 0))
    default: preconditionFailure("an initialiser without a meaning: \(signature.name)")
    }
  }
}
