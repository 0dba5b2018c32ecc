/// Turns a diagnostic into the lines a person reads: the place first, so that a terminal makes it a link, then the line of
/// the note with the fault underlined, then what to do.
package struct DiagnosticRenderer: Sendable {
  /// Whether to use the terminal's colours.
  package var color: Bool
  /// Whether to begin with `path:line:col:`; an output that is written into a note must not.
  package var showsPath: Bool
  /// How a place is put into words in a remark.
  package var describePlace: @Sendable (Source, Int) -> String

  package init(
    color: Bool = false, showsPath: Bool = true,
    describePlace: @escaping @Sendable (Source, Int) -> String = { "at line \($0.position(of: $1).line)" }
  ) {
    self.color = color
    self.showsPath = showsPath
    self.describePlace = describePlace
  }

  /// The whole rendering, ending in a line end.
  package func render(_ diagnostic: Diagnostic, in source: Source) -> String {
    let position = source.position(of: diagnostic.range.lowerBound)
    let place =
      showsPath
      ? "\(visibleText(source.name)):\(position.line):\(position.column): " : "\(position.line):\(position.column): "
    let label = diagnostic.kind.label
    var text = styled(place, .bold) + styled(label + ":", label == "warning" ? .yellow : .red)
    let message = trimmingTrailingSpaces(" " + visibleText(diagnostic.message))
    text += (message.isEmpty ? "" : styled(message, .bold)) + "\n"
    text += snippet(diagnostic, in: source)
    let margin = String(repeating: " ", count: String(position.line).count)
    let remarks =
      diagnostic.help.map { "help: " + visibleText($0) }
      + diagnostic.notes.map { note in "note: " + visibleText(note.text { describePlace(source, $0) }) }
    for remark in remarks { text += "\(margin) \(styled("=", .blue)) \(trimmingTrailingSpaces(remark))\n" }
    return text
  }

  /// The line of the note with the fault underlined. A fault over several lines is underlined to the end of its first; a
  /// very long line is shown around the fault.
  private func snippet(_ diagnostic: Diagnostic, in source: Source) -> String {
    let line = source.lines.line(at: diagnostic.range.lowerBound)
    let content = source.content(of: line)
    let start = min(max(diagnostic.range.lowerBound, content.lowerBound), content.upperBound)
    let end = min(max(diagnostic.range.upperBound, start), content.upperBound)
    let window = Self.window(around: start..<end, in: content, of: source.bytes)
    let number = String(line + 1)
    let margin = String(repeating: " ", count: number.count)
    let bar = styled("|", .blue)
    let before = visibleText(source.text(window.lowerBound..<start))
    let marked = visibleText(source.text(start..<min(end, window.upperBound)))
    let after = visibleText(source.text(min(end, window.upperBound)..<window.upperBound))
    let lead = window.lowerBound > content.lowerBound ? "… " : ""
    let tail = window.upperBound < content.upperBound ? " …" : ""
    let shown = trimmingTrailingSpaces(lead + before + marked + after + tail)
    let indent = String(repeating: " ", count: displayWidth(lead + before))
    let underline = String(repeating: "^", count: max(1, displayWidth(marked)))
    return "\(margin) \(bar)\n\(styled(number, .blue)) \(bar)\(shown.isEmpty ? "" : " " + shown)\n"
      + "\(margin) \(bar) \(indent)\(styled(underline, .red))\n"
  }

  /// At most about a hundred bytes of a line on each side of the fault, cut between characters.
  private static func window(around fault: Range<Int>, in line: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    guard line.count > 240 else { return line }
    var low = max(line.lowerBound, fault.lowerBound - 100)
    while low < fault.lowerBound, bytes[low] & 0xC0 == 0x80 { low += 1 }
    var high = min(line.upperBound, min(fault.upperBound, fault.lowerBound + 100) + 100)
    while high > low, high < line.upperBound, bytes[high] & 0xC0 == 0x80 { high -= 1 }
    return low..<high
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

private func trimmingTrailingSpaces(_ text: String) -> String {
  var view = Substring(text)
  while view.last == " " { view.removeLast() }
  return String(view)
}

extension Diagnostic.Kind {
  /// The word between the place and the message.
  package var label: String {
    switch self {
    case .stale: "stale"
    case .missing: "missing"
    case .edited: "edited"
    case .orphan: "orphan"
    case .expectation: "failed"
    case .arithmetic: "wrong"
    case .markdown: "warning"
    case .encoding, .damagedMarker, .unclosedFence, .syntax, .name, .shape, .value, .option, .limit,
      .unexpectedSuccess, .file, .usage:
      "error"
    }
  }
}
