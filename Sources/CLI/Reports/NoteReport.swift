import Audit
import Notebook
import SourceText

/// What a command found out about one note, before it is written down in some format.
struct NoteReport: Sendable {
  let path: Path
  /// Nil where the note could not be read.
  var source: Source?
  /// What is wrong, in the order of the note; what has no place in the note comes last.
  var findings: [Diagnostic] = []
  /// The places that are other than what they should be, or were.
  var changes = 0
  /// Whether the note, or what `-o` names, was written.
  var isWritten = false
  var diff: UnifiedDiff?
  var parts: [Part] = []
  /// What an audit looked at.
  var equalities: [AuditOutcome.Equality] = []
  /// The note itself, where it goes to standard output.
  var text: [UInt8]?
  var standings: [Standing] = []

  init(path: Path) {
    self.path = path
  }

  /// The standing that decides how the command ends.
  var worst: Standing { Standing.allCases.last { standings.contains($0) } ?? .fresh }

  var status: Status { standings.map(\.status).max() ?? .fine }
}

/// A finding in the words that every format uses.
struct Finding {
  let rule: Diagnostic.Kind
  let isWarning: Bool
  /// Nil for what has no place in the note.
  let start: Position?
  /// Just past the fault.
  let end: Position?
  let message: String
  let help: [String]
  let notes: [String]

  /// The message and all that belongs to it, each a line.
  var lines: [String] { [message] + help.map { "help: " + $0 } + notes.map { "note: " + $0 } }
}

extension NoteReport {
  /// The findings with places as people count them.
  var resolvedFindings: [Finding] {
    findings.map { diagnostic in
      let source = diagnostic.hasPlace ? source : nil
      return Finding(
        rule: diagnostic.kind, isWarning: diagnostic.kind.standing == nil,
        start: source?.position(of: diagnostic.range.lowerBound),
        end: source?.position(of: diagnostic.range.upperBound),
        message: diagnostic.message, help: diagnostic.help,
        notes: diagnostic.notes.map { note in
          note.text { offset in source.map { "at line \($0.position(of: offset).line)" } ?? "" }
        })
    }
  }
}

extension AuditOutcome.Equality {
  /// The equality as it stands in the note, on one line.
  func text(in source: Source) -> String {
    source.text(range).split { $0 == "\n" || $0 == " " || $0 == "\r\n" }.joined(separator: " ")
  }
}

extension AuditOutcome.Equality.Verdict {
  var words: String {
    switch self {
    case .holds: "true"
    case .wrong: "wrong"
    case .unjudged(let reason): "not judged (\(reason))"
    }
  }

  /// In the words of reports for machines.
  var name: String {
    switch self {
    case .holds: "true"
    case .wrong: "wrong"
    case .unjudged: "unjudged"
    }
  }
}

extension Diagnostic {
  /// What the world outside the note refused has no place in it.
  var hasPlace: Bool { kind != .file && kind != .usage }

  /// A fault of the world outside the note.
  static func file(_ message: String, help: [String] = []) -> Diagnostic {
    Diagnostic(.file, at: 0..<0, message, help: help)
  }
}
