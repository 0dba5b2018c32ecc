/// Engine is the arithmetic of notes: values and what can be done with them, within a budget of memory and time; later
/// networks, losses, optimizers, data. It knows nothing of syntax, of notes, or of how a value is printed. What goes
/// wrong is an `EngineFault`, which carries shapes and figures and puts them into words once it is told how the operands
/// are spelled. The elementary functions, products and reductions themselves are Kernels'.

/// What an expression can be worth. Values never change once they are made.
package enum Value: Sendable {
  case number(Double)
  case vector(Vector)
  case matrix(Matrix)

  /// How many numbers the value holds, and how they are arranged.
  package var shape: Shape {
    switch self {
    case .number: .number
    case .vector(let vector): .vector(vector.count)
    case .matrix(let matrix): .matrix(rows: matrix.rows, columns: matrix.columns)
    }
  }

  /// The numbers, row by row.
  package var elements: [Double] {
    switch self {
    case .number(let number): [number]
    case .vector(let vector): vector.elements
    case .matrix(let matrix): matrix.elements
    }
  }

  /// Whether every number is true (neither 0 nor nan): what `expect` asks. An array without numbers holds.
  package var holds: Bool {
    elements.allSatisfy { !$0.isNaN && $0 != 0 }
  }
}

/// Numbers along one dimension.
package struct Vector: Sendable {
  let storage: Storage

  init(_ storage: Storage) {
    self.storage = storage
  }

  /// Makes a vector of numbers that are at hand, and charges the budget for them.
  package init(_ elements: [Double], within budget: Budget) throws(EngineFault) {
    storage = try Storage(elements, shape: .vector(elements.count), within: budget)
  }

  /// How many numbers there are.
  package var count: Int { storage.elements.count }

  /// The numbers, in order.
  package var elements: [Double] { storage.elements }
}

/// Numbers in rows of equal length.
package struct Matrix: Sendable {
  let storage: Storage
  /// How many rows there are.
  package let rows: Int
  /// How long each row is.
  package let columns: Int

  init(_ storage: Storage, rows: Int, columns: Int) {
    precondition(storage.elements.count == rows * columns, "a matrix whose numbers do not fill its rows")
    self.storage = storage
    self.rows = rows
    self.columns = columns
  }

  /// Makes a matrix of numbers that are at hand, row by row, and charges the budget for them.
  package init(_ elements: [Double], rows: Int, columns: Int, within budget: Budget) throws(EngineFault) {
    let storage = try Storage(elements, shape: .matrix(rows: rows, columns: columns), within: budget)
    self.init(storage, rows: rows, columns: columns)
  }

  /// The numbers, row by row.
  package var elements: [Double] { storage.elements }

  /// The number at a row and a column, both counted from 0.
  package subscript(row: Int, column: Int) -> Double {
    precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
    return storage.elements[row * columns + column]
  }
}

extension Shape {
  /// The value of that shape, which is not a number's, with these numbers.
  func value(_ storage: Storage) -> Value {
    switch self {
    case .number: preconditionFailure("a number in storage")
    case .vector: .vector(Vector(storage))
    case .matrix(let rows, let columns): .matrix(Matrix(storage, rows: rows, columns: columns))
    }
  }
}
