import Engine

/// What the names of a note stand for, at one point of it. Values and functions live apart: a name right before `(` is a
/// function, elsewhere a value, so `loss = 0.3` leaves `loss(…)` alone.
struct Environment {
  var values: [String: Binding<Engine.Value>] = [:]
  var functions: [String: Binding<Callable>] = [:]
  /// Names whose definition failed; what uses one is a consequence, not a mistake of its own.
  var failed: Set<String> = []
  /// A statement before this point could not be read, so an unknown name may be one that it was to define.
  var isIncomplete = false

  mutating func define(_ name: String, value: Engine.Value, at place: Int?) {
    values[name] = Binding(meaning: value, place: place)
    failed.remove(name)
  }

  mutating func define(_ name: String, function: Callable, at place: Int?) {
    functions[name] = Binding(meaning: function, place: place)
    failed.remove(name)
  }

  mutating func defineAsFailed(_ name: String) {
    values[name] = nil
    functions[name] = nil
    failed.insert(name)
  }
}

/// What a name stands for, and where in the note it was given; an argument of a function has no such place.
struct Binding<Meaning> {
  let meaning: Meaning
  let place: Int?
}
