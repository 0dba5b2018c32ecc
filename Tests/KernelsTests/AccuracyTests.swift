import Testing

@testable import Kernels

@Suite("Elementary functions")
struct AccuracyTests {
  /// Every function for which the language promises a result within one unit in the last place.
  static let promised: [ElementaryFunction] =
    ([
      .exp, .expm1, .log, .log1p, .log2, .log10, .sqrt, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh,
      .erf, .sigmoid, .softplus, .silu, .gelu, .elu, .selu,
    ] as [UnaryFunction]).map { .unary($0) } + [.power]

  @Test("Hard points are met within one unit in the last place, with the same bits at every level")
  func hardPoints() throws {
    let levels = VectorLevel.available.compactMap { Kernels($0) }
    let groups = try HardPoint.all()
    #expect(Set(groups.map(\.function)) == Set(Self.promised))
    for (function, points) in groups {
      #expect(points.count >= 200)
      let results = levels.map { function.values(points.map(\.x), points.map(\.y), $0) }
      for (point, result) in zip(points, results[0]) {
        #expect(point.error(of: result) <= 1, "\(function) at \(point.x), \(point.y) gives \(result)")
      }
      #expect(results.allSatisfy { $0.bits == results[0].bits }, "\(function)")
    }
  }

  @Test("The error of a result is measured from the true value")
  func errors() {
    func error(_ cut: Double, _ rest: Double, _ result: Double) -> Double {
      HardPoint(function: .power, x: 0, y: 0, cut: cut, rest: rest).error(of: result)
    }
    #expect(error(1, 0.25, 1) == 0.25)
    #expect(error(-1, 0.25, (-1).nextDown) == 0.75)
    #expect(error(1, 0.25, 1 + 3 * 0x1p-52) == 2.75)
    #expect(error(-0.0, 0.5, 0) == 0.5)
    #expect(error(-0.0, 0.5, .leastNonzeroMagnitude) == 1.5)
    #expect(error(.greatestFiniteMagnitude, 0.75, .infinity) == 0.25)
    #expect(error(.greatestFiniteMagnitude, 0.75, -.infinity) == .infinity)
    #expect(error(1, 0, .infinity) == .infinity)
    #expect(error(.infinity, 0, .greatestFiniteMagnitude) == .infinity)
    #expect(error(1, 0, .nan) == .infinity)
  }

  /// What a function is at −∞, −0, 0 and ∞.
  static let edges: [(UnaryFunction, [Double])] = [
    (.exp, [0, 1, 1, .infinity]), (.expm1, [-1, -0.0, 0, .infinity]),
    (.log, [.nan, -.infinity, -.infinity, .infinity]), (.log1p, [.nan, -0.0, 0, .infinity]),
    (.log2, [.nan, -.infinity, -.infinity, .infinity]), (.log10, [.nan, -.infinity, -.infinity, .infinity]),
    (.sqrt, [.nan, -0.0, 0, .infinity]),
    (.sin, [.nan, -0.0, 0, .nan]), (.cos, [.nan, 1, 1, .nan]), (.tan, [.nan, -0.0, 0, .nan]),
    (.asin, [.nan, -0.0, 0, .nan]), (.acos, [.nan, 0x1.921fb54442d18p0, 0x1.921fb54442d18p0, .nan]),
    (.atan, [-0x1.921fb54442d18p0, -0.0, 0, 0x1.921fb54442d18p0]),
    (.sinh, [-.infinity, -0.0, 0, .infinity]), (.cosh, [.infinity, 1, 1, .infinity]), (.tanh, [-1, -0.0, 0, 1]),
    (.erf, [-1, -0.0, 0, 1]), (.sigmoid, [0, 0.5, 0.5, 1]),
    (.softplus, [0, 0x1.62e42fefa39efp-1, 0x1.62e42fefa39efp-1, .infinity]),
    (.silu, [-0.0, -0.0, 0, .infinity]), (.gelu, [-0.0, -0.0, 0, .infinity]),
    (.elu, [-1, -0.0, 0, .infinity]), (.selu, [-0x1.c212cc640f031p0, -0.0, 0, .infinity]),
  ]

  @Test("Zeros keep their sign and infinities their limits", arguments: VectorLevel.available)
  func limits(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    for (function, expected) in Self.edges {
      let results = function.values([-.infinity, -0.0, 0, .infinity], kernels)
      #expect(results.bits == expected.bits, "\(function): \(results)")
    }
  }

  @Test("Arcs end exactly at their bounds, and outside them is nothing")
  func arcs() {
    #expect(UnaryFunction.asin([-1, 1, 1.nextUp]).bits == [-halfPi, halfPi, .nan].bits)
    #expect(UnaryFunction.acos([-1, 1, (-1).nextDown]).bits == [2 * halfPi, 0, .nan].bits)
    #expect(UnaryFunction.atan([-1, 1, 0x1p1023]).bits == [-halfPi / 2, halfPi / 2, halfPi].bits)
  }

  private let halfPi = 0x1.921fb54442d18p0
}
