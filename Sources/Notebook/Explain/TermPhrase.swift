import Formula
import Report

extension Term {
  /// The term as a piece of a formula, with what stands for its symbols put in; nil where one stands for nothing.
  func phrase(_ symbols: [String: Phrase], _ numerals: Numerals) -> Phrase? {
    fold { (node, operands: [Phrase?]) in
      let known = operands.compactMap { $0 }
      return known.count == operands.count ? node.phrase(of: known, symbols, numerals) : nil
    }
  }

  /// One node of a term, its operands written before.
  private func phrase(of operands: [Phrase], _ symbols: [String: Phrase], _ numerals: Numerals) -> Phrase? {
    switch self {
    case .number(let number): number < 0 ? -numerals.given(-number) : numerals.given(number)
    case .constant(let constant): Phrase(text: constant.rawValue, latex: Term.constant(constant).latex)
    case .symbol(let name): symbols[name]
    case .negate: -operands[0]
    case .add: operands.dropFirst().reduce(operands[0], Phrase.combined)
    case .multiply: .product(operands)
    case .divide: operands[0] / operands[1]
    case .power: operands[0].raised(to: operands[1])
    case .apply(.exp, _): .exp(operands[0])
    case .apply(.sqrt, _): .root(operands[0])
    case .apply(.abs, _): .magnitude(operands[0])
    case .apply(let function, _):
      .call(function.rawValue, latex: LetterForm.latex(ofFunction: function.rawValue), operands)
    case .applyPair(let function, _, _):
      .call(function.rawValue, latex: LetterForm.latex(ofFunction: function.rawValue), operands)
    case .compare(let comparison, _, _):
      Phrase.relation(operands[0], comparison.rawValue, Self.latex(of: comparison), operands[1]).bracketed
    case .not, .and, .or, .call: nil
    }
  }

  private static func latex(of comparison: Comparison) -> String {
    switch comparison {
    case .less: "\\lt"
    case .lessOrEqual: "\\le"
    case .greater: "\\gt"
    case .greaterOrEqual: "\\ge"
    case .equal: "="
    case .notEqual: "\\ne"
    }
  }
}

extension Phrase {
  /// `a + b`, or `a - b` where that begins with a minus of its own.
  fileprivate static func combined(_ left: Phrase, _ right: Phrase) -> Phrase {
    right.operand.map { left - $0 } ?? left + right
  }
}
