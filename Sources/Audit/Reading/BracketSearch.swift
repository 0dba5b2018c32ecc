/// Finds the brackets that hold no factor: those around a relation, around words, and those without a partner.
struct BracketSearch {
  private(set) var broken: Set<Int> = []
  private(set) var unmatched: Set<Int> = []
  private var open: [Int] = []
  /// How many of the open brackets, from the outermost, are broken.
  private var brokenDepth = 0

  init(_ tokens: [Token]) {
    for index in tokens.indices {
      switch tokens[index].kind {
      case .open, .groupOpen: open.append(index)
      case .close: close(index, opening: .open, tokens)
      case .groupClose: close(index, opening: .groupOpen, tokens)
      case .relation, .separator, .word: brokenDepth = open.count
      case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .bar,
        .comma, .fraction, .root, .percent, .degree, .factorial, .opaque:
        break
      }
    }
    broken.formUnion(open)
    unmatched.formUnion(open)
    broken.formUnion(unmatched)
  }

  private mutating func close(_ index: Int, opening: Token.Kind, _ tokens: [Token]) {
    guard let last = open.last, tokens[last].kind == opening else {
      unmatched.insert(index)
      return
    }
    open.removeLast()
    guard open.count < brokenDepth else { return }
    brokenDepth = open.count
    broken.formUnion([last, index])
  }

  /// A comma outside all brackets that hold parts parts formulas.
  mutating func partCommas(_ tokens: [Token]) {
    var depth = 0
    for index in tokens.indices where !broken.contains(index) {
      depth += tokens[index].kind.depthStep
      if depth == 0, tokens[index].kind == .comma { broken.insert(index) }
    }
  }
}
