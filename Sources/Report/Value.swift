/// What there is to print: a number, or numbers in one or two dimensions.
package enum Value: Sendable, Equatable {
  case number(Double)
  case vector([Double])
  case matrix(Grid)
  /// A formula, in the notation of the note and as LaTeX.
  case formula(text: String, latex: String)
}

/// A matrix, row by row.
package struct Grid: Sendable, Equatable {
  package let rows: Int
  package let columns: Int
  /// The entries, `rows * columns` of them, one row after the other.
  package let entries: [Double]

  package init(rows: Int, columns: Int, entries: [Double]) {
    precondition(entries.count == rows * columns, "a grid has rows times columns entries")
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  subscript(row: Int, column: Int) -> Double { entries[row * columns + column] }

  var shape: String { "\(rows) × \(columns)" }
}
