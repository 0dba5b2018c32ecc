import Engine
import Report
import SourceText

/// Puts the results of statements into Report's terms.
enum Presentation {
  static func blocks(of result: StatementResult) -> [Report.Block] {
    switch result {
    case .listing(let entries, let form, let frame, let digits):
      let listing = Listing(
        entries.map {
          Listing.Entry(
            label: $0.label, formula: $0.latexLabel, value: Report.Value($0.content),
            format: NumberFormat(digits: digits))
        })
      return switch form {
      case .text: [listing.text]
      case .math: [listing.math(in: frame)]
      case .table: [listing.table.markdown]
      }
    case .table(let columns, let digits):
      let format = NumberFormat(digits: digits)
      return [
        Table(
          columns.map { Table.Column(title: $0.title, alignment: $0.alignment, cells: $0.cells, format: format) }
        ).markdown
      ]
    case .training(let network, let data, let run, let digits):
      return [.text(summary(of: run, network, data, NumberFormat(digits: digits)))]
    case .line(let line): return [.text([line])]
    case .sheet(let table): return [table.markdown]
    case .working(let working, let form, let frame):
      return switch form {
      case .text: [working.text]
      case .math: working.math(in: frame)
      case .table: working.tables
      }
    case .picture(let lines): return [.text(lines)]
    case .expectation(let condition, let found, let failure):
      return [Expectation(condition: condition, holds: failure == nil, found: found).text]
    }
  }

  /// `trained m on xor: 500 epochs, 500 updates, loss 0.7166 → 0.0045`, and in a line of its own what validation found.
  private static func summary(
    of run: TrainingRun, _ network: String, _ data: String, _ format: NumberFormat
  ) -> [String] {
    func course(_ figures: [Double]) -> String {
      guard let first = figures.first, let last = figures.last else { return "" }
      return "\(format.text(first)) → \(format.text(last))"
    }
    let updates = "\(counted(run.epochs, "epoch")), \(counted(run.updates, "update"))"
    let training = "trained \(network) on \(data): \(updates), loss \(course(run.history))"
    guard !run.validation.isEmpty else { return [training] }
    let validation = "  validation loss \(course(run.validation))"
    return switch run.stop {
    case .complete: [training, validation]
    case .patience(let best): [training, "\(validation); stopped early, parameters of epoch \(best) kept"]
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
