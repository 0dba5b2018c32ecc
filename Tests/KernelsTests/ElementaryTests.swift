import Testing

@testable import Kernels

/// The functions that have one obvious right answer, against Swift's own operators; and exact values of the others.
@Suite struct ElementaryTests {
  static let x: [Double] = {
    var adversary = Adversary(11)
    let halves = (-50...50).flatMap { [Double($0) / 2, (Double($0) / 2).nextUp, (Double($0) / 2).nextDown] }
    return adversary.numbers(3_000) + Adversary.edges + halves
  }()

  static let unary: [(UnaryFunction, @Sendable (Double) -> Double)] = [
    (.negative, { -$0 }),
    (.not, { $0 == 0 ? 1 : 0 }),
    (.abs, { $0.magnitude }),
    (.sign, { $0.isNaN ? $0 : $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
    (.step, { $0.isNaN ? $0 : $0 >= 0 ? 1 : 0 }),
    (.round, { $0.rounded(.toNearestOrAwayFromZero) }),
    (.floor, { $0.rounded(.down) }),
    (.ceil, { $0.rounded(.up) }),
    (.sqrt, { $0.squareRoot() }),
    (.relu, { $0.isNaN ? $0 : $0 > 0 ? $0 : 0 }),
    (.leakyRelu, { $0 > 0 ? $0 : 0.3 * $0 }),
  ]

  @Test(arguments: unary) func unaryTwins(function: UnaryFunction, twin: @Sendable (Double) -> Double) throws {
    for level in VectorLevel.available {
      let kernels = try #require(Kernels(level))
      let results = function.values(Self.x, parameter: 0.3, kernels)
      #expect(results.bits == Self.x.map { canonical(twin($0)) }.bits, "\(level)")
    }
  }

  static let binary: [(BinaryFunction, @Sendable (Double, Double) -> Double)] = [
    (.add, { $0 + $1 }), (.subtract, { $0 - $1 }), (.multiply, { $0 * $1 }), (.divide, { $0 / $1 }),
    (.minimum, { $0 < $1 || $0 == $1 && $0.sign == .minus || $0.isNaN ? $0 : $1 }),
    (.maximum, { $0 > $1 || $0 == $1 && $0.sign == .plus || $0.isNaN ? $0 : $1 }),
    (.less, { $0 < $1 ? 1 : 0 }), (.lessEqual, { $0 <= $1 ? 1 : 0 }),
    (.greater, { $0 > $1 ? 1 : 0 }), (.greaterEqual, { $0 >= $1 ? 1 : 0 }),
    (.equal, { $0 == $1 ? 1 : 0 }), (.notEqual, { $0 != $1 ? 1 : 0 }),
    (.and, { $0 != 0 && $1 != 0 ? 1 : 0 }), (.or, { $0 != 0 || $1 != 0 ? 1 : 0 }),
  ]

  @Test(arguments: binary)
  func binaryTwins(function: BinaryFunction, twin: @Sendable (Double, Double) -> Double) throws {
    let edges = Adversary.edges
    let a = Self.x + edges.flatMap { edge in edges.map { _ in edge } }
    let b = Self.x.reversed() + edges.flatMap { _ in edges }
    for level in VectorLevel.available {
      let kernels = try #require(Kernels(level))
      #expect(function.values(a, b, kernels).bits == zip(a, b).map { canonical(twin($0, $1)) }.bits, "\(level)")
    }
  }

  @Test(arguments: VectorLevel.available) func exactValuesAreExact(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    var table: [(UnaryFunction, Double, Double)] = [
      (.exp, 0, 1), (.expm1, -0.0, -0.0), (.log, 1, 0), (.log1p, -0.0, -0.0), (.cosh, 0, 1), (.sigmoid, 0, 0.5),
      (.tanh, 40, 1), (.tanh, -40, -1), (.sigmoid, 40, 1), (.expm1, -40, -1), (.softplus, 40, 40), (.silu, 40, 40),
      (.exp, 709.79, .infinity), (.exp, -745.14, 0), (.exp, -745.13, 0x1p-1074), (.sinh, -710.48, -.infinity),
      (.silu, -800, -0.0), (.silu, .infinity, .infinity), (.softplus, -800, 0), (.elu, -800, -1),
    ]
    table += (-1074...1023).map { (.log2, Double(sign: .plus, exponent: $0, significand: 1), Double($0)) }
    var ten = 1.0
    for exponent in 0...22 {
      table.append((.log10, ten, Double(exponent)))
      ten *= 10
    }
    // Where a function is its argument, or nearly: the smallest numbers come through untouched.
    for x in [0x1p-1074, 3 * 0x1p-1074, 0x1p-1022, 0x1p-70] {
      for function: UnaryFunction in [.expm1, .log1p, .sinh, .tanh, .elu] {
        table += [(function, x, x), (function, -x, -x)]
      }
    }
    for (function, x, expected) in table {
      let result = function.value(x, parameter: 1, kernels)
      #expect(result.bitPattern == expected.bitPattern, "\(function)(\(x)) = \(result), not \(expected)")
    }
  }

  /// A function that increases does so over neighbouring doubles too, across the seams of its methods.
  @Test func increasingFunctionsDoNotStepBack() {
    let functions: [UnaryFunction] = [
      .exp, .expm1, .log, .log1p, .log2, .log10, .asin, .atan, .sinh, .tanh, .erf, .sigmoid, .softplus, .elu, .selu,
    ]
    let seams = [
      0x1p-60, 0x1p-30, 0.41406250, 0x1.a827ap-2, 0.5, 0x1.3504fp1, 0x1.6a09e667f3bcdp-1, 0x1.6a09e667f3bcdp0,
      0x1.62e42fefa39efp-2, 1, 18, 24, 44.3, 64, 200,
      0x1.0a2b23f3bab73p5, 707.5,
    ]
    for function in functions {
      for seam in seams.flatMap({ [$0, -$0] }) where function(seam).isFinite {
        var x = seam
        for _ in 0..<100 { x = x.nextDown }
        let arguments = (0..<200).map { _ in
          x = x.nextUp
          return x
        }
        let results = function(arguments)
        let steps = zip(results, results.dropFirst()).filter { $0 > $1 }
        #expect(steps.isEmpty, "\(function) near \(seam)")
      }
    }
  }
}

private func canonical(_ x: Double) -> Double { x.isNaN ? .nan : x }
