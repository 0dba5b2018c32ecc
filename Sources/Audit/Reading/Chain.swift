/// Sides one after the other, each related to the next: `a = b = c ≈ d`.
struct Chain: Sendable {
  /// One side, or why it cannot be read.
  struct Side: Sendable {
    var reading: Result<Expression, Obstacle>
    var range: Range<Int>
    /// What a false equality with it may come from, other than a mistake.
    var doubt: Obstacle?

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

  /// Brackets around a relation or around words hold no factor: they are brackets of the text.
  private mutating func openBrackets() {
    var search = BracketSearch(tokens)
    search.partCommas(tokens)
    guard !search.broken.isEmpty else { return }
    var result: [Token] = []
    result.reserveCapacity(tokens.count + search.broken.count)
    for (index, token) in tokens.enumerated() {
      let kinds =
        search.broken.contains(index) ? stand(for: token, isUnmatched: search.unmatched.contains(index)) : [token.kind]
      result += kinds.map { Token(kind: $0, range: token.range, isSpaced: token.isSpaced) }
    }
    tokens = result
  }

  /// What a bracket that holds no factor is to what stands on both sides of it. In a sentence it parts them; in a formula it
  /// leaves a factor there that nobody can read, and one too many leaves nobody sure of anything.
  private func stand(for token: Token, isUnmatched: Bool) -> [Token.Kind] {
    let isOpening = token.kind == .open || token.kind == .groupOpen
    if token.kind == .comma { return [.separator] }
    guard notation == .typeset else { return [isOpening ? .word("(") : .separator] }
    if isUnmatched { return [.opaque(.sign)] }
    return isOpening ? [.opaque(.sign), .separator] : [.separator, .opaque(.sign)]
  }

  private func chains() -> [Chain] {
    var chains: [Chain] = []
    var start = tokens.startIndex
    while start < tokens.endIndex {
      let end = tokens[start...].firstIndex(where: \.kind.endsFormula) ?? tokens.endIndex
      if tokens[start..<end].contains(where: \.kind.isEquality) { chains.append(chain(of: start..<end)) }
      start = end + 1
    }
    return chains
  }

  private func chain(of range: Range<Int>) -> Chain {
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

  private func side(of part: Range<Int>, in whole: Range<Int>) -> Chain.Side {
    let slice = tokens[part]
    let reading = Result { () throws(Obstacle) in try ExpressionReader.read(slice) }
    let place = part.isEmpty ? tokens[min(part.lowerBound, tokens.count - 1)].range : slice[part.lowerBound].range
    let range = place.lowerBound..<(part.isEmpty ? place.lowerBound : tokens[part.upperBound - 1].range.upperBound)
    var side = Chain.Side(reading: reading, range: range)
    side.doubt = doubt(about: part, in: whole)
    return side
  }
}

// MARK: Doubts

extension ChainReader {
  private func doubt(about side: Range<Int>, in whole: Range<Int>) -> Obstacle? {
    if side.upperBound == whole.upperBound, let doubt = doubt(after: side.upperBound) { return doubt }
    guard notation == .prose else { return nil }
    if speaksOfBases { return .base }
    if side.lowerBound == whole.lowerBound, let doubt = doubt(before: side) { return doubt }
    return tokens[side].indices.contains(where: isRange) ? .ambiguous : nil
  }

  /// Whether the sentence says that numbers are to be read in another way.
  private var speaksOfBases: Bool {
    tokens.contains { if case .word(let word) = $0.kind { Self.readings.contains(word.lowercased()) } else { false } }
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
    return Names.connectives.contains(name) || Names.counted.contains(name) ? nil : .unit
  }

  private static let readings: Set<String> = [
    "mod", "modulo", "base", "binary", "hex", "hexadecimal", "octal", "carry",
  ]

  /// A word right before a number may do something to it.
  private func doubt(before side: Range<Int>) -> Obstacle? {
    guard side.lowerBound > 0, case .word(let word) = tokens[side.lowerBound - 1].kind else { return nil }
    return Names.grips.contains(word.lowercased()) ? .words : nil
  }

  /// `1-5`, with nothing between: a range as often as a difference.
  private func isRange(_ index: Int) -> Bool {
    guard tokens[index].kind == .minus, index > 0, index + 1 < tokens.count else { return false }
    return tokens[index - 1].kind.isNumber && tokens[index + 1].kind.isNumber && !tokens[index].isSpaced
      && !tokens[index + 1].isSpaced
  }
}

extension Token.Kind {
  fileprivate var isEquality: Bool { self == .relation(.equal) || self == .relation(.approximate) }

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
