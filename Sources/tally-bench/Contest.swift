import Engine

/// A training that can be run again and again from the same beginning.
struct Contest {
  private let work: Work
  private let start: Network
  private let samples: Samples
  private let settings: TrainingSettings
  private let budget = Budget(memory: 1 << 40, deadline: .max, clock: Host.clock)

  /// Reads what Tests/Benchmarks/data.py wrote into the folder.
  init(_ work: Work, inputs folder: String) throws {
    func read(_ name: String, _ count: Int) throws -> [Double] {
      try Host.numbers(count, at: "\(folder)/\(work.prefix)_\(name).f64")
    }
    let sizes = work.sizes
    var start = try Network(name: "net", spec: work.spec(), seed: 1, within: budget)
    for (layer, (inputs, neurons)) in zip(sizes, sizes.dropFirst()).enumerated() {
      // The files hold a row for each input, notes a row for each neuron.
      let columns = try read("W\(layer + 1)", inputs * neurons)
      let weights = (0..<neurons).flatMap { j in (0..<inputs).map { columns[$0 * neurons + j] } }
      let matrix = try Matrix(weights, rows: neurons, columns: inputs, within: budget)
      let biases = try Vector(read("b\(layer + 1)", neurons), within: budget)
      try start.assign(.matrix(matrix), to: "W\(layer + 1)", within: budget)
      try start.assign(.vector(biases), to: "b\(layer + 1)", within: budget)
    }
    let (columns, outputs) = (sizes[0], sizes[sizes.count - 1])
    samples = try Samples(
      name: work.rawValue,
      inputs: Matrix(read("inputs", work.samples * columns), rows: work.samples, columns: columns, within: budget),
      targets: Matrix(read("targets", work.samples * outputs), rows: work.samples, columns: outputs, within: budget))
    var settings = TrainingSettings(loss: work.loss, optimizer: try work.optimizer(), epochs: work.epochs)
    settings.batch = work.batch
    settings.order = .standing
    if work.hasOrder {
      let rows: [Int32] = try Host.numbers(work.samples * work.epochs, at: "\(folder)/\(work.prefix)_order.i32")
      settings.order = .given(
        (0..<work.epochs).map { epoch in rows[epoch * work.samples..<(epoch + 1) * work.samples].map(Int.init) })
    }
    self.work = work
    self.start = start
    self.settings = settings
  }

  /// Trains from the beginning.
  func train() throws -> Network {
    var network = start
    _ = try network.train(on: samples, settings, within: budget)
    return network
  }

  /// The loss of the whole set.
  func loss(of network: Network) throws -> Double {
    try network.loss(settings.loss, on: samples, within: budget)
  }
}
