import SourceText

/// A fenced block found again in the source's bytes, line by line. cmark tells where one opens; where it closes, what stands
/// before its fences and what its lines are must come from the bytes.
struct FencedCode {
  let fence: Range<Int>
  /// The lines between the fences, each ending in LF.
  let code: Excerpt
  let codeLines: Range<Int>
  /// The line of the closing fence and where the fence begins on it; nil where a container or the text ends first.
  let closing: (line: Int, start: Int)?
}

/// Finds the lines of fenced blocks within their containers.
struct FencedCodeReader {
  let bytes: [UInt8]
  let lines: LineTable
  /// Where the Markdown begins.
  let start: Int
  private let containers: [MarkdownTree.Container]
  /// The prefixes of containers that were looked at before.
  private var known: [LinePrefix?]

  init(bytes: [UInt8], lines: LineTable, start: Int, containers: [MarkdownTree.Container]) {
    self.bytes = bytes
    self.lines = lines
    self.start = start
    self.containers = containers
    known = Array(repeating: nil, count: containers.count)
  }

  /// The block that opens on a line; nil where no fence is found there.
  mutating func read(_ block: MarkdownTree.Fence) -> FencedCode? {
    guard let prefixes = prefixes(down: block.container) else { return nil }
    var cursor = self.cursor(at: block.line)
    for (index, prefix) in zip(chain(down: block.container), prefixes) {
      guard pass(containers[index], prefix, at: block.line, with: &cursor) else { return nil }
    }
    let start = cursor.firstNonSpace
    guard let character = cursor.firstByte, character == .backtick || character == .tilde else { return nil }
    let length = bytes[..<lines.content(of: block.line).upperBound].run(of: character, at: start)
    guard length >= 3 else { return nil }
    let fence = start..<start + length
    return body(after: block.line, of: fence, indent: start - cursor.offset, within: prefixes)
  }

  private func body(after opening: Int, of fence: Range<Int>, indent: Int, within prefixes: [LinePrefix]) -> FencedCode
  {
    var code = Excerpt()
    var next = opening + 1
    for line in opening + 1..<max(opening + 1, lines.count) {
      let content = lines.content(of: line)
      // What follows the last line end is a line only where it is not empty.
      if content.isEmpty, line == lines.count - 1 { break }
      var cursor = LineCursor(line: content, of: bytes)
      guard prefixes.allSatisfy({ cursor.resume($0) }) else { break }
      if isClosed(fence, at: cursor, end: content.upperBound) {
        return FencedCode(
          fence: fence, code: code, codeLines: opening + 1..<line, closing: (line, cursor.firstNonSpace))
      }
      for _ in 0..<indent where !cursor.advanceSpace() { break }
      append(cursor, until: content.upperBound, to: &code)
      next = line + 1
    }
    return FencedCode(fence: fence, code: code, codeLines: opening + 1..<next, closing: nil)
  }

  private func cursor(at line: Int) -> LineCursor {
    let content = lines.content(of: line)
    return LineCursor(line: max(start, content.lowerBound)..<content.upperBound, of: bytes)
  }

  private func isClosed(_ fence: Range<Int>, at cursor: LineCursor, end: Int) -> Bool {
    let character = bytes[fence.lowerBound]
    guard cursor.indent <= 3, cursor.firstByte == character else { return false }
    let length = bytes[..<end].run(of: character, at: cursor.firstNonSpace)
    return length >= fence.count && bytes[cursor.firstNonSpace + length..<end].isBlank
  }

  private func append(_ cursor: LineCursor, until end: Int, to code: inout Excerpt) {
    var start = cursor.offset
    if cursor.restOfTab > 0 {
      code.append(filler: Array(repeating: .space, count: cursor.restOfTab), at: start)
      start += 1
    }
    code.append(start..<end, of: bytes)
    code.append(filler: [.lineFeed], at: end)
  }

  // MARK: Containers

  /// The containers from the outermost to the given one.
  private func chain(down container: Int?) -> [Int] {
    var chain: [Int] = []
    var next = container
    while let index = next {
      chain.append(index)
      next = containers[index].parent
    }
    return chain.reversed()
  }

  /// How lines go on within each container, from the outermost to the given one. Containers that open on one line are
  /// looked at together, so that a thousand of them cost one look at that line and not a thousand.
  private mutating func prefixes(down container: Int?) -> [LinePrefix]? {
    let chain = chain(down: container)
    var prefixes: [LinePrefix] = []
    prefixes.reserveCapacity(chain.count)
    var cursor: (line: Int, at: LineCursor)?
    for index in chain {
      if let prefix = known[index] {
        prefixes.append(prefix)
        continue
      }
      let line = containers[index].line
      var here: LineCursor
      if let cursor, cursor.line == line {
        here = cursor.at
      } else {
        here = self.cursor(at: line)
        for (outer, prefix) in zip(chain, prefixes) {
          guard pass(containers[outer], prefix, at: line, with: &here) else { return nil }
        }
      }
      guard let prefix = here.open(containers[index].kind) else { return nil }
      cursor = (line, here)
      known[index] = prefix
      prefixes.append(prefix)
    }
    return prefixes
  }

  /// Moves past a container's sign on a line: the opening one on its first line.
  private func pass(
    _ container: MarkdownTree.Container, _ prefix: LinePrefix, at line: Int, with cursor: inout LineCursor
  ) -> Bool {
    container.line == line ? cursor.open(container.kind) != nil : cursor.resume(prefix)
  }
}
