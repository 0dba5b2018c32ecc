package import SourceText

/// The bytes that Tally owns after a block.
package struct OwnedRegion: Sendable {
  /// From the end of the closing fence's line to the end of the closing comment, line ends outside both.
  package let range: Range<Int>
  /// The opening comment, where diagnostics about the region point.
  package let marker: Range<Int>
  /// Whether the lines between are other than those that the checksum was made of.
  package let isEdited: Bool
  /// The lines between without container prefix and line ends, in the form that checksums and comparisons see.
  package let content: RegionContent
  /// What is left in its place: nothing, save where the Markdown around it would then be read otherwise.
  let remainder: [UInt8]
}

extension OwnedRegion {
  /// The edit that takes the region out.
  package var removal: Edit {
    Edit(range: range, replacement: remainder)
  }

  func leaving(_ remainder: [UInt8]) -> OwnedRegion {
    OwnedRegion(range: range, marker: marker, isEdited: isEdited, content: content, remainder: remainder)
  }
}
