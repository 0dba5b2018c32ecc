import Audit
import Notebook
import SourceText

/// One JSON document, a note a line; docs/cli.md describes it.
struct JSONReport: Report {
  let invocation: Invocation

  let separator = ",\n"

  func opening() -> Print {
    let head: JSON = .object([("tally", .string(Version.current)), ("command", .string(invocation.command.rawValue))])
    return Print(output: head.text.dropLast() + ", \"notes\": [\n")
  }

  func entry(for note: NoteReport) -> Print {
    var members: [(String, JSON)] = [
      ("path", .string(note.path.text)),
      ("state", .string(note.worst.rawValue)),
      ("changes", .number(note.changes)),
      ("written", .bool(note.isWritten)),
      ("findings", .array(note.resolvedFindings.map(value))),
    ]
    if let diff = note.diff { members.append(("diff", .string(String(decoding: diff.bytes, as: UTF8.self)))) }
    if case .list = invocation.command { members.append(("parts", .array(note.parts.map { value($0, in: note) }))) }
    if invocation.audits {
      members.append(("equalities", .array(note.equalities.map { value($0, in: note) })))
    }
    return Print(output: JSON.object(members).text)
  }

  func closing(_ summary: Summary) -> Print {
    var counts: [(String, JSON)] = [("notes", .number(summary.notes)), ("written", .number(summary.written))]
    counts += Standing.allCases.map { ($0.rawValue, .number(summary[$0])) }
    if invocation.audits {
      let equalities = [
        ("judged", summary.judged), ("true", summary.holding), ("wrong", summary.judged - summary.holding),
        ("unjudged", summary.unjudged),
      ]
      counts.append(("equalities", .object(equalities.map { ($0, .number($1)) })))
    }
    let tail: JSON = .object([("counts", .object(counts)), ("status", .number(Int(summary.status.rawValue)))])
    return Print(output: "\n], " + tail.text.dropFirst() + "\n")
  }

  private func value(_ finding: Finding) -> JSON {
    .object([
      ("rule", .string(finding.rule.rawValue)),
      ("level", finding.isWarning ? "warning" : "error"),
      ("start", finding.start.map(value) ?? .null),
      ("end", finding.end.map(value) ?? .null),
      ("message", .string(finding.message)),
      ("help", .strings(finding.help)),
      ("notes", .strings(finding.notes)),
    ])
  }

  private func value(_ equality: AuditOutcome.Equality, in note: NoteReport) -> JSON {
    var members: [(String, JSON)] = [
      ("start", note.source.map { value($0.position(of: equality.range.lowerBound)) } ?? .null),
      ("text", .string(note.source.map(equality.text) ?? "")),
      ("verdict", .string(equality.verdict.name)),
    ]
    if case .unjudged(let reason) = equality.verdict { members.append(("reason", .string(reason))) }
    return .object(members)
  }

  private func value(_ position: Position) -> JSON {
    .object([("line", .number(position.line)), ("column", .number(position.column))])
  }

  private func value(_ part: Part, in note: NoteReport) -> JSON {
    let kind: JSON =
      switch part.kind {
      case .block: "block"
      case .value: "value"
      }
    return .object([
      ("kind", kind),
      ("start", note.source.map { value($0.position(of: part.range.lowerBound)) } ?? .null),
      ("title", .string(part.title)),
      ("state", .string(part.state.rawValue)),
    ])
  }
}
