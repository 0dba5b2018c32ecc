/// How good predictions are, as one number. (The losses are metrics too, as functions of predictions and targets.)
package enum Metric: String, Sendable, CaseIterable {
  /// The share of samples whose class is predicted.
  case accuracy
  /// Of what is predicted as a class, the share that is; of a class, the share that is predicted; the harmonic mean of
  /// both. Of one output that of class 1, of several the mean over the classes.
  case precision, recall, f1
  /// 1 − Σ(t−y)² / Σ(t−mean)², the mean over the outputs.
  case r2

  /// The metric of predictions and targets, both one row a sample.
  package func apply(_ predictions: Matrix, _ targets: Matrix, within budget: Budget) throws(EngineFault) -> Double {
    preconditionFailure("not yet")
  }
}
