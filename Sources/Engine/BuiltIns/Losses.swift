import Kernels

extension Loss {
  func apply(_ arguments: [Value], within budget: Budget) throws(EngineFault) -> Double {
    let (y, t) = (arguments[0], arguments[1])
    guard y.shape == t.shape, let pairs = Broadcast(y.shape, t.shape) else {
      throw .argumentShapes(.loss(self), left: y.shape, right: t.shape)
    }
    if y.shape.count == 0 { throw .empty(.loss(self)) }
    let δ = arguments.count > 2 ? try bend(arguments[2]) : 1
    let terms = try pairs.combine(y, t, within: budget) { term($0, $1, δ: δ) }
    return Reduction.sum(terms.elements.span) / divisor(y.shape)
  }

  /// The parameter of `huber`: the distance at which the parabola becomes a line.
  private func bend(_ value: Value) throws(EngineFault) -> Double {
    let δ = try BuiltIn.loss(self).figure(value, at: 2)
    guard δ > 0 else { throw .figure(.loss(self), position: 2, wants: .positive, got: δ) }
    return δ
  }

  private func term(_ y: Double, _ t: Double, δ: Double) -> Double {
    let d = y - t
    return switch self {
    case .mse, .halfMse, .sse: d * d
    case .mae: d.magnitude
    case .crossEntropy: -weighted(t, UnaryFunction.log(y))
    case .kl: weighted(t, UnaryFunction.log(t / y))
    case .huber: d.magnitude <= δ ? 0.5 * (d * d) : δ * (d.magnitude - 0.5 * δ)
    case .logCosh: logarithmOfCosh(d)
    case .hinge: BinaryFunction.maximum(0, 1 - t * y)
    case .bce: -(weighted(t, UnaryFunction.log(y)) + weighted(1 - t, UnaryFunction.log1p(-y)))
    }
  }

  private func divisor(_ shape: Shape) -> Double {
    let samples =
      switch shape {
      case .number, .vector: 1
      case .matrix(let rows, _): rows
      }
    return switch self {
    case .mse, .mae, .huber, .logCosh, .hinge, .bce: Double(shape.count)
    case .halfMse: 2 * Double(samples)
    case .crossEntropy, .kl: Double(samples)
    case .sse: 1
    }
  }
}

/// weight · logarithm, where a class of no weight adds nothing, even where its logarithm is infinite.
private func weighted(_ weight: Double, _ logarithm: Double) -> Double {
  weight == 0 ? 0 : weight * logarithm
}

/// log cosh d without overflow and without cancellation: cosh d = 1 + 2 sinh²(d/2) = e^|d| (1 + e^(−2|d|)) / 2.
private func logarithmOfCosh(_ d: Double) -> Double {
  if d.magnitude < 1 {
    let s = UnaryFunction.sinh(0.5 * d)
    return UnaryFunction.log1p(2 * s * s)
  }
  return d.magnitude + (UnaryFunction.log1p(UnaryFunction.exp(-2 * d.magnitude)) - 0.6931471805599453)
}
