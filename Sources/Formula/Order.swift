/// The order in which a textbook lists what is multiplied: numbers, constants, names, functions, brackets. It depends on
/// nothing but the terms themselves.
enum Order {
  case before, same, after

  init<Value: Comparable>(_ left: Value, _ right: Value) {
    self = left < right ? .before : left > right ? .after : .same
  }

  var reversed: Order {
    switch self {
    case .before: .after
    case .same: .same
    case .after: .before
    }
  }

  /// This order, or where it does not tell the two apart, the next one.
  func then(_ next: @autoclosure () -> Order) -> Order {
    switch self {
    case .before, .after: self
    case .same: next()
    }
  }
}

extension Term {
  /// How the term compares with another of its size or depth; goes no deeper than the first difference.
  func order(_ other: Term) -> Order {
    var pending = [(self, other)]
    while let (left, right) = pending.popLast() {
      let (mine, theirs) = (left.operands, right.operands)
      let order = left.headOrder(right).then(Order(mine.count, theirs.count))
      guard order == .same else { return order }
      for pair in zip(mine, theirs).reversed() { pending.append(pair) }
    }
    return .same
  }

  /// The order by the outermost node alone.
  private func headOrder(_ other: Term) -> Order {
    switch (self, other) {
    case (.number(let a), .number(let b)): Order(a, b)
    case (.constant(let a), .constant(let b)): Order(a.rawValue, b.rawValue)
    case (.symbol(let a), .symbol(let b)): Order(NameKey(a), NameKey(b))
    case (.apply(let f, _), .apply(let g, _)): Order(f.position, g.position)
    case (.applyPair(let f, _, _), .applyPair(let g, _, _)): Order(f.rawValue, g.rawValue)
    case (.compare(let a, _, _), .compare(let b, _, _)): Order(a.position, b.position)
    case (.call(let a, _), .call(let b, _)): Order(a, b)
    default: Order(rank, other.rank)
    }
  }

  private var rank: Int {
    switch self {
    case .number: 0
    case .constant: 1
    case .symbol: 2
    case .power: 3
    case .divide: 4
    case .negate: 5
    case .multiply: 6
    case .apply: 7
    case .applyPair: 8
    case .call: 9
    case .compare: 10
    case .not: 11
    case .and: 12
    case .or: 13
    case .add: 14
    }
  }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The place among all cases: `sin` before `cos`.
  fileprivate var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Names in the order of their letters and then of the number at their end: x2 before x10.
private struct NameKey: Comparable {
  let letters: String
  let number: Int
  let name: String

  init(_ name: String) {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
    let number = digits.count <= 15 ? Int(String(digits.reversed())) : nil
    letters = number == nil ? name : String(name.dropLast(digits.count))
    self.number = number ?? -1
    self.name = name
  }

  static func < (left: NameKey, right: NameKey) -> Bool {
    (left.letters, left.number, left.name) < (right.letters, right.number, right.name)
  }
}
