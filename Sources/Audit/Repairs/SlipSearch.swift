/// The slips that lead from what was meant to what stands there, likely ones first.
struct SlipSearch {
  private let link: Link
  private let text: [UInt8]
  private let others: [Literal]
  private let result: (literal: Literal, isOnTheLeft: Bool)?

  init(link: Link, text: [UInt8], others: [Literal]) {
    self.link = link
    self.text = text
    self.others = others
    if let literal = link.right.loneLiteral {
      result = (literal, false)
    } else {
      result = link.left.loneLiteral.map { ($0, true) }
    }
  }

  /// Lazily made: most searches end early.
  var inOrder: some Sequence<Slip> {
    let steps: [() -> [Slip]] = [
      signs, { self.digits(ofResult: DigitSlip.swaps) }, { self.digits(ofResult: DigitSlip.lengths) },
      { self.digits(ofResult: DigitSlip.shifts) }, { self.digits(ofOperands: DigitSlip.swaps) }, exchanges,
      { self.digits(ofResult: DigitSlip.replacements) }, { self.digits(ofOperands: DigitSlip.shifts) },
      { self.digits(ofOperands: DigitSlip.lengths) },
    ]
    return steps.lazy.flatMap { $0() }
  }

  private var sides: [(side: Expression, isOnTheLeft: Bool)] {
    [(link.left, true), (link.right, false)]
  }

  /// The numbers that are put in, with the sides they stand on.
  private var operands: [(literal: Literal, isOnTheLeft: Bool)] {
    sides.flatMap { side, isOnTheLeft in
      side.literals.compactMap { literal in
        result.map { $0.isOnTheLeft == isOnTheLeft && $0.literal == literal } ?? false ? nil : (literal, isOnTheLeft)
      }
    }
  }

  // MARK: Signs

  private func signs() -> [Slip] {
    sides.flatMap { side, isOnTheLeft in
      SignSlips(text: text, isOnTheLeft: isOnTheLeft).slips(in: side)
    }
  }

  // MARK: Digits

  /// A result of two digits is hit by chance too often to guess at the digits of what it came from.
  private var isTelling: Bool {
    guard let decimal = result?.literal.decimal(.point) else { return true }
    return decimal.digits.count >= 3
  }

  private func digits(ofResult kind: (String) -> [String]) -> [Slip] {
    guard let result else { return [] }
    return slips(at: result.literal, isOnTheLeft: result.isOnTheLeft, kind(result.literal.spelling))
  }

  private func digits(ofOperands kind: (String) -> [String]) -> [Slip] {
    guard isTelling else { return [] }
    return operands.flatMap { slips(at: $0.literal, isOnTheLeft: $0.isOnTheLeft, kind($0.literal.spelling)) }
  }

  /// Another number of the note in the place of an operand, or of the result.
  private func exchanges() -> [Slip] {
    let spellings = others.map(\.spelling)
    let places = operands + (result.map { [$0] } ?? [])
    return places.flatMap { place in
      slips(
        at: place.literal, isOnTheLeft: place.isOnTheLeft,
        spellings.filter { $0 != place.literal.spelling && (isTelling || $0.count > 2) })
    }
  }

  private func slips(at literal: Literal, isOnTheLeft: Bool, _ spellings: [String]) -> [Slip] {
    spellings.map { spelling in
      let other = Literal(spelling: spelling, exponent: literal.exponent, range: literal.range)
      return Slip(
        isOnTheLeft: isOnTheLeft, target: literal.range,
        replacement: Expression(form: .literal(other), range: literal.range), text: spelling)
    }
  }
}
