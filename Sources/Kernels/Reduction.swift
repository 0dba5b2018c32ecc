import CKernels

/// Arrays to one number, in the one order that every sum of Tally has: element i in lane i mod 8, the lanes added as
/// ((0+4)+(2+6))+((1+5)+(3+7)).
package enum Reduction {
  /// Σ x
  package static func sum(_ x: Span<Double>) -> Double { sum(x, .selected) }

  /// Σ (x − centre)²
  package static func sumOfSquares(_ x: Span<Double>, around centre: Double = 0) -> Double {
    sumOfSquares(x, around: centre, .selected)
  }

  /// The least element; NaN where one is NaN, +inf of nothing.
  package static func least(_ x: Span<Double>) -> Double { least(x, .selected) }

  /// The greatest element; NaN where one is NaN, −inf of nothing.
  package static func greatest(_ x: Span<Double>) -> Double { greatest(x, .selected) }

  /// The index, from 0, of the first NaN, else of the first greatest element; nil of nothing.
  package static func indexOfGreatest(_ x: Span<Double>) -> Int? { indexOfGreatest(x, .selected) }

  static func sum(_ x: Span<Double>, _ kernels: Kernels) -> Double {
    unsafe x.withPointer { unsafe ck_sum(kernels.table, $1, $0) }
  }

  static func sumOfSquares(_ x: Span<Double>, around centre: Double, _ kernels: Kernels) -> Double {
    unsafe x.withPointer { unsafe ck_sum_of_squares(kernels.table, $1, $0, centre) }
  }

  static func least(_ x: Span<Double>, _ kernels: Kernels) -> Double {
    unsafe x.withPointer { unsafe ck_least(kernels.table, $1, $0) }
  }

  static func greatest(_ x: Span<Double>, _ kernels: Kernels) -> Double {
    unsafe x.withPointer { unsafe ck_greatest(kernels.table, $1, $0) }
  }

  static func indexOfGreatest(_ x: Span<Double>, _ kernels: Kernels) -> Int? {
    x.isEmpty ? nil : unsafe x.withPointer { unsafe ck_index_of_greatest(kernels.table, $1, $0) }
  }
}
