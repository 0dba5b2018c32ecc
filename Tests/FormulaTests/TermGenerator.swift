@testable import Formula

/// Random terms, the same ones in every run.
struct TermGenerator {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  mutating func number(in range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }

  /// A term of about that many levels, of any kind.
  mutating func term(depth: Int) -> Term {
    guard depth > 0 else { return leaf() }
    switch Int.random(in: 0..<24, using: &random) {
    case 0...4: return .add(terms(depth))
    case 5...9: return .multiply(terms(depth))
    case 10...11: return .divide(term(depth: depth - 1), term(depth: depth - 1))
    case 12...14: return .power(term(depth: depth - 1), exponent(depth - 1))
    case 15...18: return .apply(Function.allCases.randomElement(using: &random) ?? .exp, term(depth: depth - 1))
    case 19:
      let function = PairFunction.allCases.randomElement(using: &random) ?? .min
      return .applyPair(function, term(depth: depth - 1), term(depth: depth - 1))
    case 20: return truth(depth)
    case 21: return .negate(term(depth: depth - 1))
    default: return leaf()
    }
  }

  private mutating func leaf() -> Term {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: .symbol("x")
    case 4: .symbol("y")
    case 5: .number(Double(Int.random(in: 0...3, using: &random)))
    case 6: .number(Double(Int.random(in: -12...12, using: &random)))
    case 7: .number([0.5, 0.1, 0.25, 1.75, 3.3, -0.7, 0.01].randomElement(using: &random) ?? 0.5)
    case 8: .constant(Bool.random(using: &random) ? .pi : .e)
    default: .number(1)
    }
  }

  private mutating func terms(_ depth: Int) -> [Term] {
    (0..<Int.random(in: 2...4, using: &random)).map { _ in term(depth: depth - 1) }
  }

  private mutating func exponent(_ depth: Int) -> Term {
    switch Int.random(in: 0..<6, using: &random) {
    case 0...2: .number(Double(Int.random(in: -3...4, using: &random)))
    case 3: .divide(.number(Double(Int.random(in: -3...3, using: &random))), 2)
    default: term(depth: max(0, depth - 1))
    }
  }

  private mutating func truth(_ depth: Int) -> Term {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .and([term(depth: depth - 1), term(depth: depth - 1)])
    case 1: .or([term(depth: depth - 1), term(depth: depth - 1), leaf()])
    case 2: .not(term(depth: depth - 1))
    default:
      .compare(Comparison.allCases.randomElement(using: &random) ?? .less, term(depth: depth - 1), leaf())
    }
  }
}
