package import SourceText

/// What the info string of a block asks for after the word `nn`.
package struct BlockOptions: Sendable, Equatable {
  /// Run, write no output.
  package var hide = false
  /// Do not run, write no output.
  package var skip = false
  /// The block must end with an error and leaves the session as it found it.
  package var fails = false
  /// A fresh session from this block on.
  package var reset = false

  package init() {}

  /// Reads what follows `nn`; ranges are byte offsets of `info`. Words that are not understood are left out.
  package static func parse(_ info: [UInt8]) -> (options: BlockOptions, diagnostics: [Diagnostic]) {
    preconditionFailure("not written yet")
  }
}
