import Document
import SourceText

/// Judges the chains of a note, link by link.
struct Judge {
  private let source: [UInt8]
  private let passages: [Passage]
  private let chains: [Chain]
  private let ledger: Ledger
  private let definitions: Definitions

  init(_ source: [UInt8], passages: [Passage], chains: [Chain]) {
    self.source = source
    self.passages = passages
    self.chains = chains
    ledger = Ledger(chains)
    definitions = Definitions(chains)
  }

  func outcome(deadline: UInt64, clock: () -> UInt64) -> AuditOutcome {
    var outcome = AuditOutcome()
    for (index, chain) in chains.enumerated() {
      if index % 64 == 63, clock() > deadline { return .outOfTime }
      for (left, right) in chain.links { judge(index, left, right, &outcome) }
    }
    outcome.equalities.sort { $0.range.lowerBound < $1.range.lowerBound }
    outcome.diagnostics = outcome.diagnostics.inOrderOfPlace
    return outcome
  }

  private func judge(_ index: Int, _ left: Int, _ right: Int, _ outcome: inout AuditOutcome) {
    let chain = chains[index]
    let passage = passages[chain.passage].text
    let verdict: AuditOutcome.Equality.Verdict
    var finding: Finding?
    if let link = chain.link(left, right, number: index) {
      switch link.outcome(ledger) {
      case .holds: verdict = .holds
      case .unjudged(let obstacle): verdict = .unjudged(obstacle.words)
      case .fails:
        verdict = .wrong
        if outcome.diagnostics.count < Self.mostFindings {
          finding = self.finding(
            link, in: chain, at: passage.sourceOffset(chain.sides[right].range.lowerBound),
            isAmongFirst: outcome.diagnostics.count < Self.mostRepairs)
        }
      }
    } else if let first = chain.sides[left].expression,
      first.isSymbolic || chain.sides[right].expression?.isSymbolic ?? false,
      let second = chain.sides[right].expression
    {
      let identity = Identity(
        left: first, right: second, chain: index, definitions: definitions,
        statement: chain.statesFunction(before: right))
      switch identity.outcome() {
      case .holds: verdict = .holds
      case .unjudged:
        if first.isName || second.isName { return }
        verdict = .unjudged(Obstacle.letters.words)
      case .fails(let difference):
        verdict = .wrong
        finding = Finding(message: Wording.message(for: identity, difference, in: text(of: chain)), help: [])
      }
    } else {
      guard let obstacle = chain.obstacle(left, right) else { return }
      verdict = .unjudged(obstacle.words)
    }
    let (first, last) = (chain.sides[left].range, chain.sides[right].range)
    outcome.equalities.append(
      AuditOutcome.Equality(
        range: passage.sourceRange(first.lowerBound..<last.upperBound), verdict: verdict))
    guard let finding, outcome.diagnostics.count < Self.mostFindings else { return }
    outcome.diagnostics.append(
      Diagnostic(.arithmetic, at: passage.sourceRange(last), finding.message, help: finding.help))
  }

  /// More mistakes than anyone reads are counted, not shown.
  private static let mostFindings = 1_000
  /// A note with more is beyond mending, and each repair is a search.
  private static let mostRepairs = 200

  private struct Finding {
    let message: String
    let help: [String]
  }

  private func text(of chain: Chain) -> [UInt8] { passages[chain.passage].text.text }

  private func finding(_ link: Link, in chain: Chain, at place: Int, isAmongFirst: Bool) -> Finding {
    let text = text(of: chain)
    guard let convention = link.convention else { return Finding(message: "the two sides are not equal", help: []) }
    let repair =
      isAmongFirst
      ? Repair.nearest(
        to: link, in: convention, text, others: Neighbourhood.numbers(around: place, in: source), ledger) : nil
    return Finding(
      message: Wording.message(for: link, in: convention, text), help: repair.map { ["true with `\($0.text)`"] } ?? [])
  }
}
