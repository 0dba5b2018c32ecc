/// The spellings of operands, where they are at hand.
struct Operands {
  let spellings: [String]

  /// The spelling in backquotes, or the description.
  subscript(position: Int, description: String) -> String {
    spellings.indices.contains(position) ? "`\(spellings[position])`" : description
  }

  /// `` `W` is 2×3 ``, `` `x` has 2 ``.
  func phrase(_ position: Int, _ description: String, _ shape: Shape) -> String {
    "\(self[position, description]) \(shape.predicate)"
  }

  /// What a figure is instead of what it should be, by name where it has one: `: n is -3`, else `, not -3`.
  func instead(_ position: Int, _ got: Double) -> String {
    let figure = spelled(got)
    guard spellings.indices.contains(position), spellings[position] != figure, Double(spellings[position]) != got else {
      return ", not \(figure)"
    }
    return ": `\(spellings[position])` is \(figure)"
  }
}

extension Shape {
  /// What is said of a value of that shape: `is 2×3`, `has 3`.
  var predicate: String {
    switch self {
    case .number, .matrix: "is \(self)"
    case .vector(let count): "has \(count)"
    }
  }
}
