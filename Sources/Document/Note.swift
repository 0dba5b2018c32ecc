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
  /// What is wrong with the note as a document (`.damagedMarker`, `.unclosedFence`) and what is only worth saying
  /// (`.markdown`), in the order of the note. A note with anything wrong is not to be written.
  package let diagnostics: [Diagnostic]
}

extension Note {
  /// The edits that take out every region, orphans too, and the text of every inline value: the exact inverse of writing
  /// them. Whether edited regions may go is for the caller to decide first (`OwnedRegion.isEdited`).
  package var cleaned: [Edit] {
    let removals = blocks.compactMap(\.region?.removal) + orphans.map(\.removal)
    return (removals + values.compactMap { $0.edit(text: "") }).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
