/// The lines of a region as they are written: an output made safe to stand between markers and inside a list.
struct RegionText {
  /// Without container prefix and line ends; none where there is nothing to write.
  let lines: [[UInt8]]

  init(_ output: [String], isTight: Bool) {
    var lines: [[UInt8]] = []
    var fence = FenceState()
    var isAfterBlank = false
    for line in output.flatMap({ Array($0.utf8).split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) })
    {
      let isInside = fence.take(line)
      if !isInside, line.isBlank {
        isAfterBlank = true
        continue
      }
      // Blank lines only stand between others, one at a time.
      if isAfterBlank, !lines.isEmpty { lines.append(isTight ? Notation.separator : []) }
      isAfterBlank = false
      lines.append(Self.disarmed(line))
    }
    self.lines = lines
  }

  var content: RegionContent { RegionContent(lines: lines) }

  /// The bytes of the whole region, from the end of the line before it.
  func bytes(prefix: [UInt8], lineEnd: [UInt8]) -> [UInt8] {
    let markers = (Notation.regionStart, Notation.regionEnd(checksum: content.checksum))
    var bytes: [UInt8] = []
    for line in [markers.0] + lines + [markers.1] {
      bytes += lineEnd
      bytes += line.isEmpty ? Array(prefix.beforeTrailingSpace) : prefix + line
    }
    return bytes
  }

  /// The line with a comment at its beginning spelled so that it is none of Tally's.
  private static func disarmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let text = line.afterContinuation
    let signs = [Notation.regionStartStem, Notation.regionEndStem, Notation.valueStart]
    guard signs.contains(where: { text.starts(with: $0) }) else { return Array(line) }
    return Array(line[..<text.startIndex]) + Array("&lt;".utf8) + Array(text.dropFirst())
  }
}
