package import SourceText

/// Document finds in a note's bytes what Tally may read and what it may write: live `nn` blocks, the regions owned after
/// them, inline values. libcmark is the judge of what is a block. It knows nothing of what the code means.

/// A note as it was read. Everything in it is a place in `bytes`; what lies between the places is never touched.
package struct Note: Sendable {
  package let bytes: [UInt8]
  /// The live blocks, in order.
  package let blocks: [CodeBlock]
  /// The inline values, in order.
  package let values: [InlineValue]
  /// Regions whose block is gone, in order.
  package let orphans: [OwnedRegion]
  /// What is wrong with the note as a document (damaged markers, unclosed fences) and what is only worth saying.
  package let diagnostics: [Diagnostic]
}

/// A live `nn` block.
package struct CodeBlock: Sendable {
  /// What follows the word `nn` in the info string, as it stands in the source.
  package let info: Excerpt
  /// The block's lines without what its containers put before them.
  package let code: Excerpt
  /// The opening fence with its info string, without its line end: where diagnostics about the block point.
  package let opening: Range<Int>
  /// The end of the closing fence's text: where the region begins.
  package let end: Int
  /// The bytes that begin every line of the region: what stands before the closing fence on its line.
  package let prefix: [UInt8]
  /// The line end that the region's lines use, that of the closing fence's line (or of the note, where it has none).
  package let lineEnd: [UInt8]
  /// Inside a list item, where a blank line would make the list loose.
  package let isTight: Bool
  package let region: OwnedRegion?
}

/// The bytes that Tally owns after a block.
package struct OwnedRegion: Sendable {
  /// From the end of the closing fence's text to the end of the closing comment, line ends outside both.
  package let range: Range<Int>
  /// The opening comment, where diagnostics about the region point.
  package let marker: Range<Int>
  /// Whether the lines between are other than those that the checksum was made of.
  package let isEdited: Bool
  /// The lines between without container prefix and line ends, in the form that checksums and comparisons see.
  package let content: RegionContent
}

/// `<!--= expr -->text<!--/-->`
package struct InlineValue: Sendable {
  package let expression: Excerpt
  /// The text between the two comments.
  package let text: Range<Int>
  package let range: Range<Int>
}
