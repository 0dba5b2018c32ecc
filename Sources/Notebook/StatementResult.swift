import Engine
import Language
import Report
import SourceText

/// What a statement has to say, before it is put into Markdown.
enum StatementResult {
  case listing([Shown], form: ListingForm, frame: FormulaFrame, digits: Int)
  case table([TableColumn], digits: Int)
  case expectation(condition: String, holds: Bool, found: String)
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
  func failure(of statement: Statement, in code: Code) -> [Diagnostic] {
    guard case .expectation(let condition, false, let found) = self else { return [] }
    return [Diagnostic(.expectation, at: code.place(statement.range), "expected `\(condition)`, found \(found)")]
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

/// One column of a table.
struct TableColumn {
  let title: String
  let numbers: [Double]
}
