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
  preconditionFailure("follows")
}
