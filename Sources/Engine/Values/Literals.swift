extension Value {
  /// `[a, b, c]`, whose entries must be numbers.
  package static func vector(of entries: [Value], within budget: Budget) throws(EngineFault) -> Value {
    .vector(Vector(try storage(of: entries, .vector(entries.count), within: budget)))
  }

  /// `[a, b; c, d]`, whose entries must be numbers in rows of one length.
  package static func matrix(of rows: [[Value]], within budget: Budget) throws(EngineFault) -> Value {
    let columns = rows.first?.count ?? 0
    for (position, row) in rows.enumerated() where row.count != columns {
      throw .raggedRows(row: position + 1, count: row.count, first: columns)
    }
    let shape = Shape.matrix(rows: rows.count, columns: columns)
    let storage = try storage(of: Array(rows.joined()), shape, within: budget)
    return .matrix(Matrix(storage, rows: rows.count, columns: columns))
  }

  private static func storage(
    of entries: [Value], _ shape: Shape, within budget: Budget
  ) throws(EngineFault) -> Storage {
    try Storage(shape, within: budget, stretch: .max) { (_, result) throws(EngineFault) in
      for (place, entry) in entries.enumerated() {
        guard case .number(let number) = entry else { throw .entry(position: place + 1, entry.shape) }
        result[place] = number
      }
    }
  }
}
