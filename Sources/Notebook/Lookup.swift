import Engine
import Language
import SourceText

/// Finds what a name stands for at one point of the note, and says it well where it stands for nothing.
struct Lookup {
  let code: Code
  let environment: Environment

  /// The value of a name: the note's own before a constant.
  func value(_ name: Name) throws(Mistake) -> Engine.Value {
    if let binding = environment.values[name.text] { return binding.meaning }
    if environment.failed.contains(name.text) { throw .consequence }
    if let constant = Engine.Constant(named: name.text) { return .number(constant.value) }
    if let function = plainCallable(name.text) {
      let call = "\(name.text)(\(function.parameters.joined(separator: ", ")))"
      throw .at(name.range, of: code, .name, "`\(name.text)` is a function", help: ["give it its argument: `\(call)`"])
    }
    throw unknown(name, "value", among: valueNames)
  }

  /// The function that a name calls: the note's own before a built-in one.
  func callable(_ name: Name) throws(Mistake) -> Callable {
    if environment.failed.contains(name.text) { throw .consequence }
    guard let function = plainCallable(name.text) else { throw unknownFunction(name) }
    return function
  }

  /// Whether a name that is not called stands for a function and nothing else, as the `f` of `show f'`.
  func namesFunctionOnly(_ name: String) -> Bool {
    environment.values[name] == nil && Engine.Constant(named: name) == nil && plainCallable(name) != nil
  }

  /// Whether a function of that name is defined or built in.
  func isFunction(_ name: String) -> Bool {
    environment.failed.contains(name) || plainCallable(name) != nil
  }

  private func plainCallable(_ name: String) -> Callable? {
    if let binding = environment.functions[name] { return binding.meaning }
    return BuiltIn(named: name).map(Callable.builtIn)
  }

  /// What could have been meant where a value was, the note's own names first.
  private var valueNames: [String] {
    environment.values.keys.sorted() + Engine.Constant.allCases.map(\.rawValue)
  }

  private var functionNames: [String] {
    environment.functions.keys.sorted() + BuiltIn.allCases.map(\.name)
  }

  private func unknownFunction(_ name: Name) -> Mistake {
    if let binding = environment.values[name.text] {
      return .at(
        name.range, of: code, .name, "`\(name.text)` is a value, not a function",
        help: ["for a product write `\(name.text) * (…)`"],
        notes: binding.place.map { ["`\(name.text)` was set \(place: $0)"] } ?? [])
    }
    if let function = BuiltIn.known(elsewhere: name.text) {
      return .at(
        name.range, of: code, .name, "unknown function `\(name.text)`",
        help: ["in nn it is called `\(function.name)`"])
    }
    return unknown(name, "function", among: functionNames)
  }

  private func unknown(_ name: Name, _ what: String, among candidates: [String]) -> Mistake {
    let suggestion = nearest(to: name.text, among: candidates).map { "did you mean `\($0)`?" }
    return .at(
      name.range, of: code, .name, "unknown \(what) `\(name.text)`", help: suggestion.map { [$0] } ?? [])
  }
}
