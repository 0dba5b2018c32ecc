import Engine
import Formula
import Language
import SourceText

/// Computes what an expression is worth, at one point of a note.
struct Evaluator {
  let code: Code
  var environment: Environment
  let derivatives: Derivatives
  let budget: Budget
  /// What every random stream is derived from (`set seed`).
  var seed: UInt64 = 0

  var lookup: Lookup { Lookup(code: code, environment: environment) }

  func value(of expression: Expression) throws(Mistake) -> Engine.Value {
    switch expression.kind {
    case .number(let number): return .number(number)
    case .string(let text):
      throw .at(expression.range, of: code, .value, "the text \"\(text)\" is no value to compute with")
    case .name(let name): return try lookup.value(Name(text: name, range: expression.range))
    case .group(let operand): return try value(of: operand)
    case .vector(let entries):
      let values = try self.values(of: entries)
      return try computing(expression, entries) { budget throws(EngineFault) in try .vector(of: values, within: budget)
      }
    case .matrix(let rows):
      var values: [[Engine.Value]] = []
      for row in rows { values.append(try self.values(of: row)) }
      return try computing(expression, rows.flatMap { $0 }) { budget throws(EngineFault) in
        try .matrix(of: values, within: budget)
      }
    case .member(let base, let name): return try member(name, of: base, whole: expression)
    case .call(let name, let primes, let arguments): return try call(name, primes: primes, arguments, whole: expression)
    case .prime(let operand): return try transpose(operand, whole: expression)
    case .index(let base, let subscripts): return try index(base, subscripts, whole: expression)
    case .negate(let operand):
      let value = try value(of: operand)
      return try computing(expression, [operand]) { budget throws(EngineFault) in try value.negated(within: budget) }
    case .not(let operand):
      let value = try value(of: operand)
      return try computing(expression, [operand]) { budget throws(EngineFault) in try value.inverted(within: budget) }
    case .binary(let op, let left, let right): return try binary(op, left, right, whole: expression)
    case .approximately(let left, let right, let tolerance):
      let values = try self.values(of: [left, right, tolerance])
      return try computing(expression, [left, right, tolerance]) { budget throws(EngineFault) in
        try values[0].isApproximately(values[1], tolerance: values[2], within: budget)
      }
    }
  }

  func values(of expressions: [Expression]) throws(Mistake) -> [Engine.Value] {
    var values: [Engine.Value] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions { values.append(try value(of: expression)) }
    return values
  }

  private func binary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, whole: Expression
  ) throws(Mistake) -> Engine.Value {
    let a = try value(of: left)
    let b = try value(of: right)
    return try computing(whole, [left, right]) { budget throws(EngineFault) in
      try BinaryOperation(op).apply(a, b, within: budget)
    }
  }

  private func transpose(_ operand: Expression, whole: Expression) throws(Mistake) -> Engine.Value {
    if case .name(let name) = operand.kind, lookup.namesFunctionOnly(name) {
      throw .at(
        whole.range, of: code, .name, "`\(code.spelling(whole))` is a function",
        help: ["give it its argument: `\(code.spelling(whole))(…)`"])
    }
    let value = try value(of: operand)
    return try computing(whole, [operand]) { budget throws(EngineFault) in try value.transposed(within: budget) }
  }

  private func index(
    _ base: Expression, _ subscripts: [Subscript], whole: Expression
  ) throws(Mistake) -> Engine.Value {
    let value = try value(of: base)
    var selections: [Selection] = []
    var operands = [base]
    for subscript_ in subscripts {
      switch subscript_ {
      case .all: selections.append(.all)
      case .at(let position):
        selections.append(.at(try self.value(of: position)))
        operands.append(position)
      }
    }
    return try computing(whole, operands) { budget throws(EngineFault) in try value.at(selections, within: budget) }
  }

  // MARK: Calls

  /// The function that a name calls, or the derivative of that order.
  func callable(_ name: Name, primes: Int) throws(Mistake) -> Callable {
    let function = try lookup.callable(name)
    guard primes > 0 else { return function }
    return .derived(try derivatives.derivative(of: function, named: name, order: primes, code: code))
  }

  private func call(
    _ name: Name, primes: Int, _ arguments: [Argument], whole: Expression
  ) throws(Mistake) -> Engine.Value {
    if primes == 0, let value = try networkCall(name, arguments, whole: whole) { return value }
    let callable = try callable(name, primes: primes)
    if case .network(let network) = callable { return try prediction(of: network, arguments, whole: whole) }
    let arranged = try arrange(arguments, for: callable, whole: whole)
    let values = try self.values(of: arranged)
    switch callable {
    case .network: preconditionFailure("a network was asked before")
    case .builtIn(let function):
      return try computing(whole, arranged) { budget throws(EngineFault) in try function.apply(values, within: budget) }
    case .defined(let function): return try apply(function, to: values, whole: whole)
    case .derived(let function): return try apply(function, to: values[0], whole: whole)
    }
  }

  /// The arguments of a call, some given by name, in the order of the function's parameters.
  func arrange(
    _ arguments: [Argument], for callable: Callable, whole: Expression
  ) throws(Mistake) -> [Expression] {
    switch callable {
    case .builtIn(let function):
      if function.arityRange.contains(arguments.count), arguments.allSatisfy({ $0.name == nil }) {
        return arguments.map(\.value)
      }
      let spellings = arguments.map { (name: $0.name?.text, value: $0.value) }
      return try computing(whole, []) { _ throws(EngineFault) in try function.arrange(spellings) }
    case .network: return arguments.map(\.value)
    case .defined(let function):
      return try arrange(arguments, by: callable.parameters, of: function.name, whole: whole)
    case .derived(let function):
      return try arrange(arguments, by: callable.parameters, of: function.name, whole: whole)
    }
  }

  private func arrange(
    _ arguments: [Argument], by parameters: [String], of function: String, whole: Expression
  ) throws(Mistake) -> [Expression] {
    let list = "\(function)(\(parameters.joined(separator: ", ")))"
    guard arguments.count == parameters.count else {
      throw .at(
        whole.range, of: code, .option,
        "`\(list)` takes \(counted(parameters.count, "argument")), and \(arguments.count) \(arguments.count == 1 ? "is" : "are") given"
      )
    }
    var places: [Expression?] = Array(repeating: nil, count: parameters.count)
    for (position, argument) in arguments.enumerated() {
      var place = position
      if let name = argument.name {
        guard let found = parameters.firstIndex(of: name.text) else {
          throw .at(
            name.range, of: code, .option, "`\(list)` has no argument `\(name.text)`",
            help: nearest(to: name.text, among: parameters).map { ["did you mean `\($0)`?"] } ?? [])
        }
        place = found
      }
      guard places[place] == nil else {
        throw .at(argument.value.range, of: code, .option, "`\(parameters[place])` of `\(list)` is given twice")
      }
      places[place] = argument.value
    }
    return places.compactMap { $0 }
  }

  private func apply(
    _ function: DefinedFunction, to values: [Engine.Value], whole: Expression
  ) throws(Mistake) -> Engine.Value {
    try checkTime(at: whole.range)
    var inner = function.environment
    for (parameter, value) in zip(function.parameters, values) { inner.define(parameter, value: value, at: nil) }
    let evaluator = Evaluator(code: function.code, environment: inner, derivatives: derivatives, budget: budget)
    do {
      return try evaluator.value(of: function.body)
    } catch {
      throw error.seen(from: code.place(whole.range), in: function)
    }
  }

  private func apply(
    _ function: DerivedFunction, to value: Engine.Value, whole: Expression
  ) throws(Mistake) -> Engine.Value {
    var values = function.values
    values[function.variable] = value
    let symbols = values
    return try computing(whole, []) { budget throws(EngineFault) in
      let result = try function.term.value(of: symbols, within: budget)
      // The derivative of 3x is 3, but as many 3s as x has entries.
      guard result.shape != value.shape, case .number = result else { return result }
      return try BinaryOperation.add.apply(result, .zeros(like: value, within: budget), within: budget)
    }
  }

  // MARK: Ranges

  /// The values that the variable of `for x in a..b, step=s` takes.
  func points(of domain: Output.Domain) throws(Mistake) -> [Double] {
    var bounds: [Engine.Value] = []
    for bound in [domain.from, domain.through, domain.step].compactMap({ $0 }) {
      let value = try value(of: bound)
      guard value.shape.isNumber else {
        throw .at(
          bound.range, of: code, .shape, "a range runs between numbers, and `\(code.spelling(bound))` is \(value.shape)"
        )
      }
      bounds.append(value)
    }
    let arguments = bounds
    let whole = Expression(.name(domain.variable.text), range: domain.range)
    return try computing(whole, [domain.from, domain.through] + (domain.step.map { [$0] } ?? [])) {
      budget throws(EngineFault) in
      try BuiltIn.construction(.range).apply(arguments, within: budget).elements
    }
  }

  // MARK: Faults

  /// Ends the note where its time is up.
  func checkTime(at range: Range<Int>) throws(Mistake) {
    do throws(EngineFault) {
      try budget.checkDeadline()
    } catch {
      throw .exhausted(Diagnostic(error.kind, at: code.place(range), error.message()))
    }
  }

  /// Takes the memory of a text that will be written; it is kept until the note is done, some times over: as lines, as
  /// the bytes of an edit, as lines of a diff.
  func charge(output bytes: Double, at range: Range<Int>) throws(Mistake) {
    do throws(EngineFault) {
      try budget.charge(output: bytes * 8)
    } catch {
      throw .exhausted(Diagnostic(error.kind, at: code.place(range), error.message()))
    }
  }

  /// Runs a computation; its fault becomes a mistake at `whole` that spells the operands.
  func computing<Result>(
    _ whole: Expression, _ operands: [Expression], _ compute: (Budget) throws(EngineFault) -> Result
  ) throws(Mistake) -> Result {
    do throws(EngineFault) {
      return try compute(budget)
    } catch {
      let spellings = operands.map { code.spelling($0) }
      let diagnostic = Diagnostic(
        error.kind, at: code.place(whole.range), error.message(operands: spellings),
        help: error.help(operands: spellings), notes: error.isLimit ? [] : origins(of: operands))
      throw error.endsNote ? .exhausted(diagnostic) : .said(diagnostic)
    }
  }

  /// Where the operands that are plain names were set.
  private func origins(of operands: [Expression]) -> [Remark] {
    var pieces: [Remark.Piece] = []
    var seen: Set<String> = []
    for operand in operands {
      guard case .name(let name) = operand.kind, let place = environment.things[name]?.place,
        seen.insert(name).inserted
      else { continue }
      pieces += [.text(pieces.isEmpty ? "`\(name)` was set " : ", `\(name)` "), .place(place)]
    }
    return pieces.isEmpty ? [] : [Remark(pieces: pieces)]
  }
}

extension Mistake {
  /// A mistake in the body of a function as the one who called it sees it: at the call, with the body's place below.
  func seen(from call: Range<Int>, in function: DefinedFunction) -> Mistake {
    switch self {
    case .consequence: return self
    case .said(var diagnostic):
      diagnostic.notes = ["in `\(function.name)`, defined \(place: diagnostic.range.lowerBound)"]
      diagnostic.range = call
      return .said(diagnostic)
    case .exhausted(var diagnostic):
      diagnostic.range = call
      return .exhausted(diagnostic)
    }
  }
}

extension EngineFault {
  /// Whether nothing more of the note can be computed.
  fileprivate var endsNote: Bool {
    if case .time = self { true } else { false }
  }
}

extension Engine.Value {
  /// Zeros in the shape of another value.
  fileprivate static func zeros(like value: Engine.Value, within budget: Budget) throws(EngineFault) -> Engine.Value {
    switch value {
    case .number: return .number(0)
    case .vector(let vector):
      return .vector(try Vector([Double](repeating: 0, count: vector.count), within: budget))
    case .matrix(let matrix):
      let zeros = [Double](repeating: 0, count: matrix.rows * matrix.columns)
      return .matrix(try Matrix(zeros, rows: matrix.rows, columns: matrix.columns, within: budget))
    }
  }
}

extension BinaryOperation {
  fileprivate init(_ op: BinaryOperator) {
    self =
      switch op {
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      case .power: .power
      case .product: .product
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .equal: .equal
      case .notEqual: .notEqual
      case .and: .and
      case .or: .or
      }
  }
}

/// `1 argument`, `2 arguments`, `2 entries`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
