import Kernels

extension Value {
  /// `x'`: of a vector the matrix of one row; a number is its own transpose.
  package func transposed(within budget: Budget) throws(EngineFault) -> Value {
    switch self {
    case .number: return self
    case .vector(let vector): return .matrix(Matrix(vector.storage, rows: 1, columns: vector.count))
    case .matrix(let matrix): return .matrix(try matrix.transposed(within: budget))
    }
  }
}

extension Matrix {
  fileprivate func transposed(within budget: Budget) throws(EngineFault) -> Matrix {
    // One row or one column stands in the same order either way.
    if rows == 1 || columns == 1 { return Matrix(storage, rows: columns, columns: rows) }
    let turned = try Storage(.matrix(rows: columns, columns: rows), within: budget) {
      MatrixProduct.transpose(elements.span, rows: rows, columns: columns)
    }
    return Matrix(turned, rows: columns, columns: rows)
  }
}
