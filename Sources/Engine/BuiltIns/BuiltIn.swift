/// The functions of the language that need no definition.
package enum BuiltIn: Sendable, Hashable, CaseIterable {
  /// A function of one variable, elementwise.
  case elementary(Elementary)
  /// All entries to one number.
  case summary(Summary)
  /// `min` and `max`: all entries of one argument to one number, or elementwise of two.
  case extremum(Extremum)
  /// Row by row.
  case rowwise(Rowwise)
  case algebra(Algebra)
  /// An array made from figures.
  case construction(Construction)
  /// How far the outputs `y` are from the targets `t`.
  case loss(Loss)

  /// Every function, group by group, in the order of their declaration.
  package static var allCases: [BuiltIn] {
    Elementary.allCases.map(BuiltIn.elementary) + Summary.allCases.map(BuiltIn.summary)
      + Extremum.allCases.map(BuiltIn.extremum) + Rowwise.allCases.map(BuiltIn.rowwise)
      + Algebra.allCases.map(BuiltIn.algebra) + Construction.allCases.map(BuiltIn.construction)
      + Loss.allCases.map(BuiltIn.loss)
  }

  /// The function of that name, `σ` being `sigmoid`; nil where there is none.
  package init?(named name: String) {
    guard let found = Self.byName[name == "σ" ? "sigmoid" : name] else { return nil }
    self = found
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The name in the language.
  package var name: String {
    switch self {
    case .elementary(let function): function.rawValue
    case .summary(let function): function.rawValue
    case .extremum(let function): function.rawValue
    case .rowwise(let function): function.rawValue
    case .algebra(let function): function.rawValue
    case .construction(let function): function.rawValue
    case .loss(let function): function.rawValue
    }
  }

  /// The function that is known elsewhere by a name that the language has not (`ln`, `average`), for suggestions.
  package static func known(elsewhere name: String) -> BuiltIn? {
    let here: [String: String] = [
      "ln": "log", "lg": "log10", "fabs": "abs", "sgn": "sign", "arcsin": "asin", "arccos": "acos",
      "arctan": "atan", "logistic": "sigmoid", "swish": "silu", "heaviside": "step", "average": "mean", "avg": "mean",
      "stddev": "std", "variance": "var", "length": "size", "len": "size", "shape": "size", "count": "size",
      "identity": "eye", "arange": "range", "maximum": "max", "minimum": "min", "total": "sum",
    ]
    return here[name].flatMap(BuiltIn.init(named:))
  }
}
