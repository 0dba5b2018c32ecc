import Engine
import Formula
import Language
import SourceText

/// What an expression can stand for where functions count too: `show f'`, `g = f'`.
enum Meaning {
  case thing(Thing)
  case function(Callable)
}

extension Evaluator {
  /// What an expression stands for, or the function that it names.
  func meaning(of expression: Expression) throws(Mistake) -> Meaning {
    var primes = 0
    var inner = expression
    while case .prime(let operand) = inner.kind {
      primes += 1
      inner = operand
    }
    guard case .name(let name) = inner.kind, lookup.namesFunctionOnly(name) else {
      return .thing(try thing(of: expression))
    }
    return .function(try callable(Name(text: name, range: inner.range), primes: primes))
  }
}

/// A function as something to read: how it is called and what it computes.
struct FormulaText {
  /// `f'(x)`
  let call: String
  /// In the notation of nn.
  let text: String
  /// A failure where the body cannot be written as one term.
  let latex: Result<(call: String, body: String), TermFailure>
}

extension Evaluator {
  /// The formula of a function of the note, as it was defined, or of a derivative, as it was found.
  func formula(of function: Callable, at expression: Expression) throws(Mistake) -> FormulaText {
    switch function {
    case .builtIn(let function):
      throw .at(
        expression.range, of: code, .value, "`\(function.name)` is built in and has no formula to show",
        help: ["show one of its values: `\(function.name)(\(function.parameters[0].name))`"])
    case .defined(let function):
      let call = "\(function.name)(\(function.parameters.joined(separator: ", ")))"
      let term = Result { () throws(TermFailure) in
        var builder = TermBuilder(variables: function.parameters, budget: budget, derivatives: derivatives)
        return try builder.term(of: function, arguments: function.parameters.map(Term.symbol))
      }
      return FormulaText(
        call: call, text: function.code.spelling(function.body),
        latex: term.map { (Self.latex(call: function.name, primes: 0, function.parameters), $0.latex) })
    case .network(let network):
      throw .at(
        expression.range, of: code, .value, "`\(network.name)` is a network and has no formula to show",
        help: ["`table \(network.name)` shows its layers"])
    case .derived(let function):
      let primes = function.name.reversed().prefix { $0 == "'" }.count
      let name = String(function.name.dropLast(primes))
      return FormulaText(
        call: "\(function.name)(\(function.variable))", text: function.term.text,
        latex: .success((Self.latex(call: name, primes: primes, [function.variable]), function.term.latex)))
    }
  }

  private static func latex(call name: String, primes: Int, _ parameters: [String]) -> String {
    let arguments = parameters.map { Term.latex(name: $0) }.joined(separator: ", ")
    return Term.latex(name: name) + String(repeating: "'", count: primes) + "(" + arguments + ")"
  }
}
