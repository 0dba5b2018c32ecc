import Engine
import Language
import Report
import SourceText

/// What a statement has to say, before it is put into Markdown.
enum StatementResult {
  case listing([Shown], form: ListingForm, frame: FormulaFrame, digits: Int)
  case table([TableColumn], digits: Int)
  /// `failure` says that it does not hold, where it does not.
  case expectation(condition: String, found: String, failure: Diagnostic?)
  case training(network: String, data: String, TrainingRun, digits: Int)
  case line(String)
  /// A table that is more than columns of numbers.
  case sheet(Report.Table)
  case working(Working, form: ListingForm, frame: FormulaFrame)
  /// The lines of a plot, drawn already.
  case picture([String])
}

extension StatementResult {
  /// What is to be said where the result is an expectation that does not hold.
  var failure: Diagnostic? {
    guard case .expectation(_, _, let failure) = self else { return nil }
    return failure
  }
}

/// One entry of `show`.
struct Shown {
  let label: String
  /// The label as LaTeX, where it can be had.
  let latexLabel: String?
  let content: Content

  enum Content {
    case value(Engine.Value)
    /// A function, as the formula of its body.
    case formula(FormulaText)
  }
}

/// How `show` writes its values.
enum ListingForm: String, CaseIterable {
  case text
  case math
  case table
}

/// Numbers under a name: a column of a table, a curve.
struct NumberColumn {
  let title: String
  let numbers: [Double]
}

/// One column of a table, of numbers or of words.
struct TableColumn {
  let title: String
  let cells: [Report.Table.Cell]
  let alignment: Report.Table.Alignment

  init(title: String, numbers: [Double]) {
    (self.title, cells, alignment) = (title, numbers.map(Report.Table.Cell.number), .right)
  }

  init(_ column: NumberColumn) {
    self.init(title: column.title, numbers: column.numbers)
  }

  init(title: String, words: [String]) {
    (self.title, cells, alignment) = (title, words.map(Report.Table.Cell.text), .left)
  }
}
