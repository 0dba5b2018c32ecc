import Testing

@testable import Report

/// What holds for every output, whatever a note's labels and values are.
@Suite struct LawTests {
  private static let pieces = [
    "<!-- nn:out -->", "<!-- /nn:out 5d3a9c1e -->", "<!--= x -->", "<!--/-->", "```", "`", "``````", "~~~", "$$", "$",
    "|",
    "\\", "-", "---", "# ", "> ", "* ", "1. ", "_", "*", "[", "]", "(", "<b>", "&lt;", ":tada:", "==", "\n", "\r\n",
    "\t", " ", "   ",
    "\u{1B}[0m", "\0", "\u{202E}", "\u{2028}", "\u{FEFF}", "y\u{0302}", "日本", "🙂", "nn", "x", "end", "{", "}", "%", "^",
    "~",
  ]

  private static func words(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      .joined()
  }

  private static func value(_ random: inout SplitMix) -> Value {
    let rows = Int.random(in: 0...4, using: &random)
    let columns = Int.random(in: 0...4, using: &random)
    let entries = (0..<(rows * columns)).map { _ in
      Int.random(in: 0..<8, using: &random) == 0 ? Double.nan : random.double(exponents: -40...40)
    }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .number(entries.first ?? 0)
    case 1: return .vector(entries)
    default: return .matrix(Grid(rows: rows, columns: columns, entries: entries))
    }
  }

  private static func blocks(_ random: inout SplitMix) -> [Block] {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in
      let listing = Listing(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          let label = Bool.random(using: &random) ? words(&random) : nil
          return Listing.Entry(label: label, value: value(&random))
        })
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return listing.text
      case 1: return listing.math()
      case 2: return listing.table.markdown
      case 3: return Expectation(condition: words(&random), holds: true, found: words(&random)).text
      case 4: return .text([words(&random), words(&random)])
      default:
        let cells = (0..<3).map { _ in Table.Cell.text(words(&random)) }
        return Table([Table.Column(title: words(&random), alignment: .center, cells: cells)]).markdown
      }
    }
  }

  @Test func everyLineIsHarmless() {
    var random = SplitMix(state: 11)
    for _ in 0..<3000 {
      let blocks = Self.blocks(&random)
      for spacing in [BlockSpacing.blankLine, .tight] {
        var fence: String?
        for line in regionLines(blocks, spacing: spacing) {
          let start = line.drop { $0 == " " }
          let isMarker = ["<!-- nn:", "<!-- /nn:", "<!--="].contains { start.hasPrefix($0) }
          let isClean = line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
          #expect(!isMarker && isClean && line.last != " ", "\(line.debugDescription)")
          if let open = fence {
            // No line within a fence closes it, save the last, which is the fence itself.
            if start.prefix(while: { $0 == "`" }).count >= open.count {
              #expect(line == open)
              fence = nil
            }
          } else if line.hasSuffix("```text") {
            fence = String(line.dropLast(4))
          } else if spacing == .tight {
            #expect(!line.isEmpty)
          }
        }
        #expect(fence == nil, "every fence is closed")
      }
    }
  }

  /// No line of a formula opens a list, a heading, a quote, a table or anything else of Markdown, and none is blank.
  @Test func formulasStayParagraphs() {
    var random = SplitMix(state: 13)
    for _ in 0..<2000 {
      let entries = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Listing.Entry(label: Bool.random(using: &random) ? Self.words(&random) : nil, value: Self.value(&random))
      }
      for line in text(Listing(entries).math()).split(separator: "\n", omittingEmptySubsequences: false) {
        let first = line.first ?? " "
        let isNumber = line.drop { $0.isNumber }.first.map { ".)".contains($0) } ?? false
        let word = line.prefix { $0 != " " }
        #expect(!" #>+*=~`|<\t".contains(first), "\(line)")
        #expect(word != "-" && !(isNumber && word.last.map { ".)".contains($0) } ?? false), "\(line)")
      }
    }
  }

  /// A table keeps its shape: as many cells in each row, whatever the cells say.
  @Test func everyRowHasTheSameCells() {
    var random = SplitMix(state: 12)
    for _ in 0..<3000 {
      let columns = (0..<3).map { _ in
        Table.Column(title: Self.words(&random), alignment: .left, cells: [.text(Self.words(&random)), .number(0.5)])
      }
      for line in text(Table(columns).markdown).split(separator: "\n") {
        #expect(cellCount(line, pairsBackslashes: true) == 3, "\(line)")
        #expect(cellCount(line, pairsBackslashes: false) == 3, "\(line)")
      }
    }
  }

  /// The cells of a row: a pipe ends one unless a backslash stands before it. Whether two backslashes are a pair first is
  /// where readers differ.
  private func cellCount(_ line: Substring, pairsBackslashes: Bool) -> Int {
    var count = -1
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !(pairsBackslashes && isEscaped)
    }
    return count
  }
}
