import Engine
import Language
import SourceText

/// Turns the definition of a function into the function: every name of the body is looked up once, when it is defined,
/// and everything that is wrong with the body is said at once.
struct Definition {
  private let name: String
  private let evaluator: Evaluator
  private let parameters: Set<String>
  private var captured = Environment()
  private var mistakes: [Mistake] = []
  /// Nodes counted so far, those of called functions included; stops growing a little past the limit.
  private var size = 0

  /// The function that `name(parameters) = body` defines.
  static func function(
    _ name: Name, parameters: [Name], body: Expression, evaluator: Evaluator
  ) throws(Mistakes) -> DefinedFunction {
    var definition = Definition(name: name.text, evaluator: evaluator, parameters: Set(parameters.map(\.text)))
    let height = definition.visit(body)
    if definition.mistakes.isEmpty, let fault = definition.limitFault(name, height: height) {
      definition.mistakes.append(fault)
    }
    guard definition.mistakes.isEmpty else { throw Mistakes(definition.mistakes) }
    return DefinedFunction(
      name: name.text, parameters: parameters.map(\.text), body: body, code: evaluator.code,
      environment: definition.captured, size: definition.size, height: height)
  }

  private init(name: String, evaluator: Evaluator, parameters: Set<String>) {
    self.name = name
    self.evaluator = evaluator
    self.parameters = parameters
  }

  private func limitFault(_ name: Name, height: Int) -> Mistake? {
    if size > DefinedFunction.largestSize {
      return .at(
        name.range, of: evaluator.code, .limit,
        "`\(name.text)` is too large: written out it has more than \(DefinedFunction.largestSize) parts",
        help: ["compute what does not depend on the variable once, as a value of its own"])
    }
    if height > DefinedFunction.largestHeight {
      return .at(
        name.range, of: evaluator.code, .limit,
        "`\(name.text)` is nested too deeply: written out it is more than \(DefinedFunction.largestHeight) levels deep")
    }
    return nil
  }

  /// Looks up the names below an expression; the height of its tree once written out.
  private mutating func visit(_ expression: Expression) -> Int {
    count(1)
    switch expression.kind {
    case .number, .string: return 1
    case .name(let name):
      capture(value: Name(text: name, range: expression.range))
      return 1
    case .vector(let entries): return 1 + visit(all: entries)
    case .matrix(let rows): return 1 + visit(all: rows.flatMap { $0 })
    case .member(let base, _): return 1 + visit(base)
    case .call(let name, let primes, let arguments):
      let inner = capture(function: name, primes: primes)
      return 1 + inner + visit(all: arguments.map(\.value))
    case .prime(let operand): return 1 + visit(primed: operand)
    case .index(let base, let subscripts):
      let positions = subscripts.compactMap { if case .at(let position) = $0 { position } else { nil } }
      return 1 + visit(all: [base] + positions)
    case .negate(let operand), .not(let operand), .group(let operand): return 1 + visit(operand)
    case .binary(_, let left, let right): return 1 + visit(all: [left, right])
    case .approximately(let left, let right, let tolerance): return 1 + visit(all: [left, right, tolerance])
    }
  }

  private mutating func visit(all expressions: [Expression]) -> Int {
    var height = 0
    for expression in expressions { height = max(height, visit(expression)) }
    return height
  }

  /// A name under a prime may stand for a function without being called.
  private mutating func visit(primed operand: Expression) -> Int {
    guard case .name(let text) = operand.kind, !parameters.contains(text),
      evaluator.lookup.namesFunctionOnly(text)
    else { return visit(operand) }
    return capture(function: Name(text: text, range: operand.range), primes: 1)
  }

  private mutating func count(_ nodes: Int) {
    size = min(size + nodes, DefinedFunction.largestSize + 1)
  }

  private mutating func capture(value name: Name) {
    guard !parameters.contains(name.text) else { return }
    do throws(Mistake) {
      _ = try evaluator.lookup.thing(name)
      if let binding = evaluator.environment.things[name.text] { captured.things[name.text] = binding }
    } catch { mistakes.append(error) }
  }

  /// The height of the function that a name calls.
  private mutating func capture(function name: Name, primes: Int) -> Int {
    do throws(Mistake) {
      if primes == 0, evaluator.environment.functions[name.text] == nil, NetworkFunction(named: name.text) != nil {
        return 1
      }
      if name.text == self.name, !evaluator.lookup.isFunction(name.text) {
        throw .at(
          name.range, of: evaluator.code, .name, "`\(name.text)` cannot call itself",
          help: ["a function may use what is defined above it; the language has no recursion"])
      }
      let callable = try evaluator.callable(name, primes: primes)
      if let binding = evaluator.environment.functions[name.text] { captured.functions[name.text] = binding }
      if case .network = callable { captured.things[name.text] = evaluator.environment.things[name.text] }
      count(callable.size)
      return callable.height
    } catch {
      mistakes.append(error)
      return 0
    }
  }
}
