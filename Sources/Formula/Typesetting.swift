extension Term {
  /// The term in the notation of `nn`, with as few brackets as it can do with: what is read back has the same value.
  package var text: String {
    preconditionFailure("follows")
  }

  /// The term as LaTeX for `$…$`, without the dollars; only commands that GitHub, KaTeX and MathJax all know.
  package var latex: String {
    preconditionFailure("follows")
  }

  /// A name as LaTeX: `x1` is x₁, `delta` is δ, `ŷ` wears a hat, a word stands upright.
  package static func latex(name: String) -> String {
    preconditionFailure("follows")
  }
}
