import Engine
import Language

/// What an expression is worth for each of many numbers. Where it does to each entry of a vector what it does to a number,
/// and that is most of what is plotted, all are computed at once, to the same bits.
extension Evaluator {
  func numbers(
    of expression: Expression, over variable: Name, at points: [Double], in range: Range<Int>
  ) throws(Mistake) -> [Double] {
    var inner = self
    if isElementwise(expression, in: [variable.text]),
      let vector = try? computing(expression, [], { budget throws(EngineFault) in try Vector(points, within: budget) })
    {
      inner.environment.define(variable.text, value: .vector(vector), at: nil)
      if case .vector(let values)? = try? inner.value(of: expression), values.count == points.count {
        return values.elements
      }
    }
    // Number by number, which also says what is wrong in terms of numbers.
    var numbers: [Double] = []
    numbers.reserveCapacity(points.count)
    for point in points {
      try inner.checkTime(at: range)
      inner.environment.define(variable.text, value: .number(point), at: nil)
      let value = try inner.value(of: expression)
      guard case .number(let number) = value else {
        throw .at(
          expression.range, of: code, .shape,
          "a number is wanted for each \(variable.text), and `\(code.spelling(expression))` is \(value.shape)")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Whether all that an expression does is done to each entry by itself: it joins numbers and the variables by operators
  /// and by functions that do.
  private func isElementwise(_ expression: Expression, in variables: Set<String>) -> Bool {
    switch expression.kind {
    case .number: true
    case .name(let name): variables.contains(name) || isNumber(name)
    case .group(let inner), .negate(let inner), .not(let inner): isElementwise(inner, in: variables)
    case .binary(let op, let left, let right):
      op != .product && isElementwise(left, in: variables) && isElementwise(right, in: variables)
    case .call(let name, let primes, let arguments):
      arguments.allSatisfy { $0.name == nil && isElementwise($0.value, in: variables) }
        && isElementwise(name, primes, of: arguments.count)
    case .string, .vector, .matrix, .member, .prime, .index, .approximately: false
    }
  }

  private func isNumber(_ name: String) -> Bool {
    switch environment.things[name]?.meaning {
    case .value(.number): true
    case .value, .network, .data, .choice: false
    case nil: Engine.Constant(named: name) != nil
    }
  }

  /// Whether a function of so many arguments, or its derivative, joins numbers to a number.
  private func isElementwise(_ name: Name, _ primes: Int, of count: Int) -> Bool {
    switch environment.functions[name.text]?.meaning {
    case .defined(let function):
      guard function.parameters.count == count else { return false }
      let inside = Evaluator(
        code: function.code, environment: function.environment, derivatives: derivatives, budget: budget)
      return inside.isElementwise(function.body, in: Set(function.parameters))
    case .derived(let function): return count == 1 && function.values.values.allSatisfy(\.shape.isNumber)
    case .builtIn(let function): return function.isElementwise(of: count)
    case .network: return false
    case nil:
      return environment.things[name.text] == nil && BuiltIn(named: name.text)?.isElementwise(of: count) ?? false
    }
  }
}

extension BuiltIn {
  /// Whether it joins so many numbers to a number, and arrays entry by entry.
  fileprivate func isElementwise(of count: Int) -> Bool {
    switch self {
    case .elementary: count == 1
    case .extremum: count == 2
    case .summary, .rowwise, .algebra, .construction, .loss: false
    }
  }
}
