import SourceText

/// A matrix as a field of shades, a row a line, with the scale of the shades below it. One with more rows or columns than
/// there is room for is shown in pieces, each by its mean.
package struct HeatMap: Sendable, Equatable {
  package let grid: Grid
  package var look = Look(height: 24)

  package init(_ grid: Grid) {
    self.grid = grid
  }

  /// The picture, or a sentence where there is nothing to draw.
  package var text: [String] {
    guard !grid.entries.isEmpty else { return look.heading + ["(\(grid.rows) x \(grid.columns), no entry to plot)"] }
    let rows = Division(grid.rows, most: look.height)
    let columns = Division(grid.columns, most: look.width)
    let means = (0..<rows.count).map { row in
      (0..<columns.count).map { mean(rows.range(row), columns.range($0)) }
    }
    guard let scale = ShadeScale(covering: means.joined()) else {
      return look.heading + ["(no finite value to plot)"]
    }
    let widthOfEach = min(4, look.width / columns.count)
    let names = (0..<rows.count).map { rows.name($0) }
    let margin = names.map(\.count).max() ?? 0
    let blank = String(repeating: " ", count: margin + 1)
    var lines = look.upwards.map { [blank + $0.onOneLine] } ?? []
    if let label = look.across {
      let indent = max(0, (columns.count * widthOfEach - displayWidth(label)) / 2) + 1
      lines.append(blank + String(repeating: " ", count: indent) + label.onOneLine)
    }
    lines.append(blank + header(columns, widthOfEach))
    for (name, means) in zip(names, means) {
      let shades = means.map { String(repeating: scale.shade(of: $0, in: look.style), times: widthOfEach) }
      lines.append(name.padded(to: margin, .right) + " " + look.style.upright(atTick: false) + shades.joined())
    }
    return look.heading + lines + ["", " " + scale.legend(in: look)] + remarks(rows, columns)
  }

  /// The numbers of the columns, each in the middle of its column; of narrow ones only every so many are named.
  private func header(_ columns: Division, _ width: Int) -> String {
    let longest = "\(grid.columns)".count
    let every = [1, 2, 5, 10, 20, 50, 100].first { $0 * width > longest } ?? 200
    var line = ""
    for place in stride(from: 0, to: columns.count, by: every) {
      let name = "\(columns.range(place).lowerBound + 1)"
      let start = max(line.count, 1 + place * width + max(0, (width - name.count) / 2))
      line += String(repeating: " ", count: start - line.count) + name
    }
    return line
  }

  /// The mean of the entries of a piece; nan where it has an entry that is not finite.
  private func mean(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
    let count = Double(rows.count * columns.count)
    var mean = 0.0
    for row in rows {
      // Divided first, so that no sum is past all bounds.
      for column in columns { mean += grid[row, column] / count }
    }
    return mean.isFinite ? mean : .nan
  }

  private func remarks(_ rows: Division, _ columns: Division) -> [String] {
    var lines: [String] = []
    if rows.size * columns.size > 1 {
      lines.append(
        "(\(grid.rows) x \(grid.columns): each mark is the mean of \(rows.size) x \(columns.size) entries)")
    }
    let unknown = grid.entries.count { !$0.isFinite }
    if unknown > 0 { lines.append("(\(unknown) not finite, shown as \(PlotStyle.unknown))") }
    return lines
  }

  /// Rows or columns in pieces of one size, the last of which may be smaller.
  private struct Division {
    let size: Int
    let count: Int
    private let whole: Int

    init(_ whole: Int, most: Int) {
      size = (whole + most - 1) / most
      count = (whole + size - 1) / size
      self.whole = whole
    }

    /// The rows or columns of a piece, from 0.
    func range(_ place: Int) -> Range<Int> { place * size..<min(whole, (place + 1) * size) }

    func name(_ place: Int) -> String {
      let range = range(place)
      return range.count == 1 ? "\(range.upperBound)" : "\(range.lowerBound + 1)..\(range.upperBound)"
    }
  }
}
