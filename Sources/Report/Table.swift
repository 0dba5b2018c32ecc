import SourceText

/// A table of columns, written as Markdown.
package struct Table: Sendable, Equatable {
  /// One cell; numbers of a column share their number of decimals.
  package enum Cell: Sendable, Equatable {
    case empty
    case text(String)
    /// What the language writes, always in a code span.
    case code(String)
    case number(Double)

    var isEmpty: Bool {
      switch self {
      case .empty, .text(""), .code(""): true
      case .text, .code, .number: false
      }
    }
  }

  /// Where the cells of a column stand.
  package enum Alignment: Sendable {
    case left
    case center
    case right
  }

  /// A title and the cells below it.
  package struct Column: Sendable, Equatable {
    package let title: String
    package let alignment: Alignment
    package let cells: [Cell]
    package let format: NumberFormat
    /// How many decimals each number gets, where that does not follow from the numbers.
    fileprivate let decimals: Int?

    package init(title: String, alignment: Alignment, cells: [Cell], format: NumberFormat = NumberFormat()) {
      self.init(title: title, alignment: alignment, cells: cells, format: format, decimals: nil)
    }

    /// A column of shares of one whole, such as probabilities, with as many decimals as there are digits: what is far
    /// smaller than the whole is 0.0000.
    package init(title: String, shares: [Double], format: NumberFormat = NumberFormat()) {
      self.init(
        title: title, alignment: .right, cells: shares.map(Cell.number), format: format, decimals: format.digits)
    }

    private init(title: String, alignment: Alignment, cells: [Cell], format: NumberFormat, decimals: Int?) {
      self.title = title
      self.alignment = alignment
      self.cells = cells
      self.format = format
      self.decimals = decimals
    }

    /// A column of numbers, aligned to the right.
    package init(title: String, numbers: [Double], format: NumberFormat = NumberFormat()) {
      self.init(title: title, alignment: .right, cells: numbers.map(Cell.number), format: format)
    }
  }

  /// At least one; those that are shorter than the longest end in empty cells.
  package let columns: [Column]

  package init(_ columns: [Column]) {
    precondition(!columns.isEmpty, "a table has at least one column")
    self.columns = columns
  }

  /// The table as Markdown, padded as formatters leave it.
  package var markdown: Block {
    let height = columns.map(\.cells.count).max() ?? 0
    let printed = columns.map { column in
      let cells = [cellText(column.title)] + column.texts + repeatElement("", count: height - column.cells.count)
      // Three is the least that formatters give a column.
      let width = max(3, cells.map(displayWidth).max() ?? 0)
      let padded = cells.map { $0.padded(to: width, column.alignment) }
      return padded[..<1] + [column.alignment.delimiter(width: width)] + padded[1...]
    }
    return .markdown((0...(height + 1)).map { row in "| " + printed.map { $0[row] }.joined(separator: " | ") + " |" })
  }
}

extension Table.Column {
  /// The cells as Markdown, not padded.
  fileprivate var texts: [String] {
    let numbers = cells.compactMap { cell -> Double? in
      switch cell {
      case .number(let number): number
      case .text, .code, .empty: nil
      }
    }
    var printed = format.printed(numbers, decimals: decimals).makeIterator()
    return cells.map { cell in
      switch cell {
      case .empty: ""
      case .text(let text): cellText(text)
      case .code(let text): codeText(text)
      case .number: printed.next()?.text ?? ""
      }
    }
  }
}

extension Table.Alignment {
  /// The cell of the row below the titles.
  fileprivate func delimiter(width: Int) -> String {
    let line = String(repeating: "-", count: width - 2)
    return switch self {
    case .left: ":\(line)-"
    case .center: ":\(line):"
    case .right: "-\(line):"
    }
  }
}
