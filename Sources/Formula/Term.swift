/// Formula is algebra on paper: it builds symbolic expressions, simplifies them, differentiates them and typesets them,
/// as text in the notation of `nn` or as LaTeX. It knows nothing of notes or of their syntax trees, of arrays, or of how
/// a function is computed: it folds constants only by exact rational arithmetic, and where that runs out by the four
/// operations on doubles. Whoever wants numbers walks a term with `fold`.
///
/// Every symbol stands for a number, and every operation acts on numbers; a caller that puts arrays in does so element
/// by element, and gives a result in which the variable no longer occurs (the derivative of `3*x` is `3`) the shape of
/// the variable itself.
///
/// Terms are trees by meaning and graphs in memory: a subterm may be shared, so a small graph may be a huge tree. What
/// walks a whole term is linear in the tree; `derivative(by:)` and `simplified()` therefore refuse one of more than
/// `Term.nodeLimit` nodes. No walk of this module recurses on the stack, so the depth of a term is limited only where
/// Swift itself recurses: comparing, hashing and freeing.

/// A symbolic expression in numbers.
package indirect enum Term: Hashable, Sendable {
  /// A number as it was written; `inf` is one too.
  case number(Double)
  case constant(Constant)
  /// A name: the variable of a derivative, or something that does not depend on it (`a`, `mlp.W1`, `x[2]`).
  case symbol(String)
  case negate(Term)
  /// A sum of two or more; `a - b` is `add([a, negate(b)])`.
  case add([Term])
  /// A product of two or more.
  case multiply([Term])
  case divide(Term, Term)
  case power(Term, Term)
  case apply(Function, Term)
  case applyPair(PairFunction, Term, Term)
  /// 1 where the comparison holds, else 0.
  case compare(Comparison, Term, Term)
  /// 1 where every operand is other than 0, else 0; two or more.
  case and([Term])
  /// 1 where some operand is other than 0, else 0; two or more.
  case or([Term])
  /// 1 where the operand is 0, else 0.
  case not(Term)
  /// A function that Formula has never heard of (`sum(w)`): constant as long as nothing in its operands depends on the
  /// variable, and not differentiable otherwise.
  case call(String, [Term])
}

extension Term {
  /// The terms this one is made of, in the order in which it is written.
  package var operands: [Term] {
    switch self {
    case .number, .constant, .symbol: []
    case .negate(let term), .apply(_, let term), .not(let term): [term]
    case .add(let terms), .multiply(let terms), .and(let terms), .or(let terms), .call(_, let terms): terms
    case .divide(let left, let right), .power(let left, let right), .applyPair(_, let left, let right),
      .compare(_, let left, let right):
      [left, right]
    }
  }

  /// The value of the whole, made from the inside out: `combine` is given each node together with the values of its
  /// operands, in their order. Safe at any depth; linear in the tree.
  package func fold<Value, Failure: Error>(
    _ combine: (_ node: Term, _ values: [Value]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // A node waits under its operands, with their count; 0 for one that has not been opened yet.
    var pending: [(node: Term, opened: Int)] = [(self, 0)]
    var values: [Value] = []
    while let (node, opened) = pending.popLast() {
      let operands = opened > 0 ? [] : node.operands
      if operands.isEmpty {
        let own = Array(values.suffix(opened))
        values.removeLast(opened)
        values.append(try combine(node, own))
      } else {
        pending.append((node, operands.count))
        for operand in operands.reversed() { pending.append((operand, 0)) }
      }
    }
    return values[0]
  }

  /// How many nodes the tree has, or nil where there are more than `limit`; never counts much further than that.
  package func nodeCount(upTo limit: Int) -> Int? {
    var pending = [self]
    var count = 0
    while let node = pending.popLast() {
      count += 1
      pending += node.operands
      if count + pending.count > limit { return nil }
    }
    return count
  }

  /// Whether the symbol occurs anywhere in the term.
  package func depends(on symbol: String) -> Bool {
    var pending = [self]
    while let node = pending.popLast() {
      if node == .symbol(symbol) { return true }
      pending += node.operands
    }
    return false
  }
}

// MARK: Building

extension Term: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(floatLiteral value: Double) { self = .number(value) }
}

/// The operators build exactly what they say, without simplifying. Chains such as `a + b - c` or `a * b * c` become one
/// flat sum or product, so that a long one is not a deep one.
extension Term {
  package static func + (left: Term, right: Term) -> Term {
    if case .add(let terms) = left { .add(terms + [right]) } else { .add([left, right]) }
  }

  package static func - (left: Term, right: Term) -> Term { left + .negate(right) }

  package static func * (left: Term, right: Term) -> Term {
    if case .multiply(let factors) = left { .multiply(factors + [right]) } else { .multiply([left, right]) }
  }

  package static func / (left: Term, right: Term) -> Term { .divide(left, right) }

  package static prefix func - (term: Term) -> Term { .negate(term) }

  /// `left and right`
  package func and(_ right: Term) -> Term {
    if case .and(let terms) = self { .and(terms + [right]) } else { .and([self, right]) }
  }

  /// `left or right`
  package func or(_ right: Term) -> Term {
    if case .or(let terms) = self { .or(terms + [right]) } else { .or([self, right]) }
  }

  /// `base ^ exponent`
  package func power(_ exponent: Term) -> Term { .power(self, exponent) }
}
