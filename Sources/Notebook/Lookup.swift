import Engine
import Language
import SourceText

/// Finds what a name stands for at one point of the note, and says it well where it stands for nothing.
struct Lookup {
  let code: Code
  let environment: Environment

  /// What a name stands for: the note's own before a constant.
  func thing(_ name: Name) throws(Mistake) -> Thing {
    if let binding = environment.things[name.text] { return binding.meaning }
    if environment.failed.contains(name.text) { throw .consequence }
    if let constant = Engine.Constant(named: name.text) { return .value(.number(constant.value)) }
    if let function = plainCallable(name.text) {
      let call = "\(name.text)(\(function.parameters.joined(separator: ", ")))"
      throw .at(name.range, of: code, .name, "`\(name.text)` is a function", help: ["give it its argument: `\(call)`"])
    }
    throw unknown(name, "value", among: valueNames)
  }

  /// The value of a name.
  func value(_ name: Name) throws(Mistake) -> Engine.Value {
    let thing = try thing(name)
    if case .value(let value) = thing { return value }
    let help =
      switch thing {
      case .network: ["its members are values, as `\(name.text).W1`, and so are its predictions, `\(name.text)(x)`"]
      case .data: ["its members are values: `\(name.text).inputs`, `\(name.text).targets`, `\(name.text).size`"]
      case .value, .choice: [String]()
      }
    throw .at(
      name.range, of: code, .value, "a value is wanted here, and `\(name.text)` is \(thing.description)", help: help)
  }

  /// The network of a name, which a statement changes.
  func network(_ name: Name) throws(Mistake) -> Network {
    if environment.things[name.text] == nil, !environment.failed.contains(name.text) {
      throw unknown(name, "network", among: names { if case .network = $0 { true } else { false } })
    }
    let thing = try thing(name)
    guard case .network(let network) = thing else {
      throw .at(name.range, of: code, .value, "a network is wanted here, and `\(name.text)` is \(thing.description)")
    }
    return network
  }

  /// The function that a name calls: the note's own before a built-in one.
  func callable(_ name: Name) throws(Mistake) -> Callable {
    if environment.failed.contains(name.text) { throw .consequence }
    guard let function = plainCallable(name.text) else { throw unknownFunction(name) }
    return function
  }

  /// Whether a name that is not called stands for a function and nothing else, as the `f` of `show f'`.
  func namesFunctionOnly(_ name: String) -> Bool {
    environment.things[name] == nil && Engine.Constant(named: name) == nil && plainCallable(name) != nil
  }

  /// Whether a function of that name is defined or built in.
  func isFunction(_ name: String) -> Bool {
    environment.failed.contains(name) || plainCallable(name) != nil
  }

  private func plainCallable(_ name: String) -> Callable? {
    if let binding = environment.functions[name] { return binding.meaning }
    if case .network(let network) = environment.things[name]?.meaning { return .network(network) }
    return BuiltIn(named: name).map(Callable.builtIn)
  }

  /// The names of things of one sort.
  func names(_ isWanted: (Thing) -> Bool) -> [String] {
    environment.things.filter { isWanted($0.value.meaning) }.keys.sorted()
  }

  /// What could have been meant where a value was, the note's own names first.
  private var valueNames: [String] {
    environment.things.keys.sorted() + Engine.Constant.allCases.map(\.rawValue)
  }

  private var functionNames: [String] {
    environment.functions.keys.sorted() + BuiltIn.allCases.map(\.name) + NetworkFunction.names
  }

  private func unknownFunction(_ name: Name) -> Mistake {
    if let binding = environment.things[name.text] {
      let isValue = if case .value = binding.meaning { true } else { false }
      return .at(
        name.range, of: code, .name,
        "`\(name.text)` is \(isValue ? "a value" : binding.meaning.description), not a function",
        help: isValue ? ["for a product write `\(name.text) * (…)`"] : [],
        notes: binding.place.map { ["`\(name.text)` was set \(place: $0)"] } ?? [])
    }
    if let function = BuiltIn.known(elsewhere: name.text) {
      return .at(
        name.range, of: code, .name, "unknown function `\(name.text)`",
        help: ["in nn it is called `\(function.name)`"])
    }
    return unknown(name, "function", among: functionNames)
  }

  func unknown(_ name: Name, _ what: String, among candidates: [String]) -> Mistake {
    let suggestion = nearest(to: name.text, among: candidates).map { "did you mean `\($0)`?" }
    return .at(
      name.range, of: code, .name, "unknown \(what) `\(name.text)`", help: suggestion.map { [$0] } ?? [])
  }
}
