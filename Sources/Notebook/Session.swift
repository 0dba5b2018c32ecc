import Engine
import Formula
import Language
import SourceText

/// What the blocks of a note share, from top to bottom: what its names stand for and what it has set. It is a value, so
/// a block that must leave nothing behind runs in a copy.
struct Session {
  private(set) var environment = Environment()
  private(set) var settings = Settings()
  let budget: Budget
  let derivatives: Derivatives

  init(budget: Budget) {
    self.budget = budget
    self.derivatives = Derivatives(budget: budget)
  }

  /// A session in which nothing is defined yet.
  var fresh: Session { Session(budget: budget) }

  /// Remembers the names that a statement would have defined if it could have been read.
  mutating func defineAsFailed(_ names: [String]) {
    for name in names { environment.defineAsFailed(name) }
  }

  func evaluator(of code: Code) -> Evaluator {
    Evaluator(code: code, environment: environment, derivatives: derivatives, budget: budget)
  }

  func outputs(of code: Code) -> Outputs {
    Outputs(evaluator: evaluator(of: code), settings: settings)
  }

  /// Executes a statement: what it has to say, or everything that is wrong with it.
  mutating func perform(_ statement: Statement, of code: Code) throws(Mistakes) -> StatementResult? {
    try single { () throws(Mistake) in try evaluator(of: code).checkTime(at: statement.range) }
    switch statement.kind {
    case .set(let name, let value):
      settings = try single { () throws(Mistake) in
        try settings.setting(name, to: value, evaluator: evaluator(of: code))
      }
      return nil
    case .value(let name, let expression):
      try defining(name) { (session) throws(Mistakes) in try session.assign(expression, to: name, code: code) }
      return nil
    case .function(let name, let parameters, let body):
      try defining(name) { (session) throws(Mistakes) in
        let function = try Definition.function(
          name, parameters: parameters, body: body, evaluator: session.evaluator(of: code))
        session.environment.define(name.text, function: .defined(function), at: code.place(name.range).lowerBound)
      }
      return nil
    case .show(let output): return try outputs(of: code).listing(output)
    case .table(let output): return try outputs(of: code).table(output)
    case .expect(let condition, let options): return try outputs(of: code).expectation(condition, options: options)
    case .values, .dataSets, .member, .data, .net, .train, .step, .loop, .collect, .plot, .inspection, .draw, .explain,
      .derive:
      throw Mistakes([.at(statement.range, of: code, .syntax, "this statement is not in this version")])
    }
  }

  /// Runs a definition; a name whose definition fails is remembered, so that its uses are no mistakes of their own.
  private mutating func defining(
    _ name: Name, _ define: (inout Session) throws(Mistakes) -> Void
  ) throws(Mistakes) {
    do throws(Mistakes) {
      try define(&self)
    } catch {
      environment.defineAsFailed(name.text)
      throw error
    }
  }

  /// `x = …`, where the right side may also be a function: `g = f'`.
  private mutating func assign(_ expression: Expression, to name: Name, code: Code) throws(Mistakes) {
    let place = code.place(name.range).lowerBound
    let evaluator = evaluator(of: code)
    let meaning = try single { () throws(Mistake) in try evaluator.meaning(of: expression) }
    switch meaning {
    case .value(let value): environment.define(name.text, value: value, at: place)
    case .function(let function): environment.define(name.text, function: function, at: place)
    }
  }
}

/// Runs what can go wrong in one way only.
func single<Result>(_ body: () throws(Mistake) -> Result) throws(Mistakes) -> Result {
  do throws(Mistake) { return try body() } catch { throw Mistakes([error]) }
}
