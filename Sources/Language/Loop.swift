/// Statements that are run once for each of some values.
package struct Loop: Sendable, Equatable {
  /// Loops within one another.
  package static let nestingLimit = 3

  package let variable: Name
  package let values: Values
  /// At least one.
  package let body: [Statement]
  /// The line that begins with `for`.
  package let header: Range<Int>

  package init(variable: Name, values: Values, body: [Statement], header: Range<Int>) {
    self.variable = variable
    self.values = values
    self.body = body
    self.header = header
  }

  package enum Values: Sendable, Equatable {
    /// `[0.01, 0.1, 1]`, `[tanh, relu]`, `[sgd(lr=0.1), adam(lr=0.01)]`: at least one. A name may be one that only options
    /// know, so the entries are not to be evaluated before they are used.
    case list([Expression])
    /// `1..10`, both included, one apart where no `step=` is given.
    case range(from: Expression, through: Expression, step: Expression?)
    /// `rates`: the entries of a vector.
    case entries(of: Expression)
  }
}
