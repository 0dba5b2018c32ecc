/// Walks along the beginning of a line as CommonMark does: past the signs of containers, in columns, with tab stops four
/// columns apart, where a container may take a part of a tab.
struct LineCursor {
  private let bytes: [UInt8]
  private let end: Int
  /// The next byte; a tab of which a part is taken is still the next byte.
  private(set) var offset: Int
  private var column = 0
  private var isInsideTab = false
  // Found once for all containers that look past the same spaces.
  private var nonSpace: Int
  private var nonSpaceColumn = 0

  init(line: Range<Int>, of bytes: [UInt8]) {
    self.bytes = bytes
    end = line.upperBound
    offset = line.lowerBound
    nonSpace = line.lowerBound - 1
    findNonSpace()
  }

  /// The offset of the first byte that is neither space nor tab; the line's end where there is none.
  var firstNonSpace: Int { nonSpace }
  var isBlank: Bool { nonSpace == end }
  /// How many columns there are up to the first byte that is no space.
  var indent: Int { nonSpaceColumn - column }
  /// The columns of a partly taken tab that are left.
  var restOfTab: Int { isInsideTab ? 4 - column % 4 : 0 }

  /// The first byte that is neither space nor tab, nil on a blank line.
  var firstByte: UInt8? { isBlank ? nil : bytes[nonSpace] }

  /// Moves over columns, or to the line's end.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, offset < end {
      guard bytes[offset] == .tab else {
        isInsideTab = false
        offset += 1
        column += 1
        left -= 1
        continue
      }
      let width = 4 - column % 4
      isInsideTab = width > left
      column += min(width, left)
      if !isInsideTab { offset += 1 }
      left -= width
    }
    findNonSpace()
  }

  /// Moves over one space, or one column of a tab; false where there is neither.
  mutating func advanceSpace() -> Bool {
    guard offset < end, bytes[offset].isSpaceOrTab else { return false }
    advance(columns: 1)
    return true
  }

  /// Moves to the first byte that is no space.
  mutating func skipSpace() { advance(columns: indent) }

  private mutating func findNonSpace() {
    guard nonSpace < offset else { return }
    nonSpace = offset
    nonSpaceColumn = column
    while nonSpace < end {
      if bytes[nonSpace] == .space {
        nonSpaceColumn += 1
      } else if bytes[nonSpace] == .tab {
        nonSpaceColumn += 4 - nonSpaceColumn % 4
      } else {
        break
      }
      nonSpace += 1
    }
  }
}

/// What a container wants to see at the beginning of its lines.
enum LinePrefix: Equatable {
  case quote
  /// The columns that the content of a list item is indented by, from where its own container's content begins.
  case item(width: Int)
}

extension LineCursor {
  /// Moves past the sign by which a line goes on within a container; false where it does not.
  mutating func resume(_ prefix: LinePrefix) -> Bool {
    switch prefix {
    case .quote:
      return openQuote() != nil
    case .item(let width):
      if indent >= width {
        advance(columns: width)
      } else if isBlank {
        skipSpace()
      } else {
        return false
      }
      return true
    }
  }

  /// Moves past the sign that opens a container, and says how its lines go on; nil where no such sign stands here.
  mutating func open(_ kind: MarkdownTree.Container.Kind) -> LinePrefix? {
    switch kind {
    case .quote: openQuote()
    case .item: openItem()
    }
  }

  private mutating func openQuote() -> LinePrefix? {
    guard indent <= 3, firstByte == .greaterThan else { return nil }
    advance(columns: indent + 1)
    _ = advanceSpace()
    return .quote
  }

  private mutating func openItem() -> LinePrefix? {
    let margin = indent
    let marker = markerLength
    guard marker > 0 else { return nil }
    advance(columns: margin + marker)
    let afterMarker = self
    var gap = 0
    while gap <= 5, advanceSpace() { gap += 1 }
    if gap < 1 || gap >= 5 || offset == end {
      // Code, or nothing, follows: one space belongs to the marker.
      self = afterMarker
      if gap > 0 { _ = advanceSpace() }
      gap = 1
    }
    return .item(width: margin + marker + gap)
  }

  /// The length of a bullet, or of a number with its delimiter; 0 where there is neither.
  private var markerLength: Int {
    var i = nonSpace
    while i < end, bytes[i].isDigit { i += 1 }
    let digits = i - nonSpace
    guard i < end else { return 0 }
    if digits > 0 { return bytes[i] == 0x2E || bytes[i] == 0x29 ? digits + 1 : 0 }
    return bytes[i] == .hyphen || bytes[i] == 0x2A || bytes[i] == 0x2B ? 1 : 0
  }
}
