/// The dimensions of an array that was asked for, which need not be small enough to exist.
package struct Extent: Sendable, Hashable, CustomStringConvertible {
  /// How many rows, or the entries of a vector.
  package let rows: Double
  /// How many columns; nil for a vector.
  package let columns: Double?

  /// What an array takes in bytes beside its numbers: its storage and the array's own header, rounded up.
  static let overhead = 64

  init(rows: Double, columns: Double?) {
    self.rows = rows
    self.columns = columns
  }

  init(_ shape: Shape) {
    switch shape {
    case .number: self.init(rows: 1, columns: nil)
    case .vector(let count): self.init(rows: Double(count), columns: nil)
    case .matrix(let rows, let columns): self.init(rows: Double(rows), columns: Double(columns))
    }
  }

  /// As messages name it: `matrix of 20,000×20,000`.
  package var description: String {
    columns.map { "matrix of \(spelled(rows))×\(spelled($0))" } ?? "vector of \(spelled(rows))"
  }

  /// At least one number's, so that a dimension too large to be counted never hides behind one of 0.
  var bytes: Double { max(rows, 1) * max(columns ?? 1, 1) * 8 }
}
