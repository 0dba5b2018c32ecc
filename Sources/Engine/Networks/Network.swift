import Kernels

/// A network: parameters of a shape that its specification fixes, what its optimizer remembers, and what its last update
/// found. A value: a copy is independent of what it was made from, and memory is shared until one of them changes.
///
/// Storage: the parameters of a layer stand together, weights first. A weight matrix is kept with one row an input, so that
/// a layer's neurons lie side by side; members are turned into the notes' form, one row a neuron, when they are asked for.
package struct Network: Sendable {
  /// What the note calls it; random streams follow from it.
  package let name: String
  package let spec: NetworkSpec
  package let seed: UInt64

  /// Draws the parameters. Each weight matrix has a stream of its own, named `<name>.W1`.
  package init(name: String, spec: NetworkSpec, seed: UInt64, within budget: Budget) throws(EngineFault) {
    preconditionFailure("not there yet")
  }

  /// An independent copy; it keeps the name, so that its random streams are the same.
  package func copy() -> Network { self }

  /// The network with the parameters that it was drawn with, and without a past.
  package func reset(within budget: Budget) throws(EngineFault) -> Network { preconditionFailure("not there yet") }

  /// How many layers of neurons there are.
  package var layerCount: Int { preconditionFailure("not there yet") }

  /// How many parameters there are.
  package var parameterCount: Int { preconditionFailure("not there yet") }
}

// MARK: Members

extension Network {
  /// The names of all members, in order: parameters, then what an update leaves, then figures.
  package var memberNames: [String] { preconditionFailure("not there yet") }

  /// `mlp.W1`, `mlp.δ1` (`delta1`), `mlp.history`, …
  package func member(_ name: String, within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("not there yet")
  }

  /// `mlp.W1 = …`: a number fills it; a matrix of one row or column and the vector of its entries are interchangeable.
  package mutating func assign(_ value: Value, to member: String, within budget: Budget) throws(EngineFault) {
    preconditionFailure("not there yet")
  }
}

// MARK: Use

extension Network {
  /// The prediction: a vector for a vector, one row a sample for a matrix. A network of one input takes a number, and then
  /// one of one output gives a number; of one input it also takes a vector of samples where that is no sample itself.
  package func predict(_ x: Value, within budget: Budget) throws(EngineFault) -> Value {
    preconditionFailure("not there yet")
  }

  /// The predictions of samples, one row each.
  package func predictions(of inputs: Matrix, named set: String?, within budget: Budget) throws(EngineFault) -> Matrix {
    preconditionFailure("not there yet")
  }

  /// The loss over samples, as training computes it (from the logits where that is stabler), without dropout.
  package func loss(_ loss: Objective, on samples: Samples, within budget: Budget) throws(EngineFault) -> Double {
    preconditionFailure("not there yet")
  }

  /// Trains the network in place; on a fault it is as it was.
  package mutating func train(
    on samples: Samples, _ settings: TrainingSettings, within budget: Budget, watch: Watch = .none
  ) throws(EngineFault) -> TrainingRun {
    preconditionFailure("not there yet")
  }

  /// One update on all samples. Everything of it stays in `lastUpdate`.
  package mutating func step(
    on samples: Samples, _ settings: TrainingSettings, within budget: Budget
  ) throws(EngineFault) -> TrainingRun {
    preconditionFailure("not there yet")
  }

  /// The gradient of the loss by every parameter.
  package func gradients(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> [ParameterGradient] {
    preconditionFailure("not there yet")
  }

  /// Each gradient against central differences.
  package func gradientCheck(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> [GradientCheck] {
    preconditionFailure("not there yet")
  }
}

/// The gradient by one parameter array.
package struct ParameterGradient: Sendable {
  /// `W1`, `b1`, `γ1`, `β1`
  package let parameter: String
  package let gradient: Value
}

/// How far the gradient by one parameter array is from central differences.
package struct GradientCheck: Sendable {
  package let parameter: String
  /// How many of its entries were compared.
  package let entries: Int
  /// The largest |analytic − numeric| / max(|analytic|, |numeric|, 1e-8).
  package let difference: Double
}

/// What the last update of a network found and did, for `explain`.
package struct UpdateRecord: Sendable {
  package let loss: Objective
  package let optimizer: Optimizer
  /// The learning rate that the schedule gave it.
  package let learningRate: Double
  package let lossValue: Double
  /// Counts the optimizer's steps, from 1.
  package let count: Int
  package let inputs: Matrix
  package let targets: Matrix
  /// One for each layer of neurons.
  package let layers: [Layer]
  /// One for each parameter array.
  package let parameters: [Parameter]
  package let l2: Double
  /// What the gradient was multiplied by to keep its norm within `clip`; 1 where it was.
  package let clipFactor: Double

  /// One row a sample.
  package struct Layer: Sendable {
    package let z: Matrix
    package let a: Matrix
    package let δ: Matrix
  }

  package struct Parameter: Sendable {
    package let name: String
    package let isFrozen: Bool
    package let before: Value
    package let after: Value
    /// Before clipping and `l2`.
    package let gradient: Value
    /// What the optimizer remembers of each entry (m and v of adam), before and after.
    package let memoryBefore: [Value]
    package let memoryAfter: [Value]
  }
}

extension Network {
  /// What the last update found and did; nil before the first, and past 20,000 parameters.
  package func lastUpdate(within budget: Budget) throws(EngineFault) -> UpdateRecord? {
    preconditionFailure("not there yet")
  }
}
