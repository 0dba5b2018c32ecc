/// Finds the brackets that hold no factor: those around a relation, around words, and those without a partner.
struct BracketSearch {
  /// By the index of each token, whether it is a bracket that holds no factor.
  private(set) var broken: [Bool]
  private(set) var unmatched: [Bool]
  /// Whether there is any of them.
  private(set) var hasBroken = false
  private var open: [Int] = []
  /// How many of the open brackets, from the outermost, are broken.
  private var brokenDepth = 0

  init(_ tokens: [Token]) {
    broken = Array(repeating: false, count: tokens.count)
    unmatched = broken
    for index in tokens.indices {
      switch tokens[index].kind {
      case .open, .groupOpen: open.append(index)
      case .close: close(index, isGroup: false, tokens)
      case .groupClose: close(index, isGroup: true, tokens)
      case .relation, .separator, .word: brokenDepth = open.count
      case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .bar,
        .comma, .fraction, .root, .percent, .degree, .factorial, .opaque:
        break
      }
    }
    for index in open { markUnmatched(index) }
  }

  private mutating func mark(_ index: Int) {
    broken[index] = true
    hasBroken = true
  }

  private mutating func markUnmatched(_ index: Int) {
    mark(index)
    unmatched[index] = true
  }

  private mutating func close(_ index: Int, isGroup: Bool, _ tokens: [Token]) {
    guard let last = open.last, tokens[last].kind.isGroupOpen == isGroup else {
      markUnmatched(index)
      return
    }
    open.removeLast()
    guard open.count < brokenDepth else { return }
    brokenDepth = open.count
    mark(last)
    mark(index)
  }

  /// A comma outside all brackets that hold parts parts formulas.
  mutating func partCommas(_ tokens: [Token]) {
    var depth = 0
    for index in tokens.indices where !broken[index] {
      depth += tokens[index].kind.depthStep
      if depth == 0, tokens[index].kind.isComma { mark(index) }
    }
  }
}
