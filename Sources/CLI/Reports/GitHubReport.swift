import SourceText

/// Workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request. Nothing else is
/// printed: a note's own text could be taken for a command.
struct GitHubReport: Report {
  let invocation: Invocation

  let separator = ""

  func opening() -> Print { Print() }

  func entry(for note: NoteReport) -> Print {
    var text = ""
    for finding in note.resolvedFindings {
      if invocation.quiet, finding.isWarning { continue }
      var properties = ["file=" + property(note.path.text)]
      if let start = finding.start, let end = finding.end {
        properties += ["line=\(start.line)", "endLine=\(max(start.line, end.column > 1 ? end.line : end.line - 1))"]
        properties += ["col=\(start.column)"]
      }
      properties.append("title=" + property("tally: " + finding.rule.label))
      let message = finding.lines.map(data).joined(separator: "%0A")
      text += "::\(finding.isWarning ? "warning" : "error") \(properties.joined(separator: ","))::\(message)\n"
    }
    return Print(output: text)
  }

  func closing(_ summary: Summary) -> Print {
    guard !invocation.quiet else { return Print() }
    return Print(output: summary.lines(for: invocation).map { "::notice title=tally::\(data($0))\n" }.joined())
  }

  private func data(_ text: String) -> String { escaped(text, [("%", "%25")]) }

  private func property(_ text: String) -> String { escaped(text, [("%", "%25"), (":", "%3A"), (",", "%2C")]) }

  private func escaped(_ text: String, _ table: [(Unicode.Scalar, String)]) -> String {
    visibleText(text).unicodeScalars.reduce(into: "") { result, scalar in
      if let (_, escape) = table.first(where: { $0.0 == scalar }) {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
