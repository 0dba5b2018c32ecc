extension NumberFormat {
  /// How many entries of an array a line of prose can bear.
  private static let mostInlineEntries = 100

  /// A value on one line, as prose takes it: `[1, 2; 3, 4]`. Of more than 100 entries the first and the last are shown.
  package func inline(_ value: Value) -> String {
    switch value {
    case .number(let number):
      return text(number)
    case .vector(let entries):
      return "[" + list(entries[...], limit: Self.mostInlineEntries) + "]"
    case .matrix(let grid):
      guard grid.columns > 0 else { return "[]" }
      let rows = Abridgement(
        grid.rows, limit: max(4, Self.mostInlineEntries / min(grid.columns, Self.mostInlineEntries)))
      let limit = max(4, Self.mostInlineEntries / max(1, rows.places.count))
      let texts = rows.places.map { row in
        row.map { list(grid.entries[($0 * grid.columns)..<(($0 + 1) * grid.columns)], limit: limit) } ?? "…"
      }
      return "[" + texts.joined(separator: "; ") + "]"
    case .formula(let text, _):
      return text.onOneLine
    }
  }

  /// The same as Markdown, for prose: the stars of `2*x*y` are none of an emphasis.
  package func markdown(_ value: Value) -> String {
    switch value {
    case .number, .vector, .matrix: inline(value)
    case .formula(let text, _): cellText(text)
    }
  }

  private func list(_ numbers: ArraySlice<Double>, limit: Int) -> String {
    Abridgement(numbers.count, limit: limit).places
      .map { $0.map { text(numbers[numbers.startIndex + $0]) } ?? "…" }
      .joined(separator: ", ")
  }
}
