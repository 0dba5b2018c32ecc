/// Where the lines of a text begin and end. A line ends in LF, CRLF or a lone CR, as CommonMark has it.
package struct LineTable: Sendable {
  /// The offset of each line's first byte; at least one entry.
  private var starts: [Int]
  /// The offset just past each line's text, before its line end.
  private var ends: [Int]
  private let total: Int

  package init(of bytes: [UInt8]) {
    var starts = [0]
    var ends: [Int] = []
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x0A {
        ends.append(i)
        starts.append(i + 1)
      } else if byte == 0x0D {
        ends.append(i)
        if i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
        starts.append(i + 1)
      }
      i += 1
    }
    ends.append(bytes.count)
    self.starts = starts
    self.ends = ends
    self.total = bytes.count
  }

  /// How many lines there are; what follows the last line end counts as a line, empty or not.
  package var count: Int { starts.count }

  /// The bytes of a line (from 0) without its line end.
  package func content(of line: Int) -> Range<Int> { starts[line]..<ends[line] }

  /// The bytes of a line (from 0) with its line end.
  package func whole(_ line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : total)
  }

  /// The line (from 0) that holds the byte at an offset; an offset past the end belongs to the last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
