import Foundation
import SourceText
import Testing

@testable import Notebook

/// Whole notes: each folder under Golden holds a `note.md` and the `expected.md` that `run` makes of it, with what is
/// said of it, what `check` finds included, in `said.txt` where anything is. `TALLY_BLESS=1 swift test` writes them anew, to be read with
/// `git diff` before they are believed.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereAreGoldenNotes() {
    #expect(Self.names.count >= 8)
  }

  @Test(arguments: names) func noteComesOutAsExpected(_ name: String) throws {
    let place = Self.folder.appendingPathComponent(name)
    let note = try [UInt8](Data(contentsOf: place.appendingPathComponent("note.md")))
    let (written, outcome) = run(note)
    let said = rendered(outcome.diagnostics + outcome.changes.map(\.finding), of: note)
    if ProcessInfo.processInfo.environment["TALLY_BLESS"] == "1" {
      try Data(written).write(to: place.appendingPathComponent("expected.md"))
      let file = place.appendingPathComponent("said.txt")
      if said.isEmpty { try? FileManager.default.removeItem(at: file) } else { try Data(said.utf8).write(to: file) }
    }
    let expected = try [UInt8](Data(contentsOf: place.appendingPathComponent("expected.md")))
    #expect(text(written) == text(expected))
    let expectedWords = try? String(contentsOf: place.appendingPathComponent("said.txt"), encoding: .utf8)
    #expect(said == expectedWords ?? "")
  }

  @Test(arguments: names) func runningAgainChangesNothing(_ name: String) throws {
    let note = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent("\(name)/note.md")))
    let once = run(note).written
    let again = execute(once)
    #expect(again.edits.isEmpty)
  }

  @Test(arguments: names) func cleaningUndoesRunning(_ name: String) throws {
    let note = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent("\(name)/note.md")))
    #expect(text(cleaned(run(note).written)) == text(cleaned(note)))
  }
}

/// What `run` makes of a note, and all that it has to say.
func run(_ note: [UInt8]) -> (written: [UInt8], outcome: Outcome) {
  let outcome = execute(note)
  return (splice(note, outcome.edits), outcome)
}

func run(_ note: String) -> String {
  text(run(Array(note.utf8)).written)
}

func execute(_ note: [UInt8], overwritesEdits: Bool = false) -> Outcome {
  Notebook.execute(Source(name: "note.md", bytes: note), under: conditions(overwritesEdits: overwritesEdits))
}

func cleaned(_ note: [UInt8]) -> [UInt8] {
  splice(note, Notebook.clean(Source(name: "note.md", bytes: note), under: conditions()).edits)
}

/// Conditions whose clock stands still, so that no test depends on the machine's speed.
func conditions(memory: Int = 1 << 30, deadline: UInt64 = 60_000_000_000, overwritesEdits: Bool = false) -> Conditions {
  Conditions(memoryLimit: memory, deadline: deadline, clock: { 0 }, overwritesEdits: overwritesEdits)
}

func rendered(_ diagnostics: [Diagnostic], of note: [UInt8]) -> String {
  let source = Source(name: "note.md", bytes: note)
  return diagnostics.map { DiagnosticRenderer().render($0, in: source) }.joined()
}

func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}
