/// Why a term has no derivative, or cannot be simplified.
package enum FormulaFailure: Error, Hashable, Sendable {
  /// The term, or what becomes of it, has more nodes than the limit.
  case tooLarge(limit: Int)
  /// The derivative of this part of the term (always a `call`) by this symbol is not known.
  case notDifferentiable(Term, by: String)
  /// The derivation takes more lines than the limit.
  case tooManyLines(limit: Int)
  /// Whoever asked would not wait any longer.
  case stopped
}
