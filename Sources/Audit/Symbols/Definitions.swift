/// The functions that a note defines: `f(x) = 4x^3`.
struct Definitions: Sendable {
  /// One definition, and where it stands.
  struct Definition: Sendable {
    let variables: [String]
    /// Nil where it is said, but cannot be read.
    let body: Expression?
    let chain: Int
  }

  private var known: [String: [Definition]] = [:]

  init(_ chains: [Chain]) {
    for (index, chain) in chains.enumerated() {
      guard let first = chain.sides.first?.expression, chain.relations.first == .equal,
        case .call(let name, 0, let arguments) = first.form
      else { continue }
      let variables = arguments.compactMap { if case .symbol(let name) = $0.form { name } else { nil } }
      guard variables.count == arguments.count else { continue }
      let body = chain.sides[1].expression
      // f(w) = (5 - 2)^2 puts a number in; it defines nothing.
      if let body, !body.isSymbolic { continue }
      let isBare = body.map { $0.isName } ?? false
      known[name, default: []].append(
        Definition(variables: variables, body: isBare ? nil : body, chain: index))
    }
  }

  init() {}

  /// What a function was defined to be last before a chain.
  func definition(of name: String, before chain: Int) -> Definition? {
    known[name]?.last { $0.chain < chain }
  }

  /// The functions that no note needs to define.
  static func builtIn(_ name: String) -> ElementaryFunction? {
    name == "σ" ? .sigmoid : ElementaryFunction(rawValue: name)
  }
}
