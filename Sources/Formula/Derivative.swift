extension Term {
  /// More nodes than this are refused, in what is given and in what results.
  package static let nodeLimit = 10_000

  /// The derivative by a symbol, simplified; every other symbol is a constant. At a kink it is PyTorch's: `relu'(0)` and
  /// `abs'(0)` are 0, `leaky_relu'(0, a)` and `elu'(0, a)` are a, and `max` and `min` split a tie in halves. Comparisons,
  /// `step`, `sign` and the roundings have derivative 0 everywhere.
  package func derivative(by symbol: String) throws(FormulaFailure) -> Term {
    // What is not simplified yet may be several times as large.
    let raw = try simplified().differentiated(by: symbol).checkedSize(upTo: 4 * Self.nodeLimit)
    let simplified = try raw.simplifiedUnchecked().checkedSize(upTo: Self.nodeLimit)
    return try simplified.expandedWhereShorter().checkedSize(upTo: Self.nodeLimit)
  }

  /// The derivative as the rules give it, one at each node.
  private func differentiated(by symbol: String) throws(FormulaFailure) -> Term {
    let result: Term? = try fold { (node, slopes: [Term?]) throws(FormulaFailure) in
      let rule = DerivativeRule(for: node, dependence: slopes.map { $0 != nil }, symbol: symbol)
      return try rule.slope(of: node, from: slopes, by: symbol)
    }
    return result ?? 0
  }
}

/// The rules of differentiation, by the names that a teacher gives them.
package enum DerivativeRule: Hashable, Sendable {
  /// Nothing here depends on the variable.
  case constant
  case variable
  case constantFactor
  case sum
  case product
  /// A dependent term over a constant one is a constant factor; this is every other fraction.
  case quotient
  /// u^c
  case power
  /// c^u
  case exponential
  /// u^v, as exp(v·log(u))
  case generalPower
  /// A function's own derivative, with the chain rule.
  case function(Function)
  case pair(PairFunction)
  /// Truth values: flat wherever they do not jump.
  case flat
  case unknown

  /// The rule for a node, given which of its operands depend on the variable.
  init(for node: Term, dependence: [Bool], symbol: String) {
    guard dependence.contains(true) else {
      self = node == .symbol(symbol) ? .variable : .constant
      return
    }
    switch node {
    case .number, .constant, .symbol: self = .constant
    case .negate: self = .constantFactor
    case .add: self = .sum
    case .multiply: self = dependence.count(where: { $0 }) == 1 ? .constantFactor : .product
    case .divide: self = dependence[1] ? .quotient : .constantFactor
    case .power:
      self = dependence[0] ? (dependence[1] ? .generalPower : .power) : .exponential
    case .apply(let function, _): self = .function(function)
    case .applyPair(let function, _, _): self = .pair(function)
    case .compare, .and, .or, .not: self = .flat
    case .call: self = .unknown
    }
  }

  /// The name of the rule.
  package var name: String {
    switch self {
    case .constant: "constant"
    case .variable: "the variable itself"
    case .constantFactor: "constant factor"
    case .sum: "sum rule"
    case .product: "product rule"
    case .quotient: "quotient rule"
    case .power: "power rule"
    case .exponential: "exponential rule"
    case .generalPower: "power with a variable exponent"
    case .function(let function): "derivative of \(function.rawValue)"
    case .pair(let function): "derivative of \(function.rawValue)"
    case .flat: "flat between its jumps"
    case .unknown: "not known"
    }
  }

  /// The derivative of a node, given those of its operands; nil stands for 0.
  fileprivate func slope(of node: Term, from slopes: [Term?], by symbol: String) throws(FormulaFailure) -> Term? {
    let operands = node.operands
    switch self {
    case .constant, .flat: return nil
    case .variable: return 1
    case .unknown: throw .notDifferentiable(node, by: symbol)
    case .sum: return Self.sum(slopes.compactMap { $0 })
    case .constantFactor: return Self.scaledSlope(of: node, slopes)
    case .product: return try Self.productSlope(operands, slopes)
    case .quotient: return Self.quotientSlope(operands[0], slopes[0], over: operands[1], slopes[1])
    case .power: return slopes[0].map { .multiply([operands[1], .power(operands[0], operands[1] - 1), $0]) }
    case .exponential: return slopes[1].map { Self.exponentialSlope(node, base: operands[0], $0) }
    case .generalPower: return Self.generalPowerSlope(node, slopes)
    case .function(let function):
      guard let outer = function.slope(at: operands[0]) else { return nil }
      return slopes[0].map { outer * $0 }
    case .pair(let function):
      let outer = function.slopes(at: operands[0], operands[1])
      return Self.sum(zip([outer.first, outer.second], slopes).compactMap { outer, inner in inner.map { outer * $0 } })
    }
  }

  private static func sum(_ terms: [Term]) -> Term? {
    terms.count > 1 ? .add(terms) : terms.first
  }

  /// The one operand that depends on the variable gives way to its derivative.
  private static func scaledSlope(of node: Term, _ slopes: [Term?]) -> Term? {
    switch node {
    case .negate: slopes[0].map { .negate($0) }
    case .divide(_, let below): slopes[0].map { .divide($0, below) }
    case .multiply(let factors): .multiply(zip(factors, slopes).map { $1 ?? $0 })
    case .number, .constant, .symbol, .add, .power, .apply, .applyPair, .compare, .and, .or, .not, .call: nil
    }
  }

  private static func productSlope(_ factors: [Term], _ slopes: [Term?]) throws(FormulaFailure) -> Term? {
    let count = slopes.count { $0 != nil }
    // Each dependent factor gives a product of all factors.
    guard count * factors.count <= Term.nodeLimit else { throw .tooLarge(limit: Term.nodeLimit) }
    var terms: [Term] = []
    for (index, slope) in slopes.enumerated() {
      guard let slope else { continue }
      var product = factors
      product[index] = slope
      terms.append(.multiply(product))
    }
    return sum(terms)
  }

  private static func quotientSlope(_ above: Term, _ aboveSlope: Term?, over below: Term, _ belowSlope: Term?) -> Term?
  {
    guard let belowSlope else { return nil }
    let pulled = above * belowSlope
    let square = below.power(2)
    guard let aboveSlope else { return .negate(pulled / square) }
    return (aboveSlope * below - pulled) / square
  }

  private static func exponentialSlope(_ node: Term, base: Term, _ slope: Term) -> Term {
    // 0^u is 0 wherever it has a slope, and log(0) would say nan.
    if base == 0 { return 0 }
    return .multiply([node, .apply(.log, base), slope])
  }

  private static func generalPowerSlope(_ node: Term, _ slopes: [Term?]) -> Term? {
    guard case .power(let base, let exponent) = node, let baseSlope = slopes[0], let exponentSlope = slopes[1] else {
      return nil
    }
    return node * (exponentSlope * .apply(.log, base) + exponent * baseSlope / base)
  }
}
