import Document
import SourceText

/// Judges the chains of a note, link by link.
struct Judge {
  private let passages: [Passage]
  private let chains: [Chain]
  private let ledger: Ledger

  init(passages: [Passage], chains: [Chain]) {
    self.passages = passages
    self.chains = chains
    ledger = Ledger(chains)
  }

  func outcome(deadline: UInt64, clock: () -> UInt64) -> AuditOutcome {
    var outcome = AuditOutcome()
    for (index, chain) in chains.enumerated() {
      if index % 64 == 63, clock() > deadline { return .outOfTime }
      judge(chain, &outcome)
    }
    outcome.equalities.sort { $0.range.lowerBound < $1.range.lowerBound }
    outcome.diagnostics = outcome.diagnostics.inOrderOfPlace
    return outcome
  }

  private func judge(_ chain: Chain, _ outcome: inout AuditOutcome) {
    for (left, right) in chain.links {
      let verdict = verdict(on: chain, left, right)
      let place = passages[chain.passage].text.sourceRange(
        chain.sides[left].range.lowerBound..<chain.sides[right].range.upperBound)
      guard let verdict else { continue }
      switch verdict {
      case .holds: outcome.equalities.append(AuditOutcome.Equality(range: place, verdict: .holds))
      case .unjudged(let obstacle):
        outcome.equalities.append(AuditOutcome.Equality(range: place, verdict: .unjudged(obstacle.words)))
      case .fails:
        outcome.equalities.append(AuditOutcome.Equality(range: place, verdict: .wrong))
        if let link = chain.link(left, right) { outcome.diagnostics.append(finding(link, in: chain, right)) }
      }
    }
  }

  private func verdict(on chain: Chain, _ left: Int, _ right: Int) -> Link.Outcome? {
    guard let link = chain.link(left, right) else { return chain.obstacle(left, right).map { .unjudged($0) } }
    return link.outcome(ledger)
  }

  private func finding(_ link: Link, in chain: Chain, _ right: Int) -> Diagnostic {
    let text = passages[chain.passage].text
    let place = text.sourceRange(chain.sides[right].range)
    return Diagnostic(.arithmetic, at: place, Wording.message(for: link, in: text.text))
  }
}

extension Chain {
  /// The pairs of sides to be compared: neighbours, and numbers with nothing but letters between them.
  var links: [(Int, Int)] {
    var links: [(Int, Int)] = []
    var number: Int?
    for index in sides.indices {
      if index > 0, relations[index - 1] == .other { number = nil }
      guard let expression = sides[index].expression else {
        if index > 0, relations[index - 1] != .other { links.append((index - 1, index)) }
        number = nil
        continue
      }
      if expression.isSymbolic {
        if index > 0, relations[index - 1] != .other { links.append((index - 1, index)) }
      } else {
        if let number {
          links.append((number, index))
        } else if index > 0, relations[index - 1] != .other {
          links.append((index - 1, index))
        }
        number = index
      }
    }
    return links
  }

  /// The link between two sides; nil where one of them is no number.
  func link(_ left: Int, _ right: Int) -> Link? {
    guard let first = sides[left].expression, let second = sides[right].expression, !first.isSymbolic,
      !second.isSymbolic
    else { return nil }
    let areBare = first.loneLiteral != nil && second.loneLiteral != nil
    var doubt = sides[left].doubt ?? sides[right].doubt
    // Outside formulas, two bare numbers are as often a rate, a key or a score.
    if areBare, notation != .typeset { doubt = doubt ?? .ambiguous }
    return Link(
      left: first, right: second, isApproximate: relations[left..<right].contains(.approximate), notation: notation,
      doubt: doubt)
  }

  /// Why two sides are not judged; nil where nobody would expect it: a definition of a letter, a lone number.
  func obstacle(_ left: Int, _ right: Int) -> Obstacle? {
    for side in [sides[left], sides[right]] {
      if side.expression?.isName ?? false { return nil }
      if case .failure(.nothing) = side.reading { return nil }
    }
    for side in [sides[left], sides[right]] {
      if case .failure(let obstacle) = side.reading { return obstacle }
    }
    return .letters
  }
}
