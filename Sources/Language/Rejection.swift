import SourceText

/// Why a statement was given up: its one diagnostic. The parser throws it and goes on with the next statement.
///
/// The words are kept apart: every call in the parser has room for a rejection on its stack, which nested brackets
/// make deep.
struct Rejection: Error {
  private let words: Words

  private final class Words: Sendable {
    let diagnostic: Diagnostic
    let endsBlock: Bool

    init(_ diagnostic: Diagnostic, endsBlock: Bool) {
      self.diagnostic = diagnostic
      self.endsBlock = endsBlock
    }
  }

  init(
    _ kind: Diagnostic.Kind = .syntax, at range: Range<Int>, _ message: String, help: String..., endsBlock: Bool = false
  ) {
    words = Words(Diagnostic(kind, at: range, message, help: help), endsBlock: endsBlock)
  }

  init(at range: Range<Int>, _ message: String, helps: [String]) {
    words = Words(Diagnostic(.syntax, at: range, message, help: helps), endsBlock: false)
  }

  var diagnostic: Diagnostic { words.diagnostic }

  /// Nothing after it in the block is worth reading: the block is not `nn`, or is too large.
  var endsBlock: Bool { words.endsBlock }
}
