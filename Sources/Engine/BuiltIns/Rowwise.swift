import Kernels

extension Rowwise {
  func apply(_ value: Value, within budget: Budget) throws(EngineFault) -> Value {
    let rows: Int
    let columns: Int
    switch value.shape {
    case .number: throw .argument(.rowwise(self), position: 0, wants: .array, got: value.shape)
    case .vector(let count): (rows, columns) = (1, count)
    case .matrix(let height, let width): (rows, columns) = (height, width)
    }
    if columns == 0 { throw .empty(.rowwise(self)) }
    let elements = value.elements
    switch (self, value) {
    case (.softmax, _):
      return value.shape.value(try Self.softmax(elements, value.shape, columns: columns, within: budget))
    case (.argmax, .matrix):
      let places = try Storage(.vector(rows), within: budget) { row in
        Self.place(elements.span.extracting(row * columns..<(row + 1) * columns))
      }
      return .vector(Vector(places))
    case (.argmax, .vector), (.argmax, .number):
      return .number(Self.place(elements.span))
    }
  }

  private static func place(_ row: Span<Double>) -> Double {
    Double((Reduction.indexOfGreatest(row) ?? 0) + 1)
  }

  private static func softmax(
    _ elements: [Double], _ shape: Shape, columns: Int, within budget: Budget
  ) throws(EngineFault) -> Storage {
    let stretch = max(1, Pace.usual / columns) * columns
    return try Storage(shape, within: budget, stretch: stretch) { places, piece in
      Softmax.rows(
        of: elements.span.extracting(places), rows: places.count / columns, columns: columns, into: &piece)
    }
  }
}
