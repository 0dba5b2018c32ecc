import SourceText

/// A field of characters between two axes.
struct Picture {
  let horizontal: Axis
  let vertical: Axis
  let width: Int
  let height: Int
  let look: Look

  typealias Canvas = [[Unicode.Scalar]]

  /// The field around what is to be drawn; nil where an axis has nothing to show. A `margin` is left on all sides, a share
  /// of the interval.
  init?(
    covering points: [PlotPoint], logarithmic: LogarithmicAxes = .none, margin: Double = 0, look: Look
  ) {
    let shown = points.filter {
      $0.x.isFinite && $0.y.isFinite && (!logarithmic.hasX || $0.x > 0) && (!logarithmic.hasY || $0.y > 0)
    }
    guard
      let vertical = Axis(
        covering: shown.lazy.map(\.y), most: max(3, look.height / 2 + 1), isLogarithmic: logarithmic.hasY,
        margin: margin),
      let horizontal = Axis(
        covering: shown.lazy.map(\.x), most: max(3, look.width / 9 + 1), isLogarithmic: logarithmic.hasX,
        margin: margin)
    else { return nil }
    self.horizontal = horizontal
    self.vertical = vertical
    // So that each tick stands on a line and on a column of its own, at equal distances.
    let steps = vertical.ticks.count - 1
    height = max(1, look.height / steps) * steps
    let columns = horizontal.ticks.count - 1
    width = max(2, look.width / columns) * columns
    self.look = look
  }

  /// Lines from the top; one more of each than steps, since both ends are shown.
  var blank: Canvas { Array(repeating: Array(repeating: " ", count: width + 1), count: height + 1) }

  /// The line (0 is the top) and the column of a point.
  func cell(_ point: PlotPoint) -> (row: Int, column: Int)? {
    guard let column = column(of: point.x), let up = vertical.place(of: point.y) else { return nil }
    return (row(at: up), column)
  }

  func column(of x: Double) -> Int? { horizontal.place(of: x).map { RoundNumbers.nearest($0 * Double(width)) } }

  /// The line at a height from 0 to 1, counted from the top, or, of lines that are parted into `parts`, the part.
  func row(at up: Double, parts: Int = 1) -> Int {
    let middle = Double(parts - 1) / 2
    return parts * (height + 1) - 1 - RoundNumbers.nearest(Double(parts) * up * Double(height) + middle)
  }

  // MARK: Frame

  /// The lines with their axes and what stands beside these.
  func framed(_ canvas: Canvas) -> [String] {
    let names = vertical.names(in: look.format)
    let margin = names.map(displayWidth).max() ?? 0
    let perTick = height / (vertical.ticks.count - 1)
    let blank = String(repeating: " ", count: margin + 1)
    var lines = look.upwards.map { [blank + $0.onOneLine] } ?? []
    for (row, characters) in canvas.enumerated() {
      let fromBelow = height - row
      let isTick = fromBelow % perTick == 0
      let name = isTick ? names[fromBelow / perTick] : ""
      lines.append(
        name.padded(to: margin, .right) + " " + look.style.upright(atTick: isTick)
          + characters.text)
    }
    let perColumn = width / (horizontal.ticks.count - 1)
    lines.append(blank + look.style.base(steps: horizontal.ticks.count - 1, perTick: perColumn))
    lines.append(blank + ticks(perColumn))
    if let label = look.across {
      let indent = max(0, (width + 2 - displayWidth(label)) / 2)
      lines.append(blank + String(repeating: " ", count: indent) + label.onOneLine)
    }
    return lines
  }

  /// The names of the ticks below their crosses, each centred, none touching the next.
  private func ticks(_ perColumn: Int) -> String {
    var line = ""
    for (index, name) in horizontal.names(in: look.format).enumerated() {
      let centre = 1 + index * perColumn
      let start = max(0, centre - (name.count - 1) / 2)
      guard index == 0 || start > line.count else { continue }
      line += String(repeating: " ", count: start - line.count) + name
    }
    return line
  }
}

extension [Unicode.Scalar] {
  /// A line of a field, without the blanks at its end.
  fileprivate var text: String {
    let end = lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self[..<end])
    return String(text)
  }
}
