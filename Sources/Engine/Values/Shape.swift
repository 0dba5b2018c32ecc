/// How many numbers a value holds, and how they are arranged.
package enum Shape: Sendable, Hashable, CustomStringConvertible {
  case number
  case vector(Int)
  case matrix(rows: Int, columns: Int)

  /// How many numbers there are.
  package var count: Int {
    switch self {
    case .number: 1
    case .vector(let count): count
    case .matrix(let rows, let columns): rows * columns
    }
  }

  /// The shape as messages name it: `a number`, `a vector of 3`, `2×3`.
  package var description: String {
    switch self {
    case .number: "a number"
    case .vector(let count): "a vector of \(count)"
    case .matrix(let rows, let columns): "\(rows)×\(columns)"
    }
  }
}
