/// What a region says, apart from how a checkout or a formatter lays it out: no container prefix, line ends, trailing
/// space, blank lines outside fences or table padding. Two regions of equal content are equally fresh.
package struct RegionContent: Sendable, Equatable {
  /// The lines in the form that checksums and comparisons see.
  package let lines: [[UInt8]]

  /// The content of a region that holds these lines (without container prefix and line ends).
  package init(lines: [[UInt8]]) {
    self.lines = lines
  }

  /// Eight hexadecimal digits that every change of one byte changes.
  package var checksum: String {
    preconditionFailure("follows")
  }
}
