@testable import Kernels

/// A stream of numbers chosen to find faults: any bits at all, the edges of the format, thresholds of the functions,
/// and numbers near 1. The same on every machine.
struct Adversary {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number() -> Double {
    let bits = bits()
    let fraction = bits & 0x800F_FFFF_FFFF_FFFF
    switch self.bits() % 6 {
    case 0: return Double(bitPattern: bits)
    case 1: return Self.edges[Int(bits % UInt64(Self.edges.count))]
    case 2: return Double(Int(bits % 129)) - 64
    case 3: return Double(bitPattern: fraction)
    default: return Double(bitPattern: fraction | (993 + self.bits() % 41) << 52)
    }
  }

  mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in number() } }

  /// Numbers whose sums and products neither overflow nor are NaN, so that order and rounding show.
  mutating func tame(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double(bitPattern: (bits() & 0x800F_FFFF_FFFF_FFFF) | (1013 + bits() % 20) << 52) }
  }

  static let edges: [Double] = {
    let positive: [Double] = [
      0, 0x1p-1074, 0x1.ffffffffffffcp-1023, 0x1p-1022, 0x1p-900, 0x1p-538, 0x1p-60, 0x1p-53, 0.5, 1, 1.5, 2, 2.5,
      0x1.fffffffffffffp-1, 0x1.0000000000001p0, 0x1.6a09e667f3bcdp-1, 0x1.62e42fefa39efp-2, 709.78, 710.48, 745.14,
      800, 0x1p51, 0x1.8p52, 0x1.fffffffffffffp52, 0x1p53, 0x1p511, 0x1p996, 0x1.fffffffffffffp1023, .infinity,
    ]
    return positive + positive.map { -$0 } + [.nan, -Double.nan, Double(nan: 77, signaling: false)]
  }()
}

extension [Double] {
  /// The bits of every element: what two levels must share.
  var bits: [UInt64] { map(\.bitPattern) }
}
