import Synchronization

/// A command at work on all the notes that its PATHs lead to: some at a time, reported in order.
final class NotesRun: Sendable {
  private let invocation: Invocation
  private let world: World
  private let report: any Report
  private let progress = Mutex(Progress())

  private struct Progress {
    var summary = Summary()
    /// Whether a piece has been printed that the next must be separated from.
    var hasEntry = false
    /// Set where standard output takes no more.
    var isCut = false
  }

  init(_ invocation: Invocation, in world: World) {
    self.invocation = invocation
    self.world = world
    report = invocation.report(in: world)
  }

  /// Does the work and says how the command ends.
  func run() throws(UsageError) -> Status {
    let places = NoteSearch.places(at: invocation.operands, in: world)
    if invocation.output != nil, places.count != 1 {
      throw UsageError(
        message: "`-o` takes the result of one note, and there are \(places.count)", command: invocation.command)
    }
    send(report.opening())
    if places.isEmpty {
      let paths = invocation.operands.isEmpty ? [Path(".")] : invocation.operands
      send(Print(errors: "tally: no note found in \(paths.map(shellWord).joined(separator: ", "))\n"))
    } else {
      execute(places)
    }
    let summary = progress.withLock { $0.summary }
    if !places.isEmpty || invocation.format != .text { send(report.closing(summary)) }
    return progress.withLock { $0.summary.status }
  }

  /// A note's report as it goes from the thread that made it to the one that prints it.
  private struct Piece: Sendable {
    let print: Print
    let tally: Tally
  }

  private func execute(_ places: [NotePlace]) {
    let work = NoteWork(invocation: invocation, world: world)
    let line = OrderedWork<Piece>(count: places.count) { [self] in accept($0) }
    let jobs = invocation.jobs ?? world.processors
    // Notes first; what they leave idle, the arithmetic of each may use.
    world.workbench.useThreads(max(1, jobs - places.count + 1))
    line.run(threads: jobs) { [self] index in
      let note = work.report(on: places[index]) {
        // With --fail-fast, what comes after a note that ends badly may not be written, so it waits for all before it.
        !invocation.failFast || line.waitForTurn(index)
      }
      return Piece(print: report.entry(for: note), tally: Tally(of: note))
    }
  }

  /// Prints the next piece; false where that was the last.
  private func accept(_ piece: Piece) -> Bool {
    var print = piece.print
    let needsSeparator = progress.withLock { progress in
      progress.summary.add(piece.tally)
      defer { progress.hasEntry = progress.hasEntry || !print.output.isEmpty }
      return progress.hasEntry && !print.output.isEmpty
    }
    if needsSeparator { print.output = Array(report.separator.utf8) + print.output }
    send(print)
    return progress.withLock { !$0.isCut && !(invocation.failFast && $0.summary.status > .fine) }
  }

  private func send(_ print: Print) {
    guard !progress.withLock({ $0.isCut }) else { return }
    if let status = world.print(print) {
      progress.withLock {
        $0.isCut = true
        $0.summary.raise(to: status)
      }
    }
  }
}

extension Invocation {
  /// The report that the command line asks for.
  func report(in world: World) -> any Report {
    switch format {
    case .text: TextReport(invocation: self, world: world)
    case .json: JSONReport(invocation: self)
    case .github: GitHubReport(invocation: self)
    case .junit: JUnitReport()
    case .sarif: SARIFReport()
    }
  }
}
