/// What a note says of its numbers: which of them came out of a calculation, and so stand for more than themselves.
struct Ledger: Sendable {
  private var results: Set<String> = []

  /// Reads all chains of a note.
  init(_ chains: [Chain]) {
    for chain in chains { note(chain) }
  }

  init() {}

  /// Whether a number came out of a calculation somewhere in the note.
  func isResult(_ literal: Literal) -> Bool { results.contains(literal.spelling) }

  private mutating func note(_ chain: Chain) {
    for index in chain.relations.indices where chain.relations[index] != .other {
      let (left, right) = (chain.sides[index], chain.sides[index + 1])
      guard let second = right.expression else { continue }
      guard let literal = second.loneLiteral else {
        if let first = left.expression { noteSteps(from: first, to: second) }
        if let first = left.expression?.loneLiteral { noteResult(first, of: second, chain.relations[index]) }
        continue
      }
      if let first = left.expression {
        if !first.isName { noteResult(literal, of: first, chain.relations[index]) }
      } else if left.range.isEmpty == false {
        results.insert(literal.spelling)
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
    results.insert(literal.spelling)
  }

  /// Numbers that turn up half way through a calculation came out of its first half.
  private mutating func noteSteps(from first: Expression, to second: Expression) {
    guard !first.isName, !second.isSymbolic else { return }
    let known = Set(first.literals.map(\.spelling))
    for literal in second.literals where !known.contains(literal.spelling) {
      if let decimal = literal.decimal(.point), !decimal.isWhole, decimal.significantDigits > 1 {
        results.insert(literal.spelling)
      }
    }
  }
}
