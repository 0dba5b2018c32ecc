import SourceText

/// Code in which places are marked by `⟦…⟧`; an empty pair marks the place of something missing.
struct MarkedSource {
  private(set) var code: [UInt8] = []
  private(set) var marks: [Range<Int>] = []

  init(_ text: String) {
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = code.count
      case "⟧": marks.append(start..<code.count)
      default: code += Array(String(scalar).utf8)
      }
    }
  }

  /// All diagnostics as a reader sees them.
  func rendering(_ diagnostics: [Diagnostic]) -> String {
    let source = Source(name: "note.md", bytes: code)
    return diagnostics.map { DiagnosticRenderer(showsPath: false).render($0, in: source) }.joined()
  }
}
