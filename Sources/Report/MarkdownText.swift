import SourceText

/// Plain text as the Markdown that reads the same, for the cell of a table or a line of prose.
///
/// Formatters rewrite escapes that they think needless, and escape what they fear. So a character is escaped here only
/// where they would, and text with anything else in it that some reader gives a meaning to (`$x$`, `~x~`, `[1]`, `==x==`,
/// `:x:`, `&lt;`, `|x|`) becomes a code span, which they all leave alone.
func cellText(_ text: String) -> String {
  let words = text.wordsOfCell
  return needsCodeSpan(words) ? codeSpan(words) : escaped(words)
}

/// Text of the language as the code span that reads the same, for the cell of a table; of nothing, nothing.
func codeText(_ text: String) -> String {
  let words = text.wordsOfCell
  return words.isEmpty ? "" : codeSpan(words)
}

extension String {
  /// The words with one space between them. Readers differ on whether `\\|` ends a cell, so the bar after a backslash is
  /// another character that looks like one.
  fileprivate var wordsOfCell: String {
    onOneLine.split(separator: " ").joined(separator: " ").split(separator: "\\|", omittingEmptySubsequences: false)
      .joined(separator: "\\∣")
  }
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
  case "\\", "`": true
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
  return hasLinkBrackets(scalars) || scalars.indices.contains { isMarkup(at: $0, in: scalars) }
}

/// Whether some Markdown gives a meaning to the character at this place, and formatters undo its escape.
private func isMarkup(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
  let before = index > 0 ? scalars[index - 1] : " "
  let after = index + 1 < scalars.count ? scalars[index + 1] : " "
  switch scalars[index] {
  case "$", "|": return true
  case "~": return before != " " || after != " "
  case "=", "%": return after == scalars[index]
  case ":": return isName(endingWith: ":", in: scalars[(index + 1)...])
  case "&": return isName(endingWith: ";", in: scalars[(index + 1)...])
  default: return false
  }
}

/// Whether the text begins with the name of an emoji or of a character, and what ends it.
private func isName(endingWith end: Unicode.Scalar, in text: ArraySlice<Unicode.Scalar>) -> Bool {
  let rest = text.drop { $0.properties.isAlphabetic || "0123456789_+-#".unicodeScalars.contains($0) }
  return rest.first == end && rest.startIndex > text.startIndex
}

/// Whether a bracket may belong to a link: `[1]`, `[x](y)`. The arrays `[1, 2]` and `W[1,:]` are no link's name.
private func hasLinkBrackets(_ scalars: [Unicode.Scalar]) -> Bool {
  var rest = scalars[...]
  while let open = rest.firstIndex(where: { $0 == "[" || $0 == "]" }) {
    guard scalars[open] == "[",
      let close = rest[(open + 1)...].firstIndex(where: { $0 == "[" || $0 == "]" }), scalars[close] == "]",
      scalars[open..<close].contains(",")
    else { return true }
    rest = rest[(close + 1)...]
    if let next = rest.first, "([:".unicodeScalars.contains(next) { return true }
  }
  return false
}

/// A code span that holds the text, whatever backticks it has. In a table its pipes are escaped too.
private func codeSpan(_ text: String) -> String {
  let fence = String(repeating: "`", count: shortestAbsentRun(in: text))
  let pad = text.contains("`") ? " " : ""
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
