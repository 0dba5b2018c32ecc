import Testing

@testable import Kernels

/// The same bits at every level, in every position of an array, for every count.
@Suite struct LevelTests {
  static let baseline = VectorLevel.available[0]

  @Test(arguments: UnaryFunction.allCases) func unaryFunctionsAgree(function: UnaryFunction) throws {
    var adversary = Adversary(1)
    let x = adversary.numbers(6_000) + Adversary.edges
    let first = try #require(Kernels(Self.baseline))
    let expected = function.values(x, parameter: 1.3, first).bits
    for level in VectorLevel.available {
      let kernels = try #require(Kernels(level))
      #expect(function.values(x, parameter: 1.3, kernels).bits == expected, "\(level)")
      for count in 0...40 {
        let part = Array(x[count..<2 * count])
        #expect(function.values(part, parameter: 1.3, kernels).bits == Array(expected[count..<2 * count]), "\(level)")
      }
      for i in 0..<200 {
        #expect(function.value(x[i], parameter: 1.3, kernels).bitPattern == expected[i], "\(level)")
      }
    }
  }

  @Test(arguments: BinaryFunction.allCases) func binaryFunctionsAgree(function: BinaryFunction) throws {
    var adversary = Adversary(2)
    let edges = Adversary.edges
    let a = adversary.numbers(6_000) + edges.flatMap { edge in edges.map { _ in edge } }
    let b = adversary.numbers(6_000) + edges.flatMap { _ in edges }
    let first = try #require(Kernels(Self.baseline))
    let expected = function.values(a, b, first).bits
    for level in VectorLevel.available {
      let kernels = try #require(Kernels(level))
      #expect(function.values(a, b, kernels).bits == expected, "\(level)")
      for count in 0...40 {
        let range = count..<2 * count
        let (u, v) = (Array(a[range]), Array(b[range]))
        #expect(function.values(u, v, kernels).bits == Array(expected[range]), "\(level)")
        let left = v.map { function.value(a[7], $0, first) }.bits
        #expect(function.values(a[7], v, kernels).bits == left, "\(level)")
        let right = u.map { function.value($0, b[9], first) }.bits
        #expect(function.values(u, b[9], kernels).bits == right, "\(level)")
      }
    }
  }

  /// What a NaN is made of never shows, whatever it came from.
  @Test(arguments: VectorLevel.available) func everyNaNIsTheSame(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    var adversary = Adversary(3)
    let x = adversary.numbers(2_000) + Adversary.edges
    let y = adversary.numbers(2_000) + Adversary.edges.reversed()
    var results = UnaryFunction.allCases.flatMap { $0.values(x, kernels) }
    results += BinaryFunction.allCases.flatMap { $0.values(x, y, kernels) }
    for form in MatrixProduct.Form.allCases {
      for (rows, columns) in [(20, 20), (20, 1), (1, 20)] {
        let layout = MatrixProduct.Layout(form, rows: rows, inner: 30, columns: columns)
        let (a, b) = (Array(x[..<(30 * rows)]), Array(y[..<(30 * columns)]))
        results += MatrixProduct.multiply(a.span, b.span, layout, kernels)
      }
    }
    results += Softmax.rows(of: x[0..<600].span, rows: 60, columns: 10, kernels)
    for count in 0..<60 {
      let part = x[count..<count + 9].span
      results += [Reduction.sum(part, kernels), Reduction.sumOfSquares(part, around: 1, kernels)]
      results += [Reduction.least(part, kernels), Reduction.greatest(part, kernels)]
    }
    let different = results.filter { $0.isNaN && $0.bitPattern != 0x7FF8_0000_0000_0000 }
    #expect(different.bits == [])
    #expect(results.contains { $0.isNaN })
  }

  @Test func mapsIntoSpansAndInPlace() {
    var adversary = Adversary(4)
    let (a, b) = (adversary.numbers(37), adversary.numbers(37))
    var y = [Double](repeating: 0, count: 37)
    var target = y.mutableSpan
    UnaryFunction.tanh.map(a.span, into: &target)
    #expect(y.bits == UnaryFunction.tanh(a).bits)

    var inPlace = a
    var span = inPlace.mutableSpan
    UnaryFunction.elu.map(inPlace: &span, parameter: 0.5)
    #expect(inPlace.bits == UnaryFunction.elu(a, parameter: 0.5).bits)

    target = y.mutableSpan
    BinaryFunction.divide.map(a.span, b.span, into: &target)
    #expect(y.bits == BinaryFunction.divide(a, b).bits)
    target = y.mutableSpan
    BinaryFunction.power.map(a.span, 3, into: &target)
    #expect(y.bits == BinaryFunction.power(a, 3).bits)
    target = y.mutableSpan
    BinaryFunction.power.map(1.5, b.span, into: &target)
    #expect(y.bits == BinaryFunction.power(1.5, b).bits)
  }

  @Test func aLevelIsChosenByName() {
    for level in VectorLevel.available { #expect(VectorLevel.choose(level.rawValue) == .success(level)) }
    #expect(VectorLevel.choose("") == .success(VectorLevel.widest))
    for name in ["sse9", "AVX2", "neon "] {
      #expect(VectorLevel.choose(name) == .failure(UnavailableLevel(requested: name)))
    }
    for level in VectorLevel.allCases where !VectorLevel.available.contains(level) {
      #expect(VectorLevel.choose(level.rawValue) == .failure(UnavailableLevel(requested: level.rawValue)))
    }
  }
}
