import SourceText

/// SARIF 2.1.0, as code scanning services read it. Columns count code points.
struct SARIFReport: Report {
  let separator = ",\n"

  func opening() -> Print {
    let rules = Diagnostic.Kind.allCases.map { kind in
      JSON.object([
        ("id", .string(kind.rawValue)),
        ("shortDescription", .object([("text", .string(kind.meaning))])),
        ("defaultConfiguration", .object([("level", kind.standing == nil ? "warning" : "error")])),
      ])
    }
    let driver: JSON = .object([
      ("name", "tally"), ("version", .string(Version.current)), ("rules", .array(rules)),
    ])
    return Print(
      output: "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [{"
        + "\"tool\": {\"driver\": \(driver.text)}, \"columnKind\": \"unicodeCodePoints\", \"results\": [\n")
  }

  func entry(for note: NoteReport) -> Print {
    Print(output: note.resolvedFindings.map { result($0, in: note).text }.joined(separator: ",\n"))
  }

  func closing(_ summary: Summary) -> Print {
    let invocation: JSON = .object([
      ("executionSuccessful", .bool(summary.status < .unreadable)), ("exitCode", .number(Int(summary.status.rawValue))),
    ])
    return Print(output: "\n], \"invocations\": [\(invocation.text)]}]}\n")
  }

  private func result(_ finding: Finding, in note: NoteReport) -> JSON {
    var location: [(String, JSON)] = [("artifactLocation", .object([("uri", .string(uri(of: note.path)))]))]
    if let start = finding.start, let end = finding.end {
      let region: JSON = .object([
        ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
        ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
      ])
      location.append(("region", region))
    }
    return .object([
      ("ruleId", .string(finding.rule.rawValue)),
      ("ruleIndex", .number(Diagnostic.Kind.allCases.firstIndex(of: finding.rule) ?? -1)),
      ("level", finding.isWarning ? "warning" : "error"),
      ("message", .object([("text", .string(finding.lines.joined(separator: "\n")))])),
      ("locations", .array([.object([("physicalLocation", .object(location))])])),
    ])
  }

  /// The path as a URI reference: relative ones stay relative, every byte outside RFC 3986's unreserved ones is escaped.
  private func uri(of path: Path) -> String {
    let start = path.isAbsolute ? "file://" : ""
    return path.bytes.reduce(start) { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        return text + String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return text + "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
