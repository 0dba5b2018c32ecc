import Audit
import Notebook
import SourceText

/// What a command does with one note: read it, execute or clean it, write it where the command writes, and say what there
/// is to say.
struct NoteWork: Sendable {
  let invocation: Invocation
  let world: World

  /// `mayWrite` is asked right before anything is written, and may take its time.
  func report(on place: NotePlace, mayWrite: () -> Bool) -> NoteReport {
    var report = NoteReport(path: place.path)
    switch Result(catching: { () throws(NoteFile.Failure) in
      try NoteFile.read(place, in: world, limit: invocation.maxMemory)
    }) {
    case .failure(.system(let error)): report.findings = [.file(error.reason)]
    case .failure(.tooLarge):
      let message = "the note is larger than the \(invocation.maxMemory) bytes that `--max-memory` allows"
      report.findings = [Diagnostic(.limit, at: 0..<0, message)]
    case .success(let note): examine(note, &report, mayWrite)
    }
    report.standings = standings(of: report)
    return report
  }

  private func examine(_ note: NoteFile, _ report: inout NoteReport, _ mayWrite: () -> Bool) {
    let source = Source(name: note.path.text, bytes: note.bytes)
    report.source = source
    let audit = invocation.audits ? audit(of: source) : AuditOutcome()
    report.equalities = audit.equalities
    if case .audit = invocation.command {
      report.findings = audit.diagnostics
      if audit.isEmpty { report.standings = [.bare] }
      return
    }
    // What keeps a note from being read is said once.
    let arithmetic = audit.diagnostics.filter { $0.kind == .arithmetic }
    let outcome = outcome(of: source, in: note.status == nil ? Path(".") : note.path.parent)
    report.changes = outcome.changes.count
    if outcome.isEmpty, audit.isEmpty { report.standings = [.bare] }
    switch invocation.command {
    case .run, .clean:
      report.findings = outcome.diagnostics
      write(outcome, of: note, &report, mayWrite)
    case .check:
      report.findings =
        (outcome.diagnostics + outcome.changes.map(\.finding) + arithmetic).inOrderOfPlace
      report.diff = diff(outcome, of: note)
    case .diff:
      report.findings = outcome.diagnostics
      report.diff = diff(outcome, of: note)
    case .list:
      report.findings = outcome.diagnostics.filter { $0.kind.standing?.keepsFromListing ?? false }
      report.parts = outcome.parts
    case .audit, .eval, .completions, .help: preconditionFailure("\(invocation.command) executes no notes")
    }
  }

  private func outcome(of source: Source, in folder: Path) -> Outcome {
    let progress = TrainingProgress(invocation, in: world)
    defer { progress.wipe() }
    let conditions = invocation.conditions(in: world, dataFolder: folder, progress: progress)
    switch invocation.command {
    case .clean: return world.workbench.clean(source, conditions)
    case .run, .check, .diff, .list, .audit, .eval, .completions, .help:
      return world.workbench.execute(source, conditions)
    }
  }

  private func audit(of source: Source) -> AuditOutcome {
    world.workbench.audit(source, invocation.deadline(in: world), world.clock)
  }

  private func diff(_ outcome: Outcome, of note: NoteFile) -> UnifiedDiff? {
    outcome.changes.isEmpty ? nil : UnifiedDiff(of: note.bytes, edits: outcome.edits, path: note.path)
  }

  // MARK: Writing

  private func write(
    _ outcome: Outcome, of note: NoteFile, _ report: inout NoteReport, _ mayWrite: () -> Bool
  ) {
    let isRefused = outcome.diagnostics.contains { $0.kind.standing?.forbidsWriting ?? false }
    let target = invocation.output ?? note.path
    if target.isStandardStream {
      // What comes in goes out, changed or not: whoever pipes a note through must not lose it to a mistake.
      report.text = isRefused ? note.bytes : splice(note.bytes, outcome.edits)
      return
    }
    guard !isRefused, invocation.output != nil || !outcome.changes.isEmpty, mayWrite() else { return }
    do throws(Replacement.Failure) {
      if let output = invocation.output {
        try Replacement.write(splice(note.bytes, outcome.edits), to: output, in: world)
      } else if note.isReplaceable {
        try Replacement.replace(note, with: splice(note.bytes, outcome.edits), in: world)
      } else {
        report.findings.append(
          .file("not a regular file, so nothing can be written back", help: ["write elsewhere: -o FILE"]))
        return
      }
      report.isWritten = true
    } catch {
      let message = invocation.output.map { "`\($0.text)` cannot be written: " } ?? "cannot be written: "
      report.findings.append(.file(message + error.reason, help: error.help))
    }
  }

  // MARK: Judging

  private func standings(of report: NoteReport) -> [Standing] {
    var found = Set(report.findings.compactMap(\.kind.standing)).union(report.standings)
    switch invocation.command {
    case .diff: if report.changes > 0 { found.insert(.stale) }
    case .run, .check, .clean, .list, .audit, .eval, .completions, .help: break
    }
    let standings = Standing.allCases.filter(found.contains)
    return standings.isEmpty ? [.fresh] : standings
  }
}

extension Invocation {
  /// What a note may take, counted from now.
  func conditions(in world: World, dataFolder: Path, progress: TrainingProgress) -> Conditions {
    var conditions = Conditions(
      memoryLimit: maxMemory, deadline: deadline(in: world), clock: world.clock, overwritesEdits: force,
      readData: { DataFolder(place: world.location(of: dataFolder)).read($0, limit: $1) })
    conditions.reportProgress = { progress.report($0, epoch: $1, of: $2, loss: $3) }
    return conditions
  }
}

extension Invocation {
  /// When a note that is begun now must be done.
  func deadline(in world: World) -> UInt64 {
    let (deadline, overflow) = world.clock().addingReportingOverflow(timeout)
    return overflow ? .max : deadline
  }
}

extension Standing {
  /// Whether a note of which this holds is left as it is.
  var forbidsWriting: Bool {
    switch self {
    case .edited, .failing, .unreadable, .inaccessible: true
    case .bare, .fresh, .stale, .unmet, .wrong: false
    }
  }

  /// Whether there is nothing to list where this holds.
  var keepsFromListing: Bool {
    switch self {
    case .unreadable, .inaccessible: true
    case .bare, .fresh, .stale, .edited, .unmet, .wrong, .failing: false
    }
  }
}
