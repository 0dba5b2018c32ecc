extension Term {
  /// A name as LaTeX: `x1` is x₁, `delta` is δ, `ŷ` wears a hat, a word stands upright, `W[1,2]` is the letter with its
  /// place below it, and the primes of a derivative stay. An index follows a letter and stands in braces, because a reader
  /// of Markdown would else take its line for an emphasis.
  package static func latex(name: String) -> String {
    let primes = name.reversed().prefix { $0 == "'" }.count
    let plain = String(name.dropLast(primes))
    let latex = entry(plain) ?? dotted(plain)
    return latex + String(repeating: "'", count: primes)
  }

  /// The name of a function that is no letter, upright: `relu`, `leaky relu`.
  package static func latex(function name: String) -> String {
    name.contains("_") ? "\\text{\(name.split(separator: "_").joined(separator: " "))}" : upright(name)
  }

  private static func dotted(_ name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { latex(part: String($0)) }.joined(separator: ".")
  }

  /// `W[1,2]` or `W[1,:]`, whose place goes below the letter unless something stands there already.
  private static func entry(_ name: String) -> String? {
    guard name.last == "]", let open = name.firstIndex(of: "[") else { return nil }
    let (stem, place) = (String(name[..<open]), name[open...].dropFirst().dropLast())
    guard !stem.isEmpty, !place.isEmpty, place.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == ":") })
    else {
      return nil
    }
    let latex = dotted(stem)
    return latex.contains("_")
      ? "\(latex)\\lbrack \(place)\\rbrack" : indexed(latex, by: [String(place)])
  }

  /// One part of a dotted name: letters, and what is written below them, as digits or after `_`.
  private static func latex(part name: String) -> String {
    let pieces = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    let (first, digits) = splitDigits(pieces[0])
    guard !pieces.contains(""), first.last?.isLetter == true else { return upright(name) }
    let indices = (digits.isEmpty ? [] : [digits]) + pieces.dropFirst()
    return indexed(letters(first) ?? upright(first), by: indices)
  }

  /// A name without the digits at its end, and these.
  private static func splitDigits(_ name: String) -> (stem: String, digits: String) {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
    return (String(name.dropLast(digits.count)), String(digits.reversed()))
  }

  /// The index of an upright word stands within its braces, right after its last letter.
  private static func indexed(_ stem: String, by indices: [String]) -> String {
    guard !indices.isEmpty else { return stem }
    let isWord = stem.last == "}"
    let texts = indices.map { index in
      let (first, _) = splitDigits(index)
      if first.isEmpty || first == ":" || isWord || index.contains(",") { return index }
      return latex(part: index)
    }
    let index = "_{\(texts.joined(separator: ","))}"
    return isWord ? "\(stem.dropLast())\(index)}" : stem + index
  }

  /// A single letter, plain, Greek or with a mark; nil for anything longer.
  private static func letters(_ name: String) -> String? {
    if let command = greekCommand(name) { return command }
    guard name.count == 1 else { return nil }
    if name.utf8.count == 1 { return name.first?.isLetter == true ? name : nil }
    // Strings that are canonically equivalent are equal, which finds the letter under the mark.
    for (mark, accent) in accents {
      if let base = markable.first(where: { $0 + mark == name }) { return "\\\(accent) \(greekCommand(base) ?? base)" }
    }
    return name
  }

  /// The name as one word, underscores and digits included.
  private static func upright(_ name: String) -> String {
    "\\mathrm{\(name.map(escaped).joined())}"
  }

  /// What TeX or Markdown would take for its own goes by its name, or where it has none that all know, in a wide form.
  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\\": "\\backslash "
    case "{": "\\lbrace "
    case "}": "\\rbrace "
    case "[": "\\lbrack "
    case "]": "\\rbrack "
    case "|": "\\vert "
    case "<": "\\lt "
    case ">": "\\gt "
    case "*": "\\ast "
    case "^": "\\wedge "
    case "~": "\\sim "
    case "`": "\\backprime "
    case "_": "\u{FF3F}"
    case "$": "\u{FF04}"
    case "&": "\u{FF06}"
    case "#": "\u{FF03}"
    case "%": "\u{FF05}"
    default: String(character)
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
