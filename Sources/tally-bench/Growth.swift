import Engine

/// How the time of a training grows with one of its dimensions, all else being as it was.
enum Growth: String, CaseIterable {
  case epochs, samples, parameters

  static let factors = [1, 2, 4, 8]

  /// A training whose dimension is that many times the smallest.
  func training(_ factor: Int, within budget: Budget) throws -> () throws -> Void {
    func times(_ dimension: Growth) -> Int { self == dimension ? factor : 1 }
    let (inputs, outputs, batch) = (32, 4, 32)
    let rows = 1024 * times(.samples)
    // The neurons of the one hidden layer: parameters are in proportion to it.
    let hidden = 64 * times(.parameters)
    let network = try Network(
      name: "growth", spec: NetworkSpec(inputs: inputs, layers: [.dense(hidden, .tanh), .dense(outputs, .linear)]),
      seed: 1,
      within: budget)
    func matrix(columns: Int, step: Int) throws -> Matrix {
      let elements = (0..<rows * columns).map { Double($0 * step % 1021) / 1021 - 0.5 }
      return try Matrix(elements, rows: rows, columns: columns, within: budget)
    }
    let samples = try Samples(
      name: "growth", inputs: matrix(columns: inputs, step: 389), targets: matrix(columns: outputs, step: 271))
    var settings = TrainingSettings(
      loss: .builtIn(.mse), optimizer: try Optimizer(.adam, []), epochs: 4 * times(.epochs))
    settings.batch = batch
    settings.order = .standing
    return { [settings] in
      var trained = network
      _ = try trained.train(on: samples, settings, within: budget)
    }
  }

  /// The medians of the times, in seconds, one for each factor; the trainings take turns.
  func measure(rounds: Int) throws -> [Double] {
    let budget = Budget(memory: 1 << 40, deadline: .max, clock: Host.clock)
    let trainings = try Self.factors.map { try training($0, within: budget) }
    for training in trainings { try training() }
    var times = Self.factors.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, training) in trainings.enumerated() { times[index].append(try Duration(of: training).busy) }
    }
    return times.map(median)
  }
}

/// How long something took, in seconds.
struct Duration {
  let clock: Double
  /// Of the processors, all of them together.
  let busy: Double

  init(of body: () throws -> Void) rethrows {
    let (clock, busy) = (Host.clock(), Host.busy())
    try body()
    self.busy = Double(Host.busy() - busy) * 1e-9
    self.clock = Double(Host.clock() - clock) * 1e-9
  }
}

/// The middle of some figures; of an even number of them the upper one.
func median(_ figures: [Double]) -> Double {
  precondition(!figures.isEmpty, "nothing has no middle")
  return figures.sorted()[figures.count / 2]
}
