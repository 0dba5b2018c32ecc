import CKernels

/// A function of two numbers, elementwise over arrays. The raw value is its spelling in the language. Comparisons and
/// connectives give 1 or 0; for these every number but 0 is true, NaN too.
package enum BinaryFunction: String, CaseIterable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case minimum = "min"
  case maximum = "max"
  case less = "<"
  case lessEqual = "<="
  case greater = ">"
  case greaterEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and, or

  /// f(a, b), with the bits that an array's element would have.
  package func callAsFunction(_ a: Double, _ b: Double) -> Double {
    value(a, b, .selected)
  }

  /// f of the elements of two arrays of one count.
  package func callAsFunction(_ a: [Double], _ b: [Double]) -> [Double] {
    precondition(a.count == b.count, "both sides have the same count")
    return values(a, b, .selected)
  }

  /// f of each element and a number on its right.
  package func callAsFunction(_ a: [Double], _ b: Double) -> [Double] { values(a, b, .selected) }

  /// f of a number and each element on its right.
  package func callAsFunction(_ a: Double, _ b: [Double]) -> [Double] { values(a, b, .selected) }

  /// y[i] = f(a[i], b[i]); all have the same count.
  package func map(_ a: Span<Double>, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(a.count == b.count && a.count == y.count, "both sides and the result have the same count")
    unsafe a.withPointer { left, count in
      unsafe b.withPointer { right, _ in
        unsafe y.withPointer { target, _ in
          unsafe ck_combine(Kernels.selected.table, code, count, left, 1, right, 1, target)
        }
      }
    }
  }

  /// y[i] = f(a[i], b)
  package func map(_ a: Span<Double>, _ b: Double, into y: inout MutableSpan<Double>) {
    precondition(a.count == y.count, "a map keeps the count")
    var b = b
    unsafe a.withPointer { left, count in
      unsafe y.withPointer { target, _ in
        unsafe ck_combine(Kernels.selected.table, code, count, left, 1, &b, 0, target)
      }
    }
  }

  /// y[i] = f(a, b[i])
  package func map(_ a: Double, _ b: Span<Double>, into y: inout MutableSpan<Double>) {
    precondition(b.count == y.count, "a map keeps the count")
    var a = a
    unsafe b.withPointer { right, count in
      unsafe y.withPointer { target, _ in
        unsafe ck_combine(Kernels.selected.table, code, count, &a, 0, right, 1, target)
      }
    }
  }

  func value(_ a: Double, _ b: Double, _ kernels: Kernels) -> Double {
    var a = a
    var b = b
    var y = 0.0
    unsafe ck_combine(kernels.table, code, 1, &a, 0, &b, 0, &y)
    return y
  }

  func values(_ a: [Double], _ b: [Double], _ kernels: Kernels) -> [Double] {
    unsafe filled(a.count) { unsafe ck_combine(kernels.table, code, a.count, a, 1, b, 1, $0) }
  }

  func values(_ a: [Double], _ b: Double, _ kernels: Kernels) -> [Double] {
    var b = b
    return unsafe filled(a.count) { unsafe ck_combine(kernels.table, code, a.count, a, 1, &b, 0, $0) }
  }

  func values(_ a: Double, _ b: [Double], _ kernels: Kernels) -> [Double] {
    var a = a
    return unsafe filled(b.count) { unsafe ck_combine(kernels.table, code, b.count, &a, 0, b, 1, $0) }
  }

  var code: ck_binary {
    switch self {
    case .add: CK_add
    case .subtract: CK_subtract
    case .multiply: CK_multiply
    case .divide: CK_divide
    case .power: CK_power
    case .minimum: CK_minimum
    case .maximum: CK_maximum
    case .less: CK_less
    case .lessEqual: CK_less_equal
    case .greater: CK_greater
    case .greaterEqual: CK_greater_equal
    case .equal: CK_equal
    case .notEqual: CK_not_equal
    case .and: CK_and
    case .or: CK_or
    }
  }
}
