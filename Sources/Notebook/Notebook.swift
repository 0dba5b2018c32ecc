import Document
import Engine
import Language
import Report
package import SourceText

/// Notebook is the only place where the worlds meet: it reads a note (Document), parses its blocks (Language), executes
/// them (Engine, Formula), presents the results (Report) and says which bytes of the note should be others. It is a pure
/// function of the note's bytes; files, terminals and clocks belong to CLI.

/// The three things that can be done with a text.
package enum Notebook {
  /// Executes the note and says what would have to change. `run`, `check`, `diff` and `list` are this.
  package static func execute(_ source: Source, under conditions: Conditions) -> Outcome {
    reading(source, under: conditions) { note in
      guard !note.diagnostics.contains(where: \.kind.forbidsWriting) else { return Outcome(refusing: note) }
      return Execution.outcome(of: note, from: source, under: conditions)
    }
  }

  /// What keeps this process from computing anything; nil where nothing does.
  package static func complaint() -> Diagnostic? {
    Processor.complaint().map { Diagnostic(.usage, at: 0..<0, $0.message, help: [$0.help]) }
  }

  /// How many threads the arithmetic of one note may use. The results do not depend on it.
  package static func use(threads: Int) {
    Processor.use(threads: threads)
  }

  /// Takes every owned region and inline value's text out.
  package static func clean(_ source: Source, under conditions: Conditions) -> Outcome {
    reading(source, under: conditions) { note in
      var outcome = Outcome(refusing: note)
      let regions = note.blocks.compactMap(\.region) + note.orphans
      if !conditions.overwritesEdits {
        let edited = regions.filter(\.isEdited).map(Diagnostic.edited)
        outcome.diagnostics = (outcome.diagnostics + edited).inOrderOfPlace
      }
      guard !outcome.diagnostics.contains(where: \.kind.forbidsWriting) else { return outcome }
      outcome.changes = note.cleaned.map { edit in
        Change(edit: edit, finding: Diagnostic(.stale, at: edit.range, "this is an output"))
      }
      return outcome
    }
  }

  /// Executes code that stands in no note, as `tally eval` does: the lines of Markdown that a region would hold, or the
  /// plain text where there is nothing but text.
  package static func evaluate(_ source: Source, under conditions: Conditions) -> (output: String, outcome: Outcome) {
    var outcome = Outcome()
    var page = Page()
    var session = Session(under: conditions)
    var excerpt = Excerpt()
    excerpt.append(0..<source.bytes.count, of: source.bytes)
    let code = Code(excerpt: excerpt)
    let (program, mistakes) = Program.parse(source.bytes, showingLoneExpressions: true)
    outcome.diagnostics = mistakes
    guard mistakes.isEmpty else { return ("", outcome) }
    for statement in program.statements {
      do throws(Mistakes) {
        for result in try session.perform(statement, of: code) {
          page.append(result)
          if let failure = result.failure { outcome.diagnostics.append(failure) }
        }
      } catch {
        outcome.diagnostics += error.diagnostics
        return (plainText(page.blocks), outcome)
      }
    }
    return (plainText(page.blocks), outcome)
  }

  private static func plainText(_ blocks: [Report.Block]) -> String {
    (plainLines(blocks) ?? regionLines(blocks)).map { $0 + "\n" }.joined()
  }

  private static func reading(_ source: Source, under conditions: Conditions, _ then: (Note) -> Outcome) -> Outcome {
    let limits = ReadingLimits(memory: conditions.memoryLimit, deadline: conditions.deadline, clock: conditions.clock)
    do throws(UnreadableNote) {
      return then(try Note.scan(source.bytes, limits: limits))
    } catch {
      var outcome = Outcome()
      outcome.diagnostics = [error.diagnostic]
      return outcome
    }
  }
}

extension Outcome {
  /// What is said of a note before it is run.
  fileprivate init(refusing note: Note) {
    self.init()
    diagnostics = note.diagnostics
    parts =
      note.blocks.map {
        Part(kind: .block, range: $0.opening, title: String(decoding: $0.info.text, as: UTF8.self), state: .failing)
      }
      + note.values.map {
        Part(kind: .value, range: $0.range, title: String(decoding: $0.expression.text, as: UTF8.self), state: .failing)
      }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
