import SourceText

/// How the command ends. Of several things to report, the highest status wins.
enum Status: Int32, CaseIterable, Comparable, Sendable {
  case fine = 0
  case untrue = 1
  case unreadable = 2
  case failed = 3
  case system = 4

  static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }

  /// The status in the words of the manual.
  var meaning: String {
    switch self {
    case .fine: "fine"
    case .untrue:
      "a note is stale, was edited by hand, does not meet an expectation, or is wrong in its arithmetic"
    case .unreadable: "wrong usage, or a note that cannot be read as one (bad UTF-8, a damaged marker)"
    case .failed: "a block or an inline value failed"
    case .system: "the file system refused, or a PATH does not exist"
    }
  }
}

/// What can be said of a note as a whole, from good to bad. Several may hold at once.
enum Standing: String, CaseIterable, Sendable {
  /// There is nothing in it for Tally.
  case bare
  case fresh
  /// An expectation does not hold.
  case unmet
  /// An equality does not hold.
  case wrong
  case stale
  case edited
  case unreadable
  case failing
  case inaccessible

  var status: Status {
    switch self {
    case .bare, .fresh: .fine
    case .stale, .edited, .unmet, .wrong: .untrue
    case .unreadable: .unreadable
    case .failing: .failed
    case .inaccessible: .system
    }
  }
}

extension Diagnostic.Kind {
  /// What a diagnostic makes of its note; nil for one that is only worth saying.
  var standing: Standing? {
    switch self {
    case .encoding, .damagedMarker, .unclosedFence, .usage: .unreadable
    case .syntax, .name, .shape, .value, .option, .limit, .unexpectedSuccess: .failing
    case .stale, .missing, .orphan: .stale
    case .edited: .edited
    case .expectation: .unmet
    case .arithmetic: .wrong
    case .markdown: nil
    case .file: .inaccessible
    }
  }

  /// The exit status that a diagnostic asks for.
  var status: Status { standing?.status ?? .fine }

  /// What the rule says, in the reports' and the manual's words.
  var meaning: String {
    switch self {
    case .encoding: "The note is not UTF-8."
    case .damagedMarker: "A marker of an output is damaged."
    case .unclosedFence: "A block is never closed."
    case .syntax: "A statement cannot be understood."
    case .name: "A name is unknown or used for the wrong thing."
    case .shape: "Shapes do not fit."
    case .value: "A value cannot be computed or used."
    case .option: "An option is unknown or has a wrong value."
    case .limit: "A limit of time, memory or size was hit."
    case .unexpectedSuccess: "A block that should fail does not."
    case .stale: "A result is no longer what stands in the note."
    case .missing: "A result is missing from the note."
    case .edited: "A result was edited by hand."
    case .orphan: "A result's block is gone."
    case .expectation: "An expectation does not hold."
    case .arithmetic: "An equality of the note's own does not hold."
    case .markdown: "Markdown will show this in an unexpected way."
    case .file: "The file system refused."
    case .usage: "The command was used wrongly."
    }
  }
}
