/// What random numbers are drawn for. Each purpose has streams of its own, so drawing for one never moves another.
package enum RandomPurpose: UInt8, CaseIterable, Sendable {
  case initialisation = 1
  case shuffle = 2
  case dropout = 3
  case data = 4
  case noise = 5
  case split = 6
}

/// An endless sequence of random numbers that follows from (seed, purpose, name) alone and can be read at any index.
///
/// The seed is the key of a Philox4x32-10. The upper half of its counter is the FNV-1a hash (64 bits) of the purpose and
/// the name's UTF-8 bytes, the lower half counts blocks of 128 bits. So streams of different seeds are different
/// bijections, and those of one seed cannot overlap unless two names share a hash. A stream holds no state:
/// reading it twice gives the same numbers, in whatever order or on whatever thread.
package struct RandomStream: Equatable, Sendable {
  private let philox: Philox
  /// The upper half of the counter.
  let identity: UInt64

  /// The stream of a purpose and a name under a seed.
  package init(seed: UInt64, purpose: RandomPurpose, name: String) {
    philox = Philox(key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    identity = FNV1a.hash(name.utf8, from: FNV1a.hash(CollectionOfOne(purpose.rawValue)))
  }

  private init(philox: Philox, identity: UInt64) {
    self.philox = philox
    self.identity = identity
  }

  /// A stream within this one, such as that of an epoch or of a step.
  package func part(_ number: UInt64) -> RandomStream {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    return RandomStream(philox: philox, identity: FNV1a.hash(bytes, from: identity))
  }

  /// The 64 random bits at an index.
  package subscript(index: UInt64) -> UInt64 {
    let pair = block(index >> 1)
    return index & 1 == 0 ? pair.first : pair.second
  }

  private func block(_ index: UInt64) -> (first: UInt64, second: UInt64) {
    let words = philox.block(
      SIMD4(
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
        UInt32(truncatingIfNeeded: identity), UInt32(truncatingIfNeeded: identity >> 32)))
    return (UInt64(words.x) | UInt64(words.y) << 32, UInt64(words.z) | UInt64(words.w) << 32)
  }
}

// MARK: Numbers

extension RandomStream {
  /// The number at an index, uniform among the multiples of 2^-53 in 0 ..< 1.
  package func uniform(at index: UInt64) -> Double {
    Double(self[index] >> 11) * 0x1p-53
  }

  /// The number at an index, uniform in a range that is finite and not empty; below its upper bound also after rounding.
  package func uniform(at index: UInt64, in range: Range<Double>) -> Double {
    precondition(range.lowerBound < range.upperBound, "a uniform number needs a range that is not empty")
    let u = uniform(at: index)
    let width = range.upperBound - range.lowerBound
    let value =
      width.isFinite ? range.lowerBound + width * u : range.lowerBound * (1 - u) + range.upperBound * u
    return min(value, range.upperBound.nextDown)
  }

  /// The integer at an index, uniform in 0 ..< bound, each exactly as likely as every other.
  ///
  /// The upper half of bits · bound; the few lower halves that would favour some values are refused (Lemire, "Fast random
  /// integer generation in an interval", 2019), and other bits are taken from a part that belongs to the index.
  package func integer(at index: UInt64, below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "a random integer needs a bound above 0")
    var product = self[index].multipliedFullWidth(by: bound)
    guard product.low < bound else { return product.high }
    let refused = (0 &- bound) % bound
    let more = part(index)
    var attempt: UInt64 = 0
    while product.low < refused {
      product = more[attempt].multipliedFullWidth(by: bound)
      attempt += 1
    }
    return product.high
  }

  /// The numbers 0 ..< count in random order (Fisher and Yates; the draw for place i is the integer at index i).
  package func permutation(count: Int) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(integer(at: UInt64(place), below: UInt64(place) + 1)))
    }
    return order
  }
}

/// The hash FNV-1a of 64 bits (Fowler, Noll, Vo).
enum FNV1a {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func hash(_ bytes: some Sequence<UInt8>, from state: UInt64 = start) -> UInt64 {
    bytes.reduce(state) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
