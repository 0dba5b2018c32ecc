import Document
package import SourceText

/// Audit checks the arithmetic that already stands in a note: it finds the equalities between numbers that a reader could
/// verify, in prose and in typeset mathematics, and judges them by interval arithmetic. It reads what Document finds and
/// computes with Kernels' functions; it knows nothing of the language, and executes nothing.
package enum Audit {
  /// Finds and judges the equalities of a note.
  package static func examine(_ source: Source, deadline: UInt64, clock: @Sendable () -> UInt64) -> AuditOutcome {
    if let fault = Note.encodingFault(in: source.bytes) { return AuditOutcome(diagnostics: [fault]) }
    let passages = Passage.withEqualities(in: source.bytes).filter { !$0.isExempt }
    var chains: [Chain] = []
    for (index, passage) in passages.enumerated() {
      if index % 64 == 63, clock() > deadline { return .outOfTime }
      chains += self.chains(in: passage, index: index)
      if chains.count > mostChains { return .tooMany(mostChains) }
    }
    let judge = Judge(source.bytes, passages: passages, chains: chains)
    return judge.outcome(deadline: deadline, clock: clock)
  }

  /// More than a library of lessons holds; each takes half a kilobyte or more.
  private static let mostChains = 100_000

  private static func chains(in passage: Passage, index: Int) -> [Chain] {
    let reader = StretchReader(passage)
    let text = passage.text.text
    return reader.stretches.flatMap { stretch in
      switch stretch.notation {
      case .prose:
        return Sieve.windows(in: reader.prose, stretch.range).flatMap { window in
          ChainReader.chains(
            in: PlainLexer.tokens(of: reader.prose, in: window, isCode: false), .prose, passage: index)
        }
      case .code:
        guard !Sieve.windows(in: text, stretch.range).isEmpty else { return [] }
        return ChainReader.chains(
          in: PlainLexer.tokens(of: text, in: stretch.range, isCode: true), .code, passage: index)
      case .typeset:
        guard !Sieve.isAssignment(reader.formulas, stretch.range) else { return [] }
        return ChainReader.chains(
          in: TypesetLexer.tokens(of: reader.formulas, in: stretch.range), .typeset, passage: index)
      }
    }
  }
}
