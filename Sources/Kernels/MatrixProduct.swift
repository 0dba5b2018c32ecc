import CKernels

/// Products of matrices and vectors, all row-major. Every element of a result is one chain of fused multiply-adds in
/// index order from +0, on however many threads of the workforce it is computed.
package enum MatrixProduct {
  /// How the factors lie in memory: as they are multiplied, or one of them transposed.
  package enum Form: CaseIterable, Sendable {
    /// a·b
    case plain
    /// a·bᵀ, b being columns × inner
    case rightTransposed
    /// aᵀ·b, a being inner × rows
    case leftTransposed
  }

  /// The product, rows × columns, of factors with `inner` numbers in each chain. A vector on the left is a row, on the
  /// right a column.
  package static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, rows: Int, inner: Int, columns: Int, _ form: Form = .plain
  ) -> [Double] {
    multiply(a, b, Layout(form, rows: rows, inner: inner, columns: columns), .selected)
  }

  /// The same into a place of its own, rows × columns.
  package static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, rows: Int, inner: Int, columns: Int, _ form: Form = .plain,
    into c: inout MutableSpan<Double>
  ) {
    multiply(a, b, Layout(form, rows: rows, inner: inner, columns: columns), into: &c, .selected)
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

  /// The sizes of a product, and the distances from one row in memory to the next.
  struct Layout {
    let form: Form
    let rows: Int
    let inner: Int
    let columns: Int
    var strides: (a: Int, b: Int, c: Int)

    /// The matrices whole, without gaps.
    init(_ form: Form, rows: Int, inner: Int, columns: Int) {
      precondition(rows >= 0 && inner >= 0 && columns >= 0, "no count is negative")
      (self.form, self.rows, self.inner, self.columns) = (form, rows, inner, columns)
      strides = (form == .leftTransposed ? rows : inner, form == .rightTransposed ? inner : columns, columns)
    }

    /// The elements from the first to the last of each matrix.
    var extents: (a: Int, b: Int, c: Int) {
      let left = form == .leftTransposed ? (inner, rows) : (rows, inner)
      let right = form == .rightTransposed ? (columns, inner) : (inner, columns)
      return (
        Self.extent(left, strides.a), Self.extent(right, strides.b), Self.extent((rows, columns), strides.c)
      )
    }

    private static func extent(_ size: (rows: Int, columns: Int), _ stride: Int) -> Int {
      precondition(stride >= size.columns, "rows do not overlap")
      return size.rows == 0 || size.columns == 0 ? 0 : (size.rows - 1) * stride + size.columns
    }
  }

  static func multiply(_ a: Span<Double>, _ b: Span<Double>, _ layout: Layout, _ kernels: Kernels) -> [Double] {
    unsafe filled(layout.extents.c) { target in unsafe multiply(a, b, layout, to: target, kernels) }
  }

  static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, _ layout: Layout, into c: inout MutableSpan<Double>, _ kernels: Kernels
  ) {
    precondition(c.count == layout.extents.c, "the result fills its span")
    unsafe c.withPointer { target, _ in unsafe multiply(a, b, layout, to: target, kernels) }
  }

  private static func multiply(
    _ a: Span<Double>, _ b: Span<Double>, _ layout: Layout, to c: UnsafeMutablePointer<Double>?, _ kernels: Kernels
  ) {
    let (extents, strides) = (layout.extents, layout.strides)
    precondition(a.count == extents.a && b.count == extents.b, "the factors fill their spans")
    unsafe a.withPointer { left, _ in
      unsafe b.withPointer { right, _ in
        var product = unsafe ck_product(
          form: layout.form.name, rows: layout.rows, inner: layout.inner, columns: layout.columns, a: left,
          a_stride: strides.a, b: right, b_stride: strides.b, c: c, c_stride: strides.c,
          addend: nil)
        let size = ck_scratch(layout.rows, layout.inner, layout.columns)
        unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { scratch in
          guard let scratch = scratch.baseAddress else { preconditionFailure("an allocation has an address") }
          unsafe ck_multiply(kernels.table, &product, scratch)
        }
      }
    }
  }

  static func dot(_ a: Span<Double>, _ b: Span<Double>, _ kernels: Kernels) -> Double {
    precondition(a.count == b.count, "both sides have the same count")
    return multiply(a, b, Layout(.plain, rows: 1, inner: a.count, columns: 1), kernels)[0]
  }

  static func outer(_ a: Span<Double>, _ b: Span<Double>, _ kernels: Kernels) -> [Double] {
    unsafe a.withPointer { left, rows in
      unsafe b.withPointer { right, columns in
        unsafe filled(rows * columns) { unsafe ck_outer(kernels.table, rows, columns, left, right, $0) }
      }
    }
  }
}

extension MatrixProduct.Form {
  var name: ck_form {
    switch self {
    case .plain: CK_PLAIN
    case .rightTransposed: CK_RIGHT_TRANSPOSED
    case .leftTransposed: CK_LEFT_TRANSPOSED
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
