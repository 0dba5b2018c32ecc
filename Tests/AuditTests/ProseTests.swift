import Testing

@testable import Audit

/// Prose full of numbers, in which nobody calculates: change logs, specifications, measures, tables of contents.
@Suite struct ProseTests {
  private struct Dice {
    var state: UInt64 = 2_026

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }

    mutating func pick(_ words: [String]) -> String { words[roll(0...words.count - 1)] }
    mutating func decimal() -> String { "\(roll(0...900)).\(roll(10...99))" }
  }

  private static let units = ["mm", "kg", "s", "°C", "kWh", "mi", "GB", "m/s", "in", "h", "€", "%"]
  private static let words = ["setting", "release", "option", "measure", "limit", "grade", "volume", "rate"]

  private static func piece(_ dice: inout Dice) -> String {
    var n: Int { dice.roll(1...99) }
    let (unit, other, word) = (dice.pick(units), dice.pick(units), dice.pick(words))
    let (a, b) = (dice.decimal(), dice.decimal())
    switch dice.roll(0...19) {
    case 0: return "## \(n).\(n).\(n) (20\(dice.roll(10...40))-0\(dice.roll(1...9))-\(dice.roll(10...28)))\n\n"
    case 1: return "- `\(word)=\(n)` is now the default, was \(n) (#\(n))\n"
    case 2: return "1 \(unit) = \(a) \(other)\n\n"
    case 3: return "\(n) \(unit) ≈ \(a) \(other) = \(b) \(unit)\n\n"
    case 4: return "| unit | in others |\n|:--|:--|\n| 1 \(unit) | = \(a) \(other) |\n\n"
    case 5: return "\(n).\(n) \(word) ........ \(n)\n\n"
    case 6: return "Where n = \(n), m = \(n), the \(word) takes \(n) bits (0x\(n)), range \(n)-\(n).\n\n"
    case 7: return "M = \(a) (SD = \(b)), t(\(n)) = \(a), p = 0.0\(n), n=\(n); \(n):\(n) = \(word).\n\n"
    case 8: return "```sh\necho $((\(n) + \(n) = \(n)))\n```\n\n"
    case 9: return "See [\(word)](https://example.org/?a=\(n)+\(n)=\(n)) and https://example.org/\(n)=\(n).\n\n"
    case 10: return "It costs $\(a) = €\(b), at 1:\(n) = \(word); ISBN 978-\(n)-\(n) = vol. \(n).\n\n"
    case 11: return "$x_{\(n)} = \(a)$, $n = \(n), \(n), \\ldots, \(n)$, $P(X = \(n)) = \(a)$, $f(\(n)) = \(n)$.\n\n"
    case 12: return "i += \(n); x == \(n); a >= \(a), b != \(n), c := \(n), d => \(n), e -> \(n).\n\n"
    case 13: return "v\(n).\(n) = v\(n).\(n).\(n); room \(n) = \(word); Fig. \(n) = \(word); \(n)/\(n) = \(word).\n\n"
    case 14:
      return "Section \(n).\(n) = \(word), table \(n) = \(word); score \(n)-\(n) = draw; \(n)×\(n) = \(word).\n\n"
    case 15: return "On \(n) - \(n) = \(n) we met; lost \(n) - \(n) = \(n) to many; see pages \(n) - \(n) = \(n).\n\n"
    case 16: return "It takes \(n + 2) * \(n + 2) = 1 \(word), or \(n) x \(n) = \(n) kWh; \(n) * \(n) = \(n) Euro.\n\n"
    case 17: return "With rows - \(n) = \(n), size(\(n)) + \(n) = \(n), cols/\(word) + \(n) = \(n) of them.\n\n"
    case 18: return "About \(n)/\(n) = \(n) \(word)s, twice \(n) + \(n) = \(n), the root of \(n) + \(n) = \(n).\n\n"
    default: return "The \(word) is \(a) \(unit) ± \(b) \(other) = \(word) \(n); grade \(n) = \(word).\n\n"
    }
  }

  @Test func saysNothingOfAMegabyte() {
    var dice = Dice()
    var text = ""
    while text.utf8.count < 1_000_000 { text += Self.piece(&dice) }
    let outcome = audited(text)
    #expect(
      outcome.diagnostics.isEmpty, "\(outcome.diagnostics.count), as \(outcome.diagnostics.prefix(3).map(\.message))")
  }
}
