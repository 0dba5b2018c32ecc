import SourceText

/// Hands each block the region that stands after it, and says what is wrong with the markers that are left.
struct RegionReader {
  private let bytes: [UInt8]
  private let lines: LineTable
  private let marks: [RegionMarks.Mark]
  /// The lines on which Markdown sees a marker.
  private let realLines: [Int]
  /// The first mark that no block was asked for yet.
  private var next = 0
  private(set) var orphans: [OwnedRegion] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(bytes: [UInt8], lines: LineTable, marks: [RegionMarks.Mark], realLines: [Int]) {
    self.bytes = bytes
    self.lines = lines
    self.marks = marks
    self.realLines = realLines
  }

  /// Looks for markers among the lines of a live block, where none has a meaning: the fence above them is damaged.
  mutating func noteCode(in code: Range<Int>) {
    pass(until: code.lowerBound)
    guard next < marks.count, marks[next].markers.contains(where: { code.contains($0.line) }) else { return }
    let marker = marks[next].markers.first { code.contains($0.line) } ?? marks[next].first
    diagnostics.append(
      Diagnostic(
        .damagedMarker, at: marker.range, "a region's marker stands inside a block",
        help: ["close the block above it with a fence of its own line"]))
    while next < marks.count, marks[next].first.line < code.upperBound { next += 1 }
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

  private mutating func pass(until line: Int) {
    while next < marks.count, marks[next].first.line < line {
      let mark = marks[next]
      next += 1
      guard mark.isMasked else {
        // A quoted start may have been taken for the other half of a real end.
        if let last = mark.last, realLines.containsSorted(last.line) { diagnostics.append(Self.damage(to: last)) }
        continue
      }
      if mark.last == nil {
        diagnostics.append(Self.damage(to: mark.first))
        continue
      }
      let start = mark.first.line == 0 ? lines.content(of: 0).lowerBound : lines.content(of: mark.first.line - 1).upperBound
      let prefix = Array(bytes[lines.content(of: mark.first.line).lowerBound..<mark.first.range.lowerBound])
      if let orphan = region(of: mark, after: start, prefix: prefix) { orphans.append(orphan) }
    }
  }

  private mutating func region(of mark: RegionMarks.Mark, after start: Int, prefix: [UInt8]) -> OwnedRegion? {
    guard let last = mark.last else { return nil }
    let damaged = mark.markers.filter { !$0.isIntact }
    guard damaged.isEmpty else {
      diagnostics += damaged.map(Self.damage)
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
      range: start..<last.range.upperBound, marker: mark.first.range, isEdited: isEdited, content: regionContent)
  }

  /// A line without its container prefix; nil where it has another one.
  private func text(of line: Int, prefix: [UInt8]) -> [UInt8]? {
    let content = bytes[lines.content(of: line)]
    if content.starts(with: prefix) { return Array(content.dropFirst(prefix.count)) }
    return content.beforeTrailingSpace.elementsEqual(prefix.beforeTrailingSpace) ? [] : nil
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
