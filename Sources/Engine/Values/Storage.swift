/// The numbers of a vector or a matrix. They are charged to the budget before they are allocated (a failed allocation
/// would end the process) and given back when nothing uses them any more.
final class Storage: Sendable {
  let elements: [Double]
  private let charge: Int
  private let budget: Budget

  /// What an array takes beside its numbers: this object and the array's own header, rounded up.
  static let overhead = 64

  /// Adopts numbers that are at hand.
  init(_ elements: [Double], shape: Shape, within budget: Budget) throws(EngineFault) {
    charge = try budget.charge(for: Extent(shape))
    self.elements = elements
    self.budget = budget
  }

  /// Makes room for the numbers of a shape, all 0, and has them filled.
  init(
    _ shape: Shape, within budget: Budget, fill: (inout MutableSpan<Double>) throws(EngineFault) -> Void
  ) throws(EngineFault) {
    let charge = try budget.charge(for: Extent(shape))
    var elements = [Double](repeating: 0, count: shape.count)
    do {
      var span = elements.mutableSpan
      try fill(&span)
    } catch {
      budget.refund(charge)
      throw error
    }
    self.charge = charge
    self.elements = elements
    self.budget = budget
  }

  deinit {
    budget.refund(charge)
  }
}
