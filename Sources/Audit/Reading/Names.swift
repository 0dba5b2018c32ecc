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

  /// Words that end a sentence about the number before them, or go on with it otherwise.
  static let predicates: Set<String> = [
    "stands", "follows", "remains", "comes", "results", "works", "fits", "agrees", "fails", "matches", "means", "shows",
    "applies", "equals", "does", "do", "did", "will", "would", "should", "could", "may", "might", "cannot",
    "be", "were", "had", "they", "there", "these", "those", "its", "our", "your", "their", "one", "however", "although",
    "though", "unless", "until", "once", "only", "still", "already", "just", "even", "indeed", "finally", "later",
    "altogether",
    "always", "often", "never", "during", "without", "into", "through", "like", "such", "than", "how", "why", "what",
    "who", "a", "an", "all", "any", "some", "on",
  ]

  /// Words that the word "in" begins a phrase with.
  static let phrases: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "our", "your", "each", "every", "all", "both", "total", "fact",
    "general", "practice", "turn", "which", "one", "exact",
  ]

  /// Words after which two numbers with a hyphen between may be a score, a date or a range, though they are connectives.
  static let occasions: Set<String> = [
    "the", "at", "from", "to", "by", "was", "first", "next", "see", "before", "after", "this", "both", "each", "for",
  ]

  /// Units and shares by their names, and what goes on with a number: another one stands for the same.
  static let measures: Set<String> = [
    "percent", "percents", "point", "points", "per", "of", "hundred", "hundreds", "thousand", "thousands", "million",
    "millions", "billion", "billions", "trillion", "trillions", "dozen", "dozens", "gross", "score", "pair", "pairs",
    "half", "halves", "third", "thirds", "quarter", "quarters", "fourths", "fifths", "sixths", "eighths", "tenth",
    "tenths", "hundredths", "thousandths", "times", "fold", "squared", "cubed", "remainder", "rest", "left", "over",
    "modulo", "mod", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "year", "years", "decade", "decades", "sec", "secs", "min", "mins", "hrs", "inch", "inches", "foot",
    "feet", "yard", "yards", "mile", "miles", "metre", "metres", "meter", "meters", "kilometre", "kilometres",
    "kilometer", "kilometers", "gram", "grams", "kilogram", "kilograms", "kilo", "kilos", "pound", "pounds", "ounce",
    "ounces", "stone", "ton", "tons", "tonne", "tonnes", "litre", "litres", "liter", "liters", "pint", "pints",
    "gallon", "gallons", "cup", "cups", "spoon", "spoons", "bit", "bits", "byte", "bytes", "word", "words", "nibble",
    "degree", "degrees", "radian", "radians", "turn", "turns", "dollar", "dollars", "cent", "cents", "euro", "euros",
    "pence", "penny", "pennies", "dime", "dimes", "nickel", "nickels", "pixel", "volt", "volts", "watt", "watts",
    "joule", "joules", "calorie", "calories", "decibel", "decibels", "knot", "knots", "acre", "acres", "hectare",
    "hectares", "pack", "packs", "box", "boxes", "carton", "cartons", "batch", "batches", "epoch", "epochs", "digit",
    "digits", "plus", "minus", "more", "less", "bpm", "rpm", "fps", "mph", "kph", "ppm", "mol", "moles", "atm", "bar",
    "bars", "gwei", "wei", "satoshi", "satoshis", "bpp", "dpi", "octal", "binary", "decimal", "hexadecimal", "hex",
  ]

  /// Whether a word is one of those that no unit is named by.
  static func isKnown(_ word: String) -> Bool {
    connectives.contains(word) || predicates.contains(word) || counted.contains(word)
  }

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
