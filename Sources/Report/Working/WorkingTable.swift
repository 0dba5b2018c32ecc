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
    func column(_ title: String, _ alignment: Table.Alignment = .left, _ text: (Working.Line) -> String) -> Table.Column
    {
      Table.Column(title: title, alignment: alignment, cells: lines.map { .text(text($0)) })
    }
    let columns = [
      column("quantity") { $0.relation == .becomes ? "\($0.left.text) ←" : $0.left.text },
      column("formula") { $0.texts { if case .formula(let phrase) = $0 { phrase } else { nil } } },
      column("numbers") { $0.texts { if case .numbers(let phrase) = $0 { phrase } else { nil } } },
      column("result", .right) { $0.texts { if case .result(let phrase) = $0 { phrase } else { nil } } },
      column("remark") { $0.comment ?? "" },
    ]
    return Table(columns.enumerated().filter { $0 == 0 || $1.cells.contains { $0 != .text("") } }.map(\.element))
  }
}

extension Working.Line {
  fileprivate func texts(_ chosen: (Working.Step) -> Phrase?) -> String {
    steps.compactMap(chosen).map(\.text).joined(separator: " = ")
  }
}
