import Document
import SourceText
import Testing

@Suite struct DocumentLawTests {
  @Test(arguments: 0..<8) func `generated documents`(batch: Int) {
    var failures = 0
    for seed in batch * 1_500..<(batch + 1) * 1_500 where failures < 3 {
      var generator = DocumentGenerator(seed: UInt64(seed))
      let document = generator.document()
      let broken = brokenLaws(of: document) + brokenPage(of: document)
      if !broken.isEmpty { failures += 1 }
      #expect(broken == [], "seed \(seed): \(String(decoding: document, as: UTF8.self).debugDescription)")
    }
  }

  @Test(.enabled(if: !CommonMarkExamples.all.isEmpty, "run Tests/Fuzz/fetch-commonmark-examples first"))
  func `examples of the CommonMark specification`() {
    #expect(CommonMarkExamples.all.count > 600)
    let block = Array("```nn\nshow 1\n```\n".utf8)
    for example in CommonMarkExamples.all {
      let live = replacing("```\n", by: "```nn\n", in: replacing("~~~\n", by: "~~~nn\n", in: example))
      for text in [example, live, example + block, block + example, example + [10] + block, inQuote(example + block)] {
        #expect(
          brokenLaws(of: text) + brokenPage(of: text) == [], "\(String(decoding: text, as: UTF8.self).debugDescription)"
        )
      }
    }
  }

  @Test(arguments: FoundByFuzzing.texts) func `found by fuzzing`(text: String) {
    #expect(brokenLaws(of: Array(text.utf8)) == [])
  }

  /// Regions may not change the page around them. The outputs are comments, which cmark leaves out of the page.
  private func brokenPage(of bytes: [UInt8]) -> [String] {
    guard let note = scanned(bytes), !isRefused(note), note.orphans.isEmpty else { return [] }
    let clean = splice(bytes, note.cleaned)
    guard let cleanNote = scanned(clean), !isRefused(cleanNote) else { return [] }
    let run = splice(clean, cleanNote.blocks.compactMap { $0.edit(content: ["<!-- a -->", "<!-- b -->"]) })
    let pages = [clean, run].map { shown(page(of: withoutFrontMatter($0))) }
    return pages[0] == pages[1] ? [] : ["a region changes the page around it"]
  }

  private func shown(_ page: String) -> String {
    page.split(whereSeparator: \.isNewline).filter { $0 != "<!-- raw HTML omitted -->" }.joined(separator: "\n")
  }

  private func replacing(_ old: String, by new: String, in text: [UInt8]) -> [UInt8] {
    Array(
      String(decoding: text, as: UTF8.self).split(separator: old, omittingEmptySubsequences: false).joined(
        separator: new
      ).utf8)
  }

  private func inQuote(_ text: [UInt8]) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).indented("> ", first: "> ").utf8)
  }
}
