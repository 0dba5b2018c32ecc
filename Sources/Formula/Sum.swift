/// Products to be added: the form in which like terms meet. As with a product, printing undoes reading.
struct Sum {
  /// In the order of a polynomial, no two alike, none zero.
  private(set) var products: [Product] = []

  /// What a simplified term is as a sum.
  init(reading term: Term) { self.init(adding: [term]) }

  /// The sum of simplified terms.
  init(adding terms: [Term]) {
    var pending = terms.flatMap(Self.summands)
    repeat {
      products = Self.collected(pending)
      // Halves of a bracket may have made a whole one, whose terms then belong to the sum.
      pending = products.flatMap { products.count > 1 ? Self.opened($0) : [$0] }
    } while pending.count != products.count
  }

  private init(_ products: [Product]) { self.products = products }

  func scaled(by factor: Coefficient) -> Sum { Sum(products.map { $0.scaled(by: factor) }) }

  /// The sum after each term is divided by a factor, which may make it a product.
  func divided(by factor: Product.Factor) -> Product {
    let divisor = Product(.one, [factor]).raised(to: -1)
    return Product(reading: Sum(adding: products.map { $0.multiplied(by: divisor).alone }).term)
  }

  /// The largest whole number that divides every coefficient; 1 where one is no whole number.
  var content: Int {
    var shared = 0
    for product in products {
      guard let integer = product.coefficient.integer else { return 1 }
      shared = shared == 0 ? integer : gcd(shared, integer)
    }
    return gcd(shared, 0)
  }

  private static func summands(_ term: Term) -> [Product] {
    if case .add(let terms) = term { terms.map(Product.init(reading:)) } else { opened(Product(reading: term)) }
  }

  /// A whole multiple of a bracket, term by term; a fraction of one stays: (x + 1)/2.
  private static func opened(_ product: Product) -> [Product] {
    guard let terms = product.onlySum, product.coefficient.integer != nil else { return [product] }
    return terms.map { Product(reading: $0).scaled(by: product.coefficient) }
  }

  private static func collected(_ products: [Product]) -> [Product] {
    let sorted = products.sorted { $0.order($1) == .before }
    var collected: [Product] = []
    for product in sorted {
      if let last = collected.last, last.order(product) == .same {
        collected[collected.count - 1] = last.with(last.coefficient + product.coefficient)
      } else {
        collected.append(product)
      }
    }
    return collected.filter { !$0.coefficient.isZero }
  }

  /// The sum as a simplified term. It begins with a term that is added, if there is one: falling powers, else rising
  /// ones (1 - x), else the first that does (y - x).
  var term: Term {
    guard products.count > 1 else { return products.first?.alone ?? 0 }
    var ordered = products
    if ordered[0].coefficient.isNegative { ordered = rising }
    if ordered[0].coefficient.isNegative {
      ordered = products
      let first = ordered.firstIndex { !$0.coefficient.isNegative } ?? 0
      ordered.insert(ordered.remove(at: first), at: 0)
    }
    return .add(ordered.map(\.term))
  }

  /// By rising degree, terms of one degree staying in their order.
  private var rising: [Product] {
    let degrees = products.map(\.degree)
    let order = products.indices.sorted { (degrees[$0], $0) < (degrees[$1], $1) }
    return order.map { products[$0] }
  }
}

extension Product {
  /// The product as a whole term: a bracket alone needs no bracket.
  var alone: Term {
    guard let terms = onlySum, coefficient.magnitude.isOne else { return term }
    return coefficient.isOne ? .add(terms) : Sum(reading: .add(terms)).scaled(by: coefficient).term
  }

  /// The degree as a polynomial in all names.
  fileprivate var degree: Double {
    factors.reduce(0) { degree, factor in
      if case .symbol = factor.base { degree + (Coefficient(of: factor.exponent)?.double ?? 0) } else { degree }
    }
  }

  /// The order of terms in a sum, whatever their coefficients: falling degree, then the higher power of the earlier name.
  fileprivate func order(_ other: Product) -> Order {
    let byDegree = Order(other.degree, degree)
    guard byDegree == .same else { return byDegree }
    for (mine, theirs) in zip(factors, other.factors) {
      let order = mine.base.order(theirs.base).then(exponentOrder(mine.exponent, theirs.exponent))
      if order != .same { return order }
    }
    return Order(other.factors.count, factors.count)
  }
}

/// The higher power first.
private func exponentOrder(_ left: Term, _ right: Term) -> Order {
  if let left = Coefficient(of: left), let right = Coefficient(of: right), left != right {
    return Order(right.double, left.double)
  }
  return left.order(right)
}
