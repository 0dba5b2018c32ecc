/// The names that stand for numbers.
package enum Constant: String, Sendable, CaseIterable {
  case pi, e, inf, `true`, `false`

  /// The number, rounded to the nearest.
  package var value: Double {
    switch self {
    case .pi: .pi
    case .e: 2.718281828459045
    case .inf: .infinity
    case .true: 1
    case .false: 0
    }
  }
}
