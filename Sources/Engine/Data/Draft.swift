/// A matrix in the making, all 0 at first. Its numbers are charged before they are allocated and given back where the
/// matrix is never finished.
struct Draft: ~Copyable {
  /// Row by row.
  var elements: [Double]
  let rows: Int
  let columns: Int
  private var charge: Int
  private let budget: Budget

  init(rows: Int, columns: Int, within budget: Budget) throws(EngineFault) {
    charge = try budget.charge(for: Extent(.matrix(rows: rows, columns: columns)))
    elements = [Double](repeating: 0, count: rows * columns)
    (self.rows, self.columns, self.budget) = (rows, columns, budget)
  }

  deinit {
    budget.refund(charge)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The matrix, to which the charge passes.
  consuming func matrix() -> Matrix {
    let storage = Storage(elements, charged: charge, within: budget)
    charge = 0
    return Matrix(storage, rows: rows, columns: columns)
  }
}

/// Bytes taken for as long as a computation needs them.
struct Loan: ~Copyable {
  private let bytes: Int
  private let budget: Budget

  init(_ bytes: Int, from budget: Budget) throws(EngineFault) {
    try budget.charge(bytes)
    (self.bytes, self.budget) = (bytes, budget)
  }

  deinit {
    budget.refund(bytes)
  }
}
