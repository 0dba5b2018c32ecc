import CKernels

/// Products of matrices and vectors, all row-major. Every element of a result is one chain of fused multiply-adds in
/// index order from +0.
package enum MatrixProduct {
  /// a·b, rows × columns, where a is rows × inner and b inner × columns. A vector on the left is a row, on the right a
  /// column.
  package static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, rows: Int, inner: Int, columns: Int
  ) -> [Double] {
    multiply(a, b, rows: rows, inner: inner, columns: columns, .selected)
  }

  /// The same into a place of its own, rows × columns.
  package static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, rows: Int, inner: Int, columns: Int, into c: inout MutableSpan<Double>
  ) {
    precondition(a.count == rows * inner && b.count == inner * columns, "a is rows × inner, b inner × columns")
    precondition(c.count == rows * columns, "the result is rows × columns")
    unsafe a.withPointer { left, _ in
      unsafe b.withPointer { right, _ in
        unsafe c.withPointer { target, _ in
          unsafe ck_multiply(Kernels.selected.table, rows, inner, columns, left, right, target)
        }
      }
    }
  }

  /// Σ a[i]·b[i] of two vectors of one count.
  package static func dot(_ a: Span<Double>, _ b: Span<Double>) -> Double { dot(a, b, .selected) }

  /// a[i]·b[j], one row for each element of a.
  package static func outer(_ a: Span<Double>, _ b: Span<Double>) -> [Double] { outer(a, b, .selected) }

  /// The columns × rows matrix of x's columns.
  package static func transpose(_ x: Span<Double>, rows: Int, columns: Int) -> [Double] {
    precondition(x.count == rows * columns, "rows × columns elements")
    return unsafe x.withPointer { source, count in
      unsafe filled(count) { unsafe ck_transpose(rows, columns, source, $0) }
    }
  }

  static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, rows: Int, inner: Int, columns: Int, _ kernels: Kernels
  ) -> [Double] {
    precondition(a.count == rows * inner && b.count == inner * columns, "a is rows × inner, b inner × columns")
    return unsafe a.withPointer { left, _ in
      unsafe b.withPointer { right, _ in
        unsafe filled(rows * columns) { unsafe ck_multiply(kernels.table, rows, inner, columns, left, right, $0) }
      }
    }
  }

  static func dot(_ a: Span<Double>, _ b: Span<Double>, _ kernels: Kernels) -> Double {
    precondition(a.count == b.count, "both sides have the same count")
    var result = 0.0
    unsafe a.withPointer { left, count in
      unsafe b.withPointer { right, _ in unsafe ck_multiply(kernels.table, 1, count, 1, left, right, &result) }
    }
    return result
  }

  static func outer(_ a: Span<Double>, _ b: Span<Double>, _ kernels: Kernels) -> [Double] {
    unsafe a.withPointer { left, rows in
      unsafe b.withPointer { right, columns in
        unsafe filled(rows * columns) { unsafe ck_outer(kernels.table, rows, columns, left, right, $0) }
      }
    }
  }
}

/// Each row of a matrix as shares of 1.
package enum Softmax {
  /// exp(x − m) / Σ exp(x − m) row by row, m being the greatest of the row. NaN or +inf makes its whole row NaN.
  package static func rows(of x: Span<Double>, rows: Int, columns: Int) -> [Double] {
    self.rows(of: x, rows: rows, columns: columns, .selected)
  }

  /// The same into a place of its own.
  package static func rows(of x: Span<Double>, rows: Int, columns: Int, into y: inout MutableSpan<Double>) {
    precondition(x.count == rows * columns && y.count == x.count, "rows × columns elements")
    unsafe x.withPointer { source, _ in
      unsafe y.withPointer { target, _ in
        unsafe ck_softmax(Kernels.selected.table, rows, columns, source, target)
      }
    }
  }

  static func rows(of x: Span<Double>, rows: Int, columns: Int, _ kernels: Kernels) -> [Double] {
    precondition(x.count == rows * columns, "rows × columns elements")
    return unsafe x.withPointer { source, count in
      unsafe filled(count) { unsafe ck_softmax(kernels.table, rows, columns, source, $0) }
    }
  }
}
