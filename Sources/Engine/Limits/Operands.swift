/// The spellings of operands, where they are at hand and fit into a sentence.
struct Operands {
  private let spellings: [String?]

  init(spellings: [String]) {
    self.spellings = spellings.map { spelling in
      spelling.unicodeScalars.count <= Self.longest && !spelling.contains { $0.isNewline || $0 == "`" } ? spelling : nil
    }
  }

  /// Past so many letters a spelling is in the way of what is said of it.
  private static let longest = 40

  /// The spelling alone, nil where there is none that fits.
  func spelling(_ position: Int) -> String? {
    spellings.indices.contains(position) ? spellings[position] : nil
  }

  /// The spelling in backquotes, or the description.
  subscript(position: Int, description: String) -> String {
    spelling(position).map { "`\($0)`" } ?? description
  }

  /// `` `W` is 2×3 ``, `` `x` has 2 ``.
  func phrase(_ position: Int, _ description: String, _ shape: Shape) -> String {
    "\(self[position, description]) \(shape.predicate)"
  }

  /// What a figure is instead of what it should be, by name where it has one: `: n is -3`, else `, not -3`.
  func instead(_ position: Int, _ got: Double) -> String {
    let figure = spelled(got)
    guard let name = spelling(position), name != figure, Double(name) != got else { return ", not \(figure)" }
    return ": `\(name)` is \(figure)"
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
