package import SourceText

/// The code of an inline value: `mlp.loss, digits=9`.
package struct InlineCode: Sendable, Equatable {
  package let value: Expression
  package let options: [Option]

  package init(value: Expression, options: [Option]) {
    self.value = value
    self.options = options
  }

  /// Reads the code between `<!--=` and `-->`: nil where there are diagnostics, whose ranges are byte offsets of
  /// `code`.
  package static func parse(_ code: [UInt8]) -> (code: InlineCode?, diagnostics: [Diagnostic]) {
    let parser = Parser(code)
    let inline = parser.readAll { () throws(Rejection) in try parser.inlineCode() }
    return (inline, parser.diagnostics)
  }
}
