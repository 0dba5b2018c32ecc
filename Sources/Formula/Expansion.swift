extension Term {
  /// The simplified term with the brackets of polynomials multiplied out wherever that makes it shorter: 2x² - 2x(2x + 1)
  /// is -2x² - 2x, and 2(x + 1) stays as it is.
  func expandedWhereShorter() -> Term {
    let whole: Shortened = fold { (node, parts: [Shortened]) in
      let isChanged = parts.contains(where: \.isChanged)
      let whole = isChanged ? node.rebuilt(from: parts.map(\.term)).simplifiedUnchecked() : node
      guard node.keepsPolynomials, parts.allSatisfy(\.isPolynomial) else {
        return Shortened(term: whole, isChanged: isChanged, isPolynomial: false)
      }
      guard let size = whole.nodeCount(upTo: Self.largestPolynomial), let expanded = whole.expanded,
        expanded.nodeCount(upTo: size - 1) != nil
      else { return Shortened(term: whole, isChanged: isChanged, isPolynomial: true) }
      return Shortened(term: expanded, isChanged: true, isPolynomial: true)
    }
    return whole.term
  }

  private struct Shortened {
    let term: Term
    let isChanged: Bool
    /// Whether it is made of numbers, letters and their whole powers.
    let isPolynomial: Bool
  }

  /// A polynomial of more nodes than this is left as it is.
  private static var largestPolynomial: Int { 200 }

  /// More terms than this are never shorter than the brackets that they come from.
  private static var mostTerms: Int { 64 }

  /// Whether this node makes a polynomial of polynomials.
  private var keepsPolynomials: Bool {
    switch self {
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide(_, .number), .power(_, .number): true
    case .divide, .power, .apply, .applyPair, .compare, .and, .or, .not, .call: false
    }
  }

  /// The term with every bracket multiplied out that is to the power of 1; nil where that is too much.
  private var expanded: Term? {
    var pending = Sum(reading: self).products
    var done: [Product] = []
    while let product = pending.popLast() {
      guard let (terms, rest) = product.splitBracket else {
        done.append(product)
        continue
      }
      pending += terms.map { Product(reading: $0).multiplied(by: rest) }
      guard pending.count + done.count <= Self.mostTerms else { return nil }
    }
    return Sum(adding: done.map(\.alone)).term
  }
}

extension Product {
  /// A bracket among the factors and the rest of them; nil where none is to the power of 1.
  fileprivate var splitBracket: (terms: [Term], rest: Product)? {
    for (index, factor) in factors.enumerated() {
      guard case .add(let terms) = factor.base, factor.count == 1 else { continue }
      var others = factors
      others.remove(at: index)
      return (terms, Product(coefficient, others))
    }
    return nil
  }
}
