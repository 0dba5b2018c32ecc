extension Term {
  /// A name as LaTeX: `x1` is x₁, `delta` is δ, `ŷ` wears a hat, a word stands upright.
  package static func latex(name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { latex(part: String($0)) }.joined(separator: ".")
  }

  /// One part of a dotted name: letters, and what is written below them, as digits or after `_`.
  private static func latex(part name: String) -> String {
    let pieces = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    let (first, digits) = splitDigits(pieces[0])
    if !pieces.contains(""), let stem = letters(first) {
      return indexed(stem, by: (digits.isEmpty ? [] : [digits]) + pieces.dropFirst())
    }
    let (word, number) = splitDigits(name)
    return indexed(upright(word), by: number.isEmpty ? [] : [number])
  }

  /// A name without the digits at its end, and these.
  private static func splitDigits(_ name: String) -> (stem: String, digits: String) {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
    return (String(name.dropLast(digits.count)), String(digits.reversed()))
  }

  private static func indexed(_ stem: String, by indices: [String]) -> String {
    guard !indices.isEmpty else { return stem }
    let texts = indices.map { index in
      let (first, digits) = splitDigits(index)
      return first.isEmpty ? digits : latex(part: index)
    }
    let index = texts.joined(separator: ",")
    return index.count == 1 ? "\(stem)_\(index)" : "\(stem)_{\(index)}"
  }

  /// A single letter, plain, Greek or with a mark; nil for anything longer.
  private static func letters(_ name: String) -> String? {
    if let command = greekCommand(name) { return command }
    guard name.count == 1 else { return nil }
    if name.utf8.count == 1 { return name == "_" ? nil : name }
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
