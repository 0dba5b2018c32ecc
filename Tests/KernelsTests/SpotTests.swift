import Testing

@testable import Kernels

@Suite struct SpotTests {
  @Test(arguments: VectorLevel.available) func exactCasesAreExact(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let unary: [(UnaryFunction, Double, Double)] = [
      (.exp, 0, 1), (.log, 1, 0), (.log2, 8, 3), (.log2, 0x1p-1074, -1074), (.log10, 1000, 3), (.log10, 1e22, 22),
      (.sqrt, 9, 3), (.tanh, 0, 0), (.sigmoid, 0, 0.5), (.cosh, 0, 1), (.round, 2.5, 3), (.round, -2.5, -3),
    ]
    for (function, x, y) in unary { #expect(function.value(x, kernels) == y, "\(function)(\(x))") }
    let powers: [(Double, Double, Double)] = [
      (2, 10, 1024), (10, 22, 1e22), (3, 3, 27), (0, 0, 1), (1.1, 2, 1.1 * 1.1), (3, -1, 1.0 / 3), (-2, 3, -8),
      (2, -1074, 0x1p-1074), (2, 1023, 0x1p1023),
    ]
    for (x, y, z) in powers { #expect(BinaryFunction.power.value(x, y, kernels) == z, "\(x)^\(y)") }
  }
}
