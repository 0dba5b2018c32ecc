import CKernels

// The arithmetic: every elementary function, reduction and matrix product that Tally uses, written once in C
// (Sources/CKernels) with the same bits at every vector level, on every machine, in debug and release. This module is
// its thin face: it checks lengths, hides the pointers and names the functions as the language does. It knows nothing
// of shapes beyond rows and columns, of notes, or of networks.
//
// A NaN that leaves this module is always the positive quiet one without payload.

/// The kernels as compiled for one vector level that this processor has.
struct Kernels: Sendable {
  private let level: VectorLevel

  /// Nil where this processor lacks the level.
  init?(_ level: VectorLevel) {
    guard unsafe ck_level_named(level.name) != nil else { return nil }
    self.level = level
  }

  var table: OpaquePointer {
    guard let table = unsafe ck_level_named(level.name) else { preconditionFailure("a processor keeps its levels") }
    return unsafe table
  }

  /// Those of the level selected for this process; of the widest there is where the selection failed, which the
  /// command has reported by then.
  static let selected: Kernels = {
    let level = (try? VectorLevel.selected()) ?? VectorLevel.widest
    guard let kernels = Kernels(level) else { preconditionFailure("the level \(level) was selected but is not there") }
    return kernels
  }()
}

extension Kernels {
  /// a·b + c as this level computes it, for the tests of its emulation.
  func fused(_ a: [Double], _ b: [Double], _ c: [Double]) -> [Double] {
    precondition(a.count == b.count && a.count == c.count, "triples")
    return unsafe filled(a.count) { y in
      guard let y = unsafe y else { return }
      unsafe ck_fma(table, a.count, a, b, c, y)
    }
  }

  /// a·b + c rounded once, by integers alone.
  static func exactlyFused(_ a: Double, _ b: Double, _ c: Double) -> Double { ck_exact_fma(a, b, c) }
}

extension Span where Element == Double {
  /// The base address, nil of nothing, and the count, valid during the call.
  func withPointer<R>(_ body: (UnsafePointer<Double>?, Int) -> R) -> R {
    unsafe withUnsafeBufferPointer { unsafe body($0.baseAddress, $0.count) }
  }
}

extension MutableSpan where Element == Double {
  /// The base address, nil of nothing, and the count, valid during the call.
  mutating func withPointer<R>(_ body: (UnsafeMutablePointer<Double>?, Int) -> R) -> R {
    unsafe withUnsafeMutableBufferPointer { unsafe body($0.baseAddress, $0.count) }
  }
}

/// A new array of `count` elements, all of which `fill` writes.
func filled(_ count: Int, _ fill: (UnsafeMutablePointer<Double>?) -> Void) -> [Double] {
  unsafe [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
    unsafe fill(buffer.baseAddress)
    initialized = count
  }
}
