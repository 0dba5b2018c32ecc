import Testing

@testable import Kernels

/// Reductions, and what is built of them, against loops written out in Swift, which never fuses or reorders.
@Suite struct ReductionTests {
  /// ((0+4)+(2+6))+((1+5)+(3+7)) over eight lanes, element i in lane i mod 8.
  func laneSum(_ x: [Double], _ add: (Double, Double) -> Double) -> Double {
    var lane = [Double](repeating: 0, count: 8)
    for (i, value) in x.enumerated() { lane[i % 8] = add(lane[i % 8], value) }
    return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]))
  }

  @Test(arguments: VectorLevel.available) func sumsHaveEightLanes(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    var adversary = Adversary(5)
    for count in Array(0...40) + [63, 64, 65, 1000] {
      let x = adversary.tame(count)
      let centre = adversary.tame(1)[0]
      #expect(sum(x, kernels).bitPattern == laneSum(x, +).bitPattern)
      let squares = laneSum(x) { sum, value in sum.addingProduct(value - centre, value - centre) }
      #expect(sumOfSquares(x, centre, kernels).bitPattern == squares.bitPattern)
    }
    #expect(sum([-0.0], kernels).bitPattern == 0)
  }

  @Test(arguments: VectorLevel.available) func extremesAndTheirPlace(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    var adversary = Adversary(6)
    for count in 1...40 {
      let x = adversary.tame(count).map { $0.rounded() }
      #expect(least(x, kernels) == x.min())
      #expect(greatest(x, kernels) == x.max())
      #expect(indexOfGreatest(x, kernels) == x.max().flatMap(x.firstIndex(of:)))
      for place in 0..<count {
        var spoiled = x
        spoiled[place] = .nan
        #expect(least(spoiled, kernels).isNaN)
        #expect(greatest(spoiled, kernels).isNaN)
        #expect(indexOfGreatest(spoiled, kernels) == place)
        var zeros = [Double](repeating: 0, count: count)
        zeros[place] = -0.0
        #expect(least(zeros, kernels).sign == .minus)
        #expect(greatest(zeros.map { -$0 }, kernels).sign == .plus)
      }
    }
    let nothing: [Double] = []
    #expect(least(nothing, kernels) == .infinity)
    #expect(greatest(nothing, kernels) == -.infinity)
    #expect(indexOfGreatest(nothing, kernels) == nil)
    #expect(indexOfGreatest([1, 3, .nan, 3, .nan], kernels) == 2)
    #expect(indexOfGreatest([1, 3, 2, 3], kernels) == 1)
    #expect(indexOfGreatest([-.infinity, -.infinity], kernels) == 0)
  }

  @Test(arguments: VectorLevel.available) func outerTransposeAndSoftmax(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    var adversary = Adversary(8)
    for (rows, columns) in [(0, 3), (3, 0), (1, 1), (2, 5), (9, 8), (13, 17)] {
      let (a, b) = (adversary.tame(rows), adversary.tame(columns))
      #expect(outer(a, b, kernels).bits == a.flatMap { u in b.map { u * $0 } }.bits)

      let x = adversary.tame(rows * columns)
      let turned = (0..<columns).flatMap { j in (0..<rows).map { i in x[i * columns + j] } }
      #expect(transpose(x, rows, columns) == turned)

      let shares = (0..<rows).flatMap { i -> [Double] in
        let row = Array(x[i * columns..<(i + 1) * columns])
        let greatest = row.max() ?? 0
        let powers = row.map { UnaryFunction.exp.value($0 - greatest, kernels) }
        let total = laneSum(powers, +)
        return powers.map { $0 / total }
      }
      #expect(softmax(x, rows, columns, kernels).bits == shares.bits)
    }
    #expect(softmax([1000, 1000, -1000], 1, 3, kernels) == [0.5, 0.5, 0])
  }
}

// A span made inside `#expect` crashes the compiler (6.3.1), so the calls stand outside it.
private func sum(_ x: [Double], _ kernels: Kernels) -> Double { Reduction.sum(x.span, kernels) }
private func sumOfSquares(_ x: [Double], _ centre: Double, _ kernels: Kernels) -> Double {
  Reduction.sumOfSquares(x.span, around: centre, kernels)
}
private func least(_ x: [Double], _ kernels: Kernels) -> Double { Reduction.least(x.span, kernels) }
private func greatest(_ x: [Double], _ kernels: Kernels) -> Double { Reduction.greatest(x.span, kernels) }
private func indexOfGreatest(_ x: [Double], _ kernels: Kernels) -> Int? { Reduction.indexOfGreatest(x.span, kernels) }
private func outer(_ a: [Double], _ b: [Double], _ kernels: Kernels) -> [Double] {
  MatrixProduct.outer(a.span, b.span, kernels)
}
private func transpose(_ x: [Double], _ rows: Int, _ columns: Int) -> [Double] {
  MatrixProduct.transpose(x.span, rows: rows, columns: columns)
}
private func softmax(_ x: [Double], _ rows: Int, _ columns: Int, _ kernels: Kernels) -> [Double] {
  Softmax.rows(of: x.span, rows: rows, columns: columns, kernels)
}
