import CCmark

/// What cmark says of a text: which fenced blocks there are and in which containers, and which of our comments Markdown
/// takes for HTML. Only kinds, lines and the beginnings of literals are taken from cmark: its inline positions and some of
/// its end lines are wrong. Lines count from 0 within the note, wherever the parsed text begins.
///
/// The one file that knows cmark; the tree is walked with a loop, for it can be millions of nodes deep.
struct MarkdownTree {
  /// A code block whose info string begins with `nn`, entities decoded: still to be compared with the source.
  struct Fence {
    let line: Int
    let lastLine: Int
    /// The innermost container, an index into `containers`.
    let container: Int?
    let isInItem: Bool
  }

  /// A quote or a list item that holds a fence.
  struct Container {
    enum Kind { case quote, item }
    let kind: Kind
    let line: Int
    let parent: Int?
    let depth: Int
  }

  /// A comment of an inline value, numbered in the parsed text.
  struct Tag {
    enum Standing {
      case inline
      /// In an HTML block that an inline value begins.
      case block
      /// Not a comment at all, but running text.
      case text
    }
    let number: Int
    let standing: Standing
    /// Differs between the paragraphs, headings and HTML blocks of a note.
    let leaf: Int
    /// How many quotes it stands in, whether or not its own line says so.
    let quotes: Int
  }

  /// A block whose text has no meaning of its own.
  struct Quotation {
    let lines: ClosedRange<Int>
    /// The first line of a code block that has no info string: cmark does not say whether such a block is fenced, but the
    /// first line of its text is that of an indented block.
    let firstText: [UInt8]?
  }

  fileprivate(set) var fences: [Fence] = []
  fileprivate(set) var containers: [Container] = []
  /// The lines on which an HTML block begins with the marker of a region, in order.
  fileprivate(set) var markerLines: [Int] = []
  fileprivate(set) var tags: [Tag] = []
  /// The code and HTML blocks that hold one of the lines asked for, in order.
  fileprivate(set) var quotations: [Quotation] = []

  enum Failure: Error { case memory, time }

  /// Has `text` judged by cmark. Its first line is line `firstLine` of the note; which blocks quote the lines `watched`
  /// (in order) is noted.
  init(
    parsing text: [UInt8], firstLine: Int, watched: [Int], memory: Int, limits: ReadingLimits
  ) throws(Failure) {
    guard memory > 0 else { throw .memory }
    var tree: OpaquePointer?
    let status = unsafe withUnsafePointer(to: limits) { limits in
      unsafe text.withUnsafeBufferPointer { buffer in
        unsafe ccmark_parse(
          buffer.baseAddress, buffer.count, memory, isPastDeadline,
          UnsafeMutableRawPointer(mutating: UnsafeRawPointer(limits)), &tree)
      }
    }
    if status == CCMARK_OUT_OF_MEMORY { throw .memory }
    guard status == CCMARK_PARSED, let tree = unsafe tree else { throw .time }
    defer { unsafe ccmark_free(tree) }
    if let root = unsafe Node(ccmark_root(tree)) {
      var walk = TreeWalk(firstLine: firstLine, watched: watched, tree: self)
      walk.run(from: root)
      self = walk.tree
    }
  }
}

private func isPastDeadline(_ context: UnsafeMutableRawPointer?) -> Bool {
  guard let context = unsafe context else { return true }
  let limits = unsafe context.assumingMemoryBound(to: ReadingLimits.self)
  return unsafe limits.pointee.clock() >= limits.pointee.deadline
}

/// One pass over cmark's nodes in the order of the text.
private struct TreeWalk {
  let firstLine: Int
  /// The lines whose surroundings matter, in order.
  let watched: [Int]
  var tree: MarkdownTree
  /// The open quotes and items; the index is set once a fence was found within.
  private var open: [(kind: MarkdownTree.Container.Kind, line: Int, index: Int?)] = []
  private var openItems = 0
  private var leaf = 0

  init(firstLine: Int, watched: [Int], tree: MarkdownTree) {
    self.firstLine = firstLine
    self.watched = watched
    self.tree = tree
  }

  mutating func run(from root: Node) {
    var node = root
    while true {
      enter(node)
      if let child = node.firstChild {
        node = child
        continue
      }
      leave(node)
      while true {
        if node == root { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case CMARK_NODE_BLOCK_QUOTE:
      open.append((.quote, line(of: node), nil))
    case CMARK_NODE_ITEM:
      open.append((.item, line(of: node), nil))
      openItems += 1
    case CMARK_NODE_CODE_BLOCK:
      noteCode(node)
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      leaf += 1
    case CMARK_NODE_HTML_BLOCK:
      leaf += 1
      noteHTMLBlock(node)
    case CMARK_NODE_HTML_INLINE:
      if let number = node.literal.tagNumber(at: 0) {
        noteTag(number, standing: .inline)
      }
    case CMARK_NODE_TEXT:
      noteTags(in: node.literal, standing: .text)
    default:
      break  // cmark's kinds are an open set of numbers
    }
  }

  private mutating func leave(_ node: Node) {
    switch node.kind {
    case CMARK_NODE_BLOCK_QUOTE:
      open.removeLast()
    case CMARK_NODE_ITEM:
      open.removeLast()
      openItems -= 1
    default:
      break
    }
  }

  private func line(of node: Node) -> Int {
    firstLine + node.firstLine - 1
  }

  private mutating func noteCode(_ node: Node) {
    // cmark does not say which code is fenced; the info string does, or else the caller, who has the bytes.
    let lines = line(of: node)...max(line(of: node), firstLine + node.lastLine - 1)
    if watched.first(notBefore: lines.lowerBound).map(lines.contains) ?? false {
      let isPlain = !node.info.hasAny
      tree.quotations.append(MarkdownTree.Quotation(lines: lines, firstText: isPlain ? node.literal.firstLine : nil))
    }
    guard node.info.hasPrefix(Notation.language) else { return }
    // From the outermost container that no fence before this one was in.
    var depth = open.count
    while depth > 0, open[depth - 1].index == nil { depth -= 1 }
    var parent = depth > 0 ? open[depth - 1].index : nil
    while depth < open.count {
      let container = MarkdownTree.Container(
        kind: open[depth].kind, line: open[depth].line, parent: parent, depth: depth)
      parent = tree.containers.count
      open[depth].index = parent
      tree.containers.append(container)
      depth += 1
    }
    tree.fences.append(
      MarkdownTree.Fence(
        line: lines.lowerBound, lastLine: lines.upperBound, container: parent, isInItem: openItems > 0))
  }

  private mutating func noteHTMLBlock(_ node: Node) {
    let literal = node.literal
    let start = literal.firstNonSpace
    if literal.has(Notation.regionStartStem, at: start) || literal.has(Notation.regionEndStem, at: start) {
      tree.markerLines.append(line(of: node))
    } else if literal.has(Notation.valueStart, at: start) {
      noteTags(in: literal, standing: .block)
    }
    // The end lines of HTML blocks are not to be relied on; their text is.
    let first = line(of: node)
    if let next = watched.first(notBefore: first), next - first < literal.lineCount(upTo: next - first + 1) {
      tree.quotations.append(MarkdownTree.Quotation(lines: first...next, firstText: nil))
    }
  }

  private mutating func noteTags(in literal: Literal, standing: MarkdownTree.Tag.Standing) {
    var i = 0
    while let start = literal.find(Notation.commentStart, from: i) {
      if let number = literal.tagNumber(at: start) {
        noteTag(number, standing: standing)
      }
      i = start + 4
    }
  }

  private mutating func noteTag(_ number: Int, standing: MarkdownTree.Tag.Standing) {
    tree.tags.append(
      MarkdownTree.Tag(number: number, standing: standing, leaf: leaf, quotes: open.count - openItems))
  }
}

/// A node of cmark's tree, which must not outlive it.
@safe
private struct Node: Equatable {
  private let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  var kind: cmark_node_type { unsafe cmark_node_get_type(pointer) }
  var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }
  var next: Node? { unsafe Node(cmark_node_next(pointer)) }
  var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
  var firstLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var lastLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var literal: Literal { unsafe Literal(cmark_node_get_literal(pointer)) }
  var info: Literal { unsafe Literal(cmark_node_get_fence_info(pointer)) }

  static func == (a: Node, b: Node) -> Bool { unsafe a.pointer == b.pointer }
}

/// A string of cmark's, read in place; it ends in a zero byte.
@safe
private struct Literal {
  private let text: UnsafePointer<CChar>?

  init(_ text: UnsafePointer<CChar>?) {
    unsafe self.text = text
  }

  /// The byte at an offset that no zero stands before.
  private func byte(at i: Int) -> UInt8 {
    guard let text = unsafe text else { return 0 }
    return unsafe UInt8(bitPattern: text[i])
  }

  var hasAny: Bool { byte(at: 0) != 0 }

  var firstLine: [UInt8] {
    var line: [UInt8] = []
    while byte(at: line.count) != 0, !byte(at: line.count).isLineEnd { line.append(byte(at: line.count)) }
    return line
  }

  /// How many lines there are, counted up to a bound.
  func lineCount(upTo bound: Int) -> Int {
    var count = 0
    var i = 0
    while count < bound, byte(at: i) != 0 {
      while byte(at: i) != 0, !byte(at: i).isLineEnd { i += 1 }
      if byte(at: i) == .carriageReturn, byte(at: i + 1) == .lineFeed { i += 1 }
      if byte(at: i) != 0 { i += 1 }
      count += 1
    }
    return count
  }

  var firstNonSpace: Int {
    var i = 0
    while byte(at: i).isSpaceOrTab { i += 1 }
    return i
  }

  func has(_ expected: [UInt8], at start: Int) -> Bool {
    for i in expected.indices where byte(at: start + i) != expected[i] { return false }
    return true
  }

  func hasPrefix(_ expected: [UInt8]) -> Bool { has(expected, at: 0) }

  func find(_ expected: [UInt8], from start: Int) -> Int? {
    var i = start
    while byte(at: i) != 0 {
      if has(expected, at: i) { return i }
      i += 1
    }
    return nil
  }

  /// The number that `TaggedText` gave the comment at an offset.
  func tagNumber(at start: Int) -> Int? {
    guard has(Notation.valueStart, at: start) || has(Notation.valueEndStem, at: start) else { return nil }
    var i = start + Notation.valueStart.count
    var number = 0
    while byte(at: i).isDigit, number < 1 << 40 {
      number = number * 10 + Int(byte(at: i) - 0x30)
      i += 1
    }
    return byte(at: i) == ParserText.numberEnd ? number : nil
  }
}
