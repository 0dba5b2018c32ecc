import SourceText

/// Finds passages line by line, at the speed of a scan: most lines of a folder say nothing to be equal, and libcmark takes
/// longer over them than everything else. It opens and closes containers, fences, HTML and indented code as CommonMark does;
/// a test holds what it calls code against libcmark's judgement.
struct PassageReader {
  /// A display of more lines is taken for a dollar sign too many.
  private static let longestDisplay = 400

  private let bytes: [UInt8]
  private var passages: [Passage] = []
  private var containers: [LinePrefix] = []
  private var leaf = Leaf.none
  /// The lines of the open paragraph, without what containers put before them.
  private var lines: [Range<Int>] = []
  private var signs: LineSurvey.Signs = []
  private var exemption = Exemption.none
  /// Whether the innermost container is an item that nothing has been written in.
  private var isItemEmpty = false
  /// Whether a display was opened in the paragraph and not closed yet.
  private var isInDisplay = false

  /// How far the author's word that something may be wrong goes: to the blank line after what follows it.
  private enum Exemption { case none, waiting, used }

  /// What the last line left open.
  private enum Leaf {
    case none
    case paragraph
    case fence(OpenFence)
    case html(RawHTML.End)
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() -> [Passage] {
    let table = LineSurvey.table
    var start = FrontMatter.end(in: bytes)
    while start < bytes.count {
      let line = LineSurvey(at: start, of: bytes.span, table: table.span)
      take(start..<line.end, line.signs)
      start = line.next
    }
    finish()
    return passages
  }

  private mutating func take(_ line: Range<Int>, _ signs: LineSurvey.Signs) {
    var cursor = LineCursor(line: line, of: bytes)
    var depth = 0
    while depth < containers.count, cursor.resume(containers[depth]) { depth += 1 }
    if isInDisplay, depth == containers.count || cursor.isBlank {
      takeDisplay(cursor, line, signs)
      return
    }
    switch leaf {
    case .fence(let fence) where depth == containers.count:
      if fence.isClosed(by: cursor, end: line.upperBound, of: bytes) {
        finish()
      } else if fence.isFormula {
        add(cursor.offset..<line.upperBound, signs)
      }
    case .html(let end) where depth == containers.count:
      if end.isMet(by: cursor, end: line.upperBound, of: bytes) { leaf = .none }
    case .fence, .html:
      finish()
      takeText(&cursor, line, signs, depth)
    case .none, .paragraph:
      takeText(&cursor, line, signs, depth)
    }
  }

  /// A line that stands in no code: the containers that end or begin with it, then its text.
  private mutating func takeText(
    _ cursor: inout LineCursor, _ line: Range<Int>, _ signs: LineSurvey.Signs, _ depth: Int
  ) {
    var depth = depth
    var isParagraph = if case .paragraph = leaf { true } else { false }
    var isOpening = false
    // Some markers may not interrupt a paragraph; one in a container that this line has left is none to them.
    while let kind = Self.containerKind(
      at: cursor, end: line.upperBound, of: bytes, inParagraph: isParagraph && depth == containers.count)
    {
      var inner = cursor
      guard let prefix = inner.open(kind) else { break }
      if !isOpening { close(to: depth) }
      isOpening = true
      isParagraph = false
      cursor = inner
      containers.append(prefix)
      depth = containers.count
    }
    if cursor.isBlank {
      finish()
      if !isOpening { close(to: max(depth, keptWhenBlank(depth))) }
      // An item may begin with one blank line, not with two. It may have ended with the quote around it.
      if !isOpening, isItemEmpty, depth > 0, depth == containers.count { close(to: depth - 1) }
      isItemEmpty = isOpening && containers.last != .quote
      if exemption == .used { exemption = .none }
      return
    }
    isItemEmpty = false
    // A line without its containers' signs goes on with the paragraph.
    if isParagraph, depth < containers.count {
      if !Self.opensLeaf(at: cursor, end: line.upperBound, of: bytes) {
        add(cursor.firstNonSpace..<line.upperBound, signs)
        return
      }
    }
    if depth < containers.count { close(to: depth) }
    takeLeaf(cursor, line, signs)
  }

  /// What stands in the innermost container.
  private mutating func takeLeaf(_ cursor: LineCursor, _ line: Range<Int>, _ signs: LineSurvey.Signs) {
    let start = cursor.firstNonSpace
    let isParagraph = if case .paragraph = leaf { true } else { false }
    if cursor.indent >= 4, !isParagraph { return }
    if let fence = OpenFence(at: cursor, end: line.upperBound, of: bytes) {
      finish()
      leaf = .fence(fence)
    } else if let end = RawHTML.End(at: cursor, end: line.upperBound, of: bytes, inParagraph: isParagraph) {
      let text = bytes[start..<line.upperBound]
      let isExemption = text.beforeTrailingSpace.elementsEqual(Notation.exemption)
      if isExemption, isParagraph { exemption = .waiting }
      finish()
      if isExemption { exemption = .waiting }
      if !end.isMet(onFirstLine: cursor, end: line.upperBound, of: bytes) { leaf = .html(end) }
    } else if Self.isHeading(bytes[start..<line.upperBound]) {
      finish()
      add(start..<line.upperBound, signs)
      finish()
    } else if Self.isRule(bytes[start..<line.upperBound]) {
      finish()
    } else if isParagraph, cursor.indent <= 3, Self.isUnderline(bytes[start..<line.upperBound]) {
      finish()
    } else {
      add(start..<line.upperBound, signs)
    }
  }

  // MARK: Lines

  private mutating func add(_ line: Range<Int>, _ signs: LineSurvey.Signs) {
    if case .none = leaf { leaf = .paragraph }
    lines.append(line)
    self.signs.formUnion(signs)
    if signs.contains(.dollar), case .paragraph = leaf, Self.holdsOddDollars(bytes[line]) { isInDisplay.toggle() }
  }

  /// A line between the dollars of a display: no sign on it means a container or a leaf.
  private mutating func takeDisplay(_ cursor: LineCursor, _ line: Range<Int>, _ signs: LineSurvey.Signs) {
    let start = cursor.firstNonSpace
    let isLost =
      lines.count > Self.longestDisplay || (!cursor.isBlank && Self.isHeading(bytes[start..<line.upperBound]))
      || OpenFence(at: cursor, end: line.upperBound, of: bytes) != nil
    if isLost {
      finish()
      take(line, signs)
    } else {
      add(start..<line.upperBound, signs)
    }
  }

  private static func holdsOddDollars(_ text: ArraySlice<UInt8>) -> Bool {
    var isOdd = false
    var i = text.startIndex
    while i + 1 < text.endIndex {
      if text[i] == .backslash {
        i += 2
      } else if text[i] == 0x24, text[i + 1] == 0x24 {
        isOdd.toggle()
        i += 2
      } else {
        i += 1
      }
    }
    return isOdd
  }

  // MARK: Ends

  private mutating func close(to depth: Int) {
    finish()
    containers.removeLast(max(0, containers.count - depth))
  }

  /// A blank line ends quotes, not items.
  private func keptWhenBlank(_ depth: Int) -> Int {
    var kept = depth
    while kept < containers.count, containers[kept] != .quote { kept += 1 }
    return kept
  }

  /// Ends the open leaf and makes a passage of it where it may hold an equality.
  private mutating func finish() {
    defer {
      leaf = .none
      lines.removeAll(keepingCapacity: true)
      signs = []
      isInDisplay = false
    }
    guard !lines.isEmpty else { return }
    let isExempt = exemption != .none
    if isExempt { exemption = .used }
    guard signs.contains(.digit), !signs.isDisjoint(with: .relations) else { return }
    let composer = PassageComposer(bytes: bytes, lines: lines, isExempt: isExempt)
    let isFormula = if case .fence = leaf { true } else { false }
    passages += composer.passages(isFormula: isFormula, mayBeTable: signs.contains(.pipe))
  }
}

// MARK: What a line begins with

extension PassageReader {
  /// The container that a line opens, if it does.
  private static func containerKind(
    at cursor: LineCursor, end: Int, of bytes: [UInt8], inParagraph: Bool
  ) -> MarkdownTree.Container.Kind? {
    guard cursor.indent <= 3, let first = cursor.firstByte else { return nil }
    if first == .greaterThan { return .quote }
    let isBullet = first == .hyphen || first == 0x2A || first == 0x2B
    guard isBullet || first.isDigit else { return nil }
    let start = cursor.firstNonSpace
    if isBullet {
      guard start + 1 == end || bytes[start + 1].isSpaceOrTab else { return nil }
      if isRule(bytes[start..<end]) { return nil }
      return inParagraph && bytes[(start + 1)..<end].isBlank ? nil : .item
    }
    var i = start
    while i < end, bytes[i].isDigit { i += 1 }
    guard i < end, i - start <= 9, bytes[i] == 0x2E || bytes[i] == 0x29 else { return nil }
    guard i + 1 == end || bytes[i + 1].isSpaceOrTab else { return nil }
    // Only a list that counts from 1 may follow a line of text.
    if inParagraph, bytes[start..<i].elementsEqual([0x31]) == false || bytes[(i + 1)..<end].isBlank { return nil }
    return .item
  }

  /// Whether a line begins something that no paragraph goes on with.
  private static func opensLeaf(at cursor: LineCursor, end: Int, of bytes: [UInt8]) -> Bool {
    guard cursor.indent <= 3 else { return false }
    return OpenFence(at: cursor, end: end, of: bytes) != nil || isHeading(bytes[cursor.firstNonSpace..<end])
      || isRule(bytes[cursor.firstNonSpace..<end])
      || RawHTML.End(at: cursor, end: end, of: bytes, inParagraph: true) != nil
  }

  /// One to six `#` and a space.
  private static func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == 0x23 else { return false }
    let rest = text.drop { $0 == 0x23 }
    return rest.startIndex - text.startIndex <= 6 && (rest.first?.isSpaceOrTab ?? true)
  }

  /// A rule between paragraphs: three of one sign or more, spaces between or not.
  private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first, sign == 0x2A || sign == .hyphen || sign == 0x5F else { return false }
    var count = 0
    for byte in text where !byte.isSpaceOrTab {
      guard byte == sign else { return false }
      count += 1
    }
    return count >= 3
  }

  /// What is drawn under a paragraph to make it a heading.
  private static func isUnderline(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first, sign == 0x3D || sign == .hyphen else { return false }
    return text.beforeTrailingSpace.allSatisfy { $0 == sign }
  }
}
