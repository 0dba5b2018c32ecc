extension Term {
  /// The same value in the form that a textbook prints: like terms and like factors collected, numbers first, signs pulled
  /// out, coefficients as exact fractions, in an order that depends on nothing but the term. Law: simplifying twice
  /// changes nothing more.
  ///
  /// Where the term has a finite value the result has the same; where it has none the result may have one (`x/x` is 1,
  /// `0*log(x)` is 0, `sqrt(x)^2` is x).
  package func simplified() throws(FormulaFailure) -> Term {
    preconditionFailure("follows")
  }
}
