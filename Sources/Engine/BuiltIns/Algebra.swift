import Kernels

extension Algebra {
  func apply(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Value {
    switch self {
    case .dot:
      let (x, y) = (try vector(arguments, 0), try vector(arguments, 1))
      guard x.count == y.count else {
        throw .argumentShapes(.algebra(self), left: .vector(x.count), right: .vector(y.count))
      }
      return .number(MatrixProduct.dot(x.elements.span, y.elements.span))
    case .outer:
      let (x, y) = (try vector(arguments, 0), try vector(arguments, 1))
      return .matrix(try Engine.outer(x.elements, y.elements, within: budget))
    case .transpose:
      return try arguments[0].transposed(within: budget)
    case .size:
      return switch arguments[0].shape {
      case .number: .number(1)
      case .vector(let count): .number(Double(count))
      case .matrix(let rows, let columns):
        .vector(try Vector([Double(rows), Double(columns)], within: budget))
      }
    }
  }

  private func vector(_ arguments: [Value], _ position: Int) throws(EngineFault) -> Vector {
    guard case .vector(let vector) = arguments[position] else {
      throw .argument(.algebra(self), position: position, wants: .vector, got: arguments[position].shape)
    }
    return vector
  }
}
