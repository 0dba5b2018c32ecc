import Document
import SourceText
import Testing

@testable import Notebook

/// The laws of a whole run, over notes made of code that runs, in containers, with every kind of line end: what the
/// Document tests show with made-up outputs, with the real ones.
@Suite struct NoteLawTests {
  @Test(arguments: 0..<8)
  func runningIsStableAndCleaningUndoesIt(batch: Int) {
    var generator = NoteGenerator(seed: UInt64(batch) + 1)
    var broken: [String] = []
    var written = 0
    for _ in 0..<1_250 {
      let note = generator.note()
      let (once, outcome) = run(note)
      if outcome.diagnostics.contains(where: \.kind.forbidsWriting) {
        if once != note { broken.append("a note with a mistake was written: \(text(note).debugDescription)") }
        continue
      }
      if once != note { written += 1 }
      let again = execute(once)
      if !again.changes.isEmpty { broken.append("not fresh after a run: \(text(note).debugDescription)") }
      if again.diagnostics.map(\.message) != outcome.diagnostics.map(\.message) {
        broken.append("a second run says something else: \(text(note).debugDescription)")
      }
      if cleaned(once) != cleaned(note) { broken.append("cleaning does not undo it: \(text(note).debugDescription)") }
    }
    #expect(broken == [])
    #expect(written > 600)
  }
}

/// Random notes whose blocks run.
private struct NoteGenerator {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(state: seed)
  }

  private static let code = [
    ["show x"], ["show x, norm(x) as \"length *of* | x\""], ["table x, x^2"], ["show W as math"], ["show f', f'(2)"],
    ["table f(t), f'(t) for t in 0..2, step=0.5"], ["expect x[1] < 1"], ["expect norm(x) > 0", "show x as table"],
    ["y = x + 1", "show y", "", "table y"], ["show sqrt(-1), 1e300 * 1e300"], ["set digits = 7", "show 1/3"],
    ["# nothing"],
    ["show nowhere"],
  ]
  private static let options = ["", "", "", "", " hide", " skip"]
  private static let prose = [
    "Plain words.", "The first is <!--= x[1] --><!--/-->, the rest `<!--= x[2] -->`.",
    "# Heading <!--= norm(x), digits=2 -->1<!--/-->",
    "````\n```nn\nshow 1\n```\n<!-- nn:out -->\n<!-- /nn:out 00000000 -->\n````",
    "| a | <!--= W[1,1] --><!--/--> |\n|---|---|", "***", "lazy\ncontinuation",
    "<div>\n```nn\nshow 2\n```\n</div>",
  ]

  mutating func note() -> [UInt8] {
    var parts = ["```nn\nx = [1.2, 1.4, 1.3]\nW = [1, 2; 3, 4]\nf(z) = z * sigmoid(z)\n```"]
    for _ in 0..<random.below(5) { parts.append(random.below(3) == 0 ? pick(Self.prose) : block()) }
    if random.below(6) == 0 { parts.append("```nn reset\nshow 1 + 1\n```") }
    let ends = ["\n", "\r\n", "\r"]
    let end = random.below(4)
    var note = ""
    for line in parts.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
      note += line + (end < 3 ? ends[end] : pick(ends))
    }
    let bytes = Array(note.utf8)
    return random.below(4) == 0 ? bytes.dropLast(bytes.suffix(2) == [0x0D, 0x0A] ? 2 : 1) : bytes
  }

  /// A block, perhaps in quotes and list items.
  private mutating func block() -> String {
    let fence = pick(["```", "~~~", "`````"])
    var lines = [fence + "nn" + pick(Self.options)] + pick(Self.code) + [fence]
    for _ in 0..<random.below(3) {
      let (first, rest) = pick([("> ", "> "), ("- ", "  "), ("12. ", "    "), (">", ">"), ("   ", "   ")])
      lines = lines.enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[random.below(elements.count)]
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
