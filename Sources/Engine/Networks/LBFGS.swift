import Kernels

/// What L-BFGS remembers: the last steps and the changes of the gradient that they brought (Nocedal and Wright, "Numerical
/// Optimization", algorithm 7.4), by the rules of PyTorch's implementation without a line search.
struct LBFGSMemory: Sendable {
  fileprivate var iterations = 0
  fileprivate var direction: [Double] = []
  fileprivate var length = 0.0
  fileprivate var steps: [[Double]] = []
  fileprivate var changes: [[Double]] = []
  fileprivate var reciprocals: [Double] = []
  fileprivate var scale = 1.0
  fileprivate var lastGradient: [Double] = []

  /// One update: up to `max_iter` steps, each along a direction that the remembered ones shape. `evaluate` gives the loss and
  /// the gradient at parameters; the first of them is the one the update started from. Returns its loss.
  mutating func update(
    _ parameters: inout [Double], _ optimizer: Optimizer, rate: Double,
    evaluate: (inout [Double]) -> (loss: Double, gradient: [Double])
  ) -> Double {
    let limit = Int(optimizer[.maxIterations])
    let most = optimizer[.maxEvaluations] > 0 ? Int(optimizer[.maxEvaluations]) : limit * 5 / 4
    let (gradientTolerance, changeTolerance) = (optimizer[.gradientTolerance], optimizer[.changeTolerance])
    var (loss, gradient) = evaluate(&parameters)
    let first = loss
    guard loss.isFinite, greatest(gradient) > gradientTolerance else { return first }
    var evaluations = 1
    for iteration in 1...limit {
      iterations += 1
      choose(gradient, history: Int(optimizer[.historySize]))
      let lastLoss = loss
      lastGradient = gradient
      length = iterations == 1 ? min(1, 1 / absoluteSum(gradient)) * rate : rate
      let descent = dot(gradient, direction)
      if descent > -changeTolerance { break }
      add(length, direction, to: &parameters)
      if iteration == limit { break }
      (loss, gradient) = evaluate(&parameters)
      evaluations += 1
      if evaluations >= most || greatest(gradient) <= gradientTolerance { break }
      if greatest(direction.map { $0 * length }) <= changeTolerance { break }
      if (loss - lastLoss).magnitude < changeTolerance || !loss.isFinite { break }
    }
    return first
  }

  /// The direction of the next step.
  private mutating func choose(_ gradient: [Double], history: Int) {
    guard iterations > 1 else {
      direction = gradient.map { -$0 }
      return
    }
    let change = zip(gradient, lastGradient).map { $0 - $1 }
    let step = direction.map { $0 * length }
    let curvature = dot(change, step)
    if curvature > 1e-10 {
      if steps.count == history {
        steps.removeFirst()
        changes.removeFirst()
        reciprocals.removeFirst()
      }
      steps.append(step)
      changes.append(change)
      reciprocals.append(1 / curvature)
      scale = curvature / dot(change, change)
    }
    var q = gradient.map { -$0 }
    var shares = [Double](repeating: 0, count: steps.count)
    for i in steps.indices.reversed() {
      shares[i] = dot(steps[i], q) * reciprocals[i]
      add(-shares[i], changes[i], to: &q)
    }
    q = q.map { $0 * scale }
    for i in steps.indices {
      let share = dot(changes[i], q) * reciprocals[i]
      add(shares[i] - share, steps[i], to: &q)
    }
    direction = q
  }
}

private func add(_ factor: Double, _ x: [Double], to y: inout [Double]) {
  for i in y.indices { y[i] += factor * x[i] }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double { MatrixProduct.dot(a.span, b.span) }

private func greatest(_ x: [Double]) -> Double {
  Reduction.greatest(UnaryFunction.abs(x).span)
}

private func absoluteSum(_ x: [Double]) -> Double {
  Reduction.sum(UnaryFunction.abs(x).span)
}
