import SourceText

/// The layers of a network side by side, with what connects them: a bar joins all on its left with all on its right.
/// Where nothing has more than two neurons, the lines are drawn one by one. What is wider than a page goes on below.
struct LayerView {
  private let diagram: NetworkDiagram

  init(_ diagram: NetworkDiagram) {
    self.diagram = diagram
  }

  /// A column of the picture.
  private struct Column {
    enum Kind {
      /// Where numbers come from: inputs, or the layer that a line above ended with.
      case source
      case neurons
      /// What each number goes through by itself.
      case passage
    }

    let kind: Kind
    let title: String
    let detail: String
    /// What stands for each number; nil for those that are left out.
    let cells: [String?]
    /// How many are left out.
    let omitted: Int

    var width: Int {
      ([displayWidth(title), displayWidth(detail)] + cells.map { ($0 ?? note).count }).max() ?? 0
    }

    /// What stands where some are left out.
    var note: String { kind == .passage ? "" : "(\(omitted) more)" }
  }

  /// A layer with what its numbers go through, never torn apart.
  private struct Unit {
    var columns: [Column]
    /// The letter and the number of its results, where a line goes on with them.
    let result: (letter: String, count: Int)
  }

  var lines: [String] {
    var lines: [String] = []
    for band in bands { lines += (lines.isEmpty ? [] : [""]) + picture(of: band) }
    return lines
  }

  // MARK: Columns

  /// Where numbers come from, and what they go through before the first layer.
  private func source(_ letter: String, _ count: Int, title: String) -> Column {
    let end = diagram.style == .ascii ? "o" : "○"
    return Column(
      kind: .source, title: title, detail: "\(count)",
      cells: NetworkDiagram.shown(of: count).map { $0.map { "\(letter)[\($0 + 1)] \(end)" } },
      omitted: NetworkDiagram.omitted(of: count))
  }

  /// What each of so many numbers goes through by itself.
  private func passage(_ mark: String, title: String, detail: String, _ count: Int) -> Column {
    Column(
      kind: .passage, title: title, detail: detail, cells: NetworkDiagram.shown(of: count).map { $0.map { _ in mark } },
      omitted: NetworkDiagram.omitted(of: count))
  }

  private func passages(after index: Int, _ count: Int) -> [Column] {
    diagram.passages(after: index).map { passage in
      let mark =
        switch passage {
        case .dropout: "[drop]"
        case .batchnorm: "[norm]"
        }
      return self.passage(mark, title: "", detail: passage.name(diagram.format), count)
    }
  }

  private func unit(of index: Int, omitted: Int) -> Unit {
    let layer = diagram.layers[index - 1]
    let letter = diagram.result(of: index)
    let neurons = Column(
      kind: .neurons, title: "layer \(index)", detail: "\(layer.neurons) \(layer.activation.text)",
      cells: NetworkDiagram.shown(of: layer.neurons).map { $0.map { "( \(letter)[\($0 + 1)] )" } },
      omitted: NetworkDiagram.omitted(of: layer.neurons))
    let dots = diagram.style == .ascii ? "..." : "···"
    let before = omitted == 0 ? [] : [passage(dots, title: "\(omitted) more", detail: "alike", layer.neurons)]
    return Unit(
      columns: before + [neurons] + passages(after: index, layer.neurons),
      result: (diagram.letter(after: index, layer.passages.count), layer.neurons))
  }

  // MARK: Bands

  /// As many units a line as its width holds; each line but the first begins with what the one before ended with.
  private var bands: [[Column]] {
    var bands: [[Column]] = []
    var band = [source("x", diagram.inputs, title: "input")] + passages(after: 0, diagram.inputs)
    var previous: Unit?
    for (index, omitted) in diagram.shownLayers {
      let unit = unit(of: index, omitted: omitted)
      if let previous, width(of: band + unit.columns) > diagram.width {
        bands.append(band)
        band = [source(previous.result.letter, previous.result.count, title: "from above")]
      }
      band += unit.columns
      previous = unit
    }
    return bands + [band]
  }

  private func width(of columns: [Column]) -> Int {
    let gaps = zip(columns, columns.dropFirst()).map { gap(between: $0, $1, crossing: crosses(columns)) }
    return columns.reduce(0) { $0 + $1.width } + gaps.reduce(0, +)
  }

  /// Whether the lines of this picture are drawn one by one.
  private func crosses(_ columns: [Column]) -> Bool {
    columns.allSatisfy { $0.cells.count <= 2 }
      && zip(columns, columns.dropFirst()).contains {
        $1.kind == .neurons && $0.cells.count == 2 && $1.cells.count == 2
      }
  }

  private static let straight = 2
  private static let bar = 5
  private static let cross = 9

  private func gap(between left: Column, _ right: Column, crossing: Bool) -> Int {
    // Layers that are left out have no bar of their own, nor has what stands for them one on its right.
    if right.kind == .passage || isEllipsis(left) { return Self.straight }
    return crossing && left.cells.count == 2 && right.cells.count == 2 ? Self.cross : Self.bar
  }

  private func isEllipsis(_ column: Column) -> Bool { column.kind == .passage && !column.title.isEmpty }

  // MARK: Drawing

  private func picture(of columns: [Column]) -> [String] {
    let crossing = crosses(columns)
    let step = crossing ? 4 : 2
    let most = columns.map(\.cells.count).max() ?? 1
    func row(_ cell: Int, of column: Column) -> Int { (most - column.cells.count) * step / 2 + cell * step }
    var sheet = WireSheet(rows: (most - 1) * step + 1, columns: width(of: columns))
    var (titles, details) = ("", "")
    var start = 0
    for (index, column) in columns.enumerated() {
      let rows = column.cells.indices.map { row($0, of: column) }
      draw(column, at: start, rows, goesOn: index + 1 < columns.count, on: &sheet)
      Self.head(&titles, column.title, over: column, at: start)
      Self.head(&details, column.detail, over: column, at: start)
      let end = start + column.width
      guard index + 1 < columns.count else { break }
      let next = columns[index + 1]
      let gap = gap(between: column, next, crossing: crossing)
      let nextRows = next.cells.indices.filter { next.cells[$0] != nil }.map { row($0, of: next) }
      let connected = column.cells.indices.filter { column.cells[$0] != nil }.map { rows[$0] }
      connect(connected, nextRows, end..<end + gap, on: &sheet)
      start = end + gap
    }
    return [titles, details, ""] + sheet.lines(in: diagram.style)
  }

  /// The cells of a column, with wires to both of its sides.
  private func draw(_ column: Column, at start: Int, _ rows: [Int], goesOn: Bool, on sheet: inout WireSheet) {
    let end = start + column.width
    for (cell, row) in zip(column.cells, rows) {
      let text = cell ?? column.note
      let place = column.kind == .source ? end - text.count : start + (column.width - text.count) / 2
      if cell != nil, column.kind != .source, place > start { sheet.across(row: row, start...place) }
      if cell != nil, goesOn, place + text.count < end { sheet.across(row: row, place + text.count - 1...end - 1) }
      sheet.write(text, row: row, column: place)
    }
  }

  private func connect(_ left: [Int], _ right: [Int], _ columns: Range<Int>, on sheet: inout WireSheet) {
    let (first, last) = (columns.lowerBound, columns.upperBound - 1)
    guard columns.count == Self.bar else {
      for row in left { sheet.across(row: row, first - 1...last + 1) }
      if columns.count == Self.cross, let top = left.min() { cross(from: top, first, on: &sheet) }
      return
    }
    let bar = first + columns.count / 2
    for row in left { sheet.across(row: row, first - 1...bar) }
    for row in right { sheet.across(row: row, bar...last + 1) }
    let rows = left + right
    if let top = rows.min(), let bottom = rows.max() { sheet.down(column: bar, top...bottom) }
  }

  /// The two lines that cross between two neurons and two.
  private func cross(from row: Int, _ column: Int, on sheet: inout WireSheet) {
    let signs = diagram.style == .ascii ? ["\\", "/", "X"] : ["╲", "╱", "╳"]
    for (below, offset) in [(1, 2), (3, 6)] {
      sheet.write(signs[0], row: row + below, column: column + offset)
      sheet.write(signs[1], row: row + below, column: column + 8 - offset)
    }
    sheet.write(signs[2], row: row + 2, column: column + 4)
  }

  private static func head(_ line: inout String, _ text: String, over column: Column, at start: Int) {
    guard !text.isEmpty else { return }
    let place = start + (column.width - displayWidth(text)) / 2
    line += String(repeating: " ", count: max(0, place - displayWidth(line))) + text
  }
}
