/// Inputs and targets, one row a sample.
package struct Samples: Sendable {
  /// How the note calls them, for messages.
  package let name: String
  package let inputs: Matrix
  package let targets: Matrix
  /// What the columns of the targets stand for: the names of classes; none where they are no classes.
  package let classes: [String]

  /// Throws where inputs and targets have not as many rows, or none.
  package init(name: String, inputs: Matrix, targets: Matrix, classes: [String] = []) throws(EngineFault) {
    guard inputs.rows == targets.rows else {
      throw .network(.sampleCounts(inputs: inputs.rows, targets: targets.rows))
    }
    guard inputs.rows > 0 else { throw .network(.noSamples(name)) }
    (self.name, self.inputs, self.targets, self.classes) = (name, inputs, targets, classes)
  }

  /// How many samples there are.
  package var count: Int { inputs.rows }
}

/// The options of `train`, in the meaning that docs/language.md gives them.
package struct TrainingSettings: Sendable {
  package var loss: Objective
  package var optimizer: Optimizer
  package var schedule = Schedule.constant
  package var epochs: Int
  /// Samples an update; nil for all of them.
  package var batch: Int?
  package var order = SampleOrder.shuffled
  package var validation: Samples?
  /// Epochs without a lower validation loss after which training stops.
  package var patience: Int?
  /// λ: what times each weight is added to its gradient.
  package var l2 = 0.0
  /// The bound on the norm of the whole gradient.
  package var clip: Double?
  /// The names of members that stay as they are.
  package var freeze: [String] = []
  /// Whether training goes on after a loss that is not finite.
  package var allowsDivergence = false

  package init(loss: Objective, optimizer: Optimizer, epochs: Int) {
    (self.loss, self.optimizer, self.epochs) = (loss, optimizer, epochs)
  }
}

/// Who looks on while a network is trained: asked every few hundred updates, never in between.
package struct Watch: Sendable {
  /// Told the epoch, counted from 1, of how many, and the loss of the last epoch that is complete.
  package let report: @Sendable (_ epoch: Int, _ epochs: Int, _ loss: Double?) -> Void
  /// Whether to give up.
  package let isCancelled: @Sendable () -> Bool

  package init(
    report: @escaping @Sendable (_ epoch: Int, _ epochs: Int, _ loss: Double?) -> Void = { _, _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.report, self.isCancelled) = (report, isCancelled)
  }

  /// Nobody.
  package static let none = Watch()
}

/// What a training run did.
package struct TrainingRun: Sendable {
  /// One loss an epoch: those that its updates started from, averaged over the batches by size.
  package let history: [Double]
  /// The validation loss after each epoch; empty without a validation set.
  package let validation: [Double]
  /// How many updates there were.
  package let updates: Int
  package let stop: Stop

  /// Why it ended.
  package enum Stop: Sendable, Hashable {
    /// All epochs are done.
    case complete
    /// The validation loss did not fall any more; the parameters are those after the epoch `best`, counted from 1.
    case patience(best: Int)
  }

  /// How many epochs there were.
  package var epochs: Int { history.count }
  /// The last of the history.
  package var loss: Double { history.last ?? .nan }
}
