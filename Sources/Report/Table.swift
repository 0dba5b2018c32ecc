/// A table of columns, written as Markdown.
package struct Table: Sendable, Equatable {
  /// One cell; numbers of a column share their number of decimals.
  package enum Cell: Sendable, Equatable {
    case empty
    case text(String)
    case number(Double)
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

    package init(title: String, alignment: Alignment, cells: [Cell], format: NumberFormat = NumberFormat()) {
      self.title = title
      self.alignment = alignment
      self.cells = cells
      self.format = format
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

  /// The table as Markdown.
  package var markdown: Block { preconditionFailure("follows") }
}
