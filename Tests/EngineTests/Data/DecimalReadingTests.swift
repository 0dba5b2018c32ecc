import Kernels
import Testing

@testable import Engine

/// Numbers of text are the nearest doubles: held against the standard library's own reading.
struct DecimalReadingTests {
  private func value(_ text: String) -> Double? {
    DecimalReading.value(of: Array(text.utf8).span, in: 0..<text.utf8.count)
  }

  @Test(arguments: [
    "0", "-0", "1", "0.1", "0.3", "9007199254740993", "9007199254740992.5", "9007199254740993e-1", "1e22", "1e23",
    "8.5e27", "123456789012345678e27", "9999999999999999999e27", "9999999999999999999e-27", "18014398509481985",
    "1.7976931348623157e308", "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "1e309", "1e-400", "1e99999999999999999999",
    "1e-99999999999999999999", "0e99999999999999999999", "0.000000000000000000000000000000000001", "1e27", "1e28",
    "1000000000000000000000000000000", "0.1000000000000000055511151231257827021181583404541015625",
    "0.10000000000000000555111512312578270211815834045410156250000000000000000000000000000000000000000000000000001",
    "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416"
      + "692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959",
  ])
  func hardNumbers(_ text: String) throws {
    #expect(value(text)?.bitPattern == Double(text)?.bitPattern)
    #expect(value("-" + text.drop { $0 == "-" })?.bitPattern == Double("-" + text.drop { $0 == "-" })?.bitPattern)
  }

  /// Halfway between two doubles, and one digit beside it, at many scales.
  @Test func halves() throws {
    let stream = RandomStream(seed: 1, purpose: .data, name: "halves")
    for index in 0..<20_000 as Range<UInt64> {
      let odd = (stream[2 * index] >> 10) | 1 << 53 | 1
      let power = Int(stream.integer(at: 2 * index + 1, below: 56)) - 28
      for digits in [odd - 1, odd, odd + 1] {
        let text = "\(digits)e\(power)"
        #expect(value(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  @Test func randomNumbers() throws {
    let stream = RandomStream(seed: 1, purpose: .data, name: "numbers")
    for index in 0..<30_000 as Range<UInt64> {
      let draw = stream.part(index)
      let count = Int(draw.integer(at: 0, below: 40)) + 1
      var text = draw[1] & 1 == 0 ? "-" : ""
      let point = Int(draw.integer(at: 2, below: 41))
      for place in 0..<count {
        if place == point { text += "." }
        text += "\(draw.integer(at: UInt64(place) + 10, below: 10))"
      }
      if draw[3] & 1 == 0 { text += "e\(Int(draw.integer(at: 4, below: 700)) - 350)" }
      #expect(value(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
    for index in 0..<30_000 as Range<UInt64> {
      let number = Double(bitPattern: stream[index])
      guard number.isFinite else { continue }
      #expect(value("\(number)")?.bitPattern == number.bitPattern, "\(number)")
    }
  }

  /// Time is linear in the length of a number, and what follows the first 800 digits still counts.
  @Test func longNumbers() {
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(value("9007199254740993.\(zeros)1") == 9_007_199_254_740_994)
    #expect(value("9007199254740993.\(zeros)") == 9_007_199_254_740_992)
    #expect(value("0.\(zeros)1e1000001") == 1)
    #expect(value("1\(zeros)e-1000000") == 1)
  }
}
