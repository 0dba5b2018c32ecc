/// What became of an expectation: `✓ m.loss < 0.01 (0.0045)`.
package struct Expectation: Sendable, Equatable {
  /// The condition as the note has it.
  package let condition: String
  package let holds: Bool
  /// What was found, in words or figures (`NumberFormat.inline`).
  package let found: String?

  package init(condition: String, holds: Bool, found: String?) {
    self.condition = condition
    self.holds = holds
    self.found = found
  }

  /// One line of text.
  package var text: Block {
    let ending = found.map { " (\($0.onOneLine))" } ?? ""
    return .text(["\(holds ? "✓" : "✗") \(condition.onOneLine)\(ending)"])
  }
}
