@testable import Language

/// Makes expressions of every kind, with groups where it pleases and none where precedence would want one.
struct RandomTree {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private static let names = ["x", "W1", "η", "ŷ", "step", "mlp", "y\u{302}", "sigmoid"]
  private static let members = ["W1", "loss", "step", "by", "δ1"]
  private static let strings = ["", "a b", "σ(x), # [", "²"]

  mutating func expression(depth: Int) -> Expression {
    guard depth > 0 else { return leaf() }
    return Expression(kind(depth: depth - 1), range: 0..<0)
  }

  private mutating func leaf() -> Expression {
    switch generator.below(8) {
    case 0: Expression(.string(generator.pick(Self.strings)), range: 0..<0)
    case 1...3: Expression(.number(number()), range: 0..<0)
    case _: Expression(.name(generator.pick(Self.names)), range: 0..<0)
    }
  }

  private mutating func number() -> Double {
    switch generator.below(4) {
    case 0: Double(generator.below(20))
    case 1: Double(generator.below(1000)) / 100
    case 2: Double(bitPattern: generator.next() & 0x7FEF_FFFF_FFFF_FFFF)
    case _: generator.pick([0, 1e-5, 1e16, 1e300, .leastNonzeroMagnitude, 123_456_789])
    }
  }

  private mutating func kind(depth: Int) -> Expression.Kind {
    switch generator.below(14) {
    case 0: .group(expression(depth: depth))
    case 1: .vector(vector(depth: depth))
    case 2: .matrix(rows(depth: depth))
    case 3: .member(expression(depth: depth), name(Self.members))
    case 4: .call(name(Self.names), primes: generator.below(3), arguments(depth: depth))
    case 5: prime(expression(depth: depth))
    case 6: .index(expression(depth: depth), places(depth: depth))
    case 7: .negate(expression(depth: depth))
    case 8: .not(expression(depth: depth))
    case 9:
      .approximately(
        expression(depth: depth), expression(depth: depth), tolerance: expression(depth: depth))
    case _: .binary(generator.pick(BinaryOperator.allCases), expression(depth: depth), expression(depth: depth))
    }
  }

  private mutating func name(_ names: [String]) -> Name { Name(text: generator.pick(names), range: 0..<0) }

  private func prime(_ inner: Expression) -> Expression.Kind { .prime(inner) }

  /// A vector is not made of vectors alone: that is how other languages write a matrix.
  private mutating func vector(depth: Int) -> [Expression] {
    [leaf()] + (0..<generator.below(3)).map { _ in expression(depth: depth) }
  }

  private mutating func rows(depth: Int) -> [[Expression]] {
    let columns = 1 + generator.below(3)
    return (0..<(1 + generator.below(3))).map { _ in (0..<columns).map { _ in expression(depth: depth) } }
  }

  private mutating func arguments(depth: Int) -> [Argument] {
    let positional = (0..<generator.below(3)).map { _ in Argument(name: nil, value: expression(depth: depth)) }
    let named = (0..<generator.below(2)).map { _ in Argument(name: name(Self.members), value: expression(depth: depth))
    }
    return positional + named
  }

  private mutating func places(depth: Int) -> [Subscript] {
    (0..<(1 + generator.below(2))).map { _ in
      generator.below(3) == 0 ? .all(0..<0) : .at(expression(depth: depth))
    }
  }
}

extension Expression {
  /// The tree without its groups.
  var ungrouped: Expression {
    Expression(ungroupedKind, range: range)
  }

  private var ungroupedKind: Kind {
    switch kind {
    case .number, .string, .name: kind
    case .vector(let entries): .vector(entries.map(\.ungrouped))
    case .matrix(let rows): .matrix(rows.map { $0.map(\.ungrouped) })
    case .member(let owner, let name): .member(owner.ungrouped, name)
    case .call(let name, let primes, let arguments):
      .call(name, primes: primes, arguments.map { Argument(name: $0.name, value: $0.value.ungrouped) })
    case .prime(let inner): .prime(inner.ungrouped)
    case .index(let owner, let places):
      .index(
        owner.ungrouped,
        places.map { place in
          switch place {
          case .at(let position): .at(position.ungrouped)
          case .all: place
          }
        })
    case .negate(let inner): .negate(inner.ungrouped)
    case .not(let inner): .not(inner.ungrouped)
    case .binary(let binary, let left, let right): .binary(binary, left.ungrouped, right.ungrouped)
    case .approximately(let left, let right, let tolerance):
      .approximately(left.ungrouped, right.ungrouped, tolerance: tolerance.ungrouped)
    case .group(let inner): inner.ungrouped.kind
    }
  }
}
