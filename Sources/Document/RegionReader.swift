import SourceText

/// Hands each block the region that stands after it, and says what is wrong with the markers that are left.
struct RegionReader {
  private let bytes: [UInt8]
  private let lines: LineTable
  /// Where the Markdown begins.
  private let textStart: Int
  private let marks: [RegionMarks.Mark]
  private let comments: CommentScan
  private let tree: MarkdownTree
  /// The first mark that no block was asked for yet.
  private var next = 0
  private(set) var orphans: [OwnedRegion] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(
    bytes: [UInt8], lines: LineTable, textStart: Int, comments: CommentScan, marks: [RegionMarks.Mark],
    tree: MarkdownTree
  ) {
    self.bytes = bytes
    self.lines = lines
    self.textStart = textStart
    self.marks = marks
    self.comments = comments
    self.tree = tree
  }

  /// Whether a marker's sign stands in a live block's code, where none has a meaning: the fence before it is damaged, and
  /// that is what is said, at the sign.
  mutating func holdsSign(inCode code: Range<Int>) -> Bool {
    pass(until: code.lowerBound)
    guard !code.isEmpty else { return false }
    let range = lines.content(of: code.lowerBound).lowerBound..<lines.whole(code.upperBound - 1).upperBound
    guard let sign = comments.regionSigns.first(notBefore: range.lowerBound), range.contains(sign) else { return false }
    let end = lines.content(of: lines.line(at: sign)).upperBound
    report(
      Diagnostic(
        .damagedMarker, at: sign..<bytes[sign..<end].beforeTrailingSpace.endIndex,
        "a region's marker stands inside a block",
        help: ["the fence that closes the block above it is damaged: it stands alone on its line"]))
    while next < marks.count, marks[next].first.line < code.upperBound { next += 1 }
    return true
  }

  /// The region of a block whose closing fence is on a line. Blocks come in order.
  mutating func region(after line: Int, prefix: [UInt8]) -> OwnedRegion? {
    pass(until: line)
    guard next < marks.count, marks[next].isMasked, marks[next].last != nil else { return nil }
    let between = line + 1..<marks[next].first.line
    guard between.allSatisfy({ bytes[lines.content(of: $0)].allSatisfy(\.isContinuation) }) else { return nil }
    defer { next += 1 }
    return region(of: marks[next], after: lines.content(of: line).upperBound, prefix: prefix)
  }

  /// Says what there is to say of all marks after the last block.
  mutating func finish() {
    pass(until: .max)
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < NoteReader.mostDiagnostics { diagnostics.append(diagnostic) }
  }

  private mutating func pass(until line: Int) {
    while next < marks.count, marks[next].first.line < line {
      let mark = marks[next]
      next += 1
      guard mark.isMasked else {
        if let last = mark.last {
          // A quoted start may have been taken for the other half of a real end.
          if tree.markerLines.containsSorted(last.line) { report(Self.damage(to: last)) }
        } else if !isQuoted(mark.first) {
          report(Self.damage(to: mark.first))
        }
        continue
      }
      if mark.last == nil {
        report(Self.damage(to: mark.first))
        continue
      }
      let line = lines.content(of: mark.first.line)
      let start = mark.first.line == 0 ? textStart : lines.content(of: mark.first.line - 1).upperBound
      let prefix = Array(bytes[max(textStart, line.lowerBound)..<mark.first.range.lowerBound])
      if let orphan = region(of: mark, after: start, prefix: prefix) { orphans.append(orphan) }
    }
  }

  private mutating func region(of mark: RegionMarks.Mark, after start: Int, prefix: [UInt8]) -> OwnedRegion? {
    guard let last = mark.last else { return nil }
    let damaged = mark.markers.filter { !$0.isIntact }
    guard damaged.isEmpty else {
      for marker in damaged { report(Self.damage(to: marker)) }
      return nil
    }
    var isEdited = false
    var content: [[UInt8]] = []
    for line in mark.first.line...last.line {
      let text = text(of: line, prefix: prefix)
      if text == nil { isEdited = true }
      if line != mark.first.line, line != last.line { content.append(text ?? []) }
    }
    let regionContent = RegionContent(lines: content)
    isEdited = isEdited || !regionContent.checksum.utf8.elementsEqual(last.checksum)
    return OwnedRegion(
      range: start..<last.range.upperBound, marker: mark.first.range, isEdited: isEdited, content: regionContent,
      remainder: [])
  }

  /// A line without its container prefix; nil where it has another one.
  private func text(of line: Int, prefix: [UInt8]) -> [UInt8]? {
    let content = bytes[max(textStart, lines.content(of: line).lowerBound)..<lines.content(of: line).upperBound]
    if content.starts(with: prefix) { return Array(content.dropFirst(prefix.count)) }
    return content.beforeTrailingSpace.elementsEqual(prefix.beforeTrailingSpace) ? [] : nil
  }

  /// Whether a lone marker that Markdown does not see as one is an example in a fence or in HTML. In a paragraph, or in
  /// indented code, it is what is left of a region that slipped out of its list.
  private func isQuoted(_ marker: RegionMarker) -> Bool {
    tree.quotations.contains { quotation in
      guard quotation.lines.contains(marker.line) else { return false }
      guard let text = quotation.firstText, !text.isBlank else { return true }
      let line = bytes[lines.content(of: quotation.lines.lowerBound)]
      let isIndented =
        line.reversed().starts(with: text.reversed()) && line.dropLast(text.count).last?.isSpaceOrTab ?? false
      return !isIndented
    }
  }

  private static func damage(to marker: RegionMarker) -> Diagnostic {
    switch (marker.kind, marker.isIntact) {
    case (.start, true):
      Diagnostic(
        .damagedMarker, at: marker.range, "this region has no end",
        help: ["delete what the last run wrote here, this marker too, and run again"])
    case (.end, true):
      Diagnostic(
        .damagedMarker, at: marker.range, "this region has no beginning",
        help: ["delete what the last run wrote here, this marker too, and run again"])
    case (.start, false):
      Diagnostic(
        .damagedMarker, at: marker.range, "a region's opening marker is damaged",
        help: ["it reads `<!-- nn:out -->`, alone on its line"])
    case (.end, false):
      Diagnostic(
        .damagedMarker, at: marker.range, "a region's closing marker is damaged",
        help: ["it reads `<!-- /nn:out`, a checksum of eight digits 0-9 a-f, and `-->`, alone on its line"])
    }
  }
}

extension RegionMarks.Mark {
  var markers: [RegionMarker] { [first] + (last.map { [$0] } ?? []) }
}
