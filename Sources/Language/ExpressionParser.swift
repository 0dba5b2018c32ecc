/// Expressions, from the loosest operator to the operands.
extension Parser {
  /// How tightly operators bind, the loosest first.
  enum Precedence: Int, Comparable {
    case or, and, not, comparison, sum, quotient, product, sign, power, postfix

    static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .postfix }
  }

  func expression() throws(Rejection) -> Expression {
    try operation(.or)
  }

  /// An operation whose operators bind as tightly as `level` or tighter.
  func operation(_ level: Precedence) throws(Rejection) -> Expression {
    var left = token.isWord("not") ? try negation(level) : try signed()
    while let infix = infixOperator, infix.precedence >= level {
      let symbol = token.range
      try checkComma(after: left)
      advance()
      switch infix {
      case .approximately:
        left = try approximation(left, symbol: symbol)
      case .binary(let binary):
        let right = try operation(infix.precedence.next)
        left = Expression(.binary(binary, left, right), range: left.range.lowerBound..<right.range.upperBound)
      }
      if infix.precedence == .comparison { try checkChain(left) }
    }
    return left
  }

  // MARK: Operators

  /// What may stand between two operands.
  enum Infix {
    case binary(BinaryOperator)
    case approximately

    var precedence: Precedence {
      switch self {
      case .binary(let binary): binary.precedence
      case .approximately: .comparison
      }
    }
  }

  private var infixOperator: Infix? {
    guard !isAtRowEnd else { return nil }
    switch token.kind {
    case .word("and"): return .binary(.and)
    case .word("or"): return .binary(.or)
    case .symbol(.approximately): return .approximately
    case .symbol(let symbol): return symbol.binaryOperator.map { .binary($0) }
    case .number, .string, .word, .mistake, .end: return nil
    }
  }

  /// `not a`, where the level lets it stand.
  private func negation(_ level: Precedence) throws(Rejection) -> Expression {
    guard level <= .not else { throw .notWithoutBrackets(at: token.range) }
    var words: [Int] = []
    while token.isWord("not") {
      try checkRowEnd()
      try countOperand(at: token.range)
      words.append(token.range.lowerBound)
      advance()
    }
    let operand = try operation(.comparison)
    return words.reversed().reduce(operand) { inner, start in
      Expression(.not(inner), range: start..<inner.range.upperBound)
    }
  }

  /// Comparisons do not chain: a second one is a mistake, and so is a tolerance after anything but `≈`.
  private func checkChain(_ left: Expression) throws(Rejection) {
    if isAt(.plusMinus) {
      throw .strayTolerance(at: token.range, after: left, tolerance: operandAhead(), in: code)
    }
    guard let infix = infixOperator, infix.precedence == .comparison else { return }
    throw .chainedComparison(at: token.range, left: left, right: operandAhead(), in: code)
  }

  /// What stands after the current token, for the help of a message; the parser itself stays where it is.
  func operandAhead() -> Expression? {
    let ahead = Parser(copying: self)
    ahead.advance()
    return try? ahead.operation(.sum)
  }

  /// `a ≈ b ± tolerance` and `a ~ b within tolerance`, from the right-hand side on.
  private func approximation(_ left: Expression, symbol: Range<Int>) throws(Rejection) -> Expression {
    let right = try operation(.sum)
    guard pass(.plusMinus) || pass("within") else {
      throw .missingTolerance(at: symbol, left: left, right: right, in: code)
    }
    let tolerance = try operation(.sum)
    return Expression(
      .approximately(left, right, tolerance: tolerance), range: left.range.lowerBound..<tolerance.range.upperBound)
  }

  /// In a list `a -b` is two entries between which the comma was forgotten.
  private func checkComma(after left: Expression) throws(Rejection) {
    guard brackets.last?.kind == .list, isAt(.minus) || isAt(.plus) else { return }
    guard token.followsSpace, !spaceFollows else { return }
    throw .missingComma(after: left, before: token.range.lowerBound..<peek().range.upperBound, in: code)
  }

  /// A row of a matrix does not end after an operator.
  private func checkRowEnd() throws(Rejection) {
    guard isAtRowEnd, previous.joinsOperands else { return }
    throw .operatorAtRowEnd(at: previous.range, in: code)
  }

  // MARK: Signs, powers, operands

  /// `-a^b`: signs bind looser than powers.
  private func signed() throws(Rejection) -> Expression {
    let signs = try passSigns()
    return applying(signs, to: try power())
  }

  private func passSigns() throws(Rejection) -> [Int] {
    var signs: [Int] = []
    while isAt(.minus) {
      try checkRowEnd()
      try countOperand(at: token.range)
      signs.append(token.range.lowerBound)
      advance()
    }
    return signs
  }

  private func applying(_ signs: [Int], to operand: Expression) -> Expression {
    signs.reversed().reduce(operand) { inner, start in
      Expression(.negate(inner), range: start..<inner.range.upperBound)
    }
  }

  /// `a^b^c` is `a^(b^c)`, and an exponent may carry a sign.
  private func power() throws(Rejection) -> Expression {
    let base = try postfix()
    return isAt(.power) && !isAtRowEnd ? try raised(base) : base
  }

  private func raised(_ base: Expression) throws(Rejection) -> Expression {
    var exponents: [(signs: [Int], operand: Expression)] = []
    while isAt(.power), !isAtRowEnd {
      advance()
      let signs = try passSigns()
      exponents.append((signs, try postfix()))
    }
    guard let last = exponents.popLast() else { return base }
    var exponent = applying(last.signs, to: last.operand)
    for (signs, operand) in exponents.reversed() {
      exponent = applying(signs, to: raising(operand, to: exponent))
    }
    return raising(base, to: exponent)
  }

  private func raising(_ base: Expression, to exponent: Expression) -> Expression {
    Expression(.binary(.power, base, exponent), range: base.range.lowerBound..<exponent.range.upperBound)
  }

  /// An operand and what stands right after it: `'`, `[…]`, `.name`.
  private func postfix() throws(Rejection) -> Expression {
    var operand = try primary()
    while !token.followsSpace, let symbol = token.symbol {
      switch symbol {
      case .prime, .doublePrime:
        operand = try primed(operand)
      case .leftBracket:
        operand = try indexed(operand)
      case .dot:
        operand = try member(of: operand)
      case .leftParenthesis:
        throw unexpected(after: operand)
      case .plus, .minus, .times, .over, .power, .product, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
        .notEqual, .approximately, .plusMinus, .define, .rightParenthesis, .rightBracket, .comma, .semicolon, .colon,
        .range, .arrow:
        return operand
      }
    }
    return operand
  }

  private func primed(_ operand: Expression) throws(Rejection) -> Expression {
    var result = operand
    for _ in 0..<(isAt(.doublePrime) ? 2 : 1) {
      try countOperand(at: token.range)
      result = Expression(.prime(result), range: operand.range.lowerBound..<token.range.upperBound)
    }
    advance()
    return result
  }

  private func member(of operand: Expression) throws(Rejection) -> Expression {
    try countOperand(at: token.range)
    let dot = token.range
    advance()
    guard let word = token.word, !token.followsSpace else { throw memberExpected(after: dot) }
    let name = Name(text: word, range: token.range)
    advance()
    return Expression(.member(operand, name), range: operand.range.lowerBound..<name.range.upperBound)
  }

  private func primary() throws(Rejection) -> Expression {
    let range = token.range
    try checkRowEnd()
    switch token.kind {
    case .number(let value):
      try countOperand(at: range)
      advance()
      return Expression(.number(value), range: range)
    case .string(let text):
      try countOperand(at: range)
      advance()
      return Expression(.string(text), range: range)
    case .word(let text) where !Words.isNoOperand(text):
      try countOperand(at: range)
      return try named(Name(text: text, range: range))
    case .symbol(.leftParenthesis): return try group()
    case .symbol(.leftBracket): return try list()
    case .word, .symbol, .mistake, .end: throw operandExpected()
    }
  }

  /// A name, or a call where `(` or `'(` follows it at once.
  private func named(_ name: Name) throws(Rejection) -> Expression {
    advance()
    var primes = 0
    var end = name.range.upperBound
    var primed = Expression(.name(name.text), range: name.range)
    while !token.followsSpace, let symbol = token.symbol, symbol == .prime || symbol == .doublePrime {
      for _ in 0..<(symbol == .doublePrime ? 2 : 1) {
        try countOperand(at: token.range)
        primes += 1
        end = token.range.upperBound
        primed = Expression(.prime(primed), range: name.range.lowerBound..<end)
      }
      advance()
    }
    guard isAt(.leftParenthesis), !token.followsSpace else { return primed }
    let arguments = try callArguments()
    return Expression(.call(name, primes: primes, arguments), range: name.range.lowerBound..<previousEnd)
  }
}

extension BinaryOperator {
  /// How tightly it binds.
  var precedence: Parser.Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide: .quotient
    case .product: .product
    case .power: .power
    }
  }
}
