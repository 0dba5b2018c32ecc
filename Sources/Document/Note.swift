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
  /// Reads a note. Throws where there is nothing to read: bytes that are not UTF-8, a note past its limits.
  package static func scan(_ bytes: [UInt8], limits: ReadingLimits) throws(UnreadableNote) -> Note {
    if let offset = ByteSurvey.firstInvalidByte(of: bytes) {
      throw UnreadableNote(
        diagnostic: Diagnostic(
          .encoding, at: offset..<offset + 1, "this is not UTF-8: byte \(offset) begins no character",
          help: ["save the note as UTF-8"]))
    }
    guard ByteSurvey.mentionsTally(bytes) else {
      return Note(bytes: bytes, blocks: [], values: [], orphans: [], diagnostics: [])
    }
    var reader = NoteReader(bytes, limits: limits)
    return try reader.read()
  }

  /// The edits that take out every region, orphans too, and the text of every inline value: the exact inverse of writing
  /// them. Whether edited regions may go is for the caller to decide first (`OwnedRegion.isEdited`).
  package var cleaned: [Edit] {
    let removals = blocks.compactMap(\.region?.removal) + orphans.map(\.removal)
    return (removals + values.compactMap { $0.edit(text: "") }).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
