/// What an expression can come to, given what each number in it may stand for.
struct Evaluation: Sendable {
  var convention = Convention()
  /// What a number of the text stands for.
  var meaning: @Sendable (Literal) -> Decimal.Meaning = { _ in .itself }
  /// What letters stand for.
  var values: [String: Interval] = [:]

  func value(of expression: Expression) throws(Obstacle) -> Interval {
    let result: Interval? =
      switch expression.form {
      case .literal(let literal): try value(of: literal)
      case .constant(.pi): .pi
      case .constant(.e): .e
      case .symbol(let name): values[name]
      case .negate(let part): -(try value(of: part))
      case .sum(let terms): try sum(terms)
      case .product(let factors): try product(factors)
      case .power(let base, let exponent): try power(base, exponent)
      case .apply(let function, let argument): try apply(function, argument)
      case .extreme(let isGreatest, let values): try extreme(isGreatest, values)
      case .percent(let part): try value(of: part) / Interval(100)
      case .degrees(let part): try value(of: part) * .pi / Interval(180)
      case .factorial(let part): try factorial(of: part)
      case .mixed(let whole, let fraction):
        convention.multipliesMixed
          ? try value(of: whole) * value(of: fraction) : try value(of: whole) + value(of: fraction)
      case .call, .slope, .derivative: nil
      }
    guard let result else { throw expression.isSymbolic ? .letters : .undefined }
    guard result.isFinite else { throw .undefined }
    return result
  }

  private func value(of literal: Literal) throws(Obstacle) -> Interval {
    guard let decimal = literal.decimal(convention.style) else { throw .ambiguous }
    return decimal.interval(meaning(literal))
  }

  private func sum(_ terms: [Expression]) throws(Obstacle) -> Interval {
    let percents = terms.count { $0.isShare }
    // A hundred and ten percent of it: nobody can tell what a sum of numbers and percents means.
    guard percents == 0 || percents == terms.count else { throw .ambiguous }
    var total = Interval(0)
    for term in terms { total = try total + value(of: term) }
    return total
  }

  private func product(_ factors: [Expression.Factor]) throws(Obstacle) -> Interval? {
    var result: Interval? = Interval(1)
    var index = 0
    while index < factors.count {
      let isOver = factors[index].link == .over
      var factor = try value(of: factors[index].value)
      index += 1
      while isOver, !convention.dividesFirst, index < factors.count, factors[index].link == .beside {
        factor = try factor * value(of: factors[index].value)
        index += 1
      }
      result = result.flatMap { isOver ? $0 / factor : $0 * factor }
    }
    return result
  }

  private func power(_ base: Expression, _ exponent: Expression) throws(Obstacle) -> Interval? {
    if case .constant(.e) = base.form { return try ElementaryFunction.exp(value(of: exponent)) }
    return try value(of: base).raised(to: value(of: exponent))
  }

  private func apply(_ function: ElementaryFunction, _ argument: Expression) throws(Obstacle) -> Interval? {
    var x = try value(of: argument)
    switch function {
    case .log: return convention.logarithm(x)
    case .sin, .cos, .tan:
      if case .degrees = argument.form { break }
      if convention.countsDegrees { x = x * .pi / Interval(180) ?? x }
    case .asin, .acos, .atan:
      return convention.countsDegrees ? function(x).flatMap { $0 * Interval(180) / .pi } : function(x)
    case .exp, .ln, .sqrt, .cbrt, .abs, .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus, .log1p, .expm1, .log2, .log10:
      break
    }
    return function(x)
  }

  private func extreme(_ isGreatest: Bool, _ parts: [Expression]) throws(Obstacle) -> Interval? {
    var values: [Interval] = []
    for part in parts { values.append(try value(of: part)) }
    let (lows, highs) = (values.map(\.low), values.map(\.high))
    let ends = isGreatest ? (lows.max(), highs.max()) : (lows.min(), highs.min())
    guard let low = ends.0, let high = ends.1 else { return nil }
    return Interval(low, high)
  }

  private func factorial(of part: Expression) throws(Obstacle) -> Interval? {
    let number = try value(of: part)
    guard number.low == number.high, number.low >= 0, number.low <= 170, let count = Int(exactly: number.low) else {
      return nil
    }
    return (1..<max(2, count + 1)).reduce(Interval(1)) { $0 * Interval(Double($1)) }
  }
}
