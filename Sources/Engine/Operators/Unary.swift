import Kernels

extension Value {
  /// `-x`, elementwise.
  package func negated(within budget: Budget) throws(EngineFault) -> Value {
    try UnaryFunction.negative.apply(self, within: budget)
  }

  /// `not x`, elementwise: 1 where `x` is 0, else 0.
  package func inverted(within budget: Budget) throws(EngineFault) -> Value {
    try UnaryFunction.not.apply(self, within: budget)
  }
}

extension UnaryFunction {
  /// The function of every number of the value.
  func apply(_ value: Value, parameter: Double? = nil, within budget: Budget) throws(EngineFault) -> Value {
    if case .number(let x) = value { return .number(self(x, parameter: parameter)) }
    let x = value.elements
    let storage = try Storage(value.shape, within: budget) { places, piece in
      map(x.span.extracting(places), into: &piece, parameter: parameter)
    }
    return value.shape.value(storage)
  }
}
