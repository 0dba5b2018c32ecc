/// What counts of a note once its report has been made.
struct Tally: Sendable {
  let path: Path
  let standings: [Standing]
  let isWritten: Bool
  let status: Status
  /// Equalities that hold, that are wrong, and that are not judged.
  let holding: Int
  let wrong: Int
  let unjudged: Int

  init(of note: NoteReport) {
    path = note.path
    standings = note.standings
    isWritten = note.isWritten
    status = note.status
    holding = note.equalities.count { $0.verdict == .holds }
    wrong = note.equalities.count { $0.verdict == .wrong }
    unjudged = note.equalities.count - holding - wrong
  }
}

/// What a whole command came to.
struct Summary: Sendable {
  private(set) var notes = 0
  private(set) var written = 0
  private(set) var status = Status.fine
  /// Equalities that were judged, those of them that hold, and those that were not judged.
  private(set) var judged = 0
  private(set) var holding = 0
  private(set) var unjudged = 0
  private var counts = [Int](repeating: 0, count: Standing.allCases.count)
  /// The first few notes of each standing that a command can mend.
  private(set) var stale: [Path] = []
  private(set) var edited: [Path] = []

  /// As many paths as a line can name.
  static let mostNamed = 8

  subscript(standing: Standing) -> Int {
    Standing.allCases.firstIndex(of: standing).map { counts[$0] } ?? 0
  }

  mutating func add(_ note: Tally) {
    notes += 1
    if note.isWritten { written += 1 }
    judged += note.holding + note.wrong
    holding += note.holding
    unjudged += note.unjudged
    raise(to: note.status)
    for (index, standing) in Standing.allCases.enumerated() where note.standings.contains(standing) {
      counts[index] += 1
    }
    if note.standings.contains(.stale), stale.count <= Self.mostNamed { stale.append(note.path) }
    if note.standings.contains(.edited), edited.count <= Self.mostNamed { edited.append(note.path) }
  }

  mutating func raise(to status: Status) {
    self.status = max(self.status, status)
  }

  // MARK: In words

  /// The closing lines of a report for people.
  func lines(for invocation: Invocation) -> [String] {
    var lines: [String] = []
    switch invocation.command {
    case .run: if written > 0 { lines.append("\(share(written)) updated.") }
    case .clean: if written > 0 { lines.append("\(share(written)) cleaned.") }
    case .check, .diff, .list, .audit, .eval, .completions, .help: break
    }
    if self[.stale] > 0 {
      let it = self[.stale] == 1 ? "it" : "them"
      lines.append(
        "\(share(.stale, "is", "are")) stale. To bring \(it) up to date: tally run \(names(stale, invocation))")
    }
    if self[.edited] > 0 {
      let verb = invocation.command == .clean ? "clean" : "run"
      lines.append(
        "\(share(.edited, "was", "were")) edited by hand. To overwrite that: "
          + "tally \(verb) --force \(names(edited, invocation))")
    }
    if self[.unmet] > 0 {
      lines.append("\(share(.unmet, "does not meet its", "do not meet their")) expectations.")
    }
    if self[.failing] > 0 { lines.append("\(share(.failing, "has", "have")) mistakes.") }
    if self[.unreadable] > 0 { lines.append("\(share(.unreadable, "is", "are")) damaged.") }
    if self[.inaccessible] > 0 { lines.append("\(share(.inaccessible, "was", "were")) out of reach.") }
    if invocation.audits { lines.append(audited) }
    if case .audit = invocation.command { return lines }
    if lines.count == (invocation.audits ? 1 : 0), self[.fresh] > 0 {
      let state = invocation.command == .clean ? "clean" : "up to date"
      lines.append(self[.fresh] == 1 ? "1 note is \(state)." : "\(self[.fresh]) notes are \(state).")
    }
    if self[.bare] > 0 {
      lines.append(self[.bare] == 1 ? "1 note has nothing to run." : "\(self[.bare]) notes have nothing to run.")
    }
    return lines
  }

  /// "14 equalities judged: 13 true, 1 wrong; 2 not judged."
  private var audited: String {
    let noun = judged == 1 ? "equality" : "equalities"
    return "\(judged) \(noun) judged: \(holding) true, \(judged - holding) wrong; \(unjudged) not judged."
  }

  /// "1 of 17 notes is", "2 of 17 notes are", "1 note is".
  private func share(_ standing: Standing, _ singular: String, _ plural: String) -> String {
    "\(share(self[standing])) \(self[standing] == 1 ? singular : plural)"
  }

  private func share(_ count: Int) -> String {
    notes == 1 ? "1 note" : "\(count) of \(notes) notes"
  }

  /// The notes, or where they are too many to name, the PATHs that led to them.
  private func names(_ paths: [Path], _ invocation: Invocation) -> String {
    let named = paths.count > Self.mostNamed ? invocation.operands : paths
    return (named.isEmpty ? [Path(".")] : named).map(shellWord).joined(separator: " ")
  }
}
