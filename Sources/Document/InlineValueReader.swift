import SourceText

/// Puts the comments that Markdown takes for comments together to inline values.
struct InlineValueReader {
  private let bytes: [UInt8]
  private let lines: LineTable
  private let tags: [Int]
  private(set) var values: [InlineValue] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A value whose end has not been met.
  private struct Opening {
    let start: Int
    let leaf: Int
    let quotes: Int
    /// Just past `-->`; nil where the comment itself is at fault, which has been said.
    let end: Int?
  }
  private var opening: Opening?

  init(bytes: [UInt8], lines: LineTable, tags: [Int]) {
    self.bytes = bytes
    self.lines = lines
    self.tags = tags
  }

  /// Takes the comments in the order of the text.
  mutating func read(_ sightings: [MarkdownTree.Tag]) {
    var leaf: Int?
    for tag in sightings where tags.indices.contains(tag.number) {
      let place = tags[tag.number]
      if bytes.hasBytes(Notation.valueStart, at: place) {
        begin(at: place, tag, isFirstOfLeaf: tag.leaf != leaf)
      } else if bytes.hasBytes(Notation.valueEnd, at: place), tag.standing != .text {
        end(at: place, in: tag.leaf)
      }
      leaf = tag.leaf
    }
    abandonOpening()
  }

  private mutating func begin(at place: Int, _ tag: MarkdownTree.Tag, isFirstOfLeaf: Bool) {
    if tag.standing == .text, isEscaped(place) { return }
    abandonOpening()
    let sign = place..<place + Notation.valueStart.count
    let close = endOfExpression(from: sign.upperBound)
    if let fault = fault(in: sign, before: close, isComment: tag.standing != .text) {
      report(fault)
      opening = Opening(start: place, leaf: tag.leaf, quotes: tag.quotes, end: nil)
      return
    }
    guard let close else { return }
    opening = Opening(
      start: place, leaf: tag.leaf, quotes: tag.quotes, end: close + Notation.commentEnd.count)
    if tag.standing == .block, isFirstOfLeaf {
      report(
        Diagnostic(
          .markdown, at: place..<close + Notation.commentEnd.count,
          "Markdown takes a line that begins with `<!--` for HTML and formats nothing on it",
          help: ["put a word before the value"]))
    }
  }

  private mutating func end(at place: Int, in leaf: Int) {
    let range = place..<place + Notation.valueEnd.count
    guard let opening, opening.leaf == leaf else {
      abandonOpening()
      report(
        Diagnostic(
          .damagedMarker, at: range, "this ends no inline value",
          help: ["an inline value reads `<!--= expression -->text<!--/-->`"]))
      return
    }
    self.opening = nil
    guard let end = opening.end else { return }
    // Without it, a line that begins with three would be a fence, and swallow what follows.
    if let backtick = bytes[end..<place].firstIndex(of: .backtick) {
      report(
        Diagnostic(
          .damagedMarker, at: backtick..<backtick + 1, "the text of an inline value holds a backtick",
          help: ["delete the text between the two comments: the next run writes it anew"]))
      return
    }
    let expression = expression(
      in: opening.start + Notation.valueStart.count..<end - Notation.commentEnd.count, quotes: opening.quotes)
    values.append(
      InlineValue(
        expression: expression, text: end..<place, shown: Array(bytes[end..<place]),
        range: opening.start..<range.upperBound))
  }

  private mutating func abandonOpening() {
    defer { opening = nil }
    guard let opening, let end = opening.end else { return }
    report(
      Diagnostic(
        .damagedMarker, at: opening.start..<end, "this inline value has no end",
        help: ["write `<!--/-->` after it, in the same paragraph and on a line that does not begin with it"]))
  }

  // MARK: Expressions

  /// Where the first `-->` stands before the paragraph could end; nil where none does.
  private func endOfExpression(from start: Int) -> Int? {
    var i = start
    var isLineBlank = false
    while i < bytes.count {
      if bytes[i] == .hyphen, bytes.hasBytes(Notation.commentEnd, at: i) { return i }
      if bytes[i] == .lessThan, bytes.hasBytes(Notation.commentStart, at: i) { return nil }
      if bytes[i].isLineEnd {
        let isPair = bytes[i] == .carriageReturn && i + 1 < bytes.count && bytes[i + 1] == .lineFeed
        if isPair { i += 1 }
        if isLineBlank { return nil }
        isLineBlank = true
      } else if !bytes[i].isContinuation {
        isLineBlank = false
      }
      i += 1
    }
    return nil
  }

  /// What is wrong with the comment between its sign and its end, which may stand too far away for Markdown to see one.
  private func fault(in sign: Range<Int>, before close: Int?, isComment: Bool) -> Diagnostic? {
    let unclosed = Diagnostic(
      .syntax, at: sign, "this inline value is not closed", help: ["write `-->` after its expression"])
    guard let close else { return unclosed }
    var i = sign.upperBound
    while i < close {
      // A hyphen before `-->` makes two hyphens with it.
      if bytes[i] == .hyphen, bytes[i + 1] == .hyphen {
        let end = i + 1 == close ? i + 1 : i + 2
        return Diagnostic(
          .syntax, at: i..<end,
          i + 1 == close ? "an HTML comment cannot end in `--->`" : "an HTML comment cannot hold `--`",
          help: ["put a space between: `1 - -1`"])
      }
      i += 1
    }
    return isComment ? nil : unclosed
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < ReadingLimits.mostDiagnostics { diagnostics.append(diagnostic) }
  }

  /// Whether a backslash takes the sign its meaning.
  private func isEscaped(_ place: Int) -> Bool {
    var i = place
    while i > 0, bytes[i - 1] == .backslash { i -= 1 }
    return (place - i) % 2 == 1
  }

  /// The expression, its lines joined by spaces where the text around it was wrapped. Each but the first may begin with
  /// the signs of the quotes around it, also where the first is a lazy one without them.
  private func expression(in range: Range<Int>, quotes: Int) -> Excerpt {
    var expression = Excerpt()
    let first = lines.line(at: range.lowerBound)
    let last = lines.line(at: range.upperBound)
    for line in first...last {
      let whole = lines.content(of: line)
      let part = bytes[max(whole.lowerBound, range.lowerBound)..<min(whole.upperBound, range.upperBound)]
      var text = part.beforeTrailingSpace.drop(while: \.isSpaceOrTab)
      for _ in 0..<(line == first ? 0 : quotes) where text.first == .greaterThan {
        text = text.dropFirst().drop(while: \.isSpaceOrTab)
      }
      guard !text.isEmpty else { continue }
      if !expression.text.isEmpty { expression.append(filler: [.space], at: text.startIndex) }
      expression.append(text.startIndex..<text.endIndex, of: bytes)
    }
    return expression
  }
}
