import SourceText
import Testing

@testable import Document

@Suite struct PassageTests {
  /// The passages as text, their kinds and exemptions marked.
  private func described(_ note: String) -> [String] {
    Passage.withEqualities(in: Array(note.utf8)).map { passage in
      let kind =
        switch passage.kind {
        case .prose: ""
        case .cell: "cell "
        case .formula: "formula "
        }
      let text = String(decoding: passage.text.text, as: UTF8.self)
      return (passage.isExempt ? "exempt " : "") + kind + text.split(separator: "\n").joined(separator: "⏎")
    }
  }

  @Test(arguments: [
    ("a = 1\nb = 2\n\nno more", ["a = 1⏎b = 2"]),
    ("# a = 1\ntext = 2", ["# a = 1", "text = 2"]),
    ("a = 1\n=====\nb = 2\n---\nc = 3", ["a = 1", "b = 2", "c = 3"]),
    ("> a = 1\n> b = 2\nlazy = 3\n\n> c = 4", ["a = 1⏎b = 2⏎lazy = 3", "c = 4"]),
    ("- a = 1\n- b = 2\n\n  c = 3\n\n      d = 4\n\ne = 5", ["a = 1", "b = 2", "c = 3", "e = 5"]),
    ("    code = 1\n\ntext = 2\n    text = 3", ["text = 2⏎text = 3"]),
    ("```\na = 1\n```\nb = 2\n~~~~\nc = 3\n~~~\nd = 4\n~~~~\ne = 5", ["b = 2", "e = 5"]),
    ("> ```\n> a = 1\nb = 2", ["b = 2"]),
    ("```math\na = 1\n\nb = 2\n```", ["formula a = 1⏎b = 2"]),
    ("$$\na = 1\n\n- b = 2\n$$\n\nc = 3", ["$$⏎a = 1⏎- b = 2⏎$$", "c = 3"]),
    ("$$a = 1$$\n\n$$= 2$$\n\n$$\n&= 3\n$$ c\n\n$$= 4$$", ["$$a = 1$$⏎$$= 2$$⏎$$⏎&= 3⏎$$ c", "$$= 4$$"]),
    ("$$a = 1$$\n\nword\n\n$$= 2$$\n\n$$b = 3$$", ["$$a = 1$$", "$$= 2$$", "$$b = 3$$"]),
    ("$$ a = 1\n\n# b = 2", ["$$ a = 1", "# b = 2"]),
    ("| a | b |\n|---|---|\n| x = 1 | 2 |\n| 3 | y \\| z = 4 |", ["cell  x = 1 ", "cell  y | z = 4 "]),
    ("<div>\na = 1\n\nb = 2\n</div>\n\nc = 3", ["b = 2", "c = 3"]),
    ("<!-- a = 1\n\nb = 2 -->\nc = 3", ["c = 3"]),
    ("---\na: b = 1\n---\nc = 2", ["c = 2"]),
    ("a = 1\n1986. b = 2\n1. c = 3\n2. d = 4", ["a = 1⏎1986. b = 2", "c = 3", "d = 4"]),
    ("<!-- nn:ignore -->\na = 1\nb = 2\n\nc = 3", ["exempt a = 1⏎b = 2", "c = 3"]),
    ("<!-- nn:ignore -->\n\n- a = 1\n- b = 2\n\nc = 3", ["exempt a = 1", "exempt b = 2", "c = 3"]),
    (
      "a = 1 <!-- nn:ignore -->\n\nb = 2 `<!-- nn:ignore -->`",
      ["exempt a = 1 <!-- nn:ignore -->", "b = 2 `<!-- nn:ignore -->`"]
    ),
    ("words = none\n\n1 and 2\n\n3 ≈ 4\n\n5 \\approx 6", ["3 ≈ 4", "5 \\approx 6"]),
    ("> -\n\na = 1", ["a = 1"]),
    ("a = 1\r\nb = 2\r\rc = 3", ["a = 1⏎b = 2", "c = 3"]),
    ("\u{FEFF}a = 1", ["a = 1"]),
  ])
  func findsWhatIsText(note: String, passages: [String]) {
    #expect(described(note) == passages)
  }

  /// Lines that mean something to CommonMark's blocks; `=` stands for a line that says something to be equal.
  private static let lines = [
    "=", "=", "=", "", "", "    =", "     =", "  =", "> =", ">     =", "- =", "-     =", "  - =", "1. =", "10) =",
    "   =",
    "```", "~~~", "````", "``` info", "> -", "-", "# =", "---", "***", "> > =", ">", "-", "\t=",
    "- - =", "> - =", "      =", "* =", "+ =", "2. =", "`` a ``", "===", "more",
  ]

  /// What the scanner takes for text is what libcmark takes for no code. Left out are tables and displays, which it does not
  /// know, and HTML and fences that end with their containers, whose last lines it reports wrongly.
  @Test func agreesWithCommonMarkAboutCode() throws {
    var state: UInt64 = 20_260
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var disagreements: [String] = []
    for _ in 0..<4_000 {
      // Not a rule, which would open front matter.
      var text = "start\n"
      for number in 0..<(2 + random(10)) {
        let line = Self.lines[random(Self.lines.count)]
        text += (line.hasSuffix("=") && line != "===" ? line.dropLast() + "x = \(number)" : line) + "\n"
      }
      let bytes = Array(text.utf8)
      let table = LineTable(of: bytes)
      let tree = try MarkdownTree(
        parsing: bytes, firstLine: 0, watched: Array(0..<table.count), memory: 1 << 24,
        limits: ReadingLimits(memory: 1 << 24, deadline: .max, clock: { 0 }))
      let code = Set(tree.quotations.flatMap(\.lines))
      // Every line that says something has an x.
      let wanted = (0..<table.count).filter { bytes[table.content(of: $0)].contains(0x78) && !code.contains($0) }
      let found = Passage.withEqualities(in: bytes).flatMap { passage in
        passage.text.text.indices.filter { passage.text.text[$0] == 0x78 }
          .map { table.line(at: passage.text.sourceOffset($0)) }
      }
      if found != wanted { disagreements.append("\(text.debugDescription): \(wanted) are text, found \(found)") }
    }
    #expect(disagreements.isEmpty, "\(disagreements.count), as \(disagreements.first ?? "")")
  }
}
