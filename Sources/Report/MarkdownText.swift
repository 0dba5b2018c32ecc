import SourceText

/// Plain text as the Markdown that reads the same, for the cell of a table.
///
/// Formatters rewrite escapes that they think needless, and escape what they fear. So a character is escaped here only
/// where they would, and text with anything else in it that some reader gives a meaning to (`$x$`, `~x~`, `[1]`, `==x==`,
/// `:x:`, `&lt;`) becomes a code span, which they all leave alone.
func cellText(_ text: String) -> String {
  let words = text.onOneLine.split(separator: " ").joined(separator: " ")
  return needsCodeSpan(words) ? codeSpan(words) : escaped(words)
}

private func escaped(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  var result = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    let before = index > 0 ? scalars[index - 1] : nil
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    if needsEscape(scalar, before: before, after: after) { result.append("\\") }
    result.append(scalar)
  }
  return String(result)
}

private func needsEscape(_ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
  switch scalar {
  case "\\", "`", "|": true
  case "<": after != " "
  case "*": before != " " || after != " "
  case "_": (before != " " || after != " ") && (bordersWord(before) || bordersWord(after))
  default: false
  }
}

/// Whether an underscore beside this may begin or end an emphasis.
private func bordersWord(_ neighbour: Unicode.Scalar?) -> Bool {
  guard let neighbour else { return true }
  if neighbour.isASCII {
    switch neighbour {
    case "0"..."9", "A"..."Z", "a"..."z": return false
    default: return true
    }
  }
  return neighbour.properties.isWhitespace || Character(neighbour).isPunctuation
}

private func needsCodeSpan(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let before = index > 0 ? scalars[index - 1] : " "
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    switch scalar {
    case "$", "[", "]": return true
    case "~", "^":
      if before == scalar || (before != " " && scalar == "~") || (after != " " && scalar == "~") { return true }
    case "=", "%": if after == scalar { return true }
    case ":", "&": if after != " ", scalars[(index + 1)...].contains(scalar == ":" ? ":" : ";") { return true }
    default: continue
    }
  }
  return false
}

/// A code span that holds the text, whatever backticks it has. In a table its pipes are escaped too.
private func codeSpan(_ text: String) -> String {
  let fence = String(repeating: "`", count: shortestAbsentRun(in: text))
  let pad = text.first == "`" || text.last == "`" ? " " : ""
  let inside = text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  return fence + pad + inside + pad + fence
}

/// The shortest run of backticks that is not among the text's own.
private func shortestAbsentRun(in text: String) -> Int {
  let runs = text.split(whereSeparator: { $0 != "`" }).map(\.count)
  var length = 1
  while runs.contains(length) { length += 1 }
  return length
}
