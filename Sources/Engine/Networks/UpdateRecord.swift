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
    guard let past, let before = past.before, let after = past.after else { return nil }
    func rows(_ elements: [Double]) throws(EngineFault) -> Matrix {
      try Matrix(elements, rows: past.samples, columns: elements.count / past.samples, within: budget)
    }
    var layers: [UpdateRecord.Layer] = []
    for layer in past.layers {
      layers.append(UpdateRecord.Layer(z: try rows(layer.z), a: try rows(layer.a), δ: try rows(layer.δ)))
    }
    let frozen = past.settings.freeze.compactMap { layout.array(named: $0)?.name }
    var parameters: [UpdateRecord.Parameter] = []
    for array in layout.arrays {
      parameters.append(
        UpdateRecord.Parameter(
          name: array.name, isFrozen: frozen.contains(array.name),
          before: try value(array, of: before.parameters, within: budget),
          after: try value(array, of: after.parameters, within: budget),
          gradient: try value(array, of: past.gradient, within: budget),
          memoryBefore: try moments(array, of: before.moments, within: budget),
          memoryAfter: try moments(array, of: after.moments, within: budget)))
    }
    return UpdateRecord(
      loss: past.settings.loss, optimizer: past.settings.optimizer, learningRate: past.rate,
      lossValue: past.lossValue, count: past.count, inputs: try rows(past.inputs), targets: try rows(past.targets),
      layers: layers, parameters: parameters, l2: past.settings.l2, clipFactor: past.clipFactor)
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
