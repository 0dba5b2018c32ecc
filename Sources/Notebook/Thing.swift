import Engine
import Language

/// What a name of the note can stand for, functions apart.
enum Thing {
  case value(Engine.Value)
  case network(Network)
  case data(DataSet)
  /// An entry of a loop that only an option understands: `tanh`, `adam(lr=0.01)`. It is read where an option wants it.
  case choice(Choice)
}

/// Code that stands for itself until an option reads it.
struct Choice {
  let expression: Expression
  let code: Code

  var spelling: String { code.spelling(expression) }
}

extension Thing {
  /// What it is, as messages say it.
  var description: String {
    switch self {
    case .value(let value): value.shape.description
    case .network: "a network"
    case .data: "a data set"
    case .choice(let choice): "`\(choice.spelling)`, which only an option understands"
    }
  }
}
