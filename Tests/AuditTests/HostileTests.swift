import Testing

@testable import Audit

/// Nothing that a note may hold makes an audit slow or ends it.
@Suite struct HostileTests {
  private static let pieces = [
    "[", "(", "$", "`", "``", "\\(", "\\[", "<!--", "[[", "](", "](a", "$$", "= 1 ", "1=", "1+1=2 ", "((((1=", "f(",
    "a(a(a(",
    "{", "\\frac{", "\\frac{d}{dx}", "^", "-", "--", "\\sqrt", "|", "1,2,", "1.2.", "\\\\ & = ", "\\begin{x}", "e^",
    "1e999=",
    "9", "\\text{", "_{", "'", "!", "½", "√", "> ", "- ", "\n", "1 = 1\n\n", "$$= 1$$\n\n", "and ",
  ]

  /// It ends, and with nothing worse than an equality that is wrong.
  @Test(arguments: pieces) func isReadToItsEnd(piece: String) {
    for wrapping in [("", ""), ("$", "1 + 1 = 2$"), ("$$\n", "\n= 1 + 1 = 2$$"), ("1 + 1 = 2 ", " 2 = 3 + 1")] {
      let text = wrapping.0 + String(repeating: piece, count: 4_000 / max(1, piece.utf8.count)) + wrapping.1
      let said = audited(text).diagnostics.filter { $0.kind != .arithmetic }
      #expect(said.isEmpty, "\(piece): \(said.map(\.message))")
    }
  }

  @Test func bytesThatAreNotTextAreSaid() {
    let outcome = Audit.examine(
      .init(name: "a.md", bytes: [0x31, 0x3D, 0xFF, 0x31]), deadline: .max, clock: { 0 })
    #expect(outcome.diagnostics.map(\.message) == ["this is not UTF-8: byte 2 begins no character"])
  }

  @Test func aDeadlineIsKept() {
    let note = String(repeating: "1 + 1 = 2\n\n", count: 200)
    let outcome = Audit.examine(.init(name: "a.md", bytes: Array(note.utf8)), deadline: 5, clock: { 6 })
    #expect(outcome.diagnostics.map(\.kind) == [.limit])
  }
}
