import Engine
import Formula
import Language

/// What the names of a note stand for, at one point of it. Values and functions live apart: a name right before `(` is a
/// function, elsewhere a value, so `loss = 0.3` leaves `loss(…)` alone.
struct Environment {
  var things: [String: Binding<Thing>] = [:]
  var functions: [String: Binding<Callable>] = [:]
  /// Names whose definition failed; what uses one is a consequence, not a mistake of its own.
  var failed: Set<String> = []

  mutating func define(_ name: String, as thing: Thing, at place: Int?) {
    things[name] = Binding(meaning: thing, place: place)
    failed.remove(name)
  }

  mutating func define(_ name: String, value: Engine.Value, at place: Int?) {
    define(name, as: .value(value), at: place)
  }

  mutating func define(_ name: String, function: Callable, at place: Int?) {
    functions[name] = Binding(meaning: function, place: place)
    failed.remove(name)
  }

  mutating func defineAsFailed(_ name: String) {
    things[name] = nil
    functions[name] = nil
    failed.insert(name)
  }
}

/// What a name stands for, and where in the note it was given; an argument of a function has no such place.
struct Binding<Referent> {
  let meaning: Referent
  let place: Int?
}

/// What can be called by a name.
enum Callable {
  case builtIn(BuiltIn)
  case network(Network)
  case defined(DefinedFunction)
  case derived(DerivedFunction)

  /// The names of the variables, in order.
  var parameters: [String] {
    switch self {
    case .builtIn(let function): function.parameters.map(\.name)
    case .defined(let function): function.parameters
    case .derived(let function): [function.variable]
    case .network: ["x"]
    }
  }

  /// How many nodes a call costs.
  var size: Int {
    switch self {
    case .builtIn, .network: 1
    case .defined(let function): function.size
    case .derived(let function): function.size
    }
  }

  /// How deep a call evaluates; terms are evaluated without recursion.
  var height: Int {
    switch self {
    case .builtIn, .derived, .network: 1
    case .defined(let function): function.height
    }
  }
}

/// A function of the note. It keeps the values and functions that its definition saw, so none can call itself, and what
/// it costs is known when it is defined.
final class DefinedFunction {
  let name: String
  let parameters: [String]
  let body: Expression
  let code: Code
  /// What the names of the body stand for, parameters apart.
  let environment: Environment
  /// How many nodes the body has once every function of the note in it is written out.
  let size: Int
  /// How deep that tree is.
  let height: Int

  /// A definition past this many nodes is refused: sixty lines of `f2(x) = f1(x) + f1(x)` would cost 2^60.
  static let largestSize = 10_000
  /// A definition past this depth is refused: evaluation recurses that deep.
  static let largestHeight = 1_500

  init(
    name: String, parameters: [String], body: Expression, code: Code, environment: Environment, size: Int, height: Int
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.code = code
    self.environment = environment
    self.size = size
    self.height = height
  }
}

/// The derivative of a function, found symbolically: `f'`, `sigmoid''`.
final class DerivedFunction {
  /// The function's name with its primes.
  let name: String
  let variable: String
  let term: Term
  /// What the other symbols of the term stand for.
  let values: [String: Engine.Value]
  let size: Int

  init(name: String, variable: String, term: Term, values: [String: Engine.Value]) {
    self.name = name
    self.variable = variable
    self.term = term
    self.values = values
    self.size = term.nodeCount(upTo: Term.nodeLimit) ?? Term.nodeLimit
  }
}
