import Engine
import Language
import Report
import SourceText

/// `plot heatmap mlp.W1`.
extension Outputs {
  func heatMap(_ output: Output) throws(Mistakes) -> StatementResult {
    let options = try plotOptions(output, of: .heatmap, Look(height: 24))
    return try single { () throws(Mistake) in
      try rejectRounds(output, of: .heatmap)
      let item = output.items[0]
      if let second = output.items.dropFirst().first {
        throw .at(
          second.value.range, of: code, .option,
          "`plot heatmap` draws one matrix, and \(output.items.count) are given",
          help: ["give each a `plot` of its own"])
      }
      let grid = try self.grid(item.value)
      try take(grid.entries.count, at: item.value)
      var map = HeatMap(grid)
      map.look = try titled(options.look, by: item)
      return .picture(map.text)
    }
  }

  /// A matrix, or a vector as its only row.
  private func grid(_ expression: Expression) throws(Mistake) -> Grid {
    let thing = try evaluator.thing(of: expression)
    let spelling = code.spelling(expression)
    switch thing {
    case .value(.matrix(let matrix)): return Grid(rows: matrix.rows, columns: matrix.columns, entries: matrix.elements)
    case .value(.vector(let vector)): return Grid(rows: 1, columns: vector.count, entries: vector.elements)
    case .value(.number), .choice: throw unmapped(thing, expression, help: [])
    case .network: throw unmapped(thing, expression, help: ["its weights are: `plot heatmap \(spelling).W1`"])
    case .data: throw unmapped(thing, expression, help: ["its inputs are: `plot heatmap \(spelling).inputs`"])
    }
  }

  private func unmapped(_ thing: Thing, _ expression: Expression, help: [String]) -> Mistake {
    .at(
      expression.range, of: code, .shape,
      "a heat map wants a matrix, and `\(code.spelling(expression))` is \(thing.description)", help: help)
  }
}
