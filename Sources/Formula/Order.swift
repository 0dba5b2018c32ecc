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
    let (mine, theirs) = (head, other.head)
    return Order(mine.rank, theirs.rank).then(Order(mine.number, theirs.number))
      .then(mine.name == theirs.name ? .same : Order(NameKey(mine.name), NameKey(theirs.name)))
  }

  /// What tells the outermost node from others: its kind, and which of that kind it is.
  private var head: (rank: Int, number: Double, name: String) {
    switch self {
    case .number(let number): (0, number, "")
    case .constant(let constant): (1, 0, constant.rawValue)
    case .symbol(let name): (2, 0, name)
    case .power: (3, 0, "")
    case .divide: (4, 0, "")
    case .negate: (5, 0, "")
    case .multiply: (6, 0, "")
    case .apply(let function, _): (7, Double(function.position), "")
    case .applyPair(let function, _, _): (8, Double(function.position), "")
    case .call(let name, _): (9, 0, name)
    case .compare(let comparison, _, _): (10, Double(comparison.position), "")
    case .not: (11, 0, "")
    case .and: (12, 0, "")
    case .or: (13, 0, "")
    case .add: (14, 0, "")
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
