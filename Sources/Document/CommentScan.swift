import SourceText

/// A line that is, or tries to be, the marker of a region.
struct RegionMarker {
  enum Kind { case start, end }
  let kind: Kind
  let line: Int
  /// The marker without what stands before and after it on its line.
  let range: Range<Int>
  /// Of an end, the checksum that was written.
  let checksum: [UInt8]
  /// Whether the line is exactly what Tally writes.
  let isIntact: Bool
}

/// The comments of a note that could be Tally's, found in its bytes before anyone knows whether Markdown sees comments.
struct CommentScan {
  private(set) var markers: [RegionMarker] = []
  /// Where the signs of a region stand, on lines of their own or not, in order.
  private(set) var regionSigns: [Int] = []
  /// Where `<!--=` and `<!--/` stand, in order. The offset in this list is the number a comment has in the parsed text.
  private(set) var tags: [Int] = []

  init(of bytes: [UInt8], from start: Int, lines: LineTable) {
    let span = bytes.span
    var i = start
    while i + 5 <= span.count {
      guard span[i] == .lessThan, bytes.hasBytes(Notation.commentStart, at: i) else {
        i += 1
        continue
      }
      switch span[i + 4] {
      case 0x3D, 0x2F:
        tags.append(i)
      case .space:
        guard bytes.hasBytes(Notation.regionStartStem, at: i) || bytes.hasBytes(Notation.regionEndStem, at: i) else {
          break
        }
        if bytes.hasBytes(Notation.exemption, at: i) { break }
        regionSigns.append(i)
        if let marker = Self.marker(at: i, in: bytes, after: start, lines: lines) { markers.append(marker) }
      default:
        break
      }
      i += 4
    }
  }

  private static func marker(at start: Int, in bytes: [UInt8], after first: Int, lines: LineTable) -> RegionMarker? {
    var before = start
    while before > first, bytes[before - 1].isContinuation { before -= 1 }
    guard before == first || bytes[before - 1].isLineEnd else { return nil }
    let line = lines.line(at: start)
    let text = bytes[start..<lines.content(of: line).upperBound].beforeTrailingSpace
    let range = text.startIndex..<text.endIndex
    if bytes.hasBytes(Notation.regionStartStem, at: start) {
      let isIntact = text.elementsEqual(Notation.regionStart)
      return RegionMarker(kind: .start, line: line, range: range, checksum: [], isIntact: isIntact)
    }
    let checksum = Array(text.dropFirst(Notation.regionEndOpening.count).prefix(8))
    let isIntact =
      checksum.count == 8 && checksum.allSatisfy(\.isHexadecimal)
      && text.elementsEqual(Notation.regionEnd(checksum: String(decoding: checksum, as: UTF8.self)))
    return RegionMarker(kind: .end, line: line, range: range, checksum: checksum, isIntact: isIntact)
  }
}
