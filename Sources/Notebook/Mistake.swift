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
  /// A mistake at a part of the code.
  static func at(
    _ range: Range<Int>, of code: Code, _ kind: Diagnostic.Kind, _ message: String, help: [String] = [],
    notes: [Remark] = []
  ) -> Mistake {
    .said(Diagnostic(kind, at: code.place(range), message, help: help, notes: notes))
  }
}
