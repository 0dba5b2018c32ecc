import Kernels

/// What went through a network, layer by layer, for `explain`: of samples, one in each row.
package struct Passage: Sendable {
  package let inputs: Matrix
  /// From the input on, one for each layer, those without neurons too.
  package let stages: [Stage]
  /// Whether dropout dropped, and batchnorm went by the batch.
  package let isTraining: Bool

  /// One layer. What goes in is `a` of the stage before, or the inputs.
  package struct Stage: Sendable {
    package let kind: Kind
    package let fields: Fields
  }

  package enum Kind: Sendable {
    /// z = W·x + b, a = f(z), δ = ∂L/∂z.
    case neurons(number: Int, Activation)
    /// z is x̂, a = γ·x̂ + β, δ = ∂L/∂a. `number` is that of γ and β.
    case batchnorm(number: Int, Norm)
    /// z is what each input is multiplied by, a = z·x, δ = ∂L/∂a. Counted from 1.
    case dropout(number: Int, Double)
  }

  /// The mean and variance that batchnorm went by, of each input.
  package struct Norm: Sendable {
    package let mean: [Double]
    package let variance: [Double]
    /// What is added to the variance under the root.
    package static let epsilon = 1e-5
  }

  /// One row a sample.
  package struct Fields: Sendable {
    package let z: Matrix
    package let a: Matrix
    /// Nil where nothing came back.
    package let δ: Matrix?
  }
}

extension Network {
  /// What samples find on their way through the network as it is now, as in prediction.
  package func passage(
    of inputs: Matrix, named set: String, within budget: Budget
  ) throws(EngineFault) -> Passage {
    guard inputs.columns == spec.inputs else { throw inputsFault(set, has: inputs.columns) }
    guard inputs.rows > 0 else { throw .network(.noSamples(set)) }
    try budget.charge(cost: layout.cost / 3 * Double(inputs.rows))
    let machine = try machine(batch: inputs.rows, loss: .mse, within: budget).kernel
    var (parameters, running) = (parameters, running)
    var outputs = [Double](repeating: 0, count: inputs.rows * spec.outputs)
    var span = outputs.mutableSpan
    machine.outputs(&parameters, running: &running, inputs: inputs.elements.span, into: &span)
    try budget.checkDeadline()
    func rows(_ elements: [Double]) throws(EngineFault) -> Matrix {
      try Matrix(
        elements.map { $0.isNaN ? .nan : $0 }, rows: inputs.rows, columns: elements.count / inputs.rows, within: budget)
    }
    var fields: [Passage.Fields] = []
    for layer in layout.layers.indices {
      fields.append(
        Passage.Fields(
          z: try rows(machine.z(of: layer, samples: inputs.rows)),
          a: try rows(machine.a(of: layer, samples: inputs.rows)), δ: nil))
    }
    var stages = stages(fields, of: inputs)
    for (place, layer) in layout.layers.enumerated() {
      guard case .batchnorm(let start) = layer.kind, case .batchnorm(let number, _) = stages[place].kind else {
        continue
      }
      let norm = Passage.Norm(
        mean: Array(running[start..<start + layer.outputs]),
        variance: Array(running[start + layer.outputs..<start + 2 * layer.outputs]))
      stages[place] = Passage.Stage(kind: .batchnorm(number: number, norm), fields: fields[place])
    }
    return Passage(inputs: inputs, stages: stages, isTraining: false)
  }

  /// The layers with what was found in them, batchnorm by the samples' own figures.
  func stages(_ fields: [Passage.Fields], of inputs: Matrix) -> [Passage.Stage] {
    var (number, drops) = (0, 0)
    var stages: [Passage.Stage] = []
    for (layer, fields) in zip(spec.layers, fields) {
      switch layer {
      case .dense(_, let activation):
        number += 1
        stages.append(Passage.Stage(kind: .neurons(number: number, activation), fields: fields))
      case .batchnorm:
        let norm = Passage.Norm(of: stages.last?.fields.a ?? inputs)
        stages.append(Passage.Stage(kind: .batchnorm(number: number, norm), fields: fields))
      case .dropout(let probability):
        drops += 1
        stages.append(Passage.Stage(kind: .dropout(number: drops, probability), fields: fields))
      }
    }
    return stages
  }
}

extension Passage.Norm {
  /// The figures of a batch, summed in the order of its samples.
  init(of batch: Matrix) {
    let n = Double(batch.rows)
    let columns = (0..<batch.columns).map { column in (0..<batch.rows).map { batch[$0, column] } }
    mean = columns.map { $0.reduce(0, +) / n }
    variance = zip(columns, mean).map { column, mean in
      column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    }
  }
}
