extension Expression {
  /// The expression in its one canonical spelling: `2 * x^2 + f'(y)[1]`, numbers as short as they can be.
  ///
  /// Law: what it spells parses to the same tree, but for groups that precedence makes necessary.
  package var spelled: String {
    preconditionFailure("not written yet")
  }

  /// The source text of the expression on one line: white space folded, comments left out, the line breaks that end
  /// the rows of a matrix spelled `;`. What labels are made of.
  package func sourceText(in code: [UInt8]) -> String {
    preconditionFailure("not written yet")
  }
}
