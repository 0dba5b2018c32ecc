import Engine
import Language
import SourceText

/// Reads what stands where an option wants a name of its own: an activation, a loss, an optimizer, a schedule, an
/// initialiser. The name is looked up there before the values; the note's own functions first, where they can serve.
extension Evaluator {
  func activation(_ expression: Expression) throws(Mistake) -> Activation {
    try reading(expression) { (evaluator, name, arguments) throws(Mistake) in
      if arguments.isEmpty, let custom = try evaluator.customActivation(name) { return custom }
      let settings = try evaluator.settings(arguments)
      return try evaluator.computing(at: expression, name) { () throws(EngineFault) in
        try Activation(named: name.text, settings)
      }
    }
  }

  func objective(_ expression: Expression) throws(Mistake) -> Objective {
    try reading(expression) { (evaluator, name, arguments) throws(Mistake) in
      if arguments.isEmpty, let custom = try evaluator.customLoss(name) { return custom }
      let settings = try evaluator.settings(arguments)
      return try evaluator.computing(at: expression, name) { () throws(EngineFault) in
        try Objective(named: name.text, settings)
      }
    }
  }

  func optimizer(_ expression: Expression) throws(Mistake) -> Optimizer {
    try reading(expression) { (evaluator, name, arguments) throws(Mistake) in
      let settings = try evaluator.settings(arguments)
      return try evaluator.computing(at: expression, name) { () throws(EngineFault) in
        try Optimizer(named: name.text, settings)
      }
    }
  }

  func schedule(_ expression: Expression) throws(Mistake) -> Schedule {
    try reading(expression) { (evaluator, name, arguments) throws(Mistake) in
      let settings = try evaluator.settings(arguments)
      return try evaluator.computing(at: expression, name) { () throws(EngineFault) in
        try Schedule(named: name.text, settings)
      }
    }
  }

  func initialiser(_ expression: Expression) throws(Mistake) -> Initialiser {
    try reading(expression) { (evaluator, name, arguments) throws(Mistake) in
      let settings = try evaluator.settings(arguments)
      return try evaluator.computing(at: expression, name) { () throws(EngineFault) in
        try Initialiser(named: name.text, settings)
      }
    }
  }

  /// Takes a name with or without arguments apart. A name that a loop gave a choice to stands for that choice.
  private func reading<Result>(
    _ expression: Expression, _ read: (Evaluator, Name, [Argument]) throws(Mistake) -> Result
  ) throws(Mistake) -> Result {
    switch expression.kind {
    case .group(let inner): return try reading(inner, read)
    case .call(let name, primes: 0, let arguments): return try read(self, name, arguments)
    case .name(let text):
      if case .choice(let choice)? = environment.things[text]?.meaning {
        var inner = Evaluator(code: choice.code, environment: environment, derivatives: derivatives, budget: budget)
        inner.seed = seed
        // What the loop's own name stood for is not what the choice means by it.
        inner.environment.things[text] = nil
        return try inner.reading(choice.expression, read)
      }
      return try read(self, Name(text: text, range: expression.range), [])
    case .number, .string, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary, .approximately:
      throw .at(
        expression.range, of: code, .option, "a name is wanted here, and this is `\(code.spelling(expression))`",
        help: ["settings go in brackets after the name, as in `adam(lr=0.05)`"])
    }
  }

  private func settings(_ arguments: [Argument]) throws(Mistake) -> [(name: String?, value: Double)] {
    var settings: [(name: String?, value: Double)] = []
    for argument in arguments { settings.append((argument.name?.text, try number(argument.value))) }
    return settings
  }

  private func computing<Result>(
    at expression: Expression, _ name: Name, _ compute: () throws(EngineFault) -> Result
  ) throws(Mistake) -> Result {
    try computing(Expression(expression.kind, range: name.range), []) { _ throws(EngineFault) in try compute() }
  }
}
