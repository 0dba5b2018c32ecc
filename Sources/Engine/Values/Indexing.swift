/// One place of an index, in brackets: `[2]`, `[2, :]`.
package enum Selection: Sendable {
  /// A position from 1.
  case at(Value)
  /// `:`, the whole dimension.
  case all
}

extension Value {
  /// `x[1]`, `W[2, 3]`, `W[2, :]`, `W[:, 3]`: a number, or a vector of the row or column.
  package func at(_ selections: [Selection], within budget: Budget) throws(EngineFault) -> Value {
    var places: [Int?] = []
    for position in selections.indices { places.append(try place(selections, position)) }
    switch self {
    case .number:
      throw .subscripts(given: selections.count, shape)
    case .vector(let vector):
      guard places.count == 1 else { throw .subscripts(given: selections.count, shape) }
      return places[0].map { .number(vector.elements[$0]) } ?? self
    case .matrix(let matrix):
      guard places.count == 2 else { throw .subscripts(given: selections.count, shape) }
      switch (places[0], places[1]) {
      case (let row?, let column?): return .number(matrix[row, column])
      case (let row?, nil): return .vector(try matrix.row(row, within: budget))
      case (nil, let column?): return .vector(try matrix.column(column, within: budget))
      case (nil, nil): return self
      }
    }
  }

  /// The place, from 0, that a selection picks in its dimension; nil for all of it.
  private func place(_ selections: [Selection], _ position: Int) throws(EngineFault) -> Int? {
    let dimensions =
      switch shape {
      case .number: [Int]()
      case .vector(let count): [count]
      case .matrix(let rows, let columns): [rows, columns]
      }
    guard selections.count == dimensions.count else { throw .subscripts(given: selections.count, shape) }
    guard case .at(let value) = selections[position] else { return nil }
    guard case .number(let index) = value else { throw .subscriptShape(position: position, value.shape) }
    guard index == index.rounded(), index.isFinite else { throw .fractionalSubscript(position: position, index) }
    guard index >= 1, index <= Double(dimensions[position]) else {
      throw .outOfRange(position: position, index, of: shape)
    }
    return Int(index) - 1
  }
}

extension Matrix {
  fileprivate func row(_ row: Int, within budget: Budget) throws(EngineFault) -> Vector {
    Vector(try Storage(.vector(columns), within: budget) { self[row, $0] })
  }

  fileprivate func column(_ column: Int, within budget: Budget) throws(EngineFault) -> Vector {
    Vector(try Storage(.vector(rows), within: budget) { self[$0, column] })
  }
}
