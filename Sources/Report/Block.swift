import SourceText

/// Report turns plain values (numbers, vectors, grids, words) into the Markdown that a reader of the note sees. It knows
/// nothing of notes, networks or the nn language: what a value means and where its text goes is the business of those
/// who call. Everything here is a pure function, and all that it writes is the same on every machine.
///
/// Two rules hold for each line that leaves this module: none can be taken for a marker of a region or an inline value,
/// and none holds a control character.

/// One output of a block.
package enum Block: Sendable, Equatable {
  /// Lines of fixed-width text; texts that follow one another share one fence.
  case text([String])
  /// Lines of Markdown: a table, or formulas.
  case markdown([String])
}

/// How neighbouring blocks are kept apart.
package enum BlockSpacing: Sendable {
  /// By a blank line.
  case blankLine
  /// Without one, as a list item needs it that is not to become loose.
  case tight
}

/// The lines of a region that holds these blocks, in order; no lines where no block holds any.
package func regionLines(_ blocks: [Block], spacing: BlockSpacing = .blankLine) -> [String] {
  var lines: [String] = []
  var previous: Block?
  for block in joiningTexts(blocks) {
    if let previous { lines += separator(previous, block, spacing) }
    switch block {
    case .text(let text): lines += fence(text.map(harmless))
    case .markdown(let markdown): lines += markdown.map(harmless)
    }
    previous = block
  }
  return lines
}

/// What the blocks say without a fence, for a terminal; nil where one of them is Markdown.
package func plainLines(_ blocks: [Block]) -> [String]? {
  var lines: [String] = []
  for block in blocks {
    switch block {
    case .text(let text): lines += text.map(harmless)
    case .markdown: return nil
    }
  }
  return lines
}

/// The blocks that hold something, texts that follow one another made one.
private func joiningTexts(_ blocks: [Block]) -> [Block] {
  var joined: [Block] = []
  // Gathered apart: lines added to a text within its block would each copy the whole text.
  var text: [String] = []
  for block in blocks {
    switch block {
    case .text(let lines): text += lines
    case .markdown([]): continue
    case .markdown:
      if !text.isEmpty { joined.append(.text(text)) }
      text = []
      joined.append(block)
    }
  }
  if !text.isEmpty { joined.append(.text(text)) }
  return joined
}

/// What stands between two blocks. Where no blank line may, an empty comment keeps two pieces of Markdown apart; a fence
/// needs nothing.
private func separator(_ above: Block, _ below: Block, _ spacing: BlockSpacing) -> [String] {
  switch (spacing, above, below) {
  case (.blankLine, _, _): [""]
  case (.tight, .markdown, .markdown): ["<!-- -->"]
  case (.tight, .text, _), (.tight, _, .text): []
  }
}

/// The lines in a fence that is longer than any run of backticks in them.
private func fence(_ lines: [String]) -> [String] {
  let longest = lines.map(longestRunOfBackticks).max() ?? 0
  let fence = String(repeating: "`", count: max(3, longest + 1))
  return [fence + "text"] + lines + [fence]
}

private func longestRunOfBackticks(in line: String) -> Int {
  var (longest, run) = (0, 0)
  for byte in line.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}

/// The line with its control characters made visible, without space at its end, and so that no reader of markers takes it
/// for one.
private func harmless(_ line: String) -> String {
  let text = Substring(visibleText(line)).trimmedAtEnd
  let start = text.drop { $0 == " " || $0 == ">" }
  guard ["<!-- nn:", "<!-- /nn:", "<!--="].contains(where: start.hasPrefix) else { return String(text) }
  return text[..<start.startIndex] + "< " + start.dropFirst()
}
