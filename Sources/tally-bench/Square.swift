import Kernels

/// The product of two n×n matrices, again and again.
struct Square {
  static let sizes = [128, 256, 512, 1024, 2048]

  let size: Int
  private let a: [Double]
  private let b: [Double]

  /// Reads what Tests/Benchmarks/data.py wrote into the folder, as far as the size goes.
  init(_ size: Int, inputs folder: String) throws {
    func read(_ name: String) throws -> [Double] {
      let all: [Double] = try Host.numbers(2048 * 2048, at: "\(folder)/product_\(name).f64")
      return Array(all.prefix(size * size))
    }
    self.size = size
    a = try read("a")
    b = try read("b")
  }

  /// How often a turn multiplies: enough to be timed.
  var calls: Int { 1 + Int(4e8 / operations) }

  /// Multiplications and additions of one product.
  var operations: Double { 2 * Double(size) * Double(size) * Double(size) }

  /// One turn; the sum of the last product's elements in their order, which shows that the peers multiplied the same.
  func multiply(into c: inout [Double]) {
    var target = c.mutableSpan
    for _ in 0..<calls {
      MatrixProduct.multiply(a.span, b.span, rows: size, inner: size, columns: size, into: &target)
    }
  }
}
