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
  let layout: Layout
  /// What the outputs stand for: the names of the classes that it was trained on last; none where those were no classes.
  package var classes: [String] = []
  var parameters: [Double]
  /// Running means and variances of batchnorm.
  var running: [Double]
  var memory: OptimizerMemory?
  /// What the last step or training left.
  var past: Past?
  /// How many epochs and updates it has been trained for: random streams go on from there.
  var epochs: UInt64 = 0
  var updates: UInt64 = 0
  var reservation: Reservation

  /// Draws the parameters. Each weight matrix has a stream of its own, named `<name>.W1`.
  package init(name: String, spec: NetworkSpec, seed: UInt64, within budget: Budget) throws(EngineFault) {
    try Self.checkSize(spec, within: budget)
    let layout = Layout(spec, name: name, seed: seed)
    reservation = try Reservation(8 * Double(layout.parameterCount + layout.runningCount), within: budget)
    (self.name, self.spec, self.seed, self.layout) = (name, spec, seed, layout)
    parameters = [Double](repeating: 0, count: layout.parameterCount)
    running = [Double](repeating: 0, count: layout.runningCount)
    for array in layout.arrays {
      switch array.kind {
      case .weights:
        let stream = RandomStream(seed: seed, purpose: .initialisation, name: "\(name).\(array.name)")
        array.store(spec.initialiser.draw(array, from: stream), into: &parameters)
      case .scales: for place in array.places { parameters[place] = 1 }
      case .biases, .shifts: break
      }
    }
    for layer in layout.layers {
      if case .batchnorm(let start) = layer.kind {
        for place in start + layer.outputs..<start + 2 * layer.outputs { running[place] = 1 }
      }
    }
  }

  /// An independent copy; it keeps the name, so that its random streams are the same.
  package func copy() -> Network { self }

  /// The network with the parameters that it was drawn with, and without a past.
  package func reset(within budget: Budget) throws(EngineFault) -> Network {
    try Network(name: name, spec: spec, seed: seed, within: budget)
  }

  /// How many layers of neurons there are.
  package var layerCount: Int { layout.dense.count }

  /// How many parameters there are.
  package var parameterCount: Int { layout.parameterCount }

  /// Counts in floating point what might be too much to be counted otherwise.
  private static func checkSize(_ spec: NetworkSpec, within budget: Budget) throws(EngineFault) {
    var (width, count) = (Double(spec.inputs), 0.0)
    for layer in spec.layers {
      switch layer {
      case .dense(let neurons, _):
        count += (width + 1) * Double(neurons)
        width = Double(neurons)
      case .batchnorm: count += 4 * width
      case .dropout: break
      }
    }
    guard count * 8 < 0x1p50 else {
      throw .memory(bytes: count * 8, of: nil, used: budget.used, limit: budget.memory)
    }
  }
}

extension Initialiser {
  /// The weights in the notes' form: one row a neuron, numbers drawn in that order.
  fileprivate func draw(_ array: Layout.Array, from stream: RandomStream) -> [Double] {
    let count = array.places.count
    let (inputs, outputs) = (Double(array.inputs), Double(array.outputs))
    func uniform(_ low: Double, _ high: Double) -> [Double] {
      (0..<UInt64(count)).map { stream.uniform(at: $0, in: low..<high) }
    }
    func normal(_ std: Double) -> [Double] { stream.normals(count: count).map { std * $0 } }
    switch self {
    case .xavier:
      let bound = (6 / (inputs + outputs)).squareRoot()
      return uniform(-bound, bound)
    case .he: return normal((2 / inputs).squareRoot())
    case .lecun: return normal((1 / inputs).squareRoot())
    case .normal(let std): return normal(std)
    case .uniform(let low, let high): return uniform(low, high)
    case .zeros: return [Double](repeating: 0, count: count)
    case .ones: return [Double](repeating: 1, count: count)
    case .constant(let c): return [Double](repeating: c, count: count)
    }
  }
}

// MARK: What stays

/// What an optimizer remembers, as long as the next step names the same one with the same settings.
struct OptimizerMemory: Sendable {
  let optimizer: Optimizer
  var rule: RuleMemory
  var lbfgs: LBFGSMemory
  let reservation: Reservation

  /// A fresh one.
  init(_ optimizer: Optimizer, count: Int, within budget: Budget) throws(EngineFault) {
    let moments = optimizer.kernel.rule.memories * count
    let pairs = optimizer.rule == .lbfgs ? 2 * optimizer[.historySize] + 8 : 0
    reservation = try Reservation(8 * (Double(moments) + pairs * Double(count)), within: budget)
    let initial = optimizer.rule == .adagrad ? optimizer[.initialAccumulator] : 0
    rule = RuleMemory(moments: [Double](repeating: initial, count: moments))
    lbfgs = LBFGSMemory()
    self.optimizer = optimizer
  }
}

/// What the last step or training left behind, as its last update found it.
struct Past: Sendable {
  var history: [Double]
  var validation: [Double]
  let settings: TrainingSettings
  let samples: Int
  let inputs: [Double]
  let targets: [Double]
  /// z, a, δ of every layer, those without neurons too.
  let layers: [(z: [Double], a: [Double], δ: [Double])]
  let gradient: [Double]
  let lossValue: Double
  let rate: Double
  let clipFactor: Double
  let count: Int
  /// Parameters and moments as the update found them; nil past a size that nobody reads.
  let before: (parameters: [Double], moments: [Double])?
  /// The parameters and moments that the update left.
  let after: (parameters: [Double], moments: [Double])?
  let reservation: Reservation
}
