/// What a note says of its numbers: which of them came out of a calculation, and so stand for more than themselves.
struct Ledger: Sendable {
  /// The sides that say each number to be a result, by their places: the first, and whether there are more.
  private var results: [String: (first: Place, hasMore: Bool)] = [:]
  private var place = Place(chain: 0, side: 0)

  /// A side of a chain.
  struct Place: Sendable, Equatable {
    var chain: Int
    var side: Int
  }

  /// Whether σ is a value in the note: then what stands in brackets after it may be a factor.
  private(set) var hasSigma = false

  /// Reads all chains of a note.
  init(_ chains: [Chain]) {
    for (index, chain) in chains.enumerated() { note(chain, index) }
  }

  /// Whether a number came out of a calculation somewhere else in the note than on a side.
  func isResult(_ literal: Literal, apartFrom place: Place) -> Bool {
    guard let found = results[literal.spelling] else { return false }
    return found.hasMore || found.first != place
  }

  /// A whole number is a count as often as a result, and as one it would stand for too much.
  private mutating func insert(_ literal: Literal) {
    guard let decimal = literal.decimal(.point) ?? literal.decimal(.comma), !decimal.isWhole else { return }
    if let found = results[literal.spelling] {
      if found.first != place { results[literal.spelling]?.hasMore = true }
    } else {
      results[literal.spelling] = (place, false)
    }
  }

  private mutating func note(_ chain: Chain, _ number: Int) {
    for index in chain.relations.indices where chain.relations[index] != .other {
      let (left, right) = (chain.sides[index], chain.sides[index + 1])
      place = Place(chain: number, side: index + 1)
      if case .symbol("σ")? = left.expression?.form { hasSigma = true }
      guard let second = right.expression else { continue }
      guard let literal = second.loneLiteral else {
        if let first = left.expression { noteSteps(from: first, to: second) }
        if let first = left.expression?.loneLiteral { noteResult(first, of: second, chain.relations[index]) }
        continue
      }
      if let first = left.expression {
        if !first.isName { noteResult(literal, of: first, chain.relations[index]) }
      } else if !left.range.isEmpty {
        insert(literal)
      }
    }
  }

  /// A result that is exactly what was calculated stands for itself.
  private mutating func noteResult(_ literal: Literal, of other: Expression, _ relation: Relation) {
    guard other.loneLiteral == nil || relation == .approximate else { return }
    if relation == .equal, let decimal = literal.decimal(.point), let value = try? Evaluation().value(of: other),
      value.magnitude.overlaps(decimal.interval(.itself).widened(by: 4))
    {
      return
    }
    insert(literal)
  }

  /// Numbers that turn up half way through a calculation came out of its first half.
  private mutating func noteSteps(from first: Expression, to second: Expression) {
    guard !first.isName, !second.isSymbolic else { return }
    let known = Set(first.literals.map(\.spelling))
    for literal in second.literals where !known.contains(literal.spelling) {
      if let decimal = literal.decimal(.point), !decimal.isWhole, decimal.significantDigits > 1 {
        insert(literal)
      }
    }
  }
}
