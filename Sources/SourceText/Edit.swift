/// One replacement in a text: the bytes of `range` give way to `replacement`.
package struct Edit: Sendable, Equatable {
  package var range: Range<Int>
  package var replacement: [UInt8]

  package init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}

/// The text after all edits, which are in order and do not overlap. Law: `splice(b, []) == b`.
package func splice(_ bytes: [UInt8], _ edits: [Edit]) -> [UInt8] {
  guard !edits.isEmpty else { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count - $1.range.count })
  var copied = 0
  for edit in edits {
    precondition(edit.range.lowerBound >= copied, "edits must be in order and may not overlap")
    result += bytes[copied..<edit.range.lowerBound]
    result += edit.replacement
    copied = edit.range.upperBound
  }
  result += bytes[copied...]
  return result
}
