import Notebook
import SourceText
import Synchronization

/// `tally eval`: code that stands in no note.
struct Evaluation: Sendable {
  let invocation: Invocation
  let world: World

  func run() -> Status {
    world.workbench.useThreads(invocation.jobs ?? world.processors)
    let note = Mutex(NoteReport(path: Path("eval")))
    // On a thread of its own for its stack: code may nest as deep as in a note.
    Threads.run(1) { [self] in
      let report = evaluate()
      note.withLock { $0 = report }
    }
    let report = note.withLock { $0 }
    let cut = world.print(TextReport(invocation: invocation, world: world).entry(for: report))
    return max(report.status, cut ?? .fine)
  }

  private func evaluate() -> NoteReport {
    var report = NoteReport(path: Path("eval"))
    let code = invocation.operands[0]
    let source: Source
    if code.isStandardStream {
      do throws(SystemError) {
        guard let bytes = try world.readInput(invocation.maxMemory) else {
          report.findings = [Diagnostic(.limit, at: 0..<0, "there is more code than `--max-memory` allows")]
          report.standings = [.failing]
          return report
        }
        source = Source(name: "-", bytes: bytes)
      } catch {
        report.findings = [.file(error.reason)]
        report.standings = [.inaccessible]
        return report
      }
    } else {
      source = Source(name: "eval", bytes: code.bytes)
    }
    let progress = TrainingProgress(invocation, in: world)
    let conditions = invocation.conditions(in: world, dataFolder: Path("."), progress: progress)
    let (output, outcome) = world.workbench.evaluate(source, conditions)
    progress.wipe()
    report.source = source
    report.findings = outcome.diagnostics
    report.text = Array(output.utf8)
    let found = Set(outcome.diagnostics.compactMap(\.kind.standing))
    report.standings = Standing.allCases.filter(found.contains)
    return report
  }
}
