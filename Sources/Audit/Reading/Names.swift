/// The words that mean something in formulas, however they are typeset.
enum Names {
  static let functions: [String: ElementaryFunction] = [
    "exp": .exp, "ln": .ln, "log": .log, "log2": .log2, "log10": .log10, "lg": .log, "log1p": .log1p, "expm1": .expm1,
    "sqrt": .sqrt, "cbrt": .cbrt, "abs": .abs, "sin": .sin, "cos": .cos, "tan": .tan, "asin": .asin, "acos": .acos,
    "atan": .atan, "arcsin": .asin, "arccos": .acos, "arctan": .atan, "sinh": .sinh, "cosh": .cosh, "tanh": .tanh,
    "sigmoid": .sigmoid, "σ": .sigmoid, "relu": .relu, "ReLU": .relu, "softplus": .softplus,
  ]

  /// Words between formulas, before or after which a number stands for itself: no units, no bases.
  static let connectives: Set<String> = [
    "and", "or", "so", "but", "then", "thus", "hence", "therefore", "because", "since", "where", "which", "while",
    "with", "if", "as", "is", "are", "was", "that", "this", "the", "we", "i", "you", "it", "for", "when", "not", "here",
    "whereas", "instead", "exactly", "holds", "again", "gives", "after", "before", "at", "from", "to", "by", "also",
    "both", "each", "has", "have", "must", "can", "rounded", "see", "now", "next", "first", "using", "yet", "too", "e",
  ]

  /// What a lesson counts: no conversion makes another number of these.
  static let counted: Set<String> = [
    "weights", "biases", "parameters", "neurons", "connections", "multiplications", "additions", "entries", "pixels",
    "numbers", "values",
  ]

  /// Words that do something to the number after them, or make it a label.
  static let grips: Set<String> = [
    "mod", "modulo", "div", "of", "times", "plus", "minus", "per", "over", "choose", "by", "between", "squared",
    "cubed", "not", "never", "section", "chapter", "figure", "fig", "table", "equation", "eq", "version", "step",
    "exercise", "page", "part", "line", "and", "sum", "product", "half", "twice", "double", "average", "mean", "root",
    "log", "power", "plus/minus", "about", "roughly", "nearly", "almost", "around", "approximately",
  ]
}

extension ElementaryFunction {
  /// What `sin^{-1}` means.
  var inverse: ElementaryFunction? {
    switch self {
    case .sin: .asin
    case .cos: .acos
    case .tan: .atan
    case .exp, .ln, .sqrt, .cbrt, .abs, .asin, .acos, .atan, .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus, .log1p,
      .expm1, .log, .log2, .log10:
      nil
    }
  }
}
