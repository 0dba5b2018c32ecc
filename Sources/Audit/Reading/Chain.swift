/// Sides one after the other, each related to the next: `a = b = c ≈ d`.
struct Chain: Sendable {
  /// One side, or why it cannot be read.
  struct Side: Sendable {
    var reading: Result<Expression, Obstacle>
    var range: Range<Int>
    /// What a false equality with it may come from, other than a mistake.
    var doubt: Obstacle?
    /// Whether a word stands after it that may be a unit nobody knows: one that makes another number of it.
    var isBesideNoun = false

    var expression: Expression? { try? reading.get() }
  }

  var sides: [Side]
  /// `relations[i]` stands between `sides[i]` and `sides[i + 1]`.
  var relations: [Relation]
  var notation: Stretch.Notation
  /// Which passage of the note it stands in.
  var passage: Int
}

/// Finds the chains among the tokens of a stretch.
struct ChainReader {
  private var tokens: [Token]
  private let notation: Stretch.Notation
  private let passage: Int
  /// Whether the sentence says that numbers are to be read in another way.
  private lazy var speaksOfBases = tokens.contains {
    if case .word(let word) = $0.kind { Self.readings.contains(word.lowercased()) } else { false }
  }

  static func chains(in tokens: [Token], _ notation: Stretch.Notation, passage: Int) -> [Chain] {
    guard tokens.contains(where: \.kind.isEquality) else { return [] }
    var reader = ChainReader(tokens: tokens, notation: notation, passage: passage)
    reader.openBrackets()
    return reader.chains()
  }

  private init(tokens: [Token], notation: Stretch.Notation, passage: Int) {
    self.tokens = tokens
    self.notation = notation
    self.passage = passage
  }

  /// Brackets around a relation or around words hold no factor: they are brackets of the text. In a sentence they part what
  /// stands on both sides of them.
  private mutating func openBrackets() {
    var search = BracketSearch(tokens)
    search.partCommas(tokens)
    guard search.hasBroken else { return }
    guard notation == .typeset else {
      for index in tokens.indices where search.broken[index] {
        let token = tokens[index]
        let isOpening = token.kind.depthStep > 0
        tokens[index] = Token(kind: isOpening ? .word("(") : .separator, range: token.range, isSpaced: token.isSpaced)
      }
      return
    }
    var result: [Token] = []
    result.reserveCapacity(tokens.count + 8)
    for (index, token) in tokens.enumerated() {
      guard search.broken[index] else {
        result.append(token)
        continue
      }
      for kind in stand(for: token, isUnmatched: search.unmatched[index]) {
        result.append(Token(kind: kind, range: token.range, isSpaced: token.isSpaced))
      }
    }
    tokens = result
  }

  /// What a bracket that holds no factor is in a formula to what stands on both sides of it: it leaves a factor there that
  /// nobody can read, and one too many leaves nobody sure of anything.
  private func stand(for token: Token, isUnmatched: Bool) -> [Token.Kind] {
    if token.kind.isComma { return [.separator] }
    if isUnmatched { return [.opaque(.sign)] }
    return token.kind.depthStep > 0 ? [.opaque(.sign), .separator] : [.separator, .opaque(.sign)]
  }

  private mutating func chains() -> [Chain] {
    var chains: [Chain] = []
    var start = tokens.startIndex
    while start < tokens.endIndex {
      let end = tokens[start...].firstIndex(where: \.kind.endsFormula) ?? tokens.endIndex
      if maySay(start..<end) { chains.append(chain(of: start..<end)) }
      start = end + 1
    }
    return chains
  }

  /// Whether a formula says something to be equal that is more than a name's value or a pair of numbers: those are most of
  /// what stands beside equals signs in running text, and nothing is judged or learnt from them.
  private func maySay(_ range: Range<Int>) -> Bool {
    var hasEquality = false
    var names = 0
    var isMore = notation != .prose
    var isAfterValue = false
    for index in range {
      var isValue = false
      switch tokens[index].kind {
      case .relation(let relation):
        if relation != .other { hasEquality = true }
        isMore = isMore || relation == .approximate
      case .number(let literal):
        isValue = true
        isMore = isMore || isAfterValue || literal.exponent != nil
      case .name(let name):
        isValue = true
        names += 1
        isMore = isMore || isAfterValue || names > 1 || name == "σ"
      case .vulgar, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .open, .close,
        .groupOpen,
        .groupClose, .bar, .comma, .fraction, .root, .percent, .degree, .factorial, .separator, .word, .opaque:
        isMore = true
      }
      isAfterValue = isValue
    }
    return hasEquality && isMore
  }

  private mutating func chain(of range: Range<Int>) -> Chain {
    var sides: [Chain.Side] = []
    var relations: [Relation] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      let relation: Relation? =
        if index < range.upperBound, case .relation(let relation) = tokens[index].kind {
          relation
        } else {
          nil
        }
      guard relation != nil || index == range.upperBound else { continue }
      sides.append(side(of: start..<index, in: range))
      if let relation { relations.append(relation) }
      start = index + 1
    }
    return Chain(sides: sides, relations: relations, notation: notation, passage: passage)
  }

  private mutating func side(of part: Range<Int>, in whole: Range<Int>) -> Chain.Side {
    let slice = tokens[part]
    let reading = Result { () throws(Obstacle) in try ExpressionReader.read(slice) }
    let place = part.isEmpty ? tokens[min(part.lowerBound, tokens.count - 1)].range : slice[part.lowerBound].range
    let range = place.lowerBound..<(part.isEmpty ? place.lowerBound : tokens[part.upperBound - 1].range.upperBound)
    var side = Chain.Side(reading: reading, range: range)
    side.doubt = doubt(about: part, in: whole)
    side.isBesideNoun = part.upperBound == whole.upperBound && isNoun(at: part.upperBound)
    return side
  }
}

// MARK: Doubts

extension ChainReader {
  private mutating func doubt(about side: Range<Int>, in whole: Range<Int>) -> Obstacle? {
    if side.upperBound == whole.upperBound, let doubt = doubt(after: side.upperBound) { return doubt }
    guard notation == .prose else { return nil }
    if speaksOfBases { return .base }
    if side.lowerBound == whole.lowerBound, let doubt = doubt(before: side) { return doubt }
    return tokens[side].indices.contains(where: isRange) ? .ambiguous : nil
  }

  /// A word right after a number may be its unit, or say how to read it.
  private func doubt(after index: Int) -> Obstacle? {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
    if word == "(" {
      let inner = tokens[(index + 1)...].prefix(12).prefix { $0.kind != .separator && $0.kind != .close }
      let words = inner.compactMap { if case .word(let word) = $0.kind { word.lowercased() } else { nil } }
      return words.contains { Self.readings.contains($0) } ? .base : nil
    }
    let name = word.lowercased()
    if name == "in" { return isPreposition(index) ? nil : .unit }
    if Names.connectives.contains(name) || Names.predicates.contains(name) || Names.counted.contains(name) {
      return nil
    }
    return isNoun(at: index) ? nil : .unit
  }

  /// Whether the word "in" begins a phrase; else it may say inches, or name a unit.
  private func isPreposition(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, case .word(let word) = tokens[index + 1].kind else { return false }
    return Names.phrases.contains(word.lowercased())
  }

  /// Whether a word says what was counted, as far as anybody can tell: no unit or share that is known, no abbreviation, and
  /// nothing that goes on with the number.
  private func isNoun(at index: Int) -> Bool {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return false }
    let isPlain = word.utf8.count >= 3 && word.unicodeScalars.allSatisfy(\.isSmallLetter)
    guard isPlain, !Names.isKnown(word), !Names.measures.contains(word), !Names.grips.contains(word) else {
      return false
    }
    guard index + 1 < tokens.count else { return true }
    switch tokens[index + 1].kind {
    case .separator, .word: return true
    case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .open,
      .close, .groupOpen, .groupClose, .bar, .comma, .fraction, .root, .percent, .degree, .factorial, .relation,
      .opaque:
      return false
    }
  }

  private static let readings: Set<String> = [
    "mod", "modulo", "base", "binary", "hex", "hexadecimal", "octal", "carry", "xor", "clock", "morning", "afternoon",
    "evening", "night", "noon", "midnight",
  ]

  /// A word right before a number may do something to it.
  private func doubt(before side: Range<Int>) -> Obstacle? {
    guard !side.isEmpty, side.lowerBound > 0, case .word(let word) = tokens[side.lowerBound - 1].kind else {
      return nil
    }
    if word != "(", goesOn(side) { return .words }
    let name = word.lowercased()
    if mayBeScore(side), !Names.connectives.contains(name) || Names.occasions.contains(name) { return .ambiguous }
    switch name {
    case "and": return joinsOperands(side.lowerBound - 1) ? .words : nil
    case "sum": return tokens[side].contains { $0.kind == .plus } ? nil : .words
    case "product": return tokens[side].allSatisfy { $0.kind.isNumber || $0.kind == .times } ? nil : .words
    default: return Names.grips.contains(name) ? .words : nil
    }
  }

  /// Whether the word before a side is a part of it, the name of a value or of a function: `rows + 1`, `size(2) + 1`.
  private func goesOn(_ side: Range<Int>) -> Bool {
    let first = tokens[side.lowerBound]
    guard first.isSpaced else { return true }
    switch first.kind {
    case .plus, .times, .divide, .caret, .superscript: return true
    case .minus: return side.count > 1 && tokens[side.lowerBound + 1].isSpaced
    case .number, .vulgar, .name, .function, .extreme, .open, .close, .groupOpen, .groupClose, .bar, .comma, .fraction,
      .root, .percent, .degree, .factorial, .relation, .separator, .word, .opaque:
      return false
    }
  }

  /// Whether what stands before the word "and" is one of two things that something is done to, and not a sentence that has
  /// said its equality: "the sum of 3 and 4 - 2".
  private func joinsOperands(_ index: Int) -> Bool {
    var isInWords = true
    for token in tokens[..<index].reversed() {
      switch token.kind {
      case .separator: return !isInWords
      case .relation: return false
      case .word(let word):
        if !isInWords || Names.grips.contains(word.lowercased()) { return true }
      case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .open,
        .close, .groupOpen, .groupClose, .bar, .comma, .fraction, .root, .percent, .degree, .factorial, .opaque:
        isInWords = false
      }
    }
    return !isInWords
  }

  /// Two whole numbers and a hyphen: a score, a date or some pages as often as a difference.
  private func mayBeScore(_ side: Range<Int>) -> Bool {
    guard side.count == 3, tokens[side.lowerBound + 1].kind == .minus else { return false }
    return [side.lowerBound, side.lowerBound + 2].allSatisfy { index in
      guard case .number(let literal) = tokens[index].kind else { return false }
      return literal.spelling.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// `1-5`, with nothing between: a range as often as a difference.
  private func isRange(_ index: Int) -> Bool {
    guard tokens[index].kind == .minus, index > 0, index + 1 < tokens.count else { return false }
    return tokens[index - 1].kind.isNumber && tokens[index + 1].kind.isNumber && !tokens[index].isSpaced
      && !tokens[index + 1].isSpaced
  }
}

extension Token.Kind {
  fileprivate var isEquality: Bool { if case .relation(let relation) = self { relation != .other } else { false } }

  /// Whether a formula cannot go on past it.
  fileprivate var endsFormula: Bool {
    switch self {
    case .separator, .word: true
    case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .open,
      .close, .groupOpen, .groupClose, .bar, .comma, .fraction, .root, .percent, .degree, .factorial, .relation,
      .opaque:
      false
    }
  }
}
