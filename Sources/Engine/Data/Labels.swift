/// Names of columns or classes. Like numbers they are charged to the budget while they are held: a file may have more
/// columns than memory has room for their names.
final class Labels: Sendable {
  let names: [String]
  private let charge: Int
  private let budget: Budget

  /// What a short name takes, with the array's growth.
  private static let bytesPerName = 32

  /// Adopts names that are at hand.
  init(_ names: [String], within budget: Budget) throws(EngineFault) {
    let charge = names.reduce(0) { $0 + Self.bytes(of: $1) }
    try budget.charge(charge)
    (self.names, self.charge, self.budget) = (names, charge, budget)
  }

  deinit {
    budget.refund(charge)
  }

  private static func bytes(of name: String) -> Int {
    let length = name.utf8.count
    // Up to 15 bytes are kept in the string itself.
    return bytesPerName + (length > 15 ? length + 32 : 0)
  }
}
