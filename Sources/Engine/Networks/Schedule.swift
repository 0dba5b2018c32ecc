/// How the learning rate changes while a network is trained.
package enum Schedule: Sendable, Hashable {
  case constant
  /// Times the factor after every so many epochs.
  case step(every: Int, factor: Double)
  /// Times the factor after each epoch.
  case exponential(factor: Double)
  /// lr/warmup, 2lr/warmup … lr, then down to 0 along half a wave.
  case cosine(warmup: Int)
  /// lr/warmup, 2lr/warmup … lr, then down to 0 along a line.
  case linear(warmup: Int)
  /// Times the factor once more than `patience` epochs have passed without a lower loss.
  case plateau(patience: Int, factor: Double)

  /// The schedules, in the order of messages.
  package static let signatures: [Signature] = [
    Signature(.schedule, "constant", []),
    Signature(.schedule, "step", [Parameter("every"), Parameter("factor", standard: 0.1)]),
    Signature(.schedule, "exponential", [Parameter("factor")]),
    Signature(.schedule, "cosine", [Parameter("warmup", standard: 0)]),
    Signature(.schedule, "linear", [Parameter("warmup", standard: 0)]),
    Signature(.schedule, "plateau", [Parameter("patience", standard: 10), Parameter("factor", standard: 0.1)]),
  ]

  /// The schedule of that name.
  package init(named name: String, _ arguments: [(name: String?, value: Double)] = []) throws(EngineFault) {
    let signature = try Self.signatures.named(name, as: .schedule)
    let figures = try signature.figures(arguments)
    switch signature.name {
    case "constant": self = .constant
    case "step": self = .step(every: try signature.count(figures, 0), factor: try signature.positive(figures, 1))
    case "exponential": self = .exponential(factor: try signature.positive(figures, 0))
    case "cosine": self = .cosine(warmup: try signature.countOrNone(figures, 0))
    case "linear": self = .linear(warmup: try signature.countOrNone(figures, 0))
    case "plateau":
      self = .plateau(patience: try signature.countOrNone(figures, 0), factor: try signature.positive(figures, 1))
    default: preconditionFailure("a schedule without a meaning: \(signature.name)")
    }
  }
}
