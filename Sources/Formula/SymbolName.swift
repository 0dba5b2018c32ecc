extension Term {
  /// A name as LaTeX: `x1` is x₁, `delta` is δ, `ŷ` wears a hat, a word stands upright.
  package static func latex(name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { latex(part: String($0)) }.joined(separator: ".")
  }

  /// One part of a dotted name: letters, and what is written below them after `_` or as digits.
  private static func latex(part name: String) -> String {
    let pieces = name.split(separator: "_", maxSplits: 1).map(String.init)
    if pieces.count == 2, letters(pieces[0]) != nil { return below(latex(part: pieces[0]), pieces[1]) }
    let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let stem = String(name.dropLast(digits.count))
    if digits.isEmpty { return letters(name) ?? upright(name) }
    return below(letters(stem) ?? upright(stem), digits)
  }

  /// A single letter, plain, Greek or with a mark; nil for anything longer.
  private static func letters(_ name: String) -> String? {
    if let command = greekCommand(name) { return command }
    guard name.count == 1 else { return nil }
    if name.utf8.count == 1 { return name }
    // Strings that are canonically equivalent are equal, which finds the letter under the mark.
    for (mark, accent) in accents {
      if let base = markable.first(where: { $0 + mark == name }) { return "\\\(accent){\(greekCommand(base) ?? base)}" }
    }
    return name
  }

  /// The name as one word, underscores and digits included.
  static func upright(_ name: String) -> String {
    let escaped = name.map { "\\{}$&#%_^~".contains($0) ? escape($0) : String($0) }.joined()
    return "\\mathrm{\(escaped)}"
  }

  private static func escape(_ character: Character) -> String {
    switch character {
    case "\\": "\\backslash "
    case "^": "\\wedge "
    case "~": "\\sim "
    default: "\\\(character)"
    }
  }

  private static func below(_ stem: String, _ index: String) -> String {
    let text = index.allSatisfy { $0.isASCII && $0.isNumber } ? index : latex(part: index)
    // A stem with an index of its own keeps it; TeX takes only one.
    let whole = stem.contains("_") ? "{\(stem)}" : stem
    return text.count == 1 ? "\(whole)_\(text)" : "\(whole)_{\(text)}"
  }

  /// The command for a Greek letter, given itself or by its English name.
  private static func greekCommand(_ name: String) -> String? {
    greek.first { $0.letter == name || $0.name == name }.map { "\\\($0.name)" }
  }

  private static let accents = [
    ("\u{302}", "hat"), ("\u{303}", "tilde"), ("\u{304}", "bar"), ("\u{305}", "bar"), ("\u{307}", "dot"),
    ("\u{308}", "ddot"), ("\u{20D7}", "vec"),
  ]

  private static let markable =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init) + greek.map(\.letter)

  /// The letters that TeX has commands for; omicron and most capitals look Latin and have none.
  private static let greek: [(letter: String, name: String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "varepsilon"), ("ζ", "zeta"), ("η", "eta"),
    ("θ", "theta"), ("ι", "iota"), ("κ", "kappa"), ("λ", "lambda"), ("μ", "mu"), ("ν", "nu"), ("ξ", "xi"), ("π", "pi"),
    ("ρ", "rho"), ("σ", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φ", "varphi"), ("χ", "chi"), ("ψ", "psi"),
    ("ω", "omega"), ("Γ", "Gamma"), ("Δ", "Delta"), ("Θ", "Theta"), ("Λ", "Lambda"), ("Ξ", "Xi"), ("Π", "Pi"),
    ("Σ", "Sigma"), ("Υ", "Upsilon"), ("Φ", "Phi"), ("Ψ", "Psi"), ("Ω", "Omega"), ("ϵ", "epsilon"), ("ϕ", "phi"),
    ("µ", "mu"), ("∇", "nabla"),
  ]
}
