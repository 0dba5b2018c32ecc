import Kernels

extension Summary {
  func apply(_ value: Value, within budget: Budget) throws(EngineFault) -> Double {
    let elements = value.elements
    if elements.isEmpty, needsEntries { throw .empty(.summary(self)) }
    switch self {
    case .sum: return Reduction.sum(elements.span)
    case .mean: return Self.mean(elements)
    case .variance: return Self.variance(elements)
    case .std: return Self.variance(elements).squareRoot()
    case .norm: return try Self.norm(value, within: budget)
    }
  }

  private var needsEntries: Bool {
    switch self {
    case .sum, .norm: false
    case .mean, .variance, .std: true
    }
  }

  private static func mean(_ elements: [Double]) -> Double {
    Reduction.sum(elements.span) / Double(elements.count)
  }

  private static func variance(_ elements: [Double]) -> Double {
    Reduction.sumOfSquares(elements.span, around: mean(elements)) / Double(elements.count)
  }

  /// Scaled by a power of two, which is exact, where the squares would overflow or vanish.
  private static func norm(_ value: Value, within budget: Budget) throws(EngineFault) -> Double {
    let elements = value.elements
    let greatest = max(Reduction.greatest(elements.span), -Reduction.least(elements.span))
    let scale = greatest > 0x1p500 ? 0x1p-600 : greatest < 0x1p-500 ? 0x1p600 : 1
    guard scale != 1, greatest > 0, greatest < .infinity else {
      return Reduction.sumOfSquares(elements.span).squareRoot()
    }
    let scaled = try BinaryOperation.multiply.apply(value, .number(scale), within: budget)
    return Reduction.sumOfSquares(scaled.elements.span).squareRoot() / scale
  }
}

extension Extremum {
  func apply(_ value: Value) throws(EngineFault) -> Double {
    let elements = value.elements
    if elements.isEmpty { throw .empty(.extremum(self)) }
    switch self {
    case .min: return Reduction.least(elements.span)
    case .max: return Reduction.greatest(elements.span)
    }
  }

  func apply(_ left: Value, _ right: Value, within budget: Budget) throws(EngineFault) -> Value {
    guard let broadcast = Broadcast(left.shape, right.shape) else {
      throw .argumentShapes(.extremum(self), left: left.shape, right: right.shape)
    }
    let function: BinaryFunction =
      switch self {
      case .min: .minimum
      case .max: .maximum
      }
    return try function.apply(left, right, broadcast, within: budget)
  }
}
