import Engine
import Language
import Report

/// What the loops of a note have collected.
struct Collection {
  private(set) var rounds: [Round] = []

  /// What was collected while the variables of the loops around had certain values.
  struct Round {
    /// The loops' variables, from the outside in, with what each stood for.
    let variables: [Variable]
    /// What was collected under a name.
    var things: [String: Thing] = [:]
    /// What was collected as an expression, by its spelling.
    var values: [String: Engine.Value] = [:]
  }

  /// A loop's variable in one round.
  struct Variable {
    let name: String
    let thing: Thing

    /// What stands in a legend or a table for it.
    var label: String {
      switch thing {
      case .value(let value): NumberFormat(digits: 6).inline(Report.Value(value))
      case .choice(let choice): choice.spelling
      case .network(let network): network.name
      case .data(let set): set.origin
      }
    }

    /// The number that it is, where it is one.
    var number: Double? {
      if case .value(.number(let number)) = thing { number } else { nil }
    }
  }

  /// A loop over a variable begins: what the last one over it collected is gone.
  mutating func forget(_ variable: String) {
    rounds.removeAll { $0.variables.contains { $0.name == variable } }
  }

  /// Adds to the round that is running, or begins it.
  mutating func add(to variables: [Variable], isNew: Bool, _ change: (inout Round) -> Void) {
    if isNew || rounds.isEmpty { rounds.append(Round(variables: variables)) }
    change(&rounds[rounds.count - 1])
  }

  /// The rounds of the loops over exactly these variables, in whatever order they are named.
  func rounds(by names: [String]) -> [Round] {
    rounds.filter { Set($0.variables.map(\.name)) == Set(names) }
  }
}
