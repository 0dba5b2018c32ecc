import Kernels

/// What a network makes of inputs. Dropout keeps everything then, and batchnorm uses its running figures.
extension Network {
  /// The prediction: a vector for a vector, one row a sample for a matrix. A network of one input takes a number, and then
  /// one of one output gives a number; of one input it also takes a vector of samples where that is no sample itself.
  package func predict(_ x: Value, within budget: Budget) throws(EngineFault) -> Value {
    switch x {
    case .number(let number):
      guard spec.inputs == 1 else { throw inputsFault(nil, has: 1) }
      let y = try outputs([number], samples: 1, within: budget)
      return spec.outputs == 1 ? .number(y[0]) : .vector(try Vector(y, within: budget))
    case .vector(let vector) where vector.count == spec.inputs:
      return .vector(try Vector(outputs(vector.elements, samples: 1, within: budget), within: budget))
    case .vector(let vector):
      guard spec.inputs == 1, vector.count > 0 else { throw inputsFault(nil, has: vector.count) }
      let y = try outputs(vector.elements, samples: vector.count, within: budget)
      return spec.outputs == 1
        ? .vector(try Vector(y, within: budget))
        : .matrix(try Matrix(y, rows: vector.count, columns: spec.outputs, within: budget))
    case .matrix(let matrix):
      return .matrix(try predictions(of: matrix, named: nil, within: budget))
    }
  }

  /// The predictions of samples, one row each.
  package func predictions(of inputs: Matrix, named set: String?, within budget: Budget) throws(EngineFault) -> Matrix {
    guard inputs.columns == spec.inputs else { throw inputsFault(set, has: inputs.columns) }
    let y = try outputs(inputs.elements, samples: inputs.rows, within: budget)
    return try Matrix(y, rows: inputs.rows, columns: spec.outputs, within: budget)
  }

  func inputsFault(_ set: String?, has count: Int) -> EngineFault {
    .network(.inputs(network: name, takes: spec.inputs, set: set, has: count))
  }

  private func outputs(_ inputs: [Double], samples: Int, within budget: Budget) throws(EngineFault) -> [Double] {
    try budget.charge(cost: layout.cost / 3 * Double(samples))
    let machine = try machine(batch: min(samples, Self.piece), loss: .mse, within: budget)
    var (parameters, running) = (parameters, running)
    var outputs = [Double](repeating: 0, count: samples * spec.outputs)
    // So many samples at a time that the clock is read often enough.
    let portion = max(Self.piece, Int(Self.portion / layout.cost) / Self.piece * Self.piece)
    var sample = 0
    while sample < samples {
      let end = min(samples, sample + portion)
      var span = outputs.mutableSpan
      var piece = span._mutatingExtracting(sample * spec.outputs..<end * spec.outputs)
      machine.kernel.outputs(
        &parameters, running: &running, inputs: inputs.span.extracting(sample * spec.inputs..<end * spec.inputs),
        into: &piece)
      sample = end
      try budget.checkDeadline()
    }
    for place in outputs.indices where outputs[place].isNaN { outputs[place] = .nan }
    return outputs
  }

  /// Samples that go through a network together when it predicts; whole rounds of the lanes of a sum.
  static let piece = 64
  /// Multiplications between two looks at the clock.
  static let portion = 3e8

  /// A machine of this network, charged for as long as it lives.
  func machine(
    batch: Int, loss: LossKernel, trains: Bool = false, dropsNothing: Bool = false, within budget: Budget
  ) throws(EngineFault) -> ChargedMachine {
    let layers = dropsNothing ? Layout(spec, name: name, seed: seed, dropsNothing: true).layers : layout.layers
    let bytes = NetworkMachine.bytes(
      layers, parameterCount: parameterCount, loss: loss, batch: batch, trains: trains)
    let reservation = try Reservation(bytes, within: budget)
    let kernel = NetworkMachine(
      layers, parameterCount: parameterCount, loss: loss, batch: batch, seed: seed, trains: trains,
      isOver: { budget.isOver })
    kernel.updates = updates
    return ChargedMachine(kernel: kernel, reservation: reservation)
  }

  /// The loss over samples, as training computes it (from the logits where that is stabler), without dropout.
  package func loss(_ loss: Objective, on samples: Samples, within budget: Budget) throws(EngineFault) -> Double {
    try check(samples, loss)
    try budget.charge(cost: layout.cost / 3 * Double(samples.count))
    let machine = try machine(batch: min(samples.count, Self.piece), loss: loss.kernel, within: budget)
    var (parameters, running) = (parameters, running)
    let loss = machine.kernel.loss(&parameters, running: &running, on: samples.rows)
    try budget.checkDeadline()
    return loss
  }
}

/// A machine and what was charged for it.
struct ChargedMachine {
  let kernel: NetworkMachine
  let reservation: Reservation
}

extension Samples {
  var rows: MachineSamples {
    MachineSamples(count: count, inputs: inputs.elements, targets: targets.elements)
  }
}
