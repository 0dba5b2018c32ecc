/// The cells of a field that a curve goes through: in each column the mean of what falls into it, columns without a point
/// by the line between their neighbours, and steep pieces without a gap. Heights are measured along the axis, so a line is
/// straight on a logarithmic one too.
struct Curve {
  private let picture: Picture
  /// How many parts each line of the field has.
  private let parts: Int
  private let points: [PlotPoint]

  init(_ points: [PlotPoint], in picture: Picture, parts: Int) {
    self.picture = picture
    self.parts = parts
    self.points = points
  }

  /// Hands out the cells, lines counted from the top in parts; one may come twice.
  func draw(_ mark: (_ row: Int, _ column: Int) -> Void) {
    for piece in pieces {
      var previous: Int?
      for (offset, height) in piece.heights.enumerated() {
        let column = piece.first + offset
        let row = picture.row(at: height, parts: parts)
        if let previous { connect(previous, row, between: column - 1, mark) }
        mark(row, column)
        previous = row
      }
    }
  }

  /// Fills the lines between two neighbouring columns, the upper half in the one that is higher.
  private func connect(_ left: Int, _ right: Int, between column: Int, _ mark: (Int, Int) -> Void) {
    guard abs(left - right) > 1 else { return }
    let middle = (left + right) / 2
    for row in min(left, right) + 1..<max(left, right) {
      let belongsLeft = left < right ? row <= middle : row > middle
      mark(row, belongsLeft ? column : column + 1)
    }
  }

  /// A run of columns that a curve crosses without a break, with its height in each, from 0 to 1.
  private struct Piece {
    let first: Int
    var heights: [Double]
  }

  /// What falls into one column.
  private struct Stop {
    let column: Int
    var sum: Double
    var count: Double

    var height: Double { sum / count }
  }

  /// A curve breaks where a point cannot be shown.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var run: [Stop] = []
    for point in points {
      guard let column = picture.column(of: point.x), let height = picture.vertical.place(of: point.y) else {
        if let piece = piece(through: run) { pieces.append(piece) }
        run = []
        continue
      }
      if let last = run.last, column <= last.column {
        // Points that go back are no function's; they count for the column that was reached.
        run[run.count - 1].sum += height
        run[run.count - 1].count += 1
      } else {
        run.append(Stop(column: column, sum: height, count: 1))
      }
    }
    if let piece = piece(through: run) { pieces.append(piece) }
    return pieces
  }

  private func piece(through run: [Stop]) -> Piece? {
    guard let first = run.first else { return nil }
    var piece = Piece(first: first.column, heights: [first.height])
    for (left, right) in zip(run, run.dropFirst()) {
      for column in left.column + 1..<right.column {
        let share = Double(column - left.column) / Double(right.column - left.column)
        piece.heights.append(left.height * (1 - share) + right.height * share)
      }
      piece.heights.append(right.height)
    }
    return piece
  }
}
