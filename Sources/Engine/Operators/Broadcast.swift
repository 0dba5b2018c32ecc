import Kernels

/// How two values are read side by side: which shape comes out, and what each side gives for it.
struct Broadcast {
  /// What one side gives.
  enum Reading {
    /// The same number everywhere.
    case number
    /// The same row, again and again.
    case row
    /// Its own number in every place.
    case whole
  }

  let shape: Shape
  let left: Reading
  let right: Reading

  /// Nil where the two do not go together.
  init?(_ left: Shape, _ right: Shape) {
    switch (left, right) {
    case (.number, _): self.init(right, .number, .whole)
    case (_, .number): self.init(left, .whole, .number)
    case (.vector(let count), .matrix(_, let columns)) where count == columns: self.init(right, .row, .whole)
    case (.matrix(_, let columns), .vector(let count)) where count == columns: self.init(left, .whole, .row)
    case (.vector, .vector) where left == right, (.matrix, .matrix) where left == right:
      self.init(left, .whole, .whole)
    case (.vector, .vector), (.vector, .matrix), (.matrix, .vector), (.matrix, .matrix): return nil
    }
  }

  /// As comparisons have it, which also take a matrix of one column for the vector of its entries.
  init?(comparing left: Shape, _ right: Shape) {
    switch (left, right) {
    case (.vector(let count), .matrix(let rows, 1)) where rows == count: self.init(right, .whole, .whole)
    case (.matrix(let rows, 1), .vector(let count)) where rows == count: self.init(left, .whole, .whole)
    case (.number, _), (.vector, _), (.matrix, _): self.init(left, right)
    }
  }

  private init(_ shape: Shape, _ left: Reading, _ right: Reading) {
    (self.shape, self.left, self.right) = (shape, left, right)
  }

  /// The stretches in which both sides can be read in one go: rows where a side is a row, else pieces small enough for
  /// the deadline to be read between them.
  var stretch: Int {
    guard left == .row || right == .row, case .matrix(_, let columns) = shape else { return Pace.usual }
    return columns
  }
}

extension BinaryFunction {
  /// The function of every pair that a broadcast makes of two values.
  func apply(
    _ left: Value, _ right: Value, _ broadcast: Broadcast, within budget: Budget
  ) throws(EngineFault) -> Value {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      return .number(self(a, b))
    case (.number(let a), .vector), (.number(let a), .matrix):
      let b = right.elements
      return try broadcast.fill(within: budget) { _, places, piece in map(a, b.span.extracting(places), into: &piece) }
    case (.vector, .number(let b)), (.matrix, .number(let b)):
      let a = left.elements
      return try broadcast.fill(within: budget) { places, _, piece in map(a.span.extracting(places), b, into: &piece) }
    case (.vector, .vector), (.vector, .matrix), (.matrix, .vector), (.matrix, .matrix):
      let (a, b) = (left.elements, right.elements)
      return try broadcast.fill(within: budget) { leftPlaces, rightPlaces, piece in
        map(a.span.extracting(leftPlaces), b.span.extracting(rightPlaces), into: &piece)
      }
    }
  }
}

extension Broadcast {
  /// A function of every pair, where Kernels has none.
  func combine(
    _ left: Value, _ right: Value, within budget: Budget, by function: (Double, Double) -> Double
  ) throws(EngineFault) -> Value {
    if case (.number(let a), .number(let b)) = (left, right) { return .number(function(a, b)) }
    let (a, b) = (left.elements, right.elements)
    return try fill(within: budget) { leftPlaces, rightPlaces, piece in
      for i in 0..<piece.count {
        let x = a[leftPlaces.count == 1 ? leftPlaces.lowerBound : leftPlaces.lowerBound + i]
        let y = b[rightPlaces.count == 1 ? rightPlaces.lowerBound : rightPlaces.lowerBound + i]
        piece[i] = function(x, y)
      }
    }
  }

  /// An array filled stretch by stretch, `compute` being told where the numbers of both sides stand.
  fileprivate func fill(
    within budget: Budget, _ compute: (Range<Int>, Range<Int>, inout MutableSpan<Double>) -> Void
  ) throws(EngineFault) -> Value {
    let storage = try Storage(shape, within: budget, stretch: stretch) { places, piece in
      compute(left.places(places), right.places(places), &piece)
    }
    return shape.value(storage)
  }
}

extension Broadcast.Reading {
  /// Where the numbers for those places stand.
  fileprivate func places(_ range: Range<Int>) -> Range<Int> {
    switch self {
    case .number: 0..<1
    case .row: 0..<range.count
    case .whole: range
    }
  }
}
