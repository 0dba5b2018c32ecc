package import SourceText

extension Program {
  /// Reads the code of a block: the statements that are well formed, and what is wrong with the others.
  ///
  /// Ranges are byte offsets of `code`. Where there are diagnostics the program is not complete and must not be run.
  /// `showingLoneExpressions` reads an expression on a line of its own as `show` of it, as the command line does; in a
  /// note it is a mistake. Time and memory are linear in the size of the code.
  package static func parse(
    _ code: [UInt8], showingLoneExpressions: Bool = false
  ) -> (program: Program, diagnostics: [Diagnostic]) {
    let parser = Parser(code)
    let statements = parser.readStatements { () throws(Rejection) in
      try parser.statement(showingLoneExpressions: showingLoneExpressions)
    }
    return (Program(statements: statements), parser.diagnostics)
  }
}
