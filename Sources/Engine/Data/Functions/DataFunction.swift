/// The functions that make data sets: of nothing but figures, or of other sets.
package enum DataFunction: Sendable, Hashable, CaseIterable {
  case generator(Generator)
  /// `split(set, 0.8)`: two sets.
  case split
  /// `standardize(set, by=other)`, `minmax(set, by=other)`.
  case scaling(ScalingMethod)

  package static var allCases: [DataFunction] {
    Generator.allCases.map(DataFunction.generator) + [.split] + ScalingMethod.allCases.map(DataFunction.scaling)
  }

  /// The function of that name; nil where there is none.
  package init?(named name: String) {
    guard let function = Self.byName[name] else { return nil }
    self = function
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The name in the language.
  package var name: String {
    switch self {
    case .generator(let generator): generator.rawValue
    case .split: "split"
    case .scaling(let method): method.rawValue
    }
  }

  /// What the function takes, in order.
  package var parameters: [Parameter] {
    switch self {
    case .generator(let generator): generator.parameters
    case .split: [Parameter("set"), Parameter("fraction")]
    case .scaling: [Parameter("set"), Parameter("by", isOptional: true)]
    }
  }

  /// How the function is called, as in `moons(n, noise=0)`.
  package var signature: String { parameters.signature(of: name) }

  /// Puts arguments, some given by name, in the order of the parameters; nil at the places of those left out.
  package func arrange<Argument>(_ arguments: [(name: String?, value: Argument)]) throws(EngineFault) -> [Argument?] {
    let parameters = parameters
    guard arguments.count <= parameters.count else { throw .data(.function(self, .arity(given: arguments.count))) }
    var places = [Argument?](repeating: nil, count: parameters.count)
    for (position, argument) in arguments.enumerated() {
      var place = position
      if let name = argument.name {
        guard let named = parameters.firstIndex(where: { $0.name == name || $0.twin == name }) else {
          throw .data(.function(self, .unknownParameter(name: name)))
        }
        place = named
      }
      guard places[place] == nil else { throw .data(.function(self, .repeatedParameter(name: parameters[place].name))) }
      places[place] = argument.value
    }
    for (parameter, place) in zip(parameters, places) where place == nil && !parameter.isOptional {
      throw .data(.function(self, .missingParameter(name: parameter.name)))
    }
    return places
  }
}
