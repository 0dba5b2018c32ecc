import SourceText

/// The text that cmark is given in the note's place: line for line the same, but what real regions hold is blank, and each
/// comment of an inline value carries its number, by which it is found again in cmark's literals. The number is put before
/// the expression and takes nothing away, so whatever the expression does to the Markdown around it, it still does.
struct ParserText {
  /// Ends a comment's number.
  static let numberEnd: UInt8 = 0x3B

  private(set) var bytes: [UInt8] = []

  init(of note: [UInt8], from start: Int, lines: LineTable, comments: CommentScan, marks: RegionMarks) {
    bytes.reserveCapacity(note.count - start + comments.tags.count * 4)
    var copied = start
    var tag = 0
    func copyTagged(until end: Int, into bytes: inout [UInt8]) {
      while tag < comments.tags.count, comments.tags[tag] < end {
        let afterSign = comments.tags[tag] + Notation.valueStart.count
        bytes += note[copied..<afterSign]
        bytes += String(tag).utf8
        bytes.append(Self.numberEnd)
        copied = afterSign
        tag += 1
      }
      bytes += note[copied..<end]
      copied = end
    }
    for mark in marks.marks where mark.isMasked {
      let firstLine = lines.content(of: mark.first.line)
      copyTagged(until: max(start, firstLine.lowerBound), into: &bytes)
      // Every line of the region goes on like the first: a quote mark lost within must not end the quote around it.
      let prefix = note[mark.fencePrefix ?? copied..<mark.first.range.lowerBound]
      let lastLine = (mark.last ?? mark.first).line
      for line in mark.first.line...lastLine {
        bytes += prefix
        // A blank line is not empty: between a CR and an LF that would be no line at all.
        bytes += line == mark.first.line || line == lastLine ? Self.stand(in: mark, at: line) : [.space]
        bytes += note[lines.content(of: line).upperBound..<lines.whole(line).upperBound]
      }
      copied = lines.whole(lastLine).upperBound
      while tag < comments.tags.count, comments.tags[tag] < copied { tag += 1 }
    }
    copyTagged(until: note.count, into: &bytes)
  }

  /// The marker as it should be, so that a damaged one does not open a comment over what follows.
  private static func stand(in mark: RegionMarks.Mark, at line: Int) -> [UInt8] {
    let marker = line == mark.first.line ? mark.first : mark.last ?? mark.first
    switch marker.kind {
    case .start: return Notation.regionStart
    case .end: return Notation.regionEnd(checksum: "00000000")
    }
  }
}
