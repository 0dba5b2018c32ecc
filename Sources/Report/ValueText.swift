import SourceText

/// A value as lines of aligned text.
///
/// - A vector stands on one line, two spaces between its entries; one that is too long is broken into lines, its entries
///   below one another. Of more than 100 entries the first and the last are shown.
/// - A matrix has a line for each row. Of more than 20 rows or 12 columns, and of columns that do not fit, the first and
///   the last are shown, and its shape is said.
/// - All entries share their number of decimals; the columns of a matrix have their own where that is not sensible.
struct ValueText {
  static let mostEntries = 100
  static let mostRows = 20
  static let mostColumns = 12
  /// However little room there is, so many columns of a matrix are shown.
  static let leastColumns = 4
  static let gap = "  "

  let format: NumberFormat
  /// The columns of the page that a line may take.
  let width: Int

  /// At least one line.
  func lines(_ value: Value) -> [String] {
    switch value {
    case .number(let number): [format.text(number)]
    case .vector(let entries): lines(vector: entries)
    case .matrix(let grid): lines(matrix: grid)
    case .formula(let text, _): [text.onOneLine]
    }
  }

  private func lines(vector entries: [Double]) -> [String] {
    guard !entries.isEmpty else { return ["(no entries)"] }
    let abridgement = Abridgement(entries.count, limit: Self.mostEntries)
    let printed = format.printed(abridgement.shown.map { entries[$0] })
    var texts = printed.map(\.text)
    var cells = printed.aligned
    if abridgement.leavesOut {
      texts.insert("…", at: abridgement.head.count)
      cells.insert("…".padded(to: displayWidth(cells[0]), .right), at: abridgement.head.count)
    }
    var lines = [texts.joined(separator: Self.gap)]
    if displayWidth(lines[0]) > width {
      let perLine = max(1, (width + Self.gap.count) / (displayWidth(cells[0]) + Self.gap.count))
      lines = stride(from: 0, to: cells.count, by: perLine).map { start in
        row(cells[start..<min(start + perLine, cells.count)])
      }
    }
    return abridgement.leavesOut ? lines + ["(\(entries.count) entries)"] : lines
  }

  private func lines(matrix grid: Grid) -> [String] {
    guard !grid.entries.isEmpty else { return ["(\(grid.shape))"] }
    let rows = Abridgement(grid.rows, limit: Self.mostRows)
    var limit = Self.mostColumns
    var columns = Abridgement(grid.columns, limit: limit)
    var cells = self.cells(grid, rows: rows, columns: columns)
    while limit > Self.leastColumns,
      cells.reduce(-Self.gap.count, { $0 + displayWidth($1[0]) + Self.gap.count }) > width
    {
      limit = min(limit, grid.columns) - 1
      columns = Abridgement(grid.columns, limit: limit)
      cells = self.cells(grid, rows: rows, columns: columns)
    }
    let lines = rows.places.indices.map { place in row(cells.map { $0[place] }) }
    return rows.leavesOut || columns.leavesOut ? lines + ["(\(grid.shape))"] : lines
  }

  /// The shown columns of a matrix, each with a cell for each shown row, ellipses among them.
  private func cells(_ grid: Grid, rows: Abridgement, columns: Abridgement) -> [[String]] {
    var numbers = format.printed(grid, rows: rows.shown, columns: columns.shown).map(\.aligned)
    if rows.leavesOut {
      for column in numbers.indices {
        let width = displayWidth(numbers[column][0])
        numbers[column].insert("…".padded(to: width, .right), at: rows.head.count)
      }
    }
    if columns.leavesOut {
      numbers.insert([String](repeating: "…", count: rows.places.count), at: columns.head.count)
    }
    return numbers
  }

  private func row(_ cells: some Sequence<String>) -> String {
    String(Substring(cells.joined(separator: Self.gap)).trimmedAtEnd)
  }
}

extension NumberFormat {
  /// Some columns of a matrix: in one notation where one suits them all, else each in its own.
  func printed(_ grid: Grid, rows: [Int], columns: [Int]) -> [[PrintedNumber]] {
    let figures = columns.map { column in rows.map { Figure(grid[$0, column]) } }
    let common = notation(for: Array(figures.joined()))
    return figures.map { column in
      switch common {
      case .fixed: column.map(common.printed)
      case .scientific: column.map(notation(for: column).printed)
      }
    }
  }
}
