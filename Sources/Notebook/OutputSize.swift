import Engine

/// How much text a result will take, known before it is made: every cell of a column is as wide as the widest, so a long
/// title over many rows is text that no memory holds.
extension StatementResult {
  /// About as many bytes as its lines will have, rather more than less.
  var textSize: Double {
    switch self {
    case .listing(let entries, let form, _, let digits):
      let labels = entries.map { $0.label.utf8.count }
      let sizes = entries.map { $0.content.textSize(digits: digits) }
      let (label, size) = (labels.max() ?? 0, sizes.max() ?? 0)
      return switch form {
      // Every line of an entry is indented by its label.
      case .text: zip(labels, sizes).reduce(0) { $0 + Double($1.0) * 8 + Double($1.1) * 2 }
      case .math: zip(labels, sizes).reduce(0) { $0 + Double($1.0 + $1.1) }
      case .table: Double(entries.count) * Double(label + size)
      }
    case .table(let columns, let digits):
      return columns.reduce(0) {
        $0 + Double($1.cells.count) * Double($1.title.utf8.count + NumberWidth.most(digits: digits))
      }
    case .training, .line: return 1000
    case .sheet(let table):
      return table.columns.reduce(0) {
        $0 + Double($1.cells.count) * Double($1.title.utf8.count + NumberWidth.most(digits: $1.format.digits))
      }
    case .working(let working, _, _): return working.textSize
    case .picture(let lines): return lines.reduce(0) { $0 + Double($1.utf8.count) }
    case .expectation(let condition, let found, _): return Double(condition.utf8.count + found.utf8.count)
    }
  }
}

extension Shown.Content {
  /// Of an array no more than some hundred entries are written.
  fileprivate func textSize(digits: Int) -> Int {
    switch self {
    case .value(let value): min(value.shape.count, 240) * NumberWidth.most(digits: digits)
    case .formula(let formula): formula.text.utf8.count
    }
  }
}

private enum NumberWidth {
  /// The sign, the point, a power of ten or the zeros that a column may add, and the space between two numbers.
  static func most(digits: Int) -> Int { digits + 24 }
}
