/// The numbers of a vector or a matrix. They are charged to the budget before they are allocated (a failed allocation
/// would end the process) and given back when nothing uses them any more.
final class Storage: Sendable {
  let elements: [Double]
  private let charge: Int
  private let budget: Budget

  /// Adopts numbers that are at hand.
  init(_ elements: [Double], shape: Shape, within budget: Budget) throws(EngineFault) {
    charge = try budget.charge(for: Extent(shape))
    self.elements = elements
    self.budget = budget
  }

  /// Adopts numbers that are at hand and the charge that was made for them.
  init(_ elements: [Double], charged charge: Int, within budget: Budget) {
    self.charge = charge
    self.elements = elements
    self.budget = budget
  }

  /// Makes room for the numbers of a shape, all 0, and has them filled, stretch by stretch: `fill` is told which
  /// places (row by row, from 0) the numbers in its hands have. Stretches that `quicken` are multiples of the first.
  init(
    _ shape: Shape, within budget: Budget, stretch: Int = Pace.usual, quicken: Bool = false,
    fill: (Range<Int>, inout MutableSpan<Double>) throws(EngineFault) -> Void
  ) throws(EngineFault) {
    let charge = try budget.charge(for: Extent(shape))
    var elements = [Double](repeating: 0, count: shape.count)
    do {
      try Self.fill(&elements, Pace(stretch: stretch, quickens: quicken), within: budget, fill)
    } catch {
      budget.refund(charge)
      throw error
    }
    self.charge = charge
    self.elements = elements
    self.budget = budget
  }

  /// Makes room for the numbers of a shape and computes each from its place.
  convenience init(_ shape: Shape, within budget: Budget, each number: (Int) -> Double) throws(EngineFault) {
    try self.init(shape, within: budget) { places, numbers in
      for i in 0..<numbers.count { numbers[i] = number(places.lowerBound + i) }
    }
  }

  /// Makes the numbers in one go, once they are charged.
  init(_ shape: Shape, within budget: Budget, making elements: () -> [Double]) throws(EngineFault) {
    charge = try budget.charge(for: Extent(shape))
    self.elements = elements()
    self.budget = budget
  }

  deinit {
    budget.refund(charge)
  }

  private static func fill(
    _ elements: inout [Double], _ pace: Pace, within budget: Budget,
    _ fill: (Range<Int>, inout MutableSpan<Double>) throws(EngineFault) -> Void
  ) throws(EngineFault) {
    var pace = pace
    var span = elements.mutableSpan
    let count = span.count
    var start = 0
    while start < count {
      let places = start..<start + min(count - start, pace.stretch)
      // The name that the standard library gives it for now: `extracting` is deprecated in its favour.
      var piece = span._mutatingExtracting(places)
      try fill(places, &piece)
      start = places.upperBound
      if start < count, pace.isDue(at: start) { pace.adapt(to: try budget.checkDeadline(), at: start) }
    }
  }
}
