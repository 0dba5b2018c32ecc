import SourceText

/// Worked arithmetic as text for a fence.
extension Working {
  /// The lines aligned at their first equals signs, a group under its heading; what is too long for a page goes on below its
  /// equals sign, and before a plus or minus where one step alone is too long.
  package var text: Block {
    var lines: [String] = []
    for group in groups {
      if !lines.isEmpty { lines.append("") }
      if let heading = group.heading { lines.append("\(heading.onOneLine):") }
      let indent = group.heading == nil ? "" : "  "
      lines += group.textLines(indent: indent)
      lines += group.remarks.flatMap { $0.wrapped(width: Working.pageWidth - indent.count).map { indent + $0 } }
    }
    return .text(lines)
  }
}

extension Working.Group {
  /// A quantity wider than this does not push the others' formulas to the right.
  private static var mostAlignedWidth: Int { 24 }

  fileprivate func textLines(indent: String) -> [String] {
    let widths = lines.map { displayWidth($0.left.text) }
    let width = widths.filter { $0 <= Self.mostAlignedWidth }.max() ?? 0
    return lines.flatMap { line in
      line.textLines(lead: indent + line.left.text.padded(to: width, .left))
    }
  }
}

extension Working.Line {
  fileprivate func textLines(lead: String) -> [String] {
    let end = comment.map { "    (\($0.onOneLine))" } ?? ""
    let whole = "\(lead) \(relation.text) " + steps.map(\.phrase.text).joined(separator: " = ")
    if displayWidth(whole) <= Working.pageWidth { return [whole + end] }
    let margin = String(repeating: " ", count: displayWidth(lead))
    var lines: [String] = []
    for (index, step) in steps.enumerated() {
      let sign = index == 0 ? "\(lead) \(relation.text) " : "\(margin) = "
      let room = max(Working.pageWidth / 2, Working.pageWidth - displayWidth(sign))
      for (place, piece) in step.phrase.text.brokenAtSigns(width: room).enumerated() {
        lines.append((place == 0 ? sign : margin + "   ") + piece)
      }
    }
    lines[lines.count - 1] += end
    return lines
  }
}

extension String {
  /// The pieces of a sum, none wider than that where it can be: broken before a plus or a minus outside brackets, and a
  /// term that is too wide by itself after the comma or semicolon of an array.
  func brokenAtSigns(width: Int) -> [String] {
    filled(termsWithSigns, width: width) { String($0.dropFirst()) }.flatMap { piece in
      displayWidth(piece) <= width ? [piece] : filled(piece.entries, width: width) { $0 }
    }
  }

  /// The words in lines that are no wider than that where it can be.
  fileprivate func wrapped(width: Int) -> [String] {
    let words = onOneLine.split(separator: " ").enumerated().map { ($0 == 0 ? "" : " ") + $1 }
    return filled(words, width: width) { String($0.dropFirst()) }
  }

  /// Parts put together to lines, each as long as it may be.
  private func filled(_ parts: [String], width: Int, _ first: (String) -> String) -> [String] {
    var lines: [String] = []
    var line = ""
    for part in parts {
      if !line.isEmpty, displayWidth(line) + displayWidth(part) > width {
        lines.append(line)
        line = first(part)
      } else {
        line += part
      }
    }
    return lines + [line]
  }

  /// The text cut after each comma or semicolon and its space.
  private var entries: [String] {
    var entries = [""]
    var previous: Character = " "
    for character in self {
      entries[entries.count - 1].append(character)
      if character == " ", previous == "," || previous == ";" { entries.append("") }
      previous = character
    }
    return entries
  }

  /// The terms of a sum, each but the first with the sign before it and the spaces around that: `a`, ` + b`, ` - c`.
  var termsWithSigns: [String] {
    var terms: [String] = []
    var term = ""
    var depth = 0
    var rest = self[...]
    while let character = rest.first {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if depth == 0, rest.hasPrefix(" + ") || rest.hasPrefix(" - ") {
        terms.append(term)
        term = String(rest.prefix(3))
        rest = rest.dropFirst(3)
      } else {
        term.append(character)
        rest = rest.dropFirst()
      }
    }
    return terms + [term]
  }
}
