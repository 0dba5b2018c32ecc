extension Term {
  /// More nodes than this are refused, in what is given and in what results.
  package static let nodeLimit = 10_000

  /// The derivative by a symbol, simplified; every other symbol is a constant. At a kink it is PyTorch's: `relu'(0)` and
  /// `abs'(0)` are 0, `leaky_relu'(0, a)` and `elu'(0, a)` are a, and `max` and `min` split a tie in halves. Comparisons,
  /// `step`, `sign` and the roundings have derivative 0 everywhere.
  package func derivative(by symbol: String) throws(FormulaFailure) -> Term {
    preconditionFailure("follows")
  }
}
