/// Worked arithmetic as tables.
extension Working {
  /// Each group a table under its heading, a row a quantity; columns in which nothing stands are left out.
  package var tables: [Block] {
    groups.flatMap { group in
      let heading = group.heading.map { [Block.markdown(["**\(cellText($0))**"])] } ?? []
      let table = group.lines.isEmpty ? [] : [group.table.markdown]
      return heading + table + group.remarks.map { Block.markdown([cellText($0)]) }
    }
  }
}

extension Working.Group {
  fileprivate var table: Table {
    func column(
      _ title: String, _ alignment: Table.Alignment = .left, _ cell: (Working.Line) -> Table.Cell
    ) -> Table.Column {
      Table.Column(title: title, alignment: alignment, cells: lines.map(cell))
    }
    // A result is a number or an array, a remark is words; all else is in the names of the language.
    let columns = [
      column("quantity") { .code($0.relation == .becomes ? "\($0.left.text) ←" : $0.left.text) },
      column("formula") { .code($0.texts { if case .formula(let phrase) = $0 { phrase } else { nil } }) },
      column("numbers") { .code($0.texts { if case .numbers(let phrase) = $0 { phrase } else { nil } }) },
      column("result", .right) { line in
        let text = line.texts { if case .result(let phrase) = $0 { phrase } else { nil } }
        return text.hasPrefix("[") ? .code(text) : .text(text)
      },
      column("remark") { .text($0.comment ?? "") },
    ]
    return Table(columns.enumerated().filter { $0 == 0 || $1.cells.contains { !$0.isEmpty } }.map(\.element))
  }
}

extension Working.Line {
  fileprivate func texts(_ chosen: (Working.Step) -> Phrase?) -> String {
    steps.compactMap(chosen).map(\.text).joined(separator: " = ")
  }
}
