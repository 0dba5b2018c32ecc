/// Bytes taken from a budget, given back when nothing holds them any more.
final class Reservation: Sendable {
  private let bytes: Int
  private let budget: Budget

  init(_ bytes: Double, within budget: Budget) throws(EngineFault) {
    guard bytes < 0x1p62 else {
      throw .memory(bytes: bytes, of: nil, used: budget.used, limit: budget.memory)
    }
    try budget.charge(Int(bytes))
    self.bytes = Int(bytes)
    self.budget = budget
  }

  deinit {
    budget.refund(bytes)
  }
}
