import Kernels
import Testing

@testable import Engine

/// What is written by the rules is read as it was.
struct RoundTripTests {
  private static let letters = Array("ab,;\"'\n\r\t é1.- \u{1F600}").map(String.init) + ["\r\n", "\"\""]

  private func quoted(_ field: String) -> String {
    "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  @Test(arguments: [",", "\t"], ["\n", "\r\n", "\r"]) func quotedText(_ delimiter: String, _ lineEnd: String) throws {
    let stream = RandomStream(seed: 9, purpose: .data, name: "text")
    for round in 0..<200 as Range<UInt64> {
      let draw = stream.part(round)
      let rows = (0..<draw.integer(at: 0, below: 6) + 1).map { row in
        let part = draw.part(row)
        // The first letter keeps the name from being a number, and says that the column is text.
        return "x"
          + (0..<part.integer(at: 0, below: 6)).map { place in
            Self.letters[Int(part.integer(at: place + 1, below: UInt64(Self.letters.count)))]
          }.joined()
      }
      let lines = ["n\(delimiter)name"] + rows.enumerated().map { "\($0)\(delimiter)\(quoted($1))" }
      let text = lines.joined(separator: lineEnd) + (round % 2 == 0 ? lineEnd : "")
      let set = try DataSet(
        reading: [DataFile(path: "d.tsv", bytes: Array(text.utf8))], ColumnSelection("-> name"), within: .ample)
      let names = try #require(set.classOfEachSample()).map { set.classes[$0] }
      #expect(names == rows)
      #expect(names.map { Array($0.utf8) } == rows.map { Array($0.utf8) })
      #expect(set.inputs.elements == rows.indices.map(Double.init))
    }
  }

  @Test func numbers() throws {
    let stream = RandomStream(seed: 9, purpose: .data, name: "numbers")
    let numbers = (0..<3000 as Range<UInt64>).map { Double(bitPattern: stream[$0]) }.filter(\.isFinite)
    let rows = numbers.count / 3
    let lines = ["a,b,c"] + (0..<rows).map { row in (0..<3).map { "\(numbers[3 * row + $0])" }.joined(separator: ",") }
    let set = try DataSet(
      reading: [DataFile(path: "d.csv", bytes: Array(lines.joined(separator: "\n").utf8))], ColumnSelection(""),
      within: .ample)
    #expect(set.inputs.elements.map(\.bitPattern) == numbers.prefix(3 * rows).map(\.bitPattern))
  }
}
