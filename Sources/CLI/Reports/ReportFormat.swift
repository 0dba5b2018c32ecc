/// How a report is written.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, github, junit, sarif

  /// The formats that make sense for a command: a list of parts is not a list of findings.
  static func formats(of command: Command) -> [ReportFormat] {
    switch command {
    case .run, .check, .clean, .audit: allCases
    case .list: [.text, .json]
    case .diff, .eval, .completions, .help: [.text]
    }
  }
}
