import SourceText

/// Worked arithmetic as LaTeX.
extension Working {
  /// Each group an aligned formula under its heading, which is a line of Markdown.
  package func math(in frame: FormulaFrame = .dollars) -> [Block] {
    groups.flatMap { group in
      let heading = group.heading.map { [Block.markdown(["**\(cellText($0))**"])] } ?? []
      let formula = group.lines.isEmpty ? [] : [Block.markdown(group.formula(in: frame))]
      return heading + formula + group.remarks.map { Block.markdown([cellText($0)]) }
    }
  }
}

extension Working.Group {
  fileprivate func formula(in frame: FormulaFrame) -> [String] {
    let rows = lines.flatMap(\.latexRows)
    let ended = rows.dropLast().map { $0 + " \\\\" } + rows.suffix(1)
    // The rows of a matrix stand on lines of their own, since a line break of LaTeX ends a line.
    let written = ended.flatMap { $0.split(separator: "\n").map(String.init) }
    return [frame.opening, "\\begin{aligned}"] + written + ["\\end{aligned}", frame.closing]
  }
}

extension Working.Line {
  /// Rows of an aligned formula: one where the line is short, else one for each step, broken further before a sign.
  fileprivate var latexRows: [String] {
    let end = comment.map { " && " + latexText($0) } ?? ""
    if width <= Working.pageWidth {
      let chain = steps.map(\.phrase.latex).joined(separator: " = ")
      return ["\(left.latexStart) &\(relation.latex) \(chain)\(end)"]
    }
    var rows: [String] = []
    for (index, step) in steps.enumerated() {
      let sign = index == 0 ? "\(left.latexStart) &\(relation.latex) " : "&= "
      let share = Double(displayWidth(step.phrase.latex)) / Double(max(1, displayWidth(step.phrase.text)))
      let pieces = step.phrase.latex.brokenAtSigns(width: Int(Double(Working.pageWidth) * max(1, share)))
      for (place, piece) in pieces.enumerated() { rows.append((place == 0 ? sign : "&\\quad {} ") + piece) }
    }
    rows[rows.count - 1] += end
    return rows
  }
}

extension Phrase {
  /// The LaTeX for the start of a line, which Markdown must not take for a list, a quote or a heading.
  fileprivate var latexStart: String {
    guard let first = latex.first else { return "{}" }
    return first.isLetter || first == "\\" || first == "(" ? latex : "{} \(latex)"
  }
}
