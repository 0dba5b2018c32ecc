extension Term {
  /// The same value in the form that a textbook prints: like terms and like factors collected, numbers first, signs pulled
  /// out, coefficients as exact fractions, in an order that depends on nothing but the term. Law: simplifying twice
  /// changes nothing more.
  ///
  /// Where the term has a finite value the result has the same, up to rounding and unless a part of it leaves the range
  /// of doubles ((a·b)^625 becomes a^625·b^625). Where it has none the result may have one: `x/x` is 1, `0*log(x)` is 0,
  /// `sqrt(x)^2` is x. Products are not multiplied out over brackets, and sums not factored.
  package func simplified() throws(FormulaFailure) -> Term {
    try checkedSize(upTo: Self.nodeLimit).simplifiedUnchecked().checkedSize(upTo: Self.nodeLimit)
  }

  func simplifiedUnchecked() -> Term {
    fold { node, operands in node.simplified(from: operands) }
  }

  /// The term itself, unless it is larger than that.
  func checkedSize(upTo limit: Int) throws(FormulaFailure) -> Term {
    guard nodeCount(upTo: limit) != nil else { throw .tooLarge(limit: Self.nodeLimit) }
    return self
  }

  /// The node simplified, given its operands simplified.
  private func simplified(from operands: [Term]) -> Term {
    switch self {
    case .number(let number): return Coefficient(number).term
    case .constant, .symbol: return self
    case .negate: return operands[0].scaled(by: Coefficient(-1))
    case .add: return Sum(adding: operands).term
    case .multiply, .divide: return product(of: operands).alone
    case .power: return Product(reading: operands[0]).raised(to: operands[1]).alone
    case .apply(let function, _): return function.simplified(of: operands[0])
    case .applyPair(let function, _, _): return function.simplified(of: operands[0], operands[1])
    case .compare(let comparison, _, _): return comparison.simplified(operands[0], operands[1])
    case .and: return Self.simplifiedLogic(operands, isAnd: true)
    case .or: return Self.simplifiedLogic(operands, isAnd: false)
    case .not: return operands[0].negatedTruth
    case .call(let name, _): return .call(name, operands)
    }
  }

  private func product(of operands: [Term]) -> Product {
    let products = operands.map(Product.init(reading:))
    if case .divide = self { return products[0].multiplied(by: products[1].raised(to: -1)) }
    return Product(products.reduce(.one) { $0 * $1.coefficient }, products.flatMap(\.factors))
  }
}
