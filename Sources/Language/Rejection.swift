import SourceText

/// Why a statement was given up: its one diagnostic. The parser throws it and goes on with the next statement.
struct Rejection: Error {
  let diagnostic: Diagnostic
  /// Nothing after it in the block is worth reading: the block is not `nn`, or is too large.
  let endsBlock: Bool

  init(
    _ kind: Diagnostic.Kind = .syntax, at range: Range<Int>, _ message: String, help: String..., endsBlock: Bool = false
  ) {
    self.diagnostic = Diagnostic(kind, at: range, message, help: help)
    self.endsBlock = endsBlock
  }

  init(at range: Range<Int>, _ message: String, helps: [String]) {
    self.diagnostic = Diagnostic(.syntax, at: range, message, help: helps)
    self.endsBlock = false
  }
}
