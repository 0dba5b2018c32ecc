import SourceText

/// JUnit's XML as CI servers read it: a note is a suite, each finding a test case that failed, or came to an error where
/// the note could not be executed. A note without findings is one case that passed.
struct JUnitReport: Report {
  let separator = ""

  func opening() -> Print {
    Print(output: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tally\">\n")
  }

  func entry(for note: NoteReport) -> Print {
    let findings = note.resolvedFindings.filter { !$0.isWarning }
    let path = attribute(note.path.text)
    let errors = findings.count { $0.rule.status > .untrue }
    var text = "  <testsuite name=\"\(path)\" tests=\"\(max(1, findings.count))\""
    text += " failures=\"\(findings.count - errors)\" errors=\"\(errors)\">\n"
    if findings.isEmpty { text += "    <testcase classname=\"\(path)\" name=\"\(note.worst.rawValue)\"/>\n" }
    for finding in findings {
      let place = finding.start.map { "line \($0.line): " } ?? ""
      let element = finding.rule.status > .untrue ? "error" : "failure"
      text += "    <testcase classname=\"\(path)\" name=\"\(attribute(place + finding.rule.label))\">\n"
      text += "      <\(element) type=\"\(finding.rule.rawValue)\" message=\"\(attribute(finding.message))\">"
      text += finding.lines.map(attribute).joined(separator: "\n") + "</\(element)>\n    </testcase>\n"
    }
    return Print(output: text + "  </testsuite>\n")
  }

  func closing(_ summary: Summary) -> Print { Print(output: "</testsuites>\n") }

  /// Text for an attribute or an element. XML 1.0 has no way to write most control characters.
  private func attribute(_ text: String) -> String {
    visibleText(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
