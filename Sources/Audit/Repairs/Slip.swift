/// One way in which a side may have been written other than it was meant.
struct Slip: Sendable {
  let isOnTheLeft: Bool
  /// The part that is changed.
  let target: Range<Int>
  let replacement: Expression
  /// The changed part as it should stand in the note.
  let text: String

  /// The side with the change made.
  func apply(to side: Expression) -> Expression { side.replacing(target, by: replacement) }
}

extension Expression {
  /// The expression with the part that stands at a place exchanged. Brackets have no form of their own, so that of two
  /// parts at one place the inner one is meant.
  func replacing(_ target: Range<Int>, by other: Expression) -> Expression {
    guard range.lowerBound <= target.lowerBound, target.upperBound <= range.upperBound else {
      return self
    }
    if range == target, !parts.contains(where: { $0.range == target }) { return other }
    var copy = self
    func changed(_ part: Expression) -> Expression { part.replacing(target, by: other) }
    switch form {
    case .literal, .constant, .symbol, .slope: break
    case .negate(let part): copy.form = .negate(changed(part))
    case .sum(let parts): copy.form = .sum(parts.map(changed))
    case .product(let factors):
      copy.form = .product(factors.map { Factor(link: $0.link, value: changed($0.value)) })
    case .power(let base, let exponent): copy.form = .power(changed(base), changed(exponent))
    case .apply(let function, let argument): copy.form = .apply(function, changed(argument))
    case .extreme(let isGreatest, let parts): copy.form = .extreme(isGreatest: isGreatest, parts.map(changed))
    case .percent(let part): copy.form = .percent(changed(part))
    case .degrees(let part): copy.form = .degrees(changed(part))
    case .factorial(let part): copy.form = .factorial(changed(part))
    case .mixed(let whole, let fraction): copy.form = .mixed(changed(whole), changed(fraction))
    case .call(let name, let primes, let parts): copy.form = .call(name, primes: primes, parts.map(changed))
    case .derivative(let part, let variable): copy.form = .derivative(changed(part), by: variable)
    }
    return copy
  }
}
