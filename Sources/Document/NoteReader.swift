package import SourceText

/// Reads one note, step by step: the comments in its bytes, cmark's judgement, the blocks with their regions, the inline
/// values.
struct NoteReader {
  /// What the values that describe a note take at most, in bytes for each of its parts.
  private enum Cost {
    static let line = 4
    static let marker = 512
    static let tag = 96
    static let block = 1_024
  }

  private let bytes: [UInt8]
  private let limits: ReadingLimits
  private let lines: LineTable
  private let comments: CommentScan
  private let start: Int
  private var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
    lines = LineTable(of: bytes)
    start = FrontMatter.end(in: bytes, lines: lines)
    comments = CommentScan(of: bytes, from: start, lines: lines)
  }

  /// What the limit leaves for cmark.
  private var memoryLeft: Int {
    limits.memory - bytes.count - lines.count * Cost.line - comments.regionSigns.count * Cost.marker
      - comments.tags.count * Cost.tag
  }

  /// The note, its orphans removable without a change to the rest.
  mutating func read() throws(UnreadableNote) -> Note {
    let note = try readAsItStands()
    if note.orphans.isEmpty { return note }
    var reader = NoteReader(splice(bytes, note.orphans.map(\.removal)), limits: limits)
    return try reader.readAsItStands().isRead(like: note) ? note : note.withSeparatorsForOrphans
  }

  private mutating func readAsItStands() throws(UnreadableNote) -> Note {
    let (tree, marks) = try judge()
    var fenced = FencedCodeReader(bytes: bytes, lines: lines, start: start, containers: tree.containers)
    var blocks: [CodeBlock] = []
    var regions = RegionReader(
      bytes: bytes, lines: lines, textStart: start, comments: comments, marks: marks.marks, tree: tree)
    for fence in tree.fences {
      if let block = read(fence, with: &fenced, &regions) { blocks.append(block) }
    }
    regions.finish()
    var values = InlineValueReader(bytes: bytes, lines: lines, tags: comments.tags)
    values.read(tree.tags)
    diagnostics += regions.diagnostics + values.diagnostics
    return Note(
      bytes: bytes, blocks: blocks, values: values.values, orphans: regions.orphans,
      diagnostics: diagnostics.inOrderOfPlace)
  }

  // MARK: cmark's judgement

  private func judge() throws(UnreadableNote) -> (MarkdownTree, RegionMarks) {
    guard memoryLeft > 0 else { throw UnreadableNote(diagnostic: Self.refusal(.memory)) }
    var marks = RegionMarks(comments.markers, in: bytes, lines: lines)
    while true {
      let text = ParserText(of: bytes, from: start, lines: lines, comments: comments, marks: marks)
      let tree: MarkdownTree
      do {
        tree = try MarkdownTree(
          parsing: text.bytes, firstLine: lines.line(at: start), watched: marks.loneLines,
          memory: memoryLeft - text.bytes.count,
          limits: limits)
      } catch {
        throw UnreadableNote(diagnostic: Self.refusal(error))
      }
      guard marks.settle(tree.markerLines) else { continue }
      guard memoryLeft > tree.fences.count * Cost.block else { throw UnreadableNote(diagnostic: Self.refusal(.memory)) }
      return (tree, marks)
    }
  }

  private static func refusal(_ failure: MarkdownTree.Failure) -> Diagnostic {
    switch failure {
    case .memory:
      Diagnostic(
        .limit, at: 0..<0, "reading this note's Markdown takes more memory than it may",
        help: ["split the note, or allow it more with `--max-memory`"])
    case .time:
      Diagnostic(
        .limit, at: 0..<0, "reading this note's Markdown takes more time than it may",
        help: ["split the note, or allow it more with `--timeout`"])
    }
  }

  // MARK: Blocks

  private mutating func read(
    _ fence: MarkdownTree.Fence, with reader: inout FencedCodeReader, _ regions: inout RegionReader
  ) -> CodeBlock? {
    guard let found = reader.read(fence) else { return nil }
    let firstLine = lines.content(of: fence.line)
    guard let info = info(in: found.fence.upperBound..<firstLine.upperBound) else { return nil }
    let opening = found.fence.lowerBound..<bytes[firstLine].beforeTrailingSpace.endIndex
    let isTorn = regions.holdsSign(inCode: found.codeLines)
    guard let closing = found.closing, closing.line == fence.lastLine else {
      if isTorn { return nil }
      guard diagnostics.count < ReadingLimits.mostDiagnostics else { return nil }
      diagnostics.append(
        Diagnostic(
          .unclosedFence, at: opening, "this block is never closed",
          help: ["end it with a line `\(String(decoding: bytes[found.fence], as: UTF8.self))`, indented like this one"])
      )
      return nil
    }
    let lastLine = lines.content(of: closing.line)
    let prefix = Array(bytes[lastLine.lowerBound..<closing.start])
    let region = regions.region(after: closing.line, prefix: prefix)
    return CodeBlock(
      info: info, code: found.code, opening: opening, end: lastLine.upperBound, prefix: prefix,
      lineEnd: lineEnd(of: closing.line), isTight: fence.isInItem, region: region)
  }

  /// What follows the word `nn`; nil where the source says something else that cmark decodes to it.
  private func info(in range: Range<Int>) -> Excerpt? {
    let text = bytes[range]
    guard let start = text.firstIndex(where: { !$0.isSpaceOrTab }),
      bytes.hasBytes(Notation.language, at: start), start + 2 <= range.upperBound
    else { return nil }
    let rest = text[(start + 2)...]
    guard rest.first?.isSpaceOrTab ?? true else { return nil }
    let options = rest.beforeTrailingSpace.drop(while: \.isSpaceOrTab)
    var info = Excerpt()
    info.append(options.startIndex..<max(options.startIndex, options.endIndex), of: bytes)
    return info
  }

  /// How a line ends; the last line as the first one does.
  private func lineEnd(of line: Int) -> [UInt8] {
    let end = lines.content(of: line).upperBound..<lines.whole(line).upperBound
    return Array(bytes[end.isEmpty ? lines.content(of: 0).upperBound..<lines.whole(0).upperBound : end])
  }
}

extension Note {
  /// Reads a note. Throws where there is nothing to read: bytes that are not UTF-8, a note past its limits.
  package static func scan(_ bytes: [UInt8], limits: ReadingLimits) throws(UnreadableNote) -> Note {
    if let fault = encodingFault(in: bytes) { throw UnreadableNote(diagnostic: fault) }
    guard ByteSurvey.mentionsTally(bytes) else {
      return Note(bytes: bytes, blocks: [], values: [], orphans: [], diagnostics: [])
    }
    var reader = NoteReader(bytes, limits: limits)
    return try reader.read()
  }

  /// What is said of bytes that are not UTF-8; nil where they are.
  package static func encodingFault(in bytes: [UInt8]) -> Diagnostic? {
    ByteSurvey.firstInvalidByte(of: bytes).map { offset in
      Diagnostic(
        .encoding, at: offset..<offset + 1, "this is not UTF-8: byte \(offset) begins no character",
        help: ["save the note as UTF-8"])
    }
  }

  /// The same note, its orphans leaving an empty comment: for one keeps apart what stands before and after it (a list and
  /// a line that would join it).
  fileprivate var withSeparatorsForOrphans: Note {
    let kept = orphans.map { orphan in
      orphan.leaving(bytes[orphan.range.lowerBound..<orphan.marker.lowerBound] + Notation.separator)
    }
    return Note(bytes: bytes, blocks: blocks, values: values, orphans: kept, diagnostics: diagnostics)
  }

  /// Whether two notes have the same blocks, regions and values, orphans apart.
  fileprivate func isRead(like other: Note) -> Bool {
    orphans.isEmpty && blocks.map(\.code.text) == other.blocks.map(\.code.text)
      && blocks.map(\.region?.content) == other.blocks.map(\.region?.content)
      && values.map(\.expression.text) == other.values.map(\.expression.text)
      && diagnostics.map(\.message) == other.diagnostics.map(\.message)
  }
}
