/// Arithmetic as it was read, with the place of each part.
struct Expression: Sendable {
  var form: Form
  /// Where it stands in the passage's text.
  var range: Range<Int>

  indirect enum Form: Sendable {
    case literal(Literal)
    case constant(Constant)
    case symbol(String)
    case negate(Expression)
    case sum([Expression])
    case product([Factor])
    case power(Expression, Expression)
    case apply(ElementaryFunction, Expression)
    /// The greatest or the least of some numbers.
    case extreme(isGreatest: Bool, [Expression])
    case percent(Expression)
    case degrees(Expression)
    case factorial(Expression)
    /// 2½: a sum, or a product where it was typeset `2\frac{1}{2}`.
    case mixed(Expression, Expression)
    /// f(x, y), with so many primes.
    case call(String, primes: Int, [Expression])
    /// df/dx, of a function by its name.
    case slope(String, by: String)
    case derivative(Expression, by: String)
  }

  enum Constant: Sendable {
    case pi, e
  }

  struct Factor: Sendable {
    var link: Link
    var value: Expression

    enum Link: Sendable {
      case times
      /// Nothing but the two side by side.
      case beside
      case over
    }
  }
}

extension Expression {
  /// The parts this one is made of, in the order in which they are written.
  var parts: [Expression] {
    switch form {
    case .literal, .constant, .symbol, .slope: []
    case .negate(let part), .apply(_, let part), .percent(let part), .degrees(let part), .factorial(let part),
      .derivative(let part, _):
      [part]
    case .sum(let parts), .extreme(_, let parts), .call(_, _, let parts): parts
    case .product(let factors): factors.map(\.value)
    case .power(let base, let exponent): [base, exponent]
    case .mixed(let whole, let fraction): [whole, fraction]
    }
  }

  /// All numbers written in it, in order.
  var literals: [Literal] {
    if case .literal(let literal) = form { return [literal] }
    return parts.flatMap(\.literals)
  }

  /// Whether letters stand in it.
  var isSymbolic: Bool {
    switch form {
    case .symbol, .call, .slope, .derivative: true
    case .literal, .constant, .negate, .sum, .product, .power, .apply, .extreme, .percent, .degrees, .factorial, .mixed:
      parts.contains(where: \.isSymbolic)
    }
  }

  /// The number that stands alone, its sign, a percent sign and a power of ten apart; nil where more stands there.
  var loneLiteral: Literal? {
    switch form {
    case .literal(let literal): literal
    case .negate(let part), .percent(let part): part.loneLiteral
    case .product(let factors):
      factors.count == 2 && factors[1].value.isPowerOfTen && factors[1].link == .times
        ? factors[0].value.loneLiteral : nil
    case .constant, .symbol, .sum, .power, .apply, .extreme, .degrees, .factorial, .mixed, .call, .slope,
      .derivative:
      nil
    }
  }

  /// 10 to a whole number.
  var isPowerOfTen: Bool {
    guard case .power(let base, let exponent) = form, case .literal(let ten) = base.form, ten.spelling == "10" else {
      return false
    }
    return exponent.loneLiteral.map { $0.decimal(.point)?.isWhole ?? false } ?? false
  }

  /// Whether it is a name for a value, and no arithmetic: `x`, `E_{o1}`, `f(2)`.
  var isName: Bool {
    switch form {
    case .symbol, .call, .slope: true
    case .power(let base, _): base.isName
    case .product(let factors): factors.allSatisfy { $0.link != .times } && (factors.first?.value.isName ?? false)
    case .literal, .constant, .negate, .sum, .apply, .extreme, .percent, .degrees, .factorial, .mixed, .derivative:
      false
    }
  }

  /// Whether it is a letter that everybody knows the value of, with nothing done to it: it may be any other letter.
  var isBareConstant: Bool { if case .constant = form { true } else { false } }

  /// Whether it is a bare number of percent.
  var isShare: Bool {
    switch form {
    case .percent: true
    case .negate(let part): part.isShare
    case .literal, .constant, .symbol, .sum, .product, .power, .apply, .extreme, .degrees, .factorial, .mixed, .call,
      .slope,
      .derivative:
      false
    }
  }

  /// Whether a bare number is written with a percent sign or a power of ten.
  var isScaled: Bool {
    switch form {
    case .literal(let literal): literal.exponent != nil
    case .negate(let part): part.isScaled
    case .percent, .product: true
    case .constant, .symbol, .sum, .power, .apply, .extreme, .degrees, .factorial, .mixed, .call, .slope, .derivative:
      false
    }
  }
}
