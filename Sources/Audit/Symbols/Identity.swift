import Formula

/// Two sides with letters that are said to be equal whatever the letters stand for.
struct Identity {
  let left: Expression
  let right: Expression
  let chain: Int
  let definitions: Definitions
  let statement: Statement

  /// What an earlier side of the chain says of those that follow.
  enum Statement {
    case none
    /// They are ways to write a derivative.
    case derivative
    /// They are ways to write a function of these letters.
    case function(of: Set<String>)
  }

  enum Outcome {
    case holds
    /// It does not, at this point.
    case fails(Difference)
    case unjudged
  }

  /// Where two sides differ, and by how much.
  struct Difference {
    let point: [(name: String, value: Double)]
    let left: Double
    let right: Double
    /// The derivative that should stand on the right, as text; nil where none is stated.
    let derivative: String?
  }

  /// Judges the identity at points that nobody would choose.
  func outcome() -> Outcome {
    guard mayHold else { return .unjudged }
    var last: Outcome = .unjudged
    for convention in Convention.all(for: [left, right]) {
      var builder = TermBuilder(definitions: definitions, chain: chain, convention: convention)
      guard let first = try? builder.term(left) else { return .unjudged }
      let usedOnTheLeft = builder.used
      guard let second = try? builder.term(right) else { return .unjudged }
      last = compare(first, second)
      switch last {
      case .holds: return .holds
      case .unjudged: return .unjudged
      case .fails: break
      }
      // What uses the function itself may be said of any function of that name.
      if builder.used.count > usedOnTheLeft.count { last = .unjudged }
      if usedOnTheLeft.contains(where: { chain - $0.chain > Self.reach }) { last = .unjudged }
    }
    return last
  }

  /// Whether there is anything to compare: a derivative, or the same letter on both sides.
  private var mayHold: Bool {
    let (mine, theirs) = (left.letters, right.letters)
    if mine.hasDerivative || theirs.hasDerivative || !mine.names.isDisjoint(with: theirs.names) { return true }
    return mine.names.isEmpty != theirs.names.isEmpty && (left.appliesFunction || right.appliesFunction)
  }

  /// A definition that stands further up may have been forgotten by its author.
  private static let reach = 12

  private func compare(_ first: Term, _ second: Term) -> Outcome {
    let (letters, others) = (first.symbols, second.symbols)
    let names = letters.union(others).sorted()
    guard names.count <= 12 else { return .unjudged }
    var agreements = 0
    for round in 0..<Self.rounds {
      var values: [String: Double] = [:]
      for (index, name) in names.enumerated() { values[name] = Self.coordinate(round, index) }
      guard let a = first.interval(at: values), let b = second.interval(at: values) else { continue }
      if !a.overlaps(b) {
        guard mayFail(letters, others) else { return .unjudged }
        let point = names.map { ($0, values[$0] ?? 0) }
        return .fails(
          Difference(point: point, left: a.middle, right: b.middle, derivative: derivative(first)))
      }
      agreements += 1
    }
    return agreements >= Self.rounds / 2 ? .holds : .unjudged
  }

  /// Two sides that differ are a mistake only where they cannot be an equation to be solved or a definition: the one is a
  /// derivative, and the other is written in its letters.
  private func mayFail(_ letters: Set<String>, _ others: Set<String>) -> Bool {
    guard others.isSubset(of: letters) else { return false }
    if let variable = left.derivativeVariable {
      return others.contains(variable) || !letters.contains(variable)
    }
    switch statement {
    case .none: return false
    case .derivative: return others == letters
    // With other letters in it, one of them may stand for something that is done to what follows: E[x], Var[x].
    case .function(let names): return others == letters && letters == names
    }
  }

  private func derivative(_ term: Term) -> String? {
    guard left.derivativeVariable != nil, let simple = try? term.simplified() else { return nil }
    let text = simple.text
    return text.utf8.count <= 60 && !text.contains("\\") ? text : nil
  }

  private static let rounds = 10

  /// Numbers between 0.3 and 2.7 that follow no pattern of the formulas.
  private static func coordinate(_ round: Int, _ index: Int) -> Double {
    let spread = Double(round * 13 + index * 7 + 1) * 0.6180339887498949
    return 0.3 + 2.4 * (spread - spread.rounded(.down))
  }
}

extension Expression {
  fileprivate var appliesFunction: Bool {
    if case .apply = form { return true }
    return parts.contains(where: \.appliesFunction)
  }

  /// The letters in it, and whether something is differentiated.
  fileprivate var letters: (names: Set<String>, hasDerivative: Bool) {
    var names: Set<String> = []
    var hasDerivative = false
    var pending = [self]
    while let next = pending.popLast() {
      switch next.form {
      case .symbol(let name): names.insert(name)
      case .derivative, .slope: hasDerivative = true
      case .call(let name, let primes, _):
        names.insert(name)
        hasDerivative = hasDerivative || primes > 0
      case .literal, .constant, .negate, .sum, .product, .power, .apply, .extreme, .percent, .degrees, .factorial,
        .mixed:
        break
      }
      pending += next.parts
    }
    return (names, hasDerivative)
  }

  /// The letter by which it is differentiated, where it is a derivative that is written as one.
  var derivativeVariable: String? {
    switch form {
    case .derivative(_, let variable): return variable
    case .slope(_, let variable): return variable
    case .call(_, let primes, let arguments) where primes > 0:
      if case .symbol(let name)? = arguments.first?.form { return name }
      return nil
    case .literal, .constant, .symbol, .negate, .sum, .product, .power, .apply, .extreme, .percent, .degrees,
      .factorial,
      .mixed, .call:
      return nil
    }
  }
}
