import Engine

extension Engine.Shape {
  var isNumber: Bool { if case .number = self { true } else { false } }
}

extension Engine.Value {
  /// How many rows the value fills in a table, a vector being a column.
  var rowCount: Int {
    switch self {
    case .number: 1
    case .vector(let vector): vector.count
    case .matrix(let matrix): matrix.rows
    }
  }

  /// The numbers without their shape, a number standing for each of `count`; nil where there are others in number.
  func entries(filling count: Int) -> [Double]? {
    switch self {
    case .number(let number): Array(repeating: number, count: count)
    case .vector, .matrix: elements.count == count ? elements : nil
    }
  }
}

extension Engine.Matrix {
  func column(_ column: Int) -> [Double] {
    (0..<rows).map { self[$0, column] }
  }

  /// The place of the greatest number of a row, the first of equal ones.
  func greatest(inRow row: Int) -> Int {
    (0..<columns).reduce(0) { self[row, $1] > self[row, $0] ? $1 : $0 }
  }
}
