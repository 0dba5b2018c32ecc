import Engine
import Language
import SourceText

/// Why a statement or an expression came to nothing.
enum Mistake: Error {
  /// The author erred; the place is in the note.
  case said(Diagnostic)
  /// It rests on a definition that failed itself, of which everything has been said.
  case consequence
  /// Time or memory is spent: the note ends here.
  case exhausted(Diagnostic)
}

/// All that is wrong with one definition.
struct Mistakes: Error {
  let all: [Mistake]

  init(_ all: [Mistake]) {
    self.all = all
  }

  /// What there is to say of them.
  var diagnostics: [Diagnostic] {
    all.compactMap {
      switch $0 {
      case .said(let diagnostic), .exhausted(let diagnostic): diagnostic
      case .consequence: nil
      }
    }
  }

  /// Whether a limit was hit that ends the note.
  var endNote: Bool {
    all.contains { if case .exhausted = $0 { true } else { false } }
  }
}

extension Mistake {
  /// An option that a statement does not have: the nearest that it has is suggested, else all are listed, in words of
  /// `listing` where there are any.
  static func unknownOption(
    _ option: Option, of statement: String, among names: [String], in code: Code, listing: String? = nil
  ) -> Mistake {
    let suggestion = nearest(to: option.name.text, among: names).map { "did you mean `\($0)`?" }
    return .at(
      option.name.range, of: code, .option, "\(statement) has no option `\(option.name.text)`",
      help: [suggestion ?? listing ?? "it has \(names.map { "`\($0)`" }.joined(separator: ", "))"])
  }

  /// A mistake at a part of the code.
  static func at(
    _ range: Range<Int>, of code: Code, _ kind: Diagnostic.Kind, _ message: String, help: [String] = [],
    notes: [Remark] = []
  ) -> Mistake {
    .said(Diagnostic(kind, at: code.place(range), message, help: help, notes: notes))
  }
}
