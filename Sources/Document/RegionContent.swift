/// What a region says, apart from how a checkout or a formatter lays it out: no container prefix, line ends, trailing
/// space, blank lines outside fences or table padding. Two regions of equal content are equally fresh.
package struct RegionContent: Sendable, Equatable {
  package let lines: [[UInt8]]

  package init(lines: [[UInt8]]) {
    self.lines = lines
  }
}
