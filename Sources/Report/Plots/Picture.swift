import SourceText

/// A field of characters between two axes.
struct Picture {
  let horizontal: Axis
  let vertical: Axis
  let width: Int
  let height: Int
  let format: NumberFormat

  typealias Canvas = [[Character]]

  init(horizontal: Axis, vertical: Axis, width: Int, height: Int, format: NumberFormat) {
    self.horizontal = horizontal
    self.vertical = vertical
    // So that each tick stands on a line and on a column of its own, at equal distances.
    let steps = vertical.ticks.count - 1
    self.height = max(1, height / steps) * steps
    let columns = horizontal.ticks.count - 1
    self.width = max(2, width / columns) * columns
    self.format = format
  }

  /// Lines from the top; one more of each than steps, since both ends are shown.
  var blank: Canvas { Array(repeating: Array(repeating: " ", count: width + 1), count: height + 1) }

  /// The line (0 is the top) and the column of a point.
  func cell(_ x: Double, _ y: Double) -> (row: Int, column: Int)? {
    guard let across = horizontal.place(of: x), let up = vertical.place(of: y) else { return nil }
    return (height - Self.nearest(up * Double(height)), Self.nearest(across * Double(width)))
  }

  /// Halves go up whatever the last digit says, so that a curve along the middle of a line does not flicker.
  private static func nearest(_ place: Double) -> Int { Int((place + 0.5 + 1e-9).rounded(.down)) }

  /// Draws a curve: in each column the mean of what falls into it, columns without a point by the line between their
  /// neighbours, and steep pieces without a gap.
  func draw(_ points: [LinePlot.Point], with sign: Character, on canvas: inout Canvas) {
    var previous: (row: Int, column: Int)?
    for piece in pieces(points) {
      previous = nil
      for column in piece.first...piece.last {
        guard let cell = cell(abscissa(of: column), piece.height(at: column)) else { continue }
        if let previous { connect(previous.row, cell.row, between: column - 1, sign, &canvas) }
        canvas[cell.row][column] = sign
        previous = (cell.row, column)
      }
    }
  }

  /// Fills the lines between two neighbouring columns, the upper half in the one that is higher.
  private func connect(_ left: Int, _ right: Int, between column: Int, _ sign: Character, _ canvas: inout Canvas) {
    guard abs(left - right) > 1 else { return }
    let middle = (left + right) / 2
    for row in min(left, right) + 1..<max(left, right) {
      let belongsLeft = left < right ? row <= middle : row > middle
      canvas[row][belongsLeft ? column : column + 1] = sign
    }
  }

  private func abscissa(of column: Int) -> Double {
    horizontal.low + (horizontal.high - horizontal.low) * Double(column) / Double(width)
  }

  /// A run of columns that a curve crosses without a break, with its height in each.
  private struct Piece {
    let first: Int
    var heights: [Double]
    var last: Int { first + heights.count - 1 }
    func height(at column: Int) -> Double { heights[column - first] }
  }

  /// A curve breaks where a point cannot be shown.
  private func pieces(_ points: [LinePlot.Point]) -> [Piece] {
    var pieces: [Piece] = []
    var run: [(column: Int, sum: Double, count: Double)] = []
    func finish() {
      guard let first = run.first else { return }
      var piece = Piece(first: first.column, heights: [first.sum / first.count])
      for (left, right) in zip(run, run.dropFirst()) {
        let (from, through) = (left.sum / left.count, right.sum / right.count)
        for column in left.column + 1...right.column {
          let share = Double(column - left.column) / Double(right.column - left.column)
          piece.heights.append(column == right.column ? through : from * (1 - share) + through * share)
        }
      }
      pieces.append(piece)
      run = []
    }
    for point in points {
      guard let column = cell(point.x, point.y)?.column else {
        finish()
        continue
      }
      if let last = run.last, column <= last.column {
        // Points that go back are no function's; they count for the column that was reached.
        run[run.count - 1] = (last.column, last.sum + point.y, last.count + 1)
      } else {
        run.append((column, point.y, 1))
      }
    }
    finish()
    return pieces
  }

  // MARK: Frame

  /// The lines with their axes.
  func framed(_ canvas: Canvas, label: String?) -> [String] {
    let names = names(of: vertical)
    let margin = names.map(displayWidth).max() ?? 0
    let perTick = height / (vertical.ticks.count - 1)
    var lines: [String] = []
    for (row, characters) in canvas.enumerated() {
      let fromBelow = height - row
      let name = fromBelow % perTick == 0 ? names[fromBelow / perTick] : ""
      lines.append(name.padded(to: margin, .right) + " |" + Substring(String(characters)).trimmedAtEnd)
    }
    let blank = String(repeating: " ", count: margin + 1)
    let perColumn = width / (horizontal.ticks.count - 1)
    let step = String(repeating: "-", count: perColumn - 1) + "+"
    lines.append(blank + "+-" + String(repeating: step, count: horizontal.ticks.count - 1))
    lines.append(blank + ticks(perColumn))
    if let label {
      let indent = max(0, (width + 2 - displayWidth(label)) / 2)
      lines.append(blank + String(repeating: " ", count: indent) + label.onOneLine)
    }
    return lines
  }

  /// The names of the ticks below their crosses, each centred, none touching the next.
  private func ticks(_ perColumn: Int) -> String {
    var line = ""
    for (index, name) in names(of: horizontal).enumerated() {
      let centre = 1 + index * perColumn
      let start = max(0, centre - (name.count - 1) / 2)
      guard start == 0 || start > line.count else { continue }
      line += String(repeating: " ", count: start - line.count) + name
    }
    return line
  }

  /// The ticks in one notation, with as many decimals as the finest of them needs; powers of ten each in its own.
  private func names(of axis: Axis) -> [String] {
    axis.isLogarithmic
      ? axis.ticks.map(format.text) : format.column(axis.ticks).map { String($0.drop { $0 == " " }) }
  }
}
