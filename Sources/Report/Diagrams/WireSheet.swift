/// A sheet of characters on which wires run and words stand; where wires meet, the sign of the junction is found.
struct WireSheet {
  private var wires: [[Wire]]
  private var signs: [[Character?]]

  private struct Wire: OptionSet {
    let rawValue: Int
    static let up = Wire(rawValue: 1)
    static let down = Wire(rawValue: 2)
    static let left = Wire(rawValue: 4)
    static let right = Wire(rawValue: 8)
  }

  init(rows: Int, columns: Int) {
    wires = Array(repeating: Array(repeating: [], count: columns), count: rows)
    signs = Array(repeating: Array(repeating: nil, count: columns), count: rows)
  }

  /// A wire from the middle of one column to the middle of another.
  mutating func across(row: Int, _ columns: ClosedRange<Int>) {
    for column in columns {
      if column > columns.lowerBound { wires[row][column].insert(.left) }
      if column < columns.upperBound { wires[row][column].insert(.right) }
    }
  }

  /// A wire from the middle of one row to the middle of another.
  mutating func down(column: Int, _ rows: ClosedRange<Int>) {
    for row in rows {
      if row > rows.lowerBound { wires[row][column].insert(.up) }
      if row < rows.upperBound { wires[row][column].insert(.down) }
    }
  }

  /// Words, over whatever wires there are.
  mutating func write(_ text: String, row: Int, column: Int) {
    for (offset, sign) in text.enumerated() { signs[row][column + offset] = sign }
  }

  /// The lines, without the spaces at their ends.
  func lines(in style: PlotStyle) -> [String] {
    zip(wires, signs).map { wires, signs in
      String(Substring(String(zip(wires, signs).map { $1 ?? style.wire($0.rawValue) })).trimmedAtEnd)
    }
  }
}

extension PlotStyle {
  /// The sign of wires that go up (1), down (2), left (4) and right (8) from one place, the numbers added.
  fileprivate func wire(_ directions: Int) -> Character {
    switch self {
    case .ascii: Self.asciiWires[directions]
    case .blocks: Self.boxWires[directions]
    }
  }

  private static let asciiWires: [Character] = Array(" |||-+++-+++-+++")
  private static let boxWires: [Character] = Array(" │││─┘┐┤─└┌├─┴┬┼")
}
