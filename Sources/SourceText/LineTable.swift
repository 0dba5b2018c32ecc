/// Where the lines of a text begin and end. A line ends in LF, CRLF or a lone CR, as CommonMark has it. Four bytes a line:
/// a note may be 50 MB of short ones.
package struct LineTable: Sendable {
  /// The text itself, shared, which knows how each line ends.
  private let bytes: [UInt8]
  /// The offset of each line's first byte; at least one entry.
  private let starts: [UInt32]

  package init(of bytes: [UInt8]) {
    precondition(bytes.count < UInt32.max, "a text is shorter than 4 GB")
    self.bytes = bytes
    let span = bytes.span
    var count = 1
    for i in span.indices { count += (span[i] == 0x0A ? 1 : 0) + (span[i] == 0x0D ? 1 : 0) }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count)
    for i in span.indices {
      let isEnd =
        span[i] == 0x0A || (span[i] == 0x0D && (i + 1 == span.count || span[i + 1] != 0x0A))
      if isEnd { starts.append(UInt32(i + 1)) }
    }
    self.starts = starts
  }

  /// How many lines there are; what follows the last line end counts as a line, empty or not.
  package var count: Int { starts.count }

  /// The bytes of a line (from 0) without its line end.
  package func content(of line: Int) -> Range<Int> {
    let whole = whole(line)
    guard line + 1 < starts.count else { return whole }
    let isPair =
      whole.count > 1 && bytes[whole.upperBound - 1] == 0x0A && bytes[whole.upperBound - 2] == 0x0D
    return whole.lowerBound..<whole.upperBound - (isPair ? 2 : 1)
  }

  /// The bytes of a line (from 0) with its line end.
  package func whole(_ line: Int) -> Range<Int> {
    Int(starts[line])..<(line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count)
  }

  /// The line (from 0) that holds the byte at an offset; an offset past the end belongs to the last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
