/// Two sides that are said to be equal, both of them numbers.
struct Link: Sendable {
  var left: Expression
  var right: Expression
  var isApproximate: Bool
  /// What a false equality may come from, other than a mistake.
  var doubt: Obstacle?
  /// Whether a word stands after the last side that may be a unit.
  var isBesideNoun: Bool
  /// Where its right side stands in the note.
  var place: Ledger.Place

  enum Outcome: Sendable, Equatable {
    case holds
    case fails
    case unjudged(Obstacle)
  }

  /// Judges the equality in every convention.
  func outcome(_ ledger: Ledger) -> Outcome {
    var obstacle = Obstacle.ambiguous
    var failed = false
    for convention in Convention.all(for: [left, right]) {
      do throws(Obstacle) {
        if try holds(in: convention, ledger) { return .holds }
        failed = true
      } catch {
        obstacle = error
      }
    }
    guard failed else { return .unjudged(obstacle) }
    if ledger.hasSigma, left.appliesSigmoid || right.appliesSigmoid { return .unjudged(.ambiguous) }
    if isShareByAnotherName { return .unjudged(.ambiguous) }
    if isBesideNoun, mayBeConverted { return .unjudged(.unit) }
    return doubt.map { .unjudged($0) } ?? .fails
  }

  /// Whether the sides differ by what the percent sign stands for: 9/10 = 90, where the column says percent.
  private var isShareByAnotherName: Bool {
    guard right.isShare || left.isQuotient, right.loneLiteral != nil, let convention else { return false }
    let evaluation = Evaluation(convention: convention)
    guard let first = try? evaluation.value(of: left), let second = try? evaluation.value(of: right) else {
      return false
    }
    let scaled = right.isShare ? second * Interval(100) : first * Interval(100)
    return scaled.widened(by: 4).overlaps(right.isShare ? first : second)
  }

  /// Whether the sides differ by as much as a unit may make of a number, or were parted into whole things.
  private var mayBeConverted: Bool {
    guard !left.holdsQuotient, let convention else { return true }
    let evaluation = Evaluation(convention: convention)
    guard let first = try? evaluation.value(of: left).middle, let second = try? evaluation.value(of: right).middle
    else {
      return true
    }
    let ratio = second / first
    return !(ratio > 0.5 && ratio < 2)
  }

  /// The most usual convention in which both sides have a value.
  var convention: Convention? {
    Convention.all(for: [left, right]).first { convention in
      let evaluation = Evaluation(convention: convention)
      return (try? evaluation.value(of: left)) != nil && (try? evaluation.value(of: right)) != nil
    }
  }

  /// Whether some choice of the numbers that stand for several makes both sides equal.
  func holds(in convention: Convention, _ ledger: Ledger) throws(Obstacle) -> Bool {
    let meanings = meanings(in: convention, ledger)
    var evaluation = Evaluation(convention: convention, meaning: meanings.left)
    let first = try evaluation.value(of: left)
    evaluation.meaning = meanings.right
    let second = try evaluation.value(of: right)
    if first.overlaps(second) { return true }
    return try holdsWithRoundZeros(first, second, convention)
  }

  /// Whether both sides are equal where every number stands for itself and a result for what rounds to it.
  func holdsExactly(in convention: Convention) throws(Obstacle) -> Bool {
    let result = Decimal.Meaning.nearest
    let (first, last) = (left.loneLiteral, right.loneLiteral)
    var evaluation = Evaluation(convention: convention) { $0 == first ? result : .itself }
    let value = try evaluation.value(of: left)
    evaluation.meaning = { $0 == last ? result : .itself }
    return try value.overlaps(evaluation.value(of: right))
  }

  private typealias Meaning = @Sendable (Literal) -> Decimal.Meaning

  /// What the numbers of each side stand for.
  private func meanings(in convention: Convention, _ ledger: Ledger) -> (left: Meaning, right: Meaning) {
    let result: Decimal.Meaning = isApproximate ? .approximate : .rounded
    let counts = isAmongWholeNumbers(convention)
    let leftWords = Set(left.literals.map(\.spelling))
    let isStep = left.loneLiteral == nil && right.loneLiteral == nil
    @Sendable func operand(_ literal: Literal) -> Decimal.Meaning {
      if ledger.isResult(literal, apartFrom: place) { return .rounded }
      guard let decimal = literal.decimal(convention.style), !(counts && decimal.isWhole) else { return .itself }
      return decimal.significantDigits >= 4 ? .rounded : .itself
    }
    let isLeftAlone = left.loneLiteral != nil
    let isRightAlone = right.loneLiteral != nil
    let last = right.loneLiteral
    let first = left.loneLiteral
    return (
      { isLeftAlone && $0 == first ? result : operand($0) },
      { literal in
        if isRightAlone, literal == last { return result }
        if isStep, !leftWords.contains(literal.spelling), !counts { return result }
        return operand(literal)
      }
    )
  }

  /// Whether only counts stand in it, and nothing that makes them otherwise.
  private func isAmongWholeNumbers(_ convention: Convention) -> Bool {
    [left, right].allSatisfy { $0.isWhole(convention) }
  }

  /// A product that is a large round number may have been rounded to it.
  private func holdsWithRoundZeros(
    _ first: Interval, _ second: Interval, _ convention: Convention
  ) throws(Obstacle) -> Bool {
    for (side, other, value) in [(right, left, first), (left, right, second)] {
      // A power of ten by itself says how large something is, to one digit.
      if side.isPowerOfTen, !other.isPowerOfTen, let size = try? Evaluation(convention: convention).value(of: side),
        Interval(size.low / 2, size.high * 2 * (1 - 0x1p-30)).overlaps(value)
      {
        return true
      }
      guard let decimal = side.loneLiteral?.decimal(convention.style), decimal.trailingZeros >= 3, !other.isSum,
        other.loneLiteral == nil
      else { continue }
      let size = decimal.interval(losing: decimal.trailingZeros)
      if size.overlaps(value.magnitude) { return true }
    }
    return false
  }
}

extension Expression {
  /// Whether it is made of whole numbers by sums, products and powers alone.
  func isWhole(_ convention: Convention) -> Bool {
    switch form {
    case .literal(let literal): literal.decimal(convention.style)?.isWhole ?? false
    case .product(let factors): factors.allSatisfy { $0.link != .over && $0.value.isWhole(convention) }
    case .sum, .negate, .power, .factorial, .extreme: parts.allSatisfy { $0.isWhole(convention) }
    case .constant, .symbol, .apply, .percent, .degrees, .mixed, .call, .slope, .derivative: false
    }
  }

  var appliesSigmoid: Bool {
    if case .apply(.sigmoid, _) = form { return true }
    return parts.contains(where: \.appliesSigmoid)
  }

  /// Whether it is one number over another.
  var isQuotient: Bool {
    if case .product(let factors) = form { factors.contains { $0.link == .over } } else { false }
  }

  /// Whether something in it is divided.
  var holdsQuotient: Bool { isQuotient || parts.contains(where: \.holdsQuotient) }

  var isSum: Bool { if case .sum = form { true } else { false } }
}
