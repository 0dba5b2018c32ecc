import Foundation
import Testing

/// Holds named pictures against a file in Golden; `TALLY_REWRITE_GOLDEN=1 swift test` writes it anew, to be looked at before
/// it is believed.
func expectGolden(_ pictures: [(name: String, lines: [String])], _ name: String) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name).txt")
  let text = pictures.map { "== \($0.name)\n\($0.lines.joined(separator: "\n"))\n" }.joined(separator: "\n")
  if ProcessInfo.processInfo.environment["TALLY_REWRITE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: file)
  }
  #expect(try text == String(contentsOf: file, encoding: .utf8))
}
