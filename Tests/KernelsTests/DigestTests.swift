import Testing

@testable import Kernels

/// The bits themselves, so that a machine or compiler with which they differ is found out even where all of its own
/// levels agree. A change of a function's method changes its digest here, and what notes say with it.
@Suite struct DigestTests {
  /// FNV-1a, 64 bits, over the results' bytes, least significant first.
  func digest(_ numbers: [Double]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in numbers {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ (number.bitPattern >> UInt64(shift) & 0xFF)) &* 0x100_0000_01B3
      }
    }
    return hash
  }

  @Test func unaryFunctions() {
    var adversary = Adversary(12)
    let x = adversary.numbers(10_000) + Adversary.edges
    let digests = UnaryFunction.allCases.map { "\($0.rawValue) \(String(digest($0(x)), radix: 16))" }
    #expect(
      digests == [
        "- f179a03538aec9ae", "not 9edd25495a5f94c5", "abs 88796e5e60970aae", "sign bff3fe799cd2fe48",
        "step 5a85a0388f69d4d5", "round ba5c7b18e402e11f", "floor 2c114f3c9b2d72f7", "ceil fbe6f8d06ce06acc",
        "sqrt 5f9e3e68e7fdd31a", "exp c77f93739664b37d", "expm1 bfdccb4c61c00dc", "log 372ae0b09a9d86f4",
        "log1p 876b67f7b535b4b7", "log2 b6bfdc689928aa0a", "log10 753dd904af74c9bb", "sin cea302152e9cfae1",
        "cos aacf1594448d6fa4", "tan d5cdda56220d9f09", "asin e89170c9e354af9c", "acos 3fa28fb494e7a643",
        "atan f67aa40ed0ee50fc", "sinh 1ba0e3bbab776466", "cosh c5c68121af352189", "tanh b10c90b3d0435df3",
        "erf a1bff6794b662885", "sigmoid ed0dd62e6756e399", "softplus 1e69b9421a3c1931", "relu 42cb93084f4a593e",
        "selu bbbfeb982557992c", "silu 42c7bcd5f2bc123a", "gelu b1bfcb5888654d43", "leaky_relu 42bf17434e6238ca",
        "elu ac7154cd65684bf7",
      ])
  }

  @Test func binaryFunctions() {
    var adversary = Adversary(13)
    let (a, b) = (adversary.numbers(10_000), adversary.numbers(10_000))
    let digests = BinaryFunction.allCases.map { "\($0.rawValue) \(String(digest($0(a, b)), radix: 16))" }
    #expect(
      digests == [
        "+ f27bd516b9fa321c", "- d95ceb8b168c8b77", "* f0f52ecc32d50832", "/ c3cbf5b8d74ab132",
        "^ 6df74647bd78dbde", "min b2ee972eaee36cfd", "max ac264772f82d89ed", "< d620d902eaabb485",
        "<= d2005f205f071178", "> 4e44df62192b5d85", ">= 1579a11aee781df8", "== 60bb8ac182fabcd8",
        "!= 94368cf78ae32858", "and 29bc0937b6894e18", "or 9edde221e8560425",
      ])
  }

  @Test func products() {
    var adversary = Adversary(14)
    let a = adversary.numbers(40 * 30) + adversary.tame(600 * 50)
    let b = adversary.numbers(30 * 37) + adversary.tame(600 * 60)
    let digests = MatrixProduct.Form.allCases.map { form -> String in
      let wild = MatrixProduct.multiply(
        a.span.extracting(..<1200), b.span.extracting(..<1110), rows: 40, inner: 30, columns: 37, form)
      let long = MatrixProduct.multiply(
        a.span.extracting(1200...), b.span.extracting(1110...), rows: 50, inner: 600, columns: 60, form)
      return "\(form) \(String(digest(wild + long), radix: 16))"
    }
    #expect(
      digests == [
        "plain 20a22b4f8dd32804", "rightTransposed d1ade0b7391022f0", "leftTransposed 375227aa6b5bd3aa",
      ])
  }
}
