import Kernels

/// How good predictions are, as one number. (The losses are metrics too, as functions of predictions and targets.)
package enum Metric: String, Sendable, CaseIterable {
  /// The share of samples whose class is predicted.
  case accuracy
  /// Of what is predicted as a class, the share that belongs to it. Of one output that of class 1, of several the mean
  /// over the classes that occur.
  case precision
  /// Of a class, the share that is predicted as it; which, as in precision.
  case recall
  /// The harmonic mean of precision and recall; of which, as in precision.
  case f1
  /// 1 − Σ(t−y)² / Σ(t−mean)², the mean over the outputs. Of targets that are all the same, 1 where every prediction is
  /// exact and 0 otherwise.
  case r2

  /// The metric of predictions and targets, both one row a sample. Classes are read from them as `Confusion` does.
  package func apply(_ predictions: Matrix, _ targets: Matrix, within budget: Budget) throws(EngineFault) -> Double {
    switch self {
    case .accuracy: try Self.accuracy(predictions, targets)
    case .precision: try Confusion(predictions, targets, within: budget).precision
    case .recall: try Confusion(predictions, targets, within: budget).recall
    case .f1: try Confusion(predictions, targets, within: budget).f1
    case .r2: try Self.r2(predictions, targets, within: budget)
    }
  }

  private static func accuracy(_ predictions: Matrix, _ targets: Matrix) throws(EngineFault) -> Double {
    try checkComparable(predictions, targets)
    var hits = 0
    try Decision.each(predictions, targets) { _, target, prediction in
      if target == prediction { hits += 1 }
    }
    return Double(hits) / Double(targets.rows)
  }

  private static func r2(
    _ predictions: Matrix, _ targets: Matrix, within budget: Budget
  ) throws(EngineFault) -> Double {
    try checkComparable(predictions, targets)
    let loan = try Loan(targets.rows * 32 + targets.columns * 8, from: budget)
    let (y, t) = (predictions.elements, targets.elements)
    let shares = (0..<targets.columns).map { column in
      let places = (0..<targets.rows).map { $0 * targets.columns + column }
      return determination(places.map { y[$0] }, places.map { t[$0] })
    }
    _ = consume loan
    return Reduction.sum(shares.span) / Double(shares.count)
  }

  private static func determination(_ y: [Double], _ t: [Double]) -> Double {
    let errors = zip(t, y).map { $0 - $1 }
    let unexplained = Reduction.sumOfSquares(errors.span)
    if Reduction.least(t.span) == Reduction.greatest(t.span) { return unexplained == 0 ? 1 : 0 }
    let mean = Reduction.sum(t.span) / Double(t.count)
    return 1 - unexplained / Reduction.sumOfSquares(t.span, around: mean)
  }
}
