/// The names that stand for numbers.
package enum Constant: String, Sendable, CaseIterable {
  case pi, e, inf, `true`, `false`

  /// The constant of that name, `π` being `pi`; nil where there is none.
  package init?(named name: String) {
    self.init(rawValue: name == "π" ? "pi" : name)
  }

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
