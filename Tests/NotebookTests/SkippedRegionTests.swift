import Testing

@testable import Notebook

/// A block that is skipped keeps the output it has.
@Suite struct SkippedRegionTests {
  private static let note = run("x\n\n```nn\nshow 1 + 1\n```\n\n```nn\nshow 2\n```\n")

  @Test func theOutputStays() {
    let skipped = Self.note.replacing("```nn\nshow 1 + 1", with: "```nn skip\nshow 1 + 3")
    #expect(run(skipped) == skipped)
    #expect(execute(Array(skipped.utf8)).diagnostics.isEmpty)
  }

  /// As `clean` does, `run` refuses a note that holds a hand edit, wherever it is.
  @Test func anEditOfItIsToldAndNothingIsWritten() {
    let edited = Self.note.replacing("```nn\nshow 1 + 1", with: "```nn skip\nshow 1 + 1")
      .replacing("1 + 1 = 2", with: "1 + 1 = 3").replacing("\nshow 2", with: "\nshow 3")
    #expect(run(edited) == edited)
    #expect(execute(Array(edited.utf8)).diagnostics.map(\.kind) == [.edited])
  }
}
