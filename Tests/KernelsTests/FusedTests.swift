import Testing

@testable import Kernels

/// The fused multiply-add of every level, and the one by integers, against the standard library's.
@Suite struct FusedTests {
  /// Triples in which the product and the addend are of any relation: far apart, overlapping, cancelling to the last
  /// bits, half-way between two doubles, overflowing, subnormal.
  static func triples(_ count: Int, _ seed: UInt64) -> (a: [Double], b: [Double], c: [Double]) {
    var adversary = Adversary(seed)
    let (a, b) = (adversary.numbers(count), adversary.numbers(count))
    let c = zip(a, b).map { a, b in
      let product = a * b
      switch adversary.bits() % 4 {
      case 0 where product.isFinite: return -Double(bitPattern: product.bitPattern &+ adversary.bits() % 5 &- 2)
      case 1 where product.isFinite && product != 0:
        let distance = Int(adversary.bits() % 115) - 57
        let tie = Double(sign: .plus, exponent: Int(product.exponent) - distance, significand: 1)
        return adversary.bits() % 2 == 0 ? tie : -tie
      default: return adversary.number()
      }
    }
    return (a, b, c)
  }

  @Test(arguments: VectorLevel.available) func isRoundedOnce(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let (a, b, c) = Self.triples(200_000, 9)
    let results = kernels.fused(a, b, c)
    var wrong: [String] = []
    for i in a.indices {
      let expected = c[i].addingProduct(a[i], b[i])
      for result in [results[i], Kernels.exactlyFused(a[i], b[i], c[i])]
      where expected.isNaN ? !result.isNaN : result.bitPattern != expected.bitPattern {
        wrong.append("\(a[i])·\(b[i]) + \(c[i]) = \(expected), not \(result)")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: VectorLevel.available) func edgesInEveryCombination(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let edges = Adversary.edges
    for a in edges {
      for b in edges {
        let expected = edges.map { $0.addingProduct(a, b) }
        let a = [Double](repeating: a, count: edges.count)
        let b = [Double](repeating: b, count: edges.count)
        let results = kernels.fused(a, b, edges)
        #expect(zip(results, expected).allSatisfy { $0.isNaN ? $1.isNaN : $0.bitPattern == $1.bitPattern })
      }
    }
  }
}
