/// The changes of one sign within a side, each with the piece of text in which a reader sees it.
struct SignSlips {
  let text: [UInt8]
  let isOnTheLeft: Bool

  func slips(in side: Expression) -> [Slip] {
    slips(in: side, within: side)
  }

  private func slips(in expression: Expression, within surroundings: Expression) -> [Slip] {
    switch expression.form {
    case .literal: return [flip(expression, within: surroundings)]
    case .negate(let part):
      return [flip(expression, within: surroundings)] + slips(inside: part)
    case .sum(let terms):
      var result: [Slip] = []
      for (index, term) in terms.enumerated() { result += slips(ofTerm: index, term, in: expression) }
      return result
    case .power(let base, let exponent):
      return slips(in: exponent, within: expression) + slips(in: base, within: expression)
    case .constant, .symbol, .product, .apply, .extreme, .percent, .degrees, .factorial, .mixed, .call, .slope,
      .derivative:
      return expression.parts.flatMap { slips(in: $0, within: $0) }
    }
  }

  /// What stands under a minus sign: its own sign is that one.
  private func slips(inside part: Expression) -> [Slip] {
    if case .literal = part.form { return [] }
    return slips(in: part, within: part)
  }

  private func slips(ofTerm index: Int, _ term: Expression, in sum: Expression) -> [Slip] {
    guard case .sum(let terms) = sum.form else { return [] }
    var inner = term
    if case .negate(let part) = term.form { inner = part }
    var result = [flip(term, within: sum, after: index > 0 ? terms[index - 1].range.upperBound : nil)]
    if case .literal = inner.form { return result }
    result += slips(in: inner, within: inner)
    return result
  }

  /// The slip by which a part lost or got its minus sign.
  private func flip(_ part: Expression, within surroundings: Expression, after end: Int? = nil) -> Slip {
    let flipped: Expression
    let words: String
    if case .negate(let inner) = part.form {
      flipped = Expression(form: inner.form, range: part.range)
      words = (end == nil ? "" : " + ") + string(inner.range)
    } else {
      flipped = Expression(form: .negate(part), range: part.range)
      words = (end == nil ? "-" : " - ") + string(part.range)
    }
    let start = end ?? part.range.lowerBound
    let whole = surroundings.range
    let shown =
      whole.count <= 48 && whole.lowerBound <= start && part.range.upperBound <= whole.upperBound
      ? string(whole.lowerBound..<start) + words + string(part.range.upperBound..<whole.upperBound)
      : words
    let clean = shown.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return Slip(isOnTheLeft: isOnTheLeft, target: part.range, replacement: flipped, text: clean)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}
