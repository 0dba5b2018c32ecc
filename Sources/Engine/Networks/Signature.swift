import SourceText

/// A name that takes settings where an option wants it: `adam(lr=0.05)`, `cosine(warmup=100)`, `huber(δ=2)`.
package struct Signature: Sendable, Hashable {
  /// What the name is one of, as messages say it.
  package enum Kind: String, Sendable {
    case activation, initialiser, loss, optimizer, schedule, layer
  }

  package let kind: Kind
  package let name: String
  package let parameters: [Parameter]

  init(_ kind: Kind, _ name: String, _ parameters: [Parameter]) {
    (self.kind, self.name, self.parameters) = (kind, name, parameters)
  }

  /// As it is written: `adam(lr=0.001, β1=0.9, β2=0.999, eps=1e-8)`, or the name alone where there is nothing to set.
  package var text: String {
    if parameters.isEmpty { return name }
    let list = parameters.map { parameter in
      parameter.standard.map { "\(parameter.name)=\(spelled($0))" } ?? parameter.name
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }

  /// The figures in the order of the parameters, what is left out being its standard.
  func figures(_ arguments: [(name: String?, value: Double)]) throws(EngineFault) -> [Double] {
    guard arguments.count <= parameters.count else {
      throw .network(.tooManySettings(self, given: arguments.count))
    }
    var figures = parameters.map(\.standard)
    var isGiven = [Bool](repeating: false, count: parameters.count)
    for (position, argument) in arguments.enumerated() {
      var place = position
      if let name = argument.name {
        guard let named = parameters.firstIndex(where: { $0.name == name || $0.twin == name }) else {
          throw .network(.unknownSetting(self, name: name))
        }
        place = named
      }
      guard !isGiven[place] else { throw .network(.repeatedSetting(self, name: parameters[place].name)) }
      isGiven[place] = true
      figures[place] = argument.value
    }
    var all: [Double] = []
    for (parameter, figure) in zip(parameters, figures) {
      guard let figure else { throw .network(.missingSetting(self, name: parameter.name)) }
      all.append(figure)
    }
    return all
  }
}
