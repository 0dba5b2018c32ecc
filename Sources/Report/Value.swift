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

/// Which of many things are shown: the first and the last of them, and between them an ellipsis for the rest.
struct Excerpting: Equatable {
  let head: Range<Int>
  let tail: Range<Int>

  /// All of `count` where at most `limit` places are to be had, else as many as leave a place for the ellipsis, three
  /// quarters of them at the beginning.
  init(_ count: Int, limit: Int) {
    if count <= limit {
      head = 0..<count
      tail = count..<count
    } else {
      let last = limit / 4
      head = 0..<(limit - 1 - last)
      tail = (count - last)..<count
    }
  }

  var leavesOut: Bool { head.upperBound < tail.lowerBound }

  /// What is shown, in order; nil is the ellipsis.
  var places: [Int?] {
    leavesOut ? head.map(Optional.some) + [nil] + tail.map(Optional.some) : head.map(Optional.some)
  }

  var shown: [Int] { Array(head) + Array(tail) }
}
