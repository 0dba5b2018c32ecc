import Document
package import SourceText

/// Audit checks the arithmetic that already stands in a note: it finds the equalities between numbers that a reader could
/// verify, in prose and in typeset mathematics, and judges them by interval arithmetic. It reads what Document finds and
/// computes with Kernels' functions; it knows nothing of the language, and executes nothing.
package enum Audit {
  /// Finds and judges the equalities of a note.
  package static func examine(_ source: Source, deadline: UInt64, clock: @Sendable () -> UInt64) -> AuditOutcome {
    if let fault = Note.encodingFault(in: source.bytes) { return AuditOutcome(diagnostics: [fault]) }
    let passages = Passage.withEqualities(in: source.bytes)
    var chains: [Chain] = []
    for index in passages.indices where !passages[index].isExempt {
      if index % 64 == 63, clock() > deadline { return .outOfTime }
      addChains(in: passages[index], index: index, to: &chains)
      if chains.count > mostChains { return .tooMany(mostChains) }
    }
    let judge = Judge(source.bytes, passages: passages, chains: chains)
    return judge.outcome(deadline: deadline, clock: clock)
  }

  /// More than a library of lessons holds; each takes half a kilobyte or more.
  private static let mostChains = 100_000

  private static func addChains(in passage: Passage, index: Int, to chains: inout [Chain]) {
    let reader = StretchReader(passage)
    let (text, prose, formulas) = (passage.text.text, reader.prose, reader.formulas)
    for stretch in reader.stretches {
      switch stretch.notation {
      case .prose:
        for window in Sieve.windows(in: prose, stretch.range) {
          let tokens = PlainLexer.tokens(of: prose, in: window, isCode: false)
          chains += ChainReader.chains(in: tokens, .prose, passage: index)
        }
      case .code:
        guard !Sieve.windows(in: text, stretch.range).isEmpty else { continue }
        let tokens = PlainLexer.tokens(of: text, in: stretch.range, isCode: true)
        chains += ChainReader.chains(in: tokens, .code, passage: index)
      case .typeset:
        guard !Sieve.isAssignment(formulas, stretch.range) else { continue }
        let tokens = TypesetLexer.tokens(of: formulas, in: stretch.range)
        chains += ChainReader.chains(in: tokens, .typeset, passage: index)
      }
    }
  }
}
