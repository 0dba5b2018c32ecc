import Formula
import Foundation
import Language
import SourceText
import Testing

@testable import Notebook

/// Random expressions, written, read, printed, read again and differentiated: nothing of that changes a value, and every
/// derivative is the limit of differences. `TALLY_EXPRESSIONS=100000 swift test --filter RandomExpressionTests` tries
/// more of them.
@Suite struct RandomExpressionTests {
  private static let batches = 4

  private static var count: Int {
    let wish = ProcessInfo.processInfo.environment["TALLY_EXPRESSIONS"].flatMap { Int($0) }
    return (wish ?? 3_000) / batches
  }

  @Test(arguments: 0..<batches) func derivativesAreRightAndPrintedAsTheyAre(_ batch: Int) throws {
    var generator = ExpressionGenerator(seed: UInt64(batch) + 1)
    let reader = try ExpressionReader()
    var failures: [String] = []
    var (judged, points) = (0, 0)
    for round in 0..<Self.count {
      let written = generator.expression(depth: round % 8 == 0 ? 4 : round % 2 == 0 ? 3 : 2)
      let variable = round % 5 == 0 ? "y" : "x"
      let term = try reader.term(written, by: variable)
      let slope: Term
      do {
        slope = try term.derivative(by: variable)
      } catch {
        failures.append("\(written) by \(variable): \(error)")
        continue
      }
      let (termAgain, slopeAgain) = (
        try reader.term(term.text, by: variable), try reader.term(slope.text, by: variable)
      )
      for _ in 0..<2 {
        let point = ["x": generator.number(in: -3...3), "y": generator.number(in: -3...3)]
        points += 1
        if !isSame(term.number(at: point), termAgain.number(at: point)) {
          failures.append("\(written), printed \(term.text), is another value at \(point)")
        }
        let found = slope.number(at: point)
        if !isSame(found, slopeAgain.number(at: point)) {
          failures.append("the derivative \(slope.text) of \(written), read back, is another value at \(point)")
        }
        guard let expected = CentralDifference(of: term, by: variable, at: point, judging: slope) else { continue }
        judged += 1
        if !expected.agrees(with: found) {
          failures.append("(\(written))' by \(variable) is \(slope.text), \(found), not \(expected.slope) at \(point)")
        }
      }
    }
    #expect(failures == [])
    #expect(Double(judged) > 0.45 * Double(points))
    if Self.count * Self.batches > 3_000 { print("batch \(batch): \(judged) of \(points) slopes judged") }
  }

  private func isSame(_ left: Double, _ right: Double) -> Bool {
    left.bitPattern == right.bitPattern || left == right || left.isNaN && right.isNaN
  }
}

/// Reads expressions as `derive` does, in a note that has a few functions.
private struct ExpressionReader {
  private let session: Session

  init() throws {
    var session = Session(under: conditions())
    let code = Array("square(u) = u*u\nswish(z) = z * sigmoid(z)\nmixed(a, b) = a*b - square(b)".utf8)
    for statement in Program.parse(code).0.statements {
      _ = try session.perform(statement, of: Self.code(code))
    }
    self.session = session
  }

  private static func code(_ text: [UInt8]) -> Code {
    var excerpt = Excerpt()
    excerpt.append(0..<text.count, of: text)
    return Code(excerpt: excerpt)
  }

  func term(_ text: String, by variable: String) throws -> Term {
    let (inline, mistakes) = InlineCode.parse(Array(text.utf8))
    let expression = try #require(inline, "\(text): \(mistakes)").value
    let evaluator = session.evaluator(of: Self.code(Array(text.utf8)))
    var letters = Letters(evaluator, reading: expression, variable: variable, opens: true)
    return try letters.term()
  }
}
