/// What a built-in function takes at one place.
package struct Parameter: Sendable, Hashable {
  /// By which an argument may be given instead of by position.
  package let name: String
  /// How a Greek name is spelled in Latin letters, `delta` for `δ`.
  package let twin: String?
  /// Optional parameters come last.
  package let isOptional: Bool
  /// What an optional one is when it is left out, where it is a figure.
  package let standard: Double?

  init(_ name: String, twin: String? = nil, isOptional: Bool = false, standard: Double? = nil) {
    self.name = name
    self.twin = twin
    self.isOptional = isOptional || standard != nil
    self.standard = standard
  }
}

extension [Parameter] {
  /// How a function with these parameters is called, as in `range(a, b, step=1)`.
  func signature(of name: String) -> String {
    let list = map { parameter in
      parameter.standard.map { "\(parameter.name)=\(spelled($0))" } ?? parameter.name
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }

  /// `one argument`, `two or three arguments`.
  var arityWords: String {
    let (least, most) = (arityRange.lowerBound, arityRange.upperBound)
    let words = ["no", "one", "two", "three"]
    let range =
      least == most ? words[most] : "\(words[least]) \(most == least + 1 ? "or" : "to") \(words[most])"
    return range + (most == 1 ? " argument" : " arguments")
  }

  /// How many arguments will do.
  var arityRange: ClosedRange<Int> { filter { !$0.isOptional }.count...count }
}

/// Why arguments do not go to the parameters of what is called.
enum ArrangementFault: Error {
  case tooMany(given: Int)
  case unknown(name: String)
  case repeated(name: String)
  case missing(name: String)
}

extension [Parameter] {
  /// The arguments, some given by name, at the places of the parameters; nil at those that are left out and may be.
  func arrange<Argument>(
    _ arguments: [(name: String?, value: Argument)]
  ) throws(ArrangementFault) -> [Argument?] {
    guard arguments.count <= count else { throw .tooMany(given: arguments.count) }
    var places = [Argument?](repeating: nil, count: count)
    for (position, argument) in arguments.enumerated() {
      let place = try argument.name.map { name throws(ArrangementFault) in try self.place(of: name) } ?? position
      guard places[place] == nil else { throw .repeated(name: self[place].name) }
      places[place] = argument.value
    }
    for (parameter, place) in zip(self, places) where place == nil && !parameter.isOptional {
      throw .missing(name: parameter.name)
    }
    return places
  }

  private func place(of name: String) throws(ArrangementFault) -> Int {
    guard let place = firstIndex(where: { $0.name == name || $0.twin == name }) else { throw .unknown(name: name) }
    return place
  }
}
