import Engine
import Report
import SourceText

/// Puts the results of statements into Report's terms.
enum Presentation {
  static func blocks(of result: StatementResult) -> [Report.Block] {
    switch result {
    case .listing(let entries, let form, let digits):
      let listing = Listing(
        entries.map {
          Listing.Entry(
            label: $0.label, formula: $0.latexLabel, value: Report.Value($0.content),
            format: NumberFormat(digits: digits))
        })
      return switch form {
      case .text: [listing.text]
      case .math: [listing.math]
      case .table: [listing.table.markdown]
      }
    case .table(let columns, let digits):
      let format = NumberFormat(digits: digits)
      return [Table(columns.map { Table.Column(title: $0.title, numbers: $0.numbers, format: format) }).markdown]
    case .expectation(let condition, let holds, let found):
      return [Expectation(condition: condition, holds: holds, found: found).text]
    }
  }

  /// The text of an inline value.
  static func inline(_ content: Shown.Content, digits: Int) -> String {
    NumberFormat(digits: digits).markdown(Report.Value(content))
  }
}

extension Report.Value {
  init(_ value: Engine.Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .vector(let vector): self = .vector(vector.elements)
    case .matrix(let matrix):
      self = .matrix(Grid(rows: matrix.rows, columns: matrix.columns, entries: matrix.elements))
    }
  }

  init(_ content: Shown.Content) {
    switch content {
    case .value(let value): self.init(value)
    case .formula(let formula): self = .formula(text: formula.text, latex: (try? formula.latex.get().body) ?? "")
    }
  }
}
