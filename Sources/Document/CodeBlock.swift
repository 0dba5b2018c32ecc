package import SourceText

/// A live `nn` block.
package struct CodeBlock: Sendable {
  /// What follows the word `nn` in the info string, as it stands in the source, without the spaces around it.
  package let info: Excerpt
  /// The block's lines without what its containers put before them, each ending in LF.
  package let code: Excerpt
  /// The opening fence with its info string, without its line end: where diagnostics about the block point.
  package let opening: Range<Int>
  /// The end of the closing fence's line, before its line end: where the region begins.
  package let end: Int
  /// The bytes that begin every line of the region: what stands before the closing fence on its line.
  package let prefix: [UInt8]
  /// The line end that the region's lines use, that of the closing fence's line (or of the note, where it has none).
  package let lineEnd: [UInt8]
  /// Inside a list item, where a blank line would make the list loose.
  package let isTight: Bool
  package let region: OwnedRegion?
}

extension CodeBlock {
  /// The edit after which the region says `lines` (Markdown, without container prefix), nil where it says so already. No
  /// lines, no region. An edited region is overwritten: whether it may be is for the caller to decide first, and whether
  /// formulas that a formatter has escaped are written anew.
  package func edit(content lines: [String], restoringFormulas: Bool = false) -> Edit? {
    let text = RegionText(lines, isTight: isTight)
    if text.lines.isEmpty { return region?.removal }
    if let region, !region.isEdited, region.content == text.content,
      !(restoringFormulas && region.content.hasEscapedFormulas)
    {
      return nil
    }
    let range = region?.range ?? end..<end
    return Edit(range: range, replacement: text.bytes(prefix: prefix, lineEnd: lineEnd))
  }
}
