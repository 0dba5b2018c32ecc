import Engine
import Language
import SourceText

/// The memory that copies of numbers take while a statement draws them, taken before they are made and given back when the
/// statement is done.
final class Copies {
  private let budget: Budget
  private var bytes = 0

  init(within budget: Budget) {
    self.budget = budget
  }

  deinit {
    budget.refund(bytes)
  }

  /// A point is two numbers, and is copied when it is gathered, sifted and placed.
  private static let bytesOfEach = 96

  /// Takes the memory for copies of so many numbers.
  func take(_ count: Int) throws(EngineFault) {
    try budget.charge(count * Self.bytesOfEach)
    bytes += count * Self.bytesOfEach
  }
}
