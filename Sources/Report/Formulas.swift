/// Values as LaTeX between `$$` lines.
///
/// No line of a formula begins with something that Markdown takes for a list, a heading or a quote, and none is blank, so
/// it survives a reader that knows nothing of `$$` as one paragraph.
extension Listing {
  /// One formula for each entry, several aligned at their equals signs: `show x, W as math`.
  package func math(in frame: FormulaFrame = .dollars) -> Block {
    guard entries.count > 1 else {
      return .markdown(entries.flatMap { [frame.opening] + $0.equation(sign: "=") + [frame.closing] })
    }
    var lines: [String] = []
    for (index, entry) in entries.enumerated() {
      var equation = entry.equation(sign: "&=")
      if index < entries.count - 1 { equation[equation.count - 1] += " \\\\" }
      lines += equation
    }
    return .markdown([frame.opening, "\\begin{aligned}"] + lines + ["\\end{aligned}", frame.closing])
  }
}

/// What stands around a displayed formula.
package enum FormulaFrame: String, Sendable, CaseIterable {
  /// `$$` lines, which GitHub and Obsidian typeset. A formatter that does not know them takes them for prose.
  case dollars
  /// A `math` fence, which GitHub and GitLab typeset and every formatter leaves alone.
  case fence

  var opening: String { self == .dollars ? "$$" : "```math" }
  var closing: String { self == .dollars ? "$$" : "```" }
}

extension Listing.Entry {
  /// The lines of `label = value`.
  fileprivate func equation(sign: String) -> [String] {
    var lines = format.latexLines(value)
    if let name = formula ?? label.map(latexText) {
      lines[0] = "\(name) \(sign) \(lines[0])"
    } else if sign.first == "&" {
      lines[0] = "& \(lines[0])"
    }
    return lines
  }
}

extension NumberFormat {
  /// A value as LaTeX on one line: a vector is a column.
  package func latex(_ value: Value) -> String {
    latexLines(value).joined(separator: " ")
  }

  /// A value as LaTeX, a row of a matrix on each line.
  func latexLines(_ value: Value) -> [String] {
    switch value {
    case .number(let number): [latex(number)]
    case .vector(let entries):
      latexLines(Grid(rows: entries.count, columns: 1, entries: entries), size: "\(entries.count) \\text{ entries}")
    case .matrix(let grid): latexLines(grid, size: "\(grid.rows) \\times \(grid.columns)")
    case .formula(_, let latex): [latex]
    }
  }

  private func latexLines(_ grid: Grid, size: String) -> [String] {
    guard !grid.entries.isEmpty else { return ["\\lbrack \\quad \\rbrack"] }
    let rows = Abridgement(grid.rows, limit: ValueText.mostRows)
    let columns = Abridgement(grid.columns, limit: ValueText.mostColumns)
    var cells = printed(grid, rows: rows.shown, columns: columns.shown).map { $0.map(\.latex) }
    if rows.leavesOut {
      for column in cells.indices { cells[column].insert("\\vdots", at: rows.head.count) }
    }
    if columns.leavesOut {
      let dots = rows.places.map { $0 == nil ? "\\ddots" : "\\cdots" }
      cells.insert(dots, at: columns.head.count)
    }
    let lines = rows.places.indices.map { row in cells.map { $0[row] }.joined(separator: " & ") }
    let isCut = rows.leavesOut || columns.leavesOut
    return ["\\begin{bmatrix}"] + lines.dropLast().map { $0 + " \\\\" } + lines.suffix(1)
      + ["\\end{bmatrix}" + (isCut ? " \\quad (\(size))" : "")]
  }
}

/// Words inside a formula, set upright. What LaTeX or Markdown would take for its own stands between them as a command of
/// formulas, because not every typesetter of formulas knows the commands of text; or in its wide form, where the command
/// would be a backslash before a sign, which a reader of Markdown takes away.
func latexText(_ text: String) -> String {
  var pieces: [String] = []
  var words = String.UnicodeScalarView()
  for scalar in text.onOneLine.unicodeScalars {
    guard let command = latexCommand(for: scalar) else {
      words.append(wideForm(of: scalar) ?? scalar)
      continue
    }
    if !words.isEmpty { pieces.append("\\text{\(String(words))}") }
    words.removeAll()
    pieces.append("{\(command)}")
  }
  if !words.isEmpty || pieces.isEmpty { pieces.append("\\text{\(String(words))}") }
  return pieces.joined()
}

private func latexCommand(for scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "\\": "\\backslash"
  case "{": "\\lbrace"
  case "}": "\\rbrace"
  case "[": "\\lbrack"
  case "]": "\\rbrack"
  case "<": "\\lt"
  case ">": "\\gt"
  case "*": "\\ast"
  case "^": "\\wedge"
  case "~": "\\sim"
  case "`": "\\backprime"
  default: nil
  }
}

/// A sign that LaTeX gives a meaning to, as wide as a letter of East Asia, which has none.
private func wideForm(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar {
  case "$": "\u{FF04}"
  case "&": "\u{FF06}"
  case "#": "\u{FF03}"
  case "%": "\u{FF05}"
  case "_": "\u{FF3F}"
  default: nil
  }
}
