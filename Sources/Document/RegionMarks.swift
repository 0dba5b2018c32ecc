import SourceText

/// Decides which markers of regions are real and which are quoted text.
///
/// What stands between two markers must not be parsed with the note: one backtick lost there would swallow the rest. So
/// pairs are masked in the text that cmark judges. But whether a pair may be masked is for cmark to judge: in a code block
/// it is an example. The way out: Markdown's blocks are decided from top to bottom, so whether a marker is real depends on
/// what stands above it alone. A choice of masks under which every masked marker turns out real, and every other one not,
/// is therefore the only one; it is approached by assuming all to be real and parsing again with what was learnt. Each
/// round settles at least one more; a note without quoted examples takes one.
struct RegionMarks {
  /// A pair of markers, or one that has no other.
  struct Mark {
    var first: RegionMarker
    var last: RegionMarker?
    var isMasked = true
    /// What stands before the closing fence above, where the first marker's own prefix is another one: the region is
    /// masked as if it stood in the fence's container, so that a space lost before a marker does not end a list.
    var fencePrefix: Range<Int>?
  }

  private(set) var marks: [Mark] = []

  /// Pairs each end with the start before it.
  init(_ markers: [RegionMarker], in bytes: [UInt8], lines: LineTable) {
    for marker in markers {
      if marker.kind == .end, let open = marks.last, open.first.kind == .start, open.last == nil {
        marks[marks.count - 1].last = marker
        marks[marks.count - 1].fencePrefix = Self.fencePrefix(above: open.first, in: bytes, lines: lines)
      } else {
        marks.append(Mark(first: marker))
      }
    }
  }

  private static func fencePrefix(above marker: RegionMarker, in bytes: [UInt8], lines: LineTable) -> Range<Int>? {
    var line = marker.line - 1
    while line >= 0, bytes[lines.content(of: line)].allSatisfy(\.isContinuation) { line -= 1 }
    guard line >= 0 else { return nil }
    let content = lines.content(of: line)
    let text = bytes[content].afterContinuation.beforeTrailingSpace
    guard text.count >= 3, let sign = text.first, sign == .backtick || sign == .tilde,
      text.allSatisfy({ $0 == sign })
    else { return nil }
    let prefix = content.lowerBound..<text.startIndex
    let own = lines.content(of: marker.line).lowerBound..<marker.range.lowerBound
    return bytes[prefix].elementsEqual(bytes[own]) ? nil : prefix
  }

  /// Takes in which lines cmark began an HTML block with a marker on; true when nothing had to change.
  mutating func settle(_ realLines: [Int]) -> Bool {
    var isSettled = true
    var judged: [Mark] = []
    judged.reserveCapacity(marks.count)
    for var mark in marks {
      let isReal = realLines.containsSorted(mark.first.line)
      if isSettled, !isReal, mark.isMasked, mark.fencePrefix != nil {
        mark.fencePrefix = nil
        isSettled = false
        judged.append(mark)
        continue
      }
      if isReal, isSettled, let last = mark.last, mark.isMasked, !realLines.containsSorted(last.line) {
        // The end stands in another container, or in code: it is not the end of this region.
        judged += [Mark(first: mark.first), Mark(first: last)]
        isSettled = false
        continue
      }
      if mark.isMasked != isReal { isSettled = false }
      mark.isMasked = isReal
      judged.append(mark)
    }
    marks = judged
    return isSettled
  }
}

extension RegionMarks {
  /// The lines of markers that have no other, in order.
  var loneLines: [Int] { marks.filter { $0.last == nil }.map(\.first.line) }
}

extension [Int] {
  /// Whether a list in order holds a number.
  func containsSorted(_ wanted: Int) -> Bool { first(notBefore: wanted) == wanted }

  /// The first number of a list in order that is not less than the given one.
  func first(notBefore wanted: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}
