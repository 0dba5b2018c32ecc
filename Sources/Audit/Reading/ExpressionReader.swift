/// Reads one side of a relation: all its tokens, or nothing.
struct ExpressionReader {
  private static let deepest = 60
  private static let longest = 1_000

  private let tokens: ArraySlice<Token>
  private var i: Int
  private var depth = 0
  private var bars = 0

  static func read(_ tokens: ArraySlice<Token>) throws(Obstacle) -> Expression {
    for token in tokens {
      if let obstacle = token.kind.obstacle { throw obstacle }
    }
    guard !tokens.isEmpty else { throw .nothing }
    guard tokens.count <= longest else { throw .size }
    var reader = ExpressionReader(tokens: tokens, i: tokens.startIndex)
    let expression = try reader.sum()
    guard reader.i == tokens.endIndex else { throw reader.peek == .comma ? .list : .sign }
    return expression
  }

  private init(tokens: ArraySlice<Token>, i: Int) {
    self.tokens = tokens
    self.i = i
  }

  private var peek: Token.Kind? { i < tokens.endIndex ? tokens[i].kind : nil }
  private var here: Int { i < tokens.endIndex ? tokens[i].range.lowerBound : tokens.last?.range.upperBound ?? 0 }
  private var behind: Int { i > tokens.startIndex ? tokens[i - 1].range.upperBound : here }

  private mutating func take(_ kind: Token.Kind) -> Bool {
    guard peek == kind else { return false }
    i += 1
    return true
  }

  private func expression(_ form: Expression.Form, from start: Int) -> Expression {
    Expression(form: form, range: start..<max(start, behind))
  }

  // MARK: Sums and products

  private mutating func sum() throws(Obstacle) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw .size }
    let start = here
    var terms = [try term()]
    while true {
      let sign = here
      if take(.plus) {
        terms.append(try product())
      } else if take(.minus) {
        let value = try product()
        terms.append(expression(.negate(value), from: sign))
      } else {
        break
      }
    }
    return terms.count == 1 ? terms[0] : expression(.sum(terms), from: start)
  }

  /// A product with signs before it.
  private mutating func term() throws(Obstacle) -> Expression {
    let start = here
    if take(.minus) {
      let value = try product()
      return expression(.negate(value), from: start)
    }
    _ = take(.plus)
    return try product()
  }

  private mutating func product() throws(Obstacle) -> Expression {
    let start = here
    var factors = [Expression.Factor(link: .times, value: try signedFactor())]
    while true {
      if take(.times) {
        factors.append(Expression.Factor(link: .times, value: try signedFactor()))
      } else if take(.divide) {
        factors.append(Expression.Factor(link: .over, value: try signedFactor()))
      } else if beginsFactor {
        if case .number = peek, case .number = tokens[i - 1].kind { throw .list }
        let next = try factor()
        if let mixed = mixed(factors[factors.count - 1].value, next) {
          factors[factors.count - 1].value = mixed
        } else {
          factors.append(Expression.Factor(link: .beside, value: next))
        }
      } else {
        break
      }
    }
    return factors.count == 1 ? factors[0].value : expression(.product(factors), from: start)
  }

  /// A whole number and a fraction of whole numbers right after it.
  private func mixed(_ whole: Expression, _ fraction: Expression) -> Expression? {
    guard case .literal(let literal) = whole.form, literal.decimal(.point)?.isWhole ?? false,
      case .product(let parts) = fraction.form, parts.count == 2, parts[1].link == .over,
      parts.allSatisfy({ if case .literal = $0.value.form { true } else { false } })
    else { return nil }
    return Expression(form: .mixed(whole, fraction), range: whole.range.lowerBound..<fraction.range.upperBound)
  }

  private mutating func signedFactor() throws(Obstacle) -> Expression {
    let start = here
    if take(.minus) {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { throw .size }
      let value = try signedFactor()
      return expression(.negate(value), from: start)
    }
    _ = take(.plus)
    return try factor()
  }

  private var beginsFactor: Bool {
    switch peek {
    case .number, .vulgar, .name, .function, .extreme, .open, .groupOpen, .fraction, .root: true
    case .bar: bars == 0
    case .plus, .minus, .times, .divide, .caret, .superscript, .close, .groupClose, .comma, .percent, .degree,
      .factorial, .relation, .separator, .word, .opaque, nil:
      false
    }
  }

  // MARK: Factors

  private mutating func factor() throws(Obstacle) -> Expression {
    let start = here
    var value = try atom()
    while true {
      if take(.percent) {
        value = expression(.percent(value), from: start)
      } else if take(.degree) {
        value = expression(.degrees(value), from: start)
      } else if take(.factorial) {
        value = expression(.factorial(value), from: start)
      } else if case .superscript(let exponent) = peek {
        let place = tokens[i].range
        i += 1
        value = expression(.power(value, Self.whole(exponent, at: place)), from: start)
      } else if take(.caret) {
        let exponent = try exponent()
        value = expression(.power(value, exponent), from: start)
      } else {
        return value
      }
    }
  }

  private static func whole(_ number: Int, at range: Range<Int>) -> Expression {
    let literal = Literal(spelling: String(number.magnitude), exponent: nil, range: range)
    let value = Expression(form: .literal(literal), range: range)
    return number < 0 ? Expression(form: .negate(value), range: range) : value
  }

  private mutating func exponent() throws(Obstacle) -> Expression {
    let start = here
    if take(.minus) {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { throw .size }
      let value = try exponent()
      return expression(.negate(value), from: start)
    }
    let base = try atom()
    if take(.caret) {
      let next = try exponent()
      return expression(.power(base, next), from: start)
    }
    return base
  }

  private mutating func atom() throws(Obstacle) -> Expression {
    let start = here
    guard let kind = peek else { throw .nothing }
    i += 1
    switch kind {
    case .number(let literal): return expression(.literal(literal), from: start)
    case .vulgar(let above, let below): return fraction(above, below, from: start)
    case .name(let name): return try named(name, from: start)
    case .function(let function): return try application(of: function, from: start)
    case .extreme(let isGreatest): return try extreme(isGreatest, from: start)
    case .open, .groupOpen: return try bracketed(kind)
    case .bar: return try magnitude(from: start)
    case .fraction: return try fraction(from: start)
    case .root: return try root(from: start)
    case .comma: throw .list
    case .plus, .minus, .times, .divide, .caret, .superscript, .close, .groupClose, .percent, .degree, .factorial,
      .relation, .separator, .word:
      throw .nothing
    case .opaque(let obstacle): throw obstacle
    }
  }

  private func fraction(_ above: Int, _ below: Int, from start: Int) -> Expression {
    let range = start..<behind
    return Expression(
      form: .product([
        Expression.Factor(link: .times, value: Self.whole(above, at: range)),
        Expression.Factor(link: .over, value: Self.whole(below, at: range)),
      ]), range: range)
  }

  private mutating func bracketed(_ opening: Token.Kind) throws(Obstacle) -> Expression {
    let outerBars = bars
    bars = 0
    defer { bars = outerBars }
    let value = try sum()
    guard take(opening == .open ? .close : .groupClose) else { throw peek == .comma ? .list : .sign }
    return value
  }

  private mutating func magnitude(from start: Int) throws(Obstacle) -> Expression {
    bars += 1
    let value = try sum()
    bars -= 1
    guard take(.bar) else { throw .sign }
    return expression(.apply(.abs, value), from: start)
  }

  private mutating func root(from start: Int) throws(Obstacle) -> Expression {
    var function = ElementaryFunction.sqrt
    if take(.open) {
      guard case .number(let literal) = peek, literal.spelling == "3" else { throw .sign }
      i += 1
      guard take(.close) else { throw .sign }
      function = .cbrt
    }
    let argument = try atom()
    return expression(.apply(function, argument), from: start)
  }
}

// MARK: Functions

extension ExpressionReader {
  private mutating func application(of function: ElementaryFunction, from start: Int) throws(Obstacle) -> Expression {
    var exponent: Expression?
    if take(.caret) {
      exponent = try self.exponent()
    } else if case .superscript(let power) = peek {
      exponent = Self.whole(power, at: tokens[i].range)
      i += 1
    }
    var function = function
    if case .negate(let one)? = exponent?.form, one.loneLiteral?.spelling == "1" {
      guard let inverse = function.inverse else { throw .ambiguous }
      function = inverse
      exponent = nil
    }
    let argument = try argument()
    let value = expression(.apply(function, argument), from: start)
    return exponent.map { expression(.power(value, $0), from: start) } ?? value
  }

  /// What a function without brackets takes: factors side by side, up to a bracket or another function.
  private mutating func argument() throws(Obstacle) -> Expression {
    let start = here
    if peek == .open || peek == .groupOpen { return try atom() }
    if take(.minus) {
      let value = try argument()
      return expression(.negate(value), from: start)
    }
    var factors = [Expression.Factor(link: .times, value: try factor())]
    while case .name = peek { factors.append(Expression.Factor(link: .beside, value: try factor())) }
    return factors.count == 1 ? factors[0].value : expression(.product(factors), from: start)
  }

  private mutating func extreme(_ isGreatest: Bool, from start: Int) throws(Obstacle) -> Expression {
    let values = try arguments()
    return expression(.extreme(isGreatest: isGreatest, values), from: start)
  }

  private mutating func arguments() throws(Obstacle) -> [Expression] {
    guard take(.open) else { throw .sign }
    let outerBars = bars
    bars = 0
    defer { bars = outerBars }
    var values = [try sum()]
    while take(.comma) { values.append(try sum()) }
    guard take(.close) else { throw .sign }
    return values
  }

  private mutating func named(_ name: String, from start: Int) throws(Obstacle) -> Expression {
    let isBracketNext = peek == .open
    if name == "π" { return expression(.constant(.pi), from: start) }
    if name == "e", peek == .caret || peek?.isSuperscript ?? false { return expression(.constant(.e), from: start) }
    if name == "σ", isBracketNext { return try application(of: .sigmoid, from: start) }
    let stem = name.prefix { $0 != "'" }
    let primes = name.count - stem.count
    if isBracketNext, primes > 0 || holdsOneName || Self.functionLetters.contains(String(stem)) {
      let arguments = try arguments()
      return expression(.call(String(stem), primes: primes, arguments), from: start)
    }
    if isBracketNext, let list = try severalArguments() {
      return expression(.call(String(stem), primes: 0, list), from: start)
    }
    return expression(.symbol(name), from: start)
  }

  /// Whether the brackets that come next hold one letter: a function of it, for nobody writes a product so.
  private var holdsOneName: Bool {
    guard i + 2 < tokens.endIndex, case .name = tokens[i + 1].kind else { return false }
    return tokens[i + 2].kind == .close
  }

  /// What stands in the brackets after a letter, where commas part it: then the letter is a function's, not a factor.
  private mutating func severalArguments() throws(Obstacle) -> [Expression]? {
    var depth = 0
    for token in tokens[i...] {
      depth += token.kind.depthStep
      if depth == 1, token.kind == .comma { return try arguments() }
      if depth == 0 { return nil }
    }
    return nil
  }

  private static let functionLetters: Set<String> = ["f", "g", "h", "F", "G", "H", "\\varphi", "\\phi", "\\psi", "P"]

  private mutating func fraction(from start: Int) throws(Obstacle) -> Expression {
    if let sign = DerivativeSign(at: i, of: tokens) {
      i = sign.end
      switch sign.meaning {
      case .operation(let variable): return expression(.derivative(try product(), by: variable), from: start)
      case .slope(let name, let variable): return expression(.slope(name, by: variable), from: start)
      case .name(let name): return expression(.symbol(name), from: start)
      }
    }
    let above = try atom()
    let below = try atom()
    return expression(
      .product([
        Expression.Factor(link: .times, value: above), Expression.Factor(link: .over, value: below),
      ]), from: start)
  }
}
