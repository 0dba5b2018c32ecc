import Kernels

/// The learning rate of every update, as a schedule has it.
struct LearningRate {
  private let base: Double
  private let schedule: Schedule
  /// How many updates there will be.
  private let total: Int
  /// Of `plateau`: what the rate has come to, the lowest loss, and the epochs since that were not lower.
  private var reached: Double
  private var best = Double.infinity
  private var waited = 0

  init(_ base: Double, _ schedule: Schedule, total: Int) {
    (self.base, self.schedule, self.total, reached) = (base, schedule, total, base)
  }

  /// Whether all updates have one rate.
  var isConstant: Bool { schedule == .constant }

  /// The rate of an update in an epoch, both counted from 0.
  func rate(update: Int, epoch: Int) -> Double {
    switch schedule {
    case .constant: base
    case .step(let every, let factor): base * BinaryFunction.power(factor, Double(epoch / every))
    case .exponential(let factor): base * BinaryFunction.power(factor, Double(epoch))
    case .cosine(let warmup): base * warmed(update, warmup) { 0.5 * (1 + UnaryFunction.cos(.pi * $0)) }
    case .linear(let warmup): base * warmed(update, warmup) { 1 - $0 }
    case .plateau: reached
    }
  }

  /// 1/warmup, 2/warmup … 1, then what the part of the other updates that is past gives.
  private func warmed(_ update: Int, _ warmup: Int, _ fall: (Double) -> Double) -> Double {
    if update < warmup { return Double(update + 1) / Double(warmup) }
    return fall(Double(update - warmup) / Double(total - warmup))
  }

  /// Hears the loss of an epoch. Lower is lower by one in 10,000 at least, as in PyTorch.
  mutating func epochEnded(loss: Double) {
    guard case .plateau(let patience, let factor) = schedule else { return }
    if loss < best * (1 - 1e-4) {
      (best, waited) = (loss, 0)
    } else {
      waited += 1
    }
    if waited > patience {
      let next = reached * factor
      if reached - next > 1e-8 { reached = next }
      waited = 0
    }
  }
}
