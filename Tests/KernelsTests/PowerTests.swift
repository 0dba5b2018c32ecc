import Testing

@testable import Kernels

@Suite struct PowerTests {
  /// C99, Annex F.9.4.4, and the rules of IEEE 754-2019, 9.2.1, for pow.
  @Test(arguments: VectorLevel.available) func edgesAreTheStandards(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let (inf, nan) = (Double.infinity, Double.nan)
    let table: [(Double, Double, Double)] = [
      (0, 0, 1), (-0.0, 0, 1), (nan, 0, 1), (inf, -0.0, 1), (-3, 0, 1),
      (1, nan, 1), (1, inf, 1), (1, -inf, 1), (-1, inf, 1), (-1, -inf, 1),
      (nan, 1, nan), (2, nan, nan), (nan, nan, nan), (nan, inf, nan), (-1, nan, nan),
      (0, -1, inf), (-0.0, -1, -inf), (0, -3, inf), (-0.0, -3, -inf), (0, -2, inf), (-0.0, -2, inf),
      (0, -0.5, inf), (-0.0, -0.5, inf), (0, -inf, inf), (-0.0, -inf, inf), (-0.0, -0x1p53, inf),
      (0, 3, 0), (-0.0, 3, -0.0), (0, 2, 0), (-0.0, 2, 0), (0, 0.5, 0), (-0.0, 0.5, 0), (-0.0, inf, 0),
      (-0.0, 0x1.fffffffffffffp52, -0.0), (-0.0, 0x1p53, 0),
      (0.5, -inf, inf), (-0.5, -inf, inf), (2, -inf, 0), (-2, -inf, 0), (0.5, inf, 0), (-0.5, inf, 0), (2, inf, inf),
      (-2, inf, inf), (inf, inf, inf), (inf, -inf, 0), (-inf, inf, inf), (-inf, -inf, 0),
      (-inf, -3, -0.0), (-inf, -2, 0), (-inf, -0.5, 0), (-inf, 3, -inf), (-inf, 2, inf), (-inf, 0.5, inf),
      (inf, -0.5, 0), (inf, 0.5, inf), (inf, -1, 0), (-inf, -1, -0.0), (-inf, 0x1p53, inf),
      (-2, 0.5, nan), (-2, -0.5, nan), (-1e300, 1e-300, nan), (-0x1p-1074, 1.5, nan),
      (-2, 3, -8), (-2, 4, 16), (-2, -3, -0.125), (-1, 0x1.fffffffffffffp52, -1), (-1, 0x1p53, 1), (-1, 1e300, 1),
      (1e300, 2, inf), (-1e300, 3, -inf), (1e300, -3, 0), (-1e300, -3, -0.0), (0.5, 1e300, 0), (0.5, -1e300, inf),
      (0x1.0000000000001p0, 1e300, inf), (0x1.fffffffffffffp-1, 1e300, 0), (0x1p-1074, -1, inf), (2, 1024, inf),
    ]
    for (x, y, expected) in table {
      #expect(BinaryFunction.power.value(x, y, kernels).bitPattern == expected.bitPattern, "\(x)^\(y)")
    }
  }

  @Test(arguments: VectorLevel.available) func exactPowersAreExact(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let power = BinaryFunction.power
    for exponent in -1074...1023 {
      let expected = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(power.value(2, Double(exponent), kernels) == expected)
      if exponent.isMultiple(of: 2) { #expect(power.value(4, Double(exponent / 2), kernels) == expected) }
      #expect(power.value(expected, 1, kernels) == expected)
    }
    for base in 2...200 {
      var expected = 1
      var exponent = 0
      while true {
        #expect(power.value(Double(base), Double(exponent), kernels) == Double(expected))
        #expect(
          power.value(Double(-base), Double(exponent), kernels) == Double(exponent % 2 == 0 ? expected : -expected))
        let (next, overflow) = expected.multipliedReportingOverflow(by: base)
        if overflow || next > 1 << 53 { break }
        (expected, exponent) = (next, exponent + 1)
      }
      let square = Double(base * base)
      #expect(power.value(square, 0.5, kernels) == Double(base))
      #expect(power.value(square * square, -0.25, kernels) == 1 / Double(base) || !base.isPowerOfTwo)
    }
    var adversary = Adversary(10)
    for x in adversary.numbers(2_000) where !x.isNaN {
      #expect(power.value(x, 2, kernels).bitPattern == (x * x).bitPattern)
      #expect(power.value(x, 1, kernels).bitPattern == x.bitPattern)
      #expect(power.value(x, -1, kernels).bitPattern == (1 / x).bitPattern)
    }
  }
}

extension Int {
  fileprivate var isPowerOfTwo: Bool { nonzeroBitCount == 1 }
}
