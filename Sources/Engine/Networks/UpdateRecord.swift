/// What the last update of a network found and did, for `explain`.
package struct UpdateRecord: Sendable {
  package let loss: Objective
  package let optimizer: Optimizer
  /// The learning rate that the schedule gave it.
  package let learningRate: Double
  package let lossValue: Double
  /// Counts the optimizer's steps, from 1.
  package let count: Int
  package let targets: Matrix
  /// What went through the layers, and back.
  package let passage: Passage
  /// One for each parameter array.
  package let parameters: [Parameter]
  package let l2: Double
  /// The bound on the norm of the gradient, where there is one.
  package let clip: Double?
  /// What the gradient was multiplied by to keep its norm within `clip`; 1 where it was.
  package let clipFactor: Double

  package struct Parameter: Sendable {
    package let name: String
    package let isFrozen: Bool
    /// Before clipping and `l2`.
    package let gradient: Value
    /// Nil in a network so large that what an update changed is not kept.
    package let change: Change?

    /// Whether `l2` acts on it.
    package var isWeight: Bool { name.hasPrefix("W") }
  }

  /// What an update made of one parameter array.
  package struct Change: Sendable {
    package let before: Value
    package let after: Value
    /// What the optimizer remembers of each entry (m and v of adam), before and after.
    package let memoryBefore: [Value]
    package let memoryAfter: [Value]
  }
}

extension Network {
  /// What the last update found and did; nil before the first.
  package func lastUpdate(within budget: Budget) throws(EngineFault) -> UpdateRecord? {
    guard let past else { return nil }
    func rows(_ elements: [Double]) throws(EngineFault) -> Matrix {
      try Matrix(elements, rows: past.samples, columns: elements.count / past.samples, within: budget)
    }
    var fields: [Passage.Fields] = []
    for layer in past.layers {
      fields.append(Passage.Fields(z: try rows(layer.z), a: try rows(layer.a), δ: try rows(layer.δ)))
    }
    let frozen = past.settings.freeze.compactMap { layout.array(named: $0)?.name }
    var parameters: [UpdateRecord.Parameter] = []
    for array in layout.arrays {
      parameters.append(
        UpdateRecord.Parameter(
          name: array.name, isFrozen: frozen.contains(array.name),
          gradient: try value(array, of: past.gradient, within: budget),
          change: try change(of: array, past, within: budget)))
    }
    let inputs = try rows(past.inputs)
    return UpdateRecord(
      loss: past.settings.loss, optimizer: past.settings.optimizer, learningRate: past.rate,
      lossValue: past.lossValue, count: past.count, targets: try rows(past.targets),
      passage: Passage(inputs: inputs, stages: stages(fields, of: inputs), isTraining: true),
      parameters: parameters, l2: past.settings.l2, clip: past.settings.clip, clipFactor: past.clipFactor)
  }

  private func change(
    of array: Layout.Array, _ past: Past, within budget: Budget
  ) throws(EngineFault) -> UpdateRecord.Change? {
    guard let before = past.before, let after = past.after else { return nil }
    return UpdateRecord.Change(
      before: try value(array, of: before.parameters, within: budget),
      after: try value(array, of: after.parameters, within: budget),
      memoryBefore: try moments(array, of: before.moments, within: budget),
      memoryAfter: try moments(array, of: after.moments, within: budget))
  }

  private func moments(
    _ array: Layout.Array, of moments: [Double], within budget: Budget
  ) throws(EngineFault) -> [Value] {
    var values: [Value] = []
    for start in stride(from: 0, to: moments.count, by: parameterCount) {
      values.append(try value(array, of: moments, at: start, within: budget))
    }
    return values
  }
}
