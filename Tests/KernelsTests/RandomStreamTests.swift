import Testing

@testable import Kernels

@Suite("Random streams")
struct RandomStreamTests {
  struct Answer: Sendable {
    let counter: SIMD4<UInt32>
    let key: SIMD2<UInt32>
    let block: SIMD4<UInt32>
  }

  /// The known answers that are published with Random123 for philox4x32 in 10 rounds.
  static let published = [
    Answer(
      counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
      block: SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)),
    Answer(
      counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max),
      block: SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)),
    Answer(
      counter: SIMD4(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), key: SIMD2(0xA409_3822, 0x299F_31D0),
      block: SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)),
  ]

  @Test("Philox4x32-10 gives the published answers", arguments: published)
  func knownAnswers(answer: Answer) {
    #expect(Philox(key: answer.key).block(answer.counter) == answer.block)
  }

  @Test("FNV-1a gives the published answers")
  func hashes() {
    let words = ["", "a", "foobar"]
    #expect(words.map { FNV1a.hash($0.utf8) } == [0xCBF2_9CE4_8422_2325, 0xAF63_DC4C_8601_EC8C, 0x8594_4171_F739_67E8])
  }

  @Test("A stream is a block function at (index, identity), the seed being its key")
  func layout() {
    let seed: UInt64 = 0x0123_4567_89AB_CDEF
    let stream = RandomStream(seed: seed, purpose: .dropout, name: "é")
    let identity = FNV1a.hash([3, 0xC3, 0xA9])
    let words = Philox(key: SIMD2(0x89AB_CDEF, 0x0123_4567)).block(
      SIMD4(7, 1, UInt32(truncatingIfNeeded: identity), UInt32(identity >> 32)))
    let index: UInt64 = 2 * (1 << 32 + 7)
    #expect(stream[index] == UInt64(words.y) << 32 | UInt64(words.x))
    #expect(stream[index + 1] == UInt64(words.w) << 32 | UInt64(words.z))
  }

  @Test("Seed, purpose, name and part each give another stream")
  func keys() {
    var streams: [RandomStream] = []
    for seed: UInt64 in [0, 1, 1 << 32, .max] {
      for purpose in RandomPurpose.allCases {
        for name in ["", "w1", "w2"] {
          let stream = RandomStream(seed: seed, purpose: purpose, name: name)
          streams += [stream, stream.part(0), stream.part(1), stream.part(0).part(0)]
        }
      }
    }
    #expect(Set(streams.map { $0[0] }).count == streams.count)
  }

  @Test("What a seed gives is fixed for ever")
  func pinned() {
    let stream = RandomStream(seed: 42, purpose: .initialisation, name: "mlp.W1")
    let pinnedBits: [UInt64] = [
      12_465_364_433_078_399_526, 11_035_966_940_900_892_116, 5_942_722_527_651_514_988, 17_616_522_046_012_229_925,
    ]
    #expect((0..<4).map { stream[$0] } == pinnedBits)
    #expect(stream.permutation(count: 10) == [8, 7, 9, 3, 6, 1, 0, 5, 2, 4])
  }

  @Test("Uniform numbers fill [0, 1) evenly")
  func uniform() {
    let stream = RandomStream(seed: 1, purpose: .data, name: "uniform")
    var bins = Array(repeating: 0, count: 64)
    for index: UInt64 in 0..<64_000 {
      let u = stream.uniform(at: index)
      #expect(u >= 0 && u < 1)
      bins[Int(u * 64)] += 1
    }
    // Chi-squared with 63 degrees of freedom: 99.9 % of samples lie between 32 and 104.
    let statistic = bins.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(statistic > 32 && statistic < 104)
  }

  @Test(
    "A range's upper bound is never reached",
    arguments: [
      0.0..<1.0, -1.0..<1.0, 1.0..<1.0.nextUp, -Double.greatestFiniteMagnitude..<Double.greatestFiniteMagnitude,
      0.0..<Double.leastNonzeroMagnitude,
    ])
  func ranges(range: Range<Double>) {
    let stream = RandomStream(seed: 2, purpose: .noise, name: "range")
    for index: UInt64 in 0..<1000 {
      #expect(range.contains(stream.uniform(at: index, in: range)))
    }
  }

  @Test("Integers are below their bound and all occur", arguments: [1, 2, 3, 6, 10, 1 << 63, .max] as [UInt64])
  func integers(bound: UInt64) {
    let stream = RandomStream(seed: 3, purpose: .split, name: "integers")
    let drawn = (0..<1000).map { stream.integer(at: $0, below: bound) }
    #expect(drawn.allSatisfy { $0 < bound })
    #expect(Set(drawn).count == Int(min(bound, 1000)))
  }

  @Test("A bound just above half the range refuses half the draws, and stays even")
  func refusal() {
    let stream = RandomStream(seed: 4, purpose: .split, name: "refusal")
    let bound: UInt64 = 3 << 62
    var thirds = [0, 0, 0]
    for index: UInt64 in 0..<30_000 { thirds[Int(stream.integer(at: index, below: bound) >> 62)] += 1 }
    // 10,000 each; five standard deviations are 408.
    #expect(thirds.allSatisfy { abs($0 - 10_000) < 408 })
  }

  @Test("A permutation holds every number once, and all orders are as likely")
  func permutations() {
    let stream = RandomStream(seed: 5, purpose: .shuffle, name: "order")
    #expect(stream.permutation(count: 1000).sorted() == Array(0..<1000))
    #expect(stream.permutation(count: 0) == [])
    var counts: [[Int]: Int] = [:]
    for number: UInt64 in 0..<6000 { counts[stream.part(number).permutation(count: 3), default: 0] += 1 }
    // Six orders, 1,000 each; five standard deviations are 144.
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 144 })
  }

  @Test("Normal deviates have the moments of their distribution")
  func normals() {
    let stream = RandomStream(seed: 6, purpose: .noise, name: "normal")
    let drawn = (0..<40_000).map { stream.normal(at: $0) }
    let moments = (1...4).map { power in
      drawn.reduce(0.0) { sum, x in sum + (0..<power).reduce(1.0) { product, _ in product * x } } / 40_000
    }
    // Five standard deviations of each moment's estimate: √(1/n), √(2/n), √(15/n), √(96/n).
    let expected = [(0.0, 0.025), (1.0, 0.036), (0.0, 0.097), (3.0, 0.245)]
    for (moment, (value, margin)) in zip(moments, expected) { #expect(abs(moment - value) < margin) }
    // An even index and the odd one after it share a radius, not a value.
    let product = stride(from: 0, to: 40_000, by: 2).reduce(0.0) { $0 + drawn[$1] * drawn[$1 + 1] } / 20_000
    #expect(abs(product) < 0.036)
  }

  @Test("Normal deviates drawn together are those drawn one by one", arguments: [0, 1, 2, 17, 100])
  func normalsTogether(count: Int) {
    let stream = RandomStream(seed: 7, purpose: .initialisation, name: "mlp.W1")
    #expect(stream.normals(count: count) == (0..<UInt64(count)).map { stream.normal(at: $0) })
  }

  @Test("Normal deviates are fixed for ever")
  func pinnedNormals() {
    let stream = RandomStream(seed: 42, purpose: .noise, name: "data")
    let pinnedNormalDeviates = [-0.5342868560004848, 0.24220494324228586, -0.01911963086132644, 0.773000615523301]
    #expect((0..<4).map { stream.normal(at: $0) } == pinnedNormalDeviates)
  }
}
