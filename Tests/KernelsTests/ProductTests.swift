import Testing

@testable import Kernels

/// Products against loops written out in Swift, which never fuses or reorders.
@Suite struct ProductTests {
  typealias Layout = MatrixProduct.Layout

  /// Every element is one chain from +0, in index order. What lies between the rows of the result is left alone.
  func chains(_ a: [Double], _ b: [Double], _ layout: Layout, over c: [Double]) -> [Double] {
    let strides = layout.strides
    let (row, term) = layout.form == .leftTransposed ? (1, strides.a) : (strides.a, 1)
    let (column, next) = layout.form == .rightTransposed ? (strides.b, 1) : (1, strides.b)
    var c = c
    for i in 0..<layout.rows {
      for j in 0..<layout.columns {
        var sum = 0.0
        for k in 0..<layout.inner { sum.addProduct(a[i * row + k * term], b[k * next + j * column]) }
        c[i * strides.c + j] = sum
      }
    }
    return c
  }

  /// The sizes of the products of one form whose bits the kernels and the chains do not share, at any level.
  func faults(
    _ form: MatrixProduct.Form, _ sizes: [(rows: Int, inner: Int, columns: Int)], gap: Int = 0, _ seed: UInt64
  ) -> [String] {
    var adversary = Adversary(seed)
    var faults: [String] = []
    for size in sizes {
      var layout = Layout(form, rows: size.rows, inner: size.inner, columns: size.columns)
      let dense = layout.strides
      layout.strides = (dense.a + gap, dense.b + 2 * gap, dense.c + 3 * gap)
      let extents = layout.extents
      let (a, b) = (adversary.tame(extents.a), adversary.tame(extents.b))
      let untouched = [Double](repeating: -1, count: extents.c)
      let expected = chains(a, b, layout, over: untouched).bits
      for level in VectorLevel.available {
        guard let kernels = Kernels(level) else { continue }
        var c = untouched
        var place = c.mutableSpan
        MatrixProduct.multiply(a.span, b.span, layout, into: &place, kernels)
        if c.bits != expected { faults.append("\(level) \(size.rows)×\(size.inner)×\(size.columns)") }
      }
    }
    return faults
  }

  @Test(arguments: MatrixProduct.Form.allCases) func elementsAreChains(form: MatrixProduct.Form) {
    let sides = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 25, 33]
    let sizes = sides.flatMap { rows in
      sides.flatMap { columns in [0, 1, 2, 3, 8, 21].map { inner in (rows, inner, columns) } }
    }
    #expect(faults(form, sizes, 7) == [])
    #expect(faults(form, sizes, gap: 3, 8) == [])
  }

  /// Large enough for every way of cutting a product: several stretches of the chains, strips of columns, blocks of rows.
  @Test(arguments: MatrixProduct.Form.allCases) func longChainsAreLaidDownAndTakenUp(form: MatrixProduct.Form) {
    let sizes = [
      (50, 300, 19), (9, 600, 33), (64, 257, 40), (3, 513, 150), (11, 400, 1), (1, 700, 70), (70, 70, 70),
      (211, 17, 65), (2, 33, 1100), (35, 401, 310), (1030, 20, 140), (19, 350, 61), (8, 1151, 26),
    ]
    #expect(faults(form, sizes, 9) == [])
    #expect(faults(form, sizes, gap: 1, 10) == [])
  }

  /// Columns so few that the lanes run over rows instead, and single rows and columns.
  @Test(arguments: MatrixProduct.Form.allCases) func narrowProducts(form: MatrixProduct.Form) {
    let sizes = (1...13).flatMap { columns in
      [8, 9, 16, 31].flatMap { rows in [8, 19, 40].map { inner in (rows, inner, columns) } }
    }
    #expect(faults(form, sizes, 13) == [])
    #expect(faults(form, sizes, gap: 2, 14) == [])
  }

  /// Large enough to be shared, by as many threads as there are, or more.
  @Test(arguments: [1, 2, 4]) func anyNumberOfThreads(threads: Int) {
    Workforce.limit(to: threads)
    for form in MatrixProduct.Form.allCases {
      let sizes = [(90, 80, 100), (400, 130, 9), (5, 600, 300), (1, 900, 700), (700, 900, 1), (130, 129, 131)]
      #expect(faults(form, sizes, gap: 1, 15) == [])
    }
  }

  /// So large that there are several pieces for each thread, and pieces no wider than a strip.
  @Test(arguments: [2, 3, 4]) func severalPiecesForEachThread(threads: Int) throws {
    var adversary = Adversary(23)
    for (rows, inner, columns) in [(64, 600, 5000), (600, 600, 600), (1100, 300, 1180)] {
      let (a, b) = (adversary.tame(rows * inner), adversary.tame(inner * columns))
      for form in MatrixProduct.Form.allCases {
        Workforce.limit(to: 1)
        let alone = product(a, b, rows, inner, columns, form)
        Workforce.limit(to: threads)
        let shared = product(a, b, rows, inner, columns, form)
        let isSame = zip(alone, shared).allSatisfy { $0.bitPattern == $1.bitPattern }
        #expect(isSame, "\(form) \(rows)×\(inner)×\(columns)")
      }
    }
  }

  /// Several callers, one of which has the others' help.
  @Test func callersAtTheSameTime() async {
    Workforce.limit(to: 3)
    let found = await withTaskGroup(of: [String].self) { group in
      for seed in UInt64(16)..<22 {
        group.addTask { faults(.plain, [(100, 90, 70), (128, 65, 90), (91, 92, 93)], seed) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(found == [])
  }

  @Test(arguments: VectorLevel.available) func dotIsAChain(level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    var adversary = Adversary(11)
    for count in 0...40 {
      let (a, b) = (adversary.tame(count), adversary.tame(count))
      let chain = zip(a, b).reduce(0) { sum, pair in sum.addingProduct(pair.0, pair.1) }
      let result = MatrixProduct.dot(a.span, b.span, kernels)
      #expect(result.bitPattern == chain.bitPattern)
    }
  }

  @Test func productsOfTheSelectedLevel() {
    let a: [Double] = [1, 2, 3, 4, 5, 6]
    let b: [Double] = [1, 0, 2, 1, 0, 3]
    #expect(product(a, b, 2, 3, 2, .plain) == [5, 11, 14, 23])
    #expect(product(a, b, 2, 3, 2, .rightTransposed) == [7, 10, 16, 22])
    #expect(product(a, b, 2, 3, 2, .leftTransposed) == [7, 18, 10, 22])
  }
}

// A span made inside `#expect` crashes the compiler (6.3.1), so the calls stand outside it.
private func product(
  _ a: [Double], _ b: [Double], _ rows: Int, _ inner: Int, _ columns: Int, _ form: MatrixProduct.Form
) -> [Double] {
  let result = MatrixProduct.multiply(a.span, b.span, rows: rows, inner: inner, columns: columns, form)
  var again = [Double](repeating: 0, count: rows * columns)
  var place = again.mutableSpan
  MatrixProduct.multiply(a.span, b.span, rows: rows, inner: inner, columns: columns, form, into: &place)
  // Of large arrays the differences would take for ever.
  let isSame = again == result
  #expect(isSame)
  return result
}
