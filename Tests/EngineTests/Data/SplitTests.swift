import Kernels
import Testing

@testable import Engine

/// Splitting: whole, disjoint, in order, and each class in proportion.
struct SplitTests {
  /// A set whose one input is the sample's number, with these classes.
  private func set(_ classes: [Int]) throws -> DataSet {
    let rows = classes.enumerated().map { LiteralRow(inputs: [Double($0)], target: .className("c\($1)")) }
    return try DataSet(rows: rows, ColumnSelection("x -> y"), name: "s", within: .ample)
  }

  private func counts(_ set: DataSet, of classes: Int) -> [Int] {
    let groups = set.classOfEachSample() ?? []
    return (0..<classes).map { group in groups.count { $0 == group } }
  }

  @Test(arguments: [
    ([50, 50, 50], 0.8, [40, 40, 40]), ([50, 30, 20], 0.5, [25, 15, 10]), ([3, 3, 3], 0.5, [2, 2, 1]),
    ([10, 1], 0.8, [8, 1]), ([99, 1], 0.5, [50, 0]), ([7, 5, 3], 0.7, [5, 4, 2]), ([1, 1], 0.5, [1, 0]),
    ([10, 10], 0.75, [8, 7]),
  ])
  func proportions(_ sizes: [Int], _ fraction: Double, _ expected: [Int]) throws {
    let classes = sizes.enumerated().flatMap { [Int](repeating: $0, count: $1) }
    // Whatever the order of the samples.
    let order = RandomStream(seed: 5, purpose: .shuffle, name: "order").permutation(count: classes.count)
    let whole = try set(order.map { classes[$0] })
    let (first, second) = try whole.split(fraction, seed: 0, name: "s", within: .ample)
    #expect(counts(first, of: sizes.count) == expected)
    #expect(counts(second, of: sizes.count) == zip(sizes, expected).map { $0 - $1 })
    #expect(first.size == Int((fraction * Double(whole.size)).rounded()))
    for side in [first, second] {
      #expect(side.inputs.elements == side.inputs.elements.sorted())
      #expect(side.classes == whole.classes && side.inputNames == ["x"] && side.targetNames == ["y"])
      for row in 0..<side.size {
        let sample = Int(side.inputs[row, 0])
        #expect((0..<sizes.count).map { side.targets[row, $0] } == (0..<sizes.count).map { whole.targets[sample, $0] })
      }
    }
    #expect((first.inputs.elements + second.inputs.elements).sorted() == (0..<whole.size).map(Double.init))
  }

  /// No class strays from its share by a sample or more.
  @Test func everyShare() throws {
    let stream = RandomStream(seed: 2, purpose: .data, name: "sizes")
    for round in 0..<100 as Range<UInt64> {
      let draw = stream.part(round)
      let sizes = (0..<draw.integer(at: 0, below: 6) + 1).map { Int(draw.integer(at: $0 + 2, below: 40)) + 1 }
      let fraction = 0.05 + 0.9 * draw.uniform(at: 1)
      let whole = try set(sizes.enumerated().flatMap { [Int](repeating: $0, count: $1) })
      guard let (first, _) = try? whole.split(fraction, seed: round, name: "s", within: .ample) else { continue }
      for (count, size) in zip(counts(first, of: sizes.count), sizes) {
        #expect(abs(Double(count) - fraction * Double(size)) < 1)
      }
    }
  }

  @Test func chance() throws {
    let whole = try Generator.sine.generate([100, nil], seed: 0, name: "m", within: .ample)
    func first(_ seed: UInt64, _ name: String) throws -> [Double] {
      try whole.split(0.3, seed: seed, name: name, within: .ample).0.inputs.elements
    }
    #expect(try first(0, "a") == first(0, "a"))
    #expect(try first(0, "a") != first(0, "b"))
    #expect(try first(0, "a") != first(1, "a"))
    #expect(try first(0, "a").count == 30)
    // Each sample is as likely as every other.
    var hits = [Int](repeating: 0, count: 100)
    for seed in 0..<1000 as Range<UInt64> {
      for x in try first(seed, "a") { hits[Int((x / (2 * .pi) * 99).rounded())] += 1 }
    }
    // 300 of 1000, with a standard deviation of 14.5.
    #expect(hits.allSatisfy { abs($0 - 300) < 65 })
  }

  /// A single target of 0 or 1 is a class too; any other number is none.
  @Test func zeroAndOne() throws {
    let moons = try Generator.moons.generate([100, 0.1], seed: 0, name: "m", within: .ample)
    let (first, second) = try moons.split(0.3, seed: 0, name: "s", within: .ample)
    #expect(first.targets.elements.reduce(0, +) == 15)
    #expect(second.targets.elements.reduce(0, +) == 35)
    #expect(try Generator.sine.generate([9, nil], seed: 0, name: "m", within: .ample).classOfEachSample() == nil)
  }

  @Test(arguments: [
    (10, 0.0, "`fraction` of `split` must be a number between 0 and 1, not 0"),
    (10, 1.0, "`fraction` of `split` must be a number between 0 and 1, not 1"),
    (10, Double.nan, "`fraction` of `split` must be a number between 0 and 1, not nan"),
    (10, 80.0, "`fraction` of `split` must be a number between 0 and 1, not 80"),
    (3, 0.1, "one side of this split would be empty: a fraction of 0.1 of 3 samples"),
    (1, 0.5, "one side of this split would be empty: a fraction of 0.5 of 1 sample"),
  ])
  func faults(_ size: Int, _ fraction: Double, _ expected: String) throws {
    let whole = try set([Int](repeating: 0, count: size))
    #expect(
      outcome { () throws(EngineFault) in
        try whole.split(fraction, seed: 0, name: "s", within: .ample).0
      } == expected)
  }
}

/// Scaling of input columns.
struct ScalingTests {
  private func set(_ columns: [[Double]]) throws -> DataSet {
    let rows = columns[0].indices.map { row in
      LiteralRow(inputs: columns.map { $0[row] }, target: .numbers([7]))
    }
    let names = columns.indices.map { "x\($0 + 1)" }.joined(separator: ", ")
    return try DataSet(rows: rows, ColumnSelection("\(names) -> y"), name: "s", within: .ample)
  }

  private func text(_ set: DataSet) -> String { Value.matrix(set.inputs).text }

  @Test func exactFigures() throws {
    let set = try set([[1, 3, 5, 7], [2, 2, 4, 4], [0.1, 0.1, 0.1, 0.1]])
    #expect(
      text(try set.scaled(.minmax, within: .ample))
        == "[0, 0, 0; 0.3333333333333333, 0, 0; 0.6666666666666666, 1, 0; 1, 1, 0]")
    let standard = try set.scaled(.standardize, within: .ample)
    let step = 1 / 5.0.squareRoot()
    #expect((0..<4).map { standard.inputs[$0, 0] } == [-3 / 5.0.squareRoot(), -step, step, 3 / 5.0.squareRoot()])
    #expect((0..<4).map { standard.inputs[$0, 1] } == [-1, -1, 1, 1])
    #expect((0..<4).map { standard.inputs[$0, 2] } == [0, 0, 0, 0])
    #expect(standard.targets.elements == [7, 7, 7, 7])
    #expect(standard.inputNames == ["x1", "x2", "x3"])
  }

  @Test func meanAndDeviation() throws {
    let drawn = try Generator.blobs.generate([999, nil, nil], seed: 0, name: "b", within: .ample)
    let scaled = try drawn.scaled(.standardize, within: .ample)
    for column in 0..<2 {
      let numbers = (0..<scaled.size).map { scaled.inputs[$0, column] }
      #expect(abs(Reduction.sum(numbers.span)) < 1e-11)
      #expect(abs(Reduction.sumOfSquares(numbers.span) / 999 - 1) < 1e-14)
    }
  }

  @Test func byAnotherSet() throws {
    let (model, other) = (try set([[0, 10]]), try set([[5, 20, -10]]))
    #expect(text(try other.scaled(.minmax, by: model, within: .ample)) == "[0.5; 2; -1]")
    #expect(text(try other.scaled(.standardize, by: model, within: .ample)) == "[0; 3; -3]")
    // A model that is the same throughout moves and does not scale.
    #expect(text(try other.scaled(.standardize, by: set([[5, 5]]), within: .ample)) == "[0; 15; -15]")
  }

  /// Squares of these overflow or vanish.
  @Test func extremes() throws {
    for size in [1e300, 1e-300, .leastNonzeroMagnitude, 1.7e308] {
      #expect(text(try set([[size, 0]]).scaled(.standardize, within: .ample)) == "[1; -1]")
      #expect(text(try set([[-size, size]]).scaled(.minmax, within: .ample)) == "[0; 1]")
    }
    #expect(
      outcome { () throws(EngineFault) in
        try DataSet(
          rows: [LiteralRow(inputs: [1e308], target: .numbers([]))], ColumnSelection("a"), name: "s", within: .ample
        ).scaled(
          .minmax,
          by: DataSet(
            rows: [0, 1e-300].map { LiteralRow(inputs: [$0], target: .numbers([])) }, ColumnSelection("a"), name: "s",
            within: .ample), within: .ample)
      } == "`minmax` cannot scale `a`: its numbers lie too far apart")
  }

  @Test func mismatch() throws {
    let (one, two) = (try set([[1, 2]]), try set([[1, 2], [3, 4]]))
    #expect(
      outcome(["test_set", "train_set"]) { () throws(EngineFault) in
        try one.scaled(.standardize, by: two, within: .ample)
      } == "`standardize` needs sets with the same inputs: `test_set` has 1, `train_set` has 2")
    #expect(
      outcome { () throws(EngineFault) in try one.scaled(.minmax, by: two, within: .ample) }
        == "`minmax` needs sets with the same inputs: the set has 1, the other has 2")
  }
}
