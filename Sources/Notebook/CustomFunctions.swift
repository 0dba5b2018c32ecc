import Engine
import Formula
import Language
import SourceText

/// Functions of the note as activations and losses: written as terms, differentiated, and made into array programs.
extension Evaluator {
  /// The note's function of that name as an activation; nil where there is none, or where it is not one of one variable
  /// and a built-in activation has the name.
  func customActivation(_ name: Name) throws(Mistake) -> Activation? {
    guard let function = try ownFunction(name, of: 1, as: "an activation", isBuiltIn: isActivation(name)) else {
      return nil
    }
    let (variables, term, values) = try function.term(name: name, evaluator: self)
    let slope = try derivatives.derivative(of: function, named: name, order: 1, code: code)
    return .custom(
      CustomActivation(
        name: name.text, value: try program(of: term, variables, values, name),
        slope: try program(of: slope.term, variables, slope.values, name)))
  }

  /// The note's function of (y, t) of that name as a loss.
  func customLoss(_ name: Name) throws(Mistake) -> Objective? {
    let isBuiltIn = Objective.signatures.contains { $0.name == name.text }
    guard let function = try ownFunction(name, of: 2, as: "a loss", isBuiltIn: isBuiltIn) else { return nil }
    let (variables, term, values) = try function.term(name: name, evaluator: self)
    let slope: Term
    do {
      slope = try term.derivative(by: variables[0])
    } catch {
      throw .at(name.range, of: code, .value, "`\(name.text)` cannot be differentiated by `\(variables[0])`")
    }
    return .custom(
      CustomLoss(
        name: name.text, term: try program(of: term, variables, values, name),
        slope: try program(of: slope, variables, values, name)))
  }

  private func isActivation(_ name: Name) -> Bool {
    name.text == "σ" || Activation.signatures.contains { $0.name == name.text }
  }

  private func ownFunction(
    _ name: Name, of count: Int, as role: String, isBuiltIn: Bool
  ) throws(Mistake) -> Callable? {
    if environment.failed.contains(name.text) { throw .consequence }
    guard let function = environment.functions[name.text]?.meaning else { return nil }
    guard function.parameters.count == count else {
      if isBuiltIn { return nil }
      throw .at(
        name.range, of: code, .value,
        "\(role) is a function of \(counted(count, "variable")), and `\(name.text)` has \(function.parameters.count)")
    }
    return function
  }

  private func program(
    of term: Term, _ variables: [String], _ values: [String: Engine.Value], _ name: Name
  ) throws(Mistake) -> ArrayFormula {
    do throws(ArrayFormulaFailure) {
      return try ArrayFormula(term, variables: variables, values: values)
    } catch {
      throw .at(
        name.range, of: code, .value,
        "`\(name.text)` uses `\(error.symbol)`, an array: within a network a function may use numbers only")
    }
  }
}

extension Callable {
  /// The function as a term of its variables, with what its other symbols stand for.
  fileprivate func term(
    name: Name, evaluator: Evaluator
  ) throws(Mistake) -> (variables: [String], term: Term, values: [String: Engine.Value]) {
    switch self {
    case .derived(let function): return ([function.variable], function.term, function.values)
    case .defined(let function):
      var builder = TermBuilder(
        variables: function.parameters, budget: evaluator.budget, derivatives: evaluator.derivatives)
      do throws(TermFailure) {
        let term = try builder.term(of: function, arguments: function.parameters.map(Term.symbol))
        return (function.parameters, term, builder.values)
      } catch {
        throw error.mistake(deriving: name, code: evaluator.code)
      }
    case .builtIn(let function):
      guard case .elementary(let elementary) = function, let known = Formula.Function(rawValue: elementary.rawValue)
      else { preconditionFailure("only functions of the note are written as terms here") }
      return (["x"], .apply(known, .symbol("x")), [:])
    case .network: preconditionFailure("a network is no function of the note")
    }
  }
}
