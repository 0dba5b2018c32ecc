import Engine
import Formula
import Language
import SourceText

/// The derivatives that a note has asked for, each found once.
final class Derivatives {
  private let budget: Budget
  private var found: [Key: Entry] = [:]

  private enum Key: Hashable {
    case builtIn(BuiltIn)
    case object(ObjectIdentifier)
  }

  /// Holds the function too, so that its identity stays its own.
  private struct Entry {
    let function: Callable
    let derivative: DerivedFunction
  }

  init(budget: Budget) {
    self.budget = budget
  }

  /// The derivative of that order, from 1, of a function of one variable. `name` is how the note calls it at this place.
  func derivative(
    of function: Callable, named name: Name, order: Int, code: Code
  ) throws(Mistake) -> DerivedFunction {
    var callable = function
    var derivative: DerivedFunction?
    for _ in 0..<order {
      let next = try firstDerivative(of: callable, named: name, code: code)
      derivative = next
      callable = .derived(next)
    }
    guard let derivative else { preconditionFailure("a derivative of order 0") }
    return derivative
  }

  private func firstDerivative(of function: Callable, named name: Name, code: Code) throws(Mistake) -> DerivedFunction {
    let key: Key =
      switch function {
      case .builtIn(let function): .builtIn(function)
      case .defined(let function): .object(ObjectIdentifier(function))
      case .derived(let function): .object(ObjectIdentifier(function))
      case .network:
        throw .at(
          name.range, of: code, .value, "`\(name.text)` is a network and has no formula to differentiate",
          help: ["`table gradients \(name.text) on …` and `explain` show the derivatives of its loss"])
      }
    if let entry = found[key] { return entry.derivative }
    let (variable, term, values) = try term(of: function, named: name, code: code)
    let derivative: Term
    do {
      derivative = try term.derivative(by: variable)
    } catch {
      throw error.mistake(deriving: name.text, at: name.range, of: code)
    }
    let base =
      switch function {
      case .builtIn(let function): function.name
      case .defined(let function): function.name
      case .derived(let function): function.name
      case .network(let network): network.name
      }
    let symbols = values.filter { derivative.depends(on: $0.key) }
    let result = DerivedFunction(name: base + "'", variable: variable, term: derivative, values: symbols)
    found[key] = Entry(function: function, derivative: result)
    return result
  }

  private func term(
    of function: Callable, named name: Name, code: Code
  ) throws(Mistake) -> (variable: String, term: Term, values: [String: Engine.Value]) {
    switch function {
    case .builtIn(let builtIn):
      guard case .elementary(let elementary) = builtIn, let known = Formula.Function(rawValue: elementary.rawValue)
      else {
        throw .at(
          name.range, of: code, .value, "`\(name.text)` has no derivative: it is not a function of one number",
          help: ["write the derivative of one of its entries out as a function of your own"])
      }
      let variable = builtIn.parameters[0].name
      return (variable, .apply(known, .symbol(variable)), [:])
    case .defined(let function):
      guard let variable = function.parameters.first, function.parameters.count == 1 else {
        let list = function.parameters.joined(separator: ", ")
        throw .at(
          name.range, of: code, .value,
          "`\(name.text)'` wants a function of one variable, and `\(function.name)(\(list))` has \(function.parameters.count)",
          help: ["hold the others still in a function of its own: `g(u) = \(function.name)(u, …)`"])
      }
      var builder = TermBuilder(variables: [variable], budget: budget, derivatives: self)
      do {
        let term = try builder.term(of: function, arguments: [.symbol(variable)])
        return (variable, term, builder.values)
      } catch {
        throw error.mistake(deriving: name, code: code)
      }
    case .derived(let function):
      return (function.variable, function.term, function.values)
    case .network: preconditionFailure("a network was refused before")
    }
  }
}

extension FormulaFailure {
  /// The mistake at the place of what was to be differentiated.
  func mistake(deriving name: String, at range: Range<Int>, of code: Code) -> Mistake {
    switch self {
    case .tooLarge(let limit):
      .at(
        range, of: code, .limit,
        "the derivative of `\(name.shortened)` is too large: written out it has more than \(limit) parts")
    case .notDifferentiable(let part, let symbol):
      .at(range, of: code, .value, "`\(part.text.shortened)` has no derivative by `\(symbol)`")
    case .tooManyLines(let limit):
      .at(
        range, of: code, .limit, "the derivation of `\(name.shortened)` takes more than \(limit) lines",
        help: ["derive its parts one by one, or let `f'` find the derivative without its working"])
    case .stopped: .at(range, of: code, .limit, "the derivation of `\(name.shortened)` was stopped")
    }
  }
}

extension String {
  /// The text, or the beginning of a long one: a message is to be read.
  fileprivate var shortened: String { count > 60 ? prefix(57) + "…" : self }
}
