import Engine
import Formula
import Language
import Report

/// Writes single entries of an expression with numbers put in for its names: `sum((y - t)^2)/2` becomes
/// `((2.9 - 3.2)^2 + (0.2 - 0.1)^2)/2`.
struct Opened {
  let scope: Scope
  let numerals: Numerals
  let room: Room

  /// How much may be written still. Sums within sums and functions within functions multiply what they open.
  final class Room {
    private var parts = 300
    private var depth = 0
    /// Whether more was asked for than there was room: what was written then is of no use.
    private(set) var isExceeded = false

    /// Writes a part, unless there is no room for it.
    func part(_ write: () throws(Mistake) -> Phrase) throws(Mistake) -> Phrase {
      parts -= 1
      depth += 1
      defer { depth -= 1 }
      if parts < 0 || depth > 100 { isExceeded = true }
      return isExceeded ? Phrase(text: "…", latex: "\\dots") : try write()
    }
  }

  /// Where names are looked up: the note, or the body of a function with what its parameters stand for there.
  final class Scope {
    let evaluator: Evaluator
    let arguments: [String: (expression: Expression, scope: Scope)]
    private var values: [Range<Int>: Engine.Value] = [:]

    init(evaluator: Evaluator, arguments: [String: (expression: Expression, scope: Scope)] = [:]) {
      (self.evaluator, self.arguments) = (evaluator, arguments)
    }

    /// The value of a part, computed once.
    func value(of expression: Expression) throws(Mistake) -> Engine.Value {
      if let known = values[expression.range] { return known }
      let value = try evaluator.value(of: expression)
      values[expression.range] = value
      return value
    }
  }

  private var one: Phrase { .symbol("1") }

  /// The entry of an expression at a place: none for a number, an index for a vector, two for a matrix.
  func entry(of expression: Expression, at place: [Int]) throws(Mistake) -> Phrase {
    try room.part { () throws(Mistake) in try written(expression, at: place) }
  }

  private func written(_ expression: Expression, at place: [Int]) throws(Mistake) -> Phrase {
    switch expression.kind {
    case .number(let number): return numerals.given(number)
    case .name(let name):
      if let (argument, outer) = scope.arguments[name] {
        return try Opened(scope: outer, numerals: numerals, room: room).entry(of: argument, at: place)
      }
      return try number(expression, place)
    case .group(let operand): return try entry(of: operand, at: place)
    case .negate(let operand): return -(try entry(of: operand, at: place))
    case .binary(let op, let left, let right): return try binary(op, left, right, whole: expression, at: place)
    case .prime(let operand): return try transposed(operand, at: place)
    case .vector(let entries) where place.count == 1 && entries.allSatisfy(isNumber):
      return try entry(of: entries[place[0]], at: [])
    case .matrix(let rows) where place.count == 2 && rows.allSatisfy { $0.allSatisfy(isNumber) }:
      return try entry(of: rows[place[0]][place[1]], at: [])
    case .index(let base, let subscripts):
      guard let places = try places(subscripts), place.isEmpty, base.ungrouped.isCompound || base.isCall else {
        return try number(expression, place)
      }
      return try entry(of: base, at: places)
    case .call(let name, let primes, let arguments):
      return try call(name, primes: primes, arguments, whole: expression, at: place)
    case .string, .vector, .matrix, .member, .not, .approximately: return try number(expression, place)
    }
  }

  /// An entry of a transpose; that of a vector is a matrix of one row.
  private func transposed(_ operand: Expression, at place: [Int]) throws(Mistake) -> Phrase {
    try entry(of: operand, at: Array(place.reversed().prefix(try scope.value(of: operand).shape.rank)))
  }

  /// What an entry is worth, as one number.
  private func number(_ expression: Expression, _ place: [Int]) throws(Mistake) -> Phrase {
    let value = try scope.value(of: expression)
    if case .name("pi") = expression.kind, scope.evaluator.environment.things["pi"] == nil {
      return Phrase(text: "pi", latex: "\\pi")
    }
    if case .name("e") = expression.kind, scope.evaluator.environment.things["e"] == nil { return .symbol("e") }
    return numerals.given(value.shape.isNumber ? value.elements[0] : value.entry(place))
  }

  private func isNumber(_ expression: Expression) -> Bool {
    (try? scope.value(of: expression).shape.isNumber) ?? false
  }

  private func places(_ subscripts: [Subscript]) throws(Mistake) -> [Int]? {
    var places: [Int] = []
    for written in subscripts {
      guard case .at(let position) = written, case .number(let number) = try scope.value(of: position) else {
        return nil
      }
      places.append(Int(number) - 1)
    }
    return places
  }

  // MARK: Operators

  private func binary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, whole: Expression, at place: [Int]
  ) throws(Mistake) -> Phrase {
    if op == .product, !isNumber(left), !isNumber(right) { return try product(left, right, whole: whole, at: place) }
    let a = try entry(of: left, at: try self.place(of: left, within: place))
    let b = try entry(of: right, at: try self.place(of: right, within: place))
    return .joining(a, op, b)
  }

  /// Where in an operand the entry stands that goes into an entry of the result: a number everywhere, a vector along the rows
  /// of a matrix.
  private func place(of operand: Expression, within place: [Int]) throws(Mistake) -> [Int] {
    Array(place.suffix(try scope.value(of: operand).shape.rank))
  }

  /// Rows times columns.
  private func product(
    _ left: Expression, _ right: Expression, whole: Expression, at place: [Int]
  ) throws(Mistake) -> Phrase {
    let (a, b) = (try scope.value(of: left).shape, try scope.value(of: right).shape)
    switch (a, b) {
    case (.vector(let count), .vector):
      return try sum(count) { (k) throws(Mistake) in
        try entry(of: left, at: [k]) * (try entry(of: right, at: [k]))
      }
    case (.matrix(_, let count), .vector(let entries)) where count == entries && place.count == 1:
      return try sum(count) { (k) throws(Mistake) in
        try entry(of: left, at: [place[0], k]) * (try entry(of: right, at: [k]))
      }
    case (.vector(let count), .matrix(let rows, _)) where rows == count && place.count == 1:
      return try sum(count) { (k) throws(Mistake) in
        try entry(of: left, at: [k]) * (try entry(of: right, at: [k, place[0]]))
      }
    case (.vector, .matrix(1, _)) where place.count == 2:
      // A vector before a matrix of one row is a column.
      return try entry(of: left, at: [place[0]]) * (try entry(of: right, at: [0, place[1]]))
    case (.matrix(_, let count), .matrix(let rows, _)) where rows == count && place.count == 2:
      return try sum(count) { (k) throws(Mistake) in
        try entry(of: left, at: [place[0], k]) * (try entry(of: right, at: [k, place[1]]))
      }
    case (.number, _), (_, .number), (.matrix, _), (.vector, _): return try number(whole, place)
    }
  }

  /// A sum of so many terms, of which only those are made that are written.
  private func sum(_ count: Int, _ term: (Int) throws(Mistake) -> Phrase) throws(Mistake) -> Phrase {
    let isLong = count > Phrase.mostTerms
    var terms: [Phrase] = []
    for place in 0..<count where !isLong || place < 3 || place == count - 1 { terms.append(try term(place)) }
    return isLong ? .longSum(first: Array(terms.dropLast()), last: terms[terms.count - 1]) : .sum(terms)
  }

  // MARK: Calls

  private func call(
    _ name: Name, primes: Int, _ arguments: [Argument], whole: Expression, at place: [Int]
  ) throws(Mistake) -> Phrase {
    let evaluator = scope.evaluator
    // What is measured of a network is a value, not a formula.
    if primes == 0, evaluator.environment.functions[name.text] == nil, NetworkFunction(named: name.text) != nil {
      return try number(whole, place)
    }
    let callable = try evaluator.callable(name, primes: primes)
    if case .network = callable { return try number(whole, place) }
    let operands = try evaluator.arrange(arguments, for: callable, whole: whole)
    switch callable {
    case .network: return try number(whole, place)
    case .derived(let function):
      if let opened = try body(of: function, operands[0], at: place) { return opened }
      let primed = name.text + String(repeating: "'", count: primes)
      return try elementwise(
        primed, Term.latex(name: name.text) + String(repeating: "'", count: primes), operands, place)
    case .defined(let function): return try body(of: function, operands, at: place)
    case .builtIn(let function): return try builtIn(function, operands, whole: whole, at: place)
    }
  }

  /// The body of a function of the note, its parameters replaced.
  private func body(
    of function: DefinedFunction, _ operands: [Expression], at place: [Int]
  ) throws(Mistake) -> Phrase {
    var environment = function.environment
    var arguments: [String: (expression: Expression, scope: Scope)] = [:]
    for (parameter, operand) in zip(function.parameters, operands) {
      environment.define(parameter, value: try scope.value(of: operand), at: nil)
      arguments[parameter] = (operand, scope)
    }
    let inner = Evaluator(
      code: function.code, environment: environment, derivatives: scope.evaluator.derivatives,
      budget: scope.evaluator.budget)
    return try Opened(scope: Scope(evaluator: inner, arguments: arguments), numerals: numerals, room: room)
      .entry(of: function.body, at: place)
  }

  /// The derivative that was found, its variable replaced; nil where it has parts that are no numbers.
  private func body(
    of function: DerivedFunction, _ operand: Expression, at place: [Int]
  ) throws(Mistake) -> Phrase? {
    var symbols = [
      function.variable: try entry(of: operand, at: try self.place(of: operand, within: place))
    ]
    for (name, value) in function.values {
      guard case .number(let number) = value else { continue }
      symbols[name] = numerals.given(number)
    }
    return function.term.nodeCount(upTo: 100) == nil ? nil : function.term.phrase(symbols, numerals)
  }

  private func elementwise(
    _ name: String, _ latex: String, _ operands: [Expression], _ place: [Int]
  ) throws(Mistake) -> Phrase {
    var phrases: [Phrase] = []
    for operand in operands { phrases.append(try entry(of: operand, at: try self.place(of: operand, within: place))) }
    return .call(name, latex: latex, phrases)
  }

  private func builtIn(
    _ function: BuiltIn, _ operands: [Expression], whole: Expression, at place: [Int]
  ) throws(Mistake) -> Phrase {
    switch function {
    case .elementary(let elementary):
      let operand = try entry(of: operands[0], at: try self.place(of: operands[0], within: place))
      switch elementary {
      case .exp: return .exp(operand)
      case .sqrt: return .root(operand)
      case .abs: return .magnitude(operand)
      case .log, .log2, .log10, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .sigmoid, .relu, .leakyRelu,
        .elu, .selu, .gelu, .silu, .softplus, .step, .sign, .erf, .expm1, .log1p, .round, .floor, .ceil:
        return try elementwise(function.name, LetterForm.latex(ofFunction: function.name), operands, place)
      }
    case .summary(let summary): return try self.summary(summary, operands[0])
    case .extremum:
      guard operands.count == 1, !isNumber(operands[0]) else {
        return try elementwise(function.name, "\\\(function.name)", operands, place)
      }
      let value = try scope.value(of: operands[0])
      guard value.shape.count <= Phrase.mostTerms else { return try number(whole, place) }
      var entries: [Phrase] = []
      for place in value.places { entries.append(try entry(of: operands[0], at: place)) }
      return .call(function.name, latex: "\\\(function.name)", entries)
    case .algebra(.dot): return try product(operands[0], operands[1], whole: whole, at: place)
    case .algebra(.outer):
      return try entry(of: operands[0], at: [place[0]]) * (try entry(of: operands[1], at: [place[1]]))
    case .algebra(.transpose): return try transposed(operands[0], at: place)
    case .algebra(.size), .construction: return try number(whole, place)
    case .rowwise: return try softmax(function, operands[0], whole: whole, at: place)
    case .loss(let loss): return try self.loss(loss, operands, whole: whole)
    }
  }

  private func softmax(
    _ function: BuiltIn, _ operand: Expression, whole: Expression, at place: [Int]
  ) throws(Mistake) -> Phrase {
    let shape = try scope.value(of: operand).shape
    guard function == .rowwise(.softmax), let last = place.last, let count = shape.sides.last, !shape.isNumber else {
      return try number(whole, place)
    }
    let row = Array(place.dropLast())
    let below = try sum(count) { (k) throws(Mistake) in .exp(try entry(of: operand, at: row + [k])) }
    return .exp(try entry(of: operand, at: row + [last])) / below
  }

  private func summary(_ summary: Summary, _ operand: Expression) throws(Mistake) -> Phrase {
    let value = try scope.value(of: operand)
    let count = value.shape.count
    guard count > 0 else { return .symbol("0") }
    let n = numerals.count(count)
    func total(_ each: (Phrase) -> Phrase) throws(Mistake) -> Phrase {
      try sum(count) { (k) throws(Mistake) in each(try entry(of: operand, at: value.place(k))) }
    }
    let mean = numerals.computed(value.elements.reduce(0, +) / Double(count))
    switch summary {
    case .sum: return try total { $0 }
    case .mean: return try total { $0 } / n
    case .norm: return .root(try total(\.squared))
    case .variance: return try total { ($0 - mean).squared } / n
    case .std: return .root(try total { ($0 - mean).squared } / n)
    }
  }

  /// A loss of outputs and targets, as its terms.
  private func loss(_ loss: Engine.Loss, _ operands: [Expression], whole: Expression) throws(Mistake) -> Phrase {
    let (y, t) = (try scope.value(of: operands[0]), try scope.value(of: operands[1]))
    let bend = operands.count > 2 ? try scope.value(of: operands[2]).elements[0] : 1
    var (samples, outputs) = (1, y.elements.count)
    if case .matrix(let rows, let columns) = y.shape { (samples, outputs) = (rows, columns) }
    let working = LossWorking(
      loss: .builtIn(loss, δ: bend), samples: samples, outputs: outputs, numerals: numerals)
    // A class of no weight counts for nothing.
    let counting = y.elements.indices.filter { !working.isOfSample || t.elements[$0] != 0 }
    let sum = try sum(counting.count) { (k) throws(Mistake) in
      let place = counting[k]
      return working.formula(
        try entry(of: operands[0], at: y.place(place)), try entry(of: operands[1], at: t.place(place)),
        at: (y.elements[place], t.elements[place]))
    }
    let total = working.signed(sum)
    return working.divisor == 1 ? total : total / numerals.count(working.divisor)
  }
}

extension Phrase {
  /// `a < b`
  static func relation(_ left: Phrase, _ text: String, _ latex: String, _ right: Phrase) -> Phrase {
    let (left, right) = (left.bracketed(upTo: .relation), right.bracketed(upTo: .relation))
    return joined(left, text, latex, right, .relation)
  }

  /// `a < b and c`
  static func connective(_ left: Phrase, _ text: String, _ latex: String, _ right: Phrase) -> Phrase {
    let (left, right) = (left.bracketed(upTo: .connective), right.bracketed(upTo: .connective))
    return joined(left, text, latex, right, .connective)
  }

  /// Two pieces with a sign between them, whatever they are.
  static func joined(
    _ left: Phrase, _ text: String, _ latex: String, _ right: Phrase, _ level: Level
  ) -> Phrase {
    Phrase(
      text: "\(left.text) \(text) \(right.text)", latex: "\(left.latex) \(latex) \(right.latex)", level: level,
      isNumeric: left.isNumeric || right.isNumeric, isTall: left.isTall || right.isTall)
  }
}

extension Shape {
  /// How many places name an entry.
  var rank: Int {
    switch self {
    case .number: 0
    case .vector: 1
    case .matrix: 2
    }
  }
}

extension Expression {
  /// The expression without the brackets around it.
  fileprivate var ungrouped: Expression { if case .group(let inner) = kind { inner.ungrouped } else { self } }

  fileprivate var isCall: Bool { if case .call = kind { true } else { false } }
}
