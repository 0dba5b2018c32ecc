/// One way of reading what can be read in more than one. An equality is wrong only where it is wrong in all of them.
struct Convention: Sendable, Equatable {
  var style = Literal.Style.point
  var logarithm = ElementaryFunction.ln
  /// Whether angles without a sign are degrees.
  var countsDegrees = false
  /// Whether 2½ is 2 · ½.
  var multipliesMixed = false
  /// Whether a / bc is a / b · c.
  var dividesFirst = false

  /// Every convention that makes a difference to some expressions, the usual one first.
  static func all(for expressions: [Expression]) -> [Convention] {
    var features = Features()
    for expression in expressions { features.note(expression) }
    var result = [Convention()]
    func branch<Value>(_ path: WritableKeyPath<Convention, Value>, _ others: [Value]) {
      result += result.flatMap { base in
        others.map { value in
          var other = base
          other[keyPath: path] = value
          return other
        }
      }
    }
    if features.hasStyles { branch(\.style, [.comma]) }
    if features.hasLogarithm { branch(\.logarithm, [.log10, .log2]) }
    if features.hasAngle { branch(\.countsDegrees, [true]) }
    if features.hasMixed { branch(\.multipliesMixed, [true]) }
    if features.hasLooseQuotient { branch(\.dividesFirst, [true]) }
    return result
  }

  private struct Features {
    var hasStyles = false
    var hasLogarithm = false
    var hasAngle = false
    var hasMixed = false
    var hasLooseQuotient = false

    mutating func note(_ expression: Expression) {
      switch expression.form {
      case .literal(let literal): hasStyles = hasStyles || literal.isAmbiguous
      case .apply(.log, _): hasLogarithm = true
      case .apply(let function, let argument) where function.takesAngle:
        if case .degrees = argument.form { break }
        hasAngle = true
      case .mixed: hasMixed = true
      case .product(let factors):
        let afterQuotient = factors.drop { $0.link != .over }
        hasLooseQuotient = hasLooseQuotient || afterQuotient.contains { $0.link == .beside }
      case .constant, .symbol, .negate, .sum, .power, .apply, .extreme, .percent, .degrees, .factorial, .call,
        .slope, .derivative:
        break
      }
      for part in expression.parts { note(part) }
    }
  }
}

extension ElementaryFunction {
  fileprivate var takesAngle: Bool {
    switch self {
    case .sin, .cos, .tan: true
    case .exp, .ln, .sqrt, .cbrt, .abs, .asin, .acos, .atan, .sinh, .cosh, .tanh, .sigmoid, .relu, .softplus, .log1p,
      .expm1, .log, .log2, .log10:
      false
    }
  }
}
