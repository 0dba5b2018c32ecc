import Kernels

extension DataSet {
  /// Two sets, with a fraction of the samples and with the rest, in the order in which they were; by chance, but each
  /// class in the same proportion. Under one seed the choice follows from `name`.
  ///
  /// The first set has ⌊fraction · size + ½⌋ samples. Of each class it has the whole part of fraction · class size, and of
  /// the classes with the greatest remainders, the first of equal ones, one more, until it is full.
  package func split(
    _ fraction: Double, seed: UInt64, name: String, within budget: Budget
  ) throws(EngineFault) -> (DataSet, DataSet) {
    guard fraction > 0, fraction < 1 else {
      throw .data(.function(.split, .figure(parameter: "fraction", wants: .fraction, got: fraction)))
    }
    let firstSize = Int((fraction * Double(size)).rounded())
    guard firstSize > 0, firstSize < size else {
      throw .data(.function(.split, .emptySide(size: size, fraction: fraction)))
    }
    // The class, the order within it and the side of each sample.
    let loan = try Loan(size * 40, from: budget)
    let stream = RandomStream(seed: seed, purpose: .split, name: name)
    let isFirst = Strata(classOfEachSample(), size: size).draw(firstSize, fraction: fraction, from: stream)
    let first = try rows((0..<size).filter { isFirst[$0] }, within: budget)
    let second = try rows((0..<size).filter { !isFirst[$0] }, within: budget)
    _ = consume loan
    return (first, second)
  }

  /// The samples at these places.
  private func rows(_ places: [Int], within budget: Budget) throws(EngineFault) -> DataSet {
    with(
      inputs: try inputs.rows(at: places, within: budget), targets: try targets.rows(at: places, within: budget))
  }
}

extension Matrix {
  fileprivate func rows(at places: [Int], within budget: Budget) throws(EngineFault) -> Matrix {
    var draft = try Draft(rows: places.count, columns: columns, within: budget)
    let elements = elements
    for (row, place) in places.enumerated() {
      for column in 0..<columns { draft[row, column] = elements[place * columns + column] }
    }
    return draft.matrix()
  }
}

/// The samples of a set, class by class.
private struct Strata {
  private let size: Int
  /// The places of the samples of each class.
  private let members: [[Int]]

  init(_ classes: [Int]?, size: Int) {
    self.size = size
    guard let classes else {
      members = [Array(0..<size)]
      return
    }
    var members = [[Int]](repeating: [], count: (classes.max() ?? 0) + 1)
    for (sample, group) in classes.enumerated() { members[group].append(sample) }
    self.members = members
  }

  /// Chooses `count` samples; true at their places.
  func draw(_ count: Int, fraction: Double, from stream: RandomStream) -> [Bool] {
    let shares = members.map { fraction * Double($0.count) }
    var counts = shares.map { Int($0.rounded(.down)) }
    let byRemainder = members.indices.sorted { left, right in
      let (a, b) = (shares[left] - Double(counts[left]), shares[right] - Double(counts[right]))
      return a != b ? a > b : left < right
    }
    // The whole parts never exceed the sum: they lack less than one for each class.
    for group in byRemainder.prefix(max(0, count - counts.reduce(0, +))) { counts[group] += 1 }
    var isDrawn = [Bool](repeating: false, count: size)
    for (group, places) in members.enumerated() {
      let order = stream.part(UInt64(group)).permutation(count: places.count)
      for chosen in order.prefix(counts[group]) { isDrawn[places[chosen]] = true }
    }
    return isDrawn
  }
}
