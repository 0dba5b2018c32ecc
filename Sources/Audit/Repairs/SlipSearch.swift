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

  /// The slips, made as they are asked for: most searches end early. `tellingOnly` leaves out those that lead to something
  /// true by chance where numbers stand for more than themselves.
  func slips(tellingOnly: Bool) -> some Sequence<Slip> {
    let steps: [(isTelling: Bool, make: () -> [Slip])] = [
      (true, resultSign), (true, signs), (true, { digits(ofResult: DigitSlip.swaps) }),
      (false, { digits(ofResult: DigitSlip.lengths) }),
      (true, { digits(ofResult: DigitSlip.shifts) }), (false, { digits(ofOperands: DigitSlip.swaps) }),
      (true, exchanges), (true, { digits(ofResult: DigitSlip.replacements) }),
      (false, { digits(ofOperands: DigitSlip.shifts) }), (false, { digits(ofOperands: DigitSlip.lengths) }),
    ]
    return steps.lazy.filter { $0.isTelling || !tellingOnly }.flatMap { $0.make() }
  }

  private var sides: [(side: Expression, isOnTheLeft: Bool)] {
    [(link.left, true), (link.right, false)]
  }

  /// The numbers that are put in, with the sides they stand on. The digits that formulas are made of, as the 1 and the 2 of
  /// `1 - x^2`, are not put in.
  private var operands: [(literal: Literal, isOnTheLeft: Bool)] {
    sides.flatMap { side, isOnTheLeft in
      side.literals.filter { $0.spelling.count > 1 }.compactMap { literal in
        result.map { $0.isOnTheLeft == isOnTheLeft && $0.literal == literal } ?? false ? nil : (literal, isOnTheLeft)
      }
    }
  }

  // MARK: Signs

  /// A result that lost its sign, or got one.
  private func resultSign() -> [Slip] {
    guard let result else { return [] }
    let side = result.isOnTheLeft ? link.left : link.right
    return SignSlips(text: text, isOnTheLeft: result.isOnTheLeft).slips(in: side)
  }

  private func signs() -> [Slip] {
    sides.filter { $0.isOnTheLeft != result?.isOnTheLeft }.flatMap { side, isOnTheLeft in
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
        spellings.filter { $0 != place.literal.spelling && $0.count > (isTelling ? 1 : 2) })
    }
  }

  private func slips(at literal: Literal, isOnTheLeft: Bool, _ spellings: [String]) -> [Slip] {
    let sign = isNegative(literal, isOnTheLeft: isOnTheLeft) ? "-" : ""
    return spellings.filter { !DigitSlip.hasIdleZero($0) }.map { spelling in
      let other = Literal(spelling: spelling, exponent: literal.exponent, range: literal.range)
      return Slip(
        isOnTheLeft: isOnTheLeft, target: literal.range,
        replacement: Expression(form: .literal(other), range: literal.range), text: sign + spelling)
    }
  }

  /// Whether a minus sign belongs to a number that stands alone.
  private func isNegative(_ literal: Literal, isOnTheLeft: Bool) -> Bool {
    let side = isOnTheLeft ? link.left : link.right
    if case .negate(let part) = side.form, part.loneLiteral == literal { return true }
    return false
  }
}
