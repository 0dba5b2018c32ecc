import Testing

@testable import Audit

/// Every piece of the corpus is judged as it should be, and the bounds that the audit promises hold over all of it.
@Suite struct CorpusTests {
  /// What became of the whole corpus.
  struct Figures {
    var equalities = 0
    var falseAlarms = 0
    var wrong = 0
    var found = 0
    var slips = 0
    var repaired = 0
    var otherwise = 0
    var disagreements: [String] = []
  }

  static let figures: Figures = {
    var figures = Figures()
    for entry in Corpus.entries { judge(entry, &figures) }
    return figures
  }()

  private static func judge(_ entry: Corpus.Entry, _ figures: inout Figures) {
    let outcome = audited(entry.text)
    let source = Array(entry.text.utf8)
    var diagnostics = outcome.diagnostics[...]
    func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
    guard outcome.equalities.count == entry.expected.count else {
      figures.otherwise += 1
      figures.equalities += entry.expected.count
      figures.falseAlarms += outcome.diagnostics.count
      figures.wrong += entry.expected.count { if case .wrong = $0 { true } else { false } }
      figures.disagreements.append(
        "\(entry.testDescription): \(entry.expected.count) equalities expected, found "
          + outcome.equalities.map { "[\(text($0.range))] \($0.verdict)" }.joined(separator: "; "))
      return
    }
    for (equality, expected) in zip(outcome.equalities, entry.expected) {
      figures.equalities += 1
      let finding = equality.verdict == .wrong ? diagnostics.popFirst() : nil
      switch (expected, equality.verdict) {
      case (.holds, .holds), (.unjudged, .unjudged): continue
      case (.wrong(let repair), .wrong):
        figures.wrong += 1
        figures.found += 1
        if let repair {
          figures.slips += 1
          if finding?.help == ["true with `\(repair)`"] {
            figures.repaired += 1
            continue
          }
        } else {
          continue
        }
      case (.wrong, _):
        figures.wrong += 1
      case (_, .wrong):
        figures.falseAlarms += 1
      default: figures.otherwise += 1
      }
      figures.disagreements.append(
        "\(entry.testDescription): [\(text(equality.range))] expected \(expected), got \(equality.verdict): "
          + "\(finding?.message ?? "") \(finding?.help ?? [])")
    }
  }

  @Test func keepsItsPromises() {
    let figures = Self.figures
    let summary =
      "\(figures.equalities) equalities, \(figures.falseAlarms) false alarms, \(figures.found) of \(figures.wrong) wrong ones "
      + "found, \(figures.repaired) of \(figures.slips) slips mended, \(figures.otherwise) otherwise"
    for line in figures.disagreements { print(line) }
    print(summary)
    #expect(figures.equalities >= 400, "\(summary)")
    #expect(figures.falseAlarms == 0, "\(summary)")
    #expect(figures.found * 100 >= figures.wrong * 98, "\(summary)")
    #expect(figures.repaired * 100 >= figures.slips * 80, "\(summary)")
    #expect(figures.otherwise == 0, "\(summary)")
  }
}
