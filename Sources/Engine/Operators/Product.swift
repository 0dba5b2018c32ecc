import Kernels

/// `left · right`. Every element is one chain of fused multiply-adds in index order, from +0.
func product(_ left: Value, _ right: Value, within budget: Budget) throws(EngineFault) -> Value {
  switch (left, right) {
  case (.number, _), (_, .number):
    return try BinaryOperation.multiply.apply(left, right, within: budget)
  case (.vector(let x), .vector(let y)) where x.count == y.count:
    return .number(MatrixProduct.dot(x.elements.span, y.elements.span))
  case (.matrix(let a), .vector(let x)) where a.columns == x.count:
    let rows = Rows(a.elements, count: a.rows, width: a.columns)
    return .vector(Vector(try rows.times(x.elements, columns: 1, .vector(a.rows), within: budget)))
  case (.vector(let x), .matrix(let b)) where b.rows == 1:
    // Before a matrix of one row a vector is a column.
    return .matrix(try outer(x.elements, b.elements, within: budget))
  case (.vector(let x), .matrix(let b)) where x.count == b.rows:
    let row = Rows(x.elements, count: 1, width: x.count)
    return .vector(Vector(try row.times(b.elements, columns: b.columns, .vector(b.columns), within: budget)))
  case (.matrix(let a), .matrix(let b)) where a.columns == b.rows:
    let rows = Rows(a.elements, count: a.rows, width: a.columns)
    let shape = Shape.matrix(rows: a.rows, columns: b.columns)
    let storage = try rows.times(b.elements, columns: b.columns, shape, within: budget)
    return .matrix(Matrix(storage, rows: a.rows, columns: b.columns))
  case (.vector, .vector), (.matrix, .vector), (.vector, .matrix), (.matrix, .matrix):
    throw .shapes(.product, left: left.shape, right: right.shape)
  }
}

/// The matrix of the products of each entry of one with each of the other.
func outer(_ column: [Double], _ row: [Double], within budget: Budget) throws(EngineFault) -> Matrix {
  let shape = Shape.matrix(rows: column.count, columns: row.count)
  let storage = try Rows(column, count: column.count, width: 1).times(row, columns: row.count, shape, within: budget)
  return Matrix(storage, rows: column.count, columns: row.count)
}

/// The left factor of a product, row-major.
private struct Rows {
  let elements: [Double]
  let count: Int
  let width: Int

  init(_ elements: [Double], count: Int, width: Int) {
    (self.elements, self.count, self.width) = (elements, count, width)
  }

  /// Multiplications before the first look at the clock: some milliseconds, on the slowest level a fifth of a second.
  private static let portion = 1 << 26

  func times(
    _ right: [Double], columns: Int, _ shape: Shape, within budget: Budget
  ) throws(EngineFault) -> Storage {
    // In floating point, where nothing overflows.
    try budget.charge(cost: Double(count) * Double(width) * Double(columns))
    let portion = max(1, Self.portion / max(1, right.count))
    return try Storage(shape, within: budget, stretch: portion * max(1, columns), quicken: true) { places, piece in
      let rows = places.lowerBound / columns..<places.upperBound / columns
      MatrixProduct.multiply(
        elements.span.extracting(rows.lowerBound * width..<rows.upperBound * width), right.span,
        rows: rows.count, inner: width, columns: columns, into: &piece)
    }
  }
}
