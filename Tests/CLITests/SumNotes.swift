import SourceText

@testable import CLI
@testable import Notebook

/// A notebook so simple that a test can see what must come out. Lines of a note that mean something:
///
///     sum 1 2 = 3       a value; the text after `=` is the tool's
///     boom              a mistake
///     edited            a result edited by hand, which is `mended` by force
///     unmet             an expectation that does not hold
///     damaged           a marker that makes the note unreadable
///     warn              something worth saying
///     slow              takes until the deadline
enum SumNotes {
  static let workbench = Workbench(
    execute: { read($0, under: $1) { String($0) } },
    clean: { read($0, under: $1) { _ in "" } },
    evaluate: { source, conditions in
      let outcome = read(source, under: conditions) { String($0) }
      let numbers = source.text(0..<source.bytes.count).split(separator: " ").compactMap { Int($0) }
      return (outcome.diagnostics.isEmpty ? "\(numbers.reduce(0, +))\n" : "", outcome)
    })

  private static func read(
    _ source: Source, under conditions: Conditions, result: (Int) -> String
  ) -> Outcome {
    var outcome = Outcome()
    var mayChange = true
    for line in 0..<source.lines.count {
      let range = source.lines.content(of: line)
      let text = source.text(range)
      switch text {
      case "boom":
        outcome.diagnostics.append(Diagnostic(.value, at: range, "it went `boom`", help: ["leave it out"]))
        outcome.parts.append(Part(kind: .block, range: range, title: "", state: .failing))
        mayChange = false
      case "edited" where conditions.overwritesEdits:
        outcome.changes.append(change(range, to: "mended", .stale, "mended"))
      case "edited":
        outcome.diagnostics.append(Diagnostic(.edited, at: range, "this was edited by hand"))
        mayChange = false
      case "unmet": outcome.diagnostics.append(Diagnostic(.expectation, at: range, "it does not hold"))
      case "damaged":
        outcome.diagnostics.append(Diagnostic(.damagedMarker, at: range, "a marker is damaged"))
        mayChange = false
      case "warn": outcome.diagnostics.append(Diagnostic(.markdown, at: range, "Markdown sees it otherwise"))
      case "slow":
        while conditions.clock() < conditions.deadline {}
        outcome.diagnostics.append(Diagnostic(.limit, at: range, "out of time"))
        mayChange = false
      default: if text.hasPrefix("sum ") { add(text, at: range, result, to: &outcome) }
      }
    }
    if !mayChange { outcome.changes = [] }
    return outcome
  }

  private static func add(
    _ text: String, at range: Range<Int>, _ result: (Int) -> String, to outcome: inout Outcome
  ) {
    let parts = text.dropFirst(4).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let terms = parts[0].split(separator: " ").compactMap { Int($0) }
    let wanted = result(terms.reduce(0, +))
    let present = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    let state: Part.State = present == wanted ? .fresh : present.isEmpty ? .missing : .stale
    outcome.parts.append(Part(kind: .value, range: range, title: "sum", state: state))
    guard state != .fresh else { return }
    let end = range.upperBound
    let kind: Diagnostic.Kind = present.isEmpty ? .missing : .stale
    outcome.changes.append(
      change(end - present.utf8.count..<end, to: wanted, kind, "the sum is \(wanted)", at: range))
  }

  private static func change(
    _ range: Range<Int>, to text: String, _ kind: Diagnostic.Kind, _ message: String, at place: Range<Int>? = nil
  ) -> Change {
    Change(
      edit: Edit(range: range, replacement: Array(text.utf8)),
      finding: Diagnostic(kind, at: place ?? range, message))
  }
}
