import Kernels

/// Where the parameters of a network stand, and what they are called. Layers of neurons are numbered from 1; γ and β carry the
/// number of the layer before them.
struct Layout: Sendable {
  /// One parameter array.
  struct Array: Sendable {
    enum Kind: Sendable {
      case weights, biases, scales, shifts
    }

    let kind: Kind
    /// The layer of neurons that it belongs to.
    let number: Int
    let places: Range<Int>
    /// Neurons, and for weights the inputs of each.
    let outputs: Int
    let inputs: Int

    var name: String {
      switch kind {
      case .weights: "W\(number)"
      case .biases: "b\(number)"
      case .scales: "γ\(number)"
      case .shifts: "β\(number)"
      }
    }

    var shape: Shape { kind == .weights ? .matrix(rows: outputs, columns: inputs) : .vector(outputs) }
  }

  /// In the order of storage.
  let arrays: [Array]
  let layers: [MachineLayer]
  /// Which layers have neurons, by their place among all.
  let dense: [Int]
  let parameterCount: Int
  /// How many running means and variances there are.
  let runningCount: Int

  /// `dropsNothing` leaves dropout out, as a check of gradients must.
  init(_ spec: NetworkSpec, name: String, seed: UInt64, dropsNothing: Bool = false) {
    var arrays: [Array] = []
    var layers: [MachineLayer] = []
    var dense: [Int] = []
    var (width, place, running, number, drops) = (spec.inputs, 0, 0, 0, 0)
    func add(_ kind: Array.Kind, outputs: Int, inputs: Int) {
      let count = outputs * inputs
      arrays.append(
        Array(kind: kind, number: number, places: place..<place + count, outputs: outputs, inputs: inputs))
      place += count
    }
    for layer in spec.layers {
      let start = place
      switch layer {
      case .dense(let count, let activation):
        number += 1
        dense.append(layers.count)
        add(.weights, outputs: count, inputs: width)
        add(.biases, outputs: count, inputs: 1)
        layers.append(MachineLayer(.dense(activation.kernel), inputs: width, outputs: count, start: start))
        width = count
      case .batchnorm:
        add(.scales, outputs: width, inputs: 1)
        add(.shifts, outputs: width, inputs: 1)
        layers.append(MachineLayer(.batchnorm(running: running), inputs: width, outputs: width, start: start))
        running += 2 * width
      case .dropout(let probability):
        drops += 1
        let stream = RandomStream(seed: seed, purpose: .dropout, name: "\(name).dropout\(drops)")
        layers.append(
          MachineLayer(.dropout(dropsNothing ? 0 : probability, stream), inputs: width, outputs: width, start: start))
      }
    }
    (self.arrays, self.layers, self.dense) = (arrays, layers, dense)
    (parameterCount, runningCount) = (place, running)
  }

  /// The array of a parameter's name, Greek letters spelled out or not.
  func array(named name: String) -> Array? {
    arrays.first { $0.name == name || Self.spelledOut($0.name) == name }
  }

  /// Multiplications of one pass forward and back for one sample.
  var cost: Double {
    layers.reduce(0.0) { sum, layer in
      switch layer.kind {
      case .dense: sum + 3 * Double(layer.inputs + 1) * Double(layer.outputs)
      case .batchnorm, .dropout: sum + 8 * Double(layer.outputs)
      }
    }
  }
}

extension Layout.Array {
  /// The array in the notes' form, one row a neuron, from storage, one row an input. What is not a number has no sign.
  func turned(_ storage: [Double], at start: Int? = nil) -> [Double] {
    let start = start ?? places.lowerBound
    guard kind == .weights, inputs > 1, outputs > 1 else {
      return storage[start..<start + places.count].map { $0.isNaN ? .nan : $0 }
    }
    var turned: [Double] = []
    turned.reserveCapacity(places.count)
    for j in 0..<outputs {
      for k in 0..<inputs {
        let element = storage[start + k * outputs + j]
        turned.append(element.isNaN ? .nan : element)
      }
    }
    return turned
  }

  /// Puts an array in the notes' form into storage.
  func store(_ elements: [Double], into storage: inout [Double]) {
    for j in 0..<outputs {
      for k in 0..<inputs { storage[places.lowerBound + k * outputs + j] = elements[j * inputs + k] }
    }
  }
}

extension Activation {
  var kernel: ActivationKernel {
    switch self {
    case .linear: .linear
    case .relu: .relu
    case .leakyRelu(let slope): .leakyRelu(slope)
    case .elu(let α): .elu(α)
    case .selu: .selu
    case .gelu: .gelu
    case .silu: .silu
    case .softplus: .softplus
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .softmax: .softmax
    case .step: .step
    case .custom(let activation): .custom(activation.value, slope: activation.slope)
    }
  }
}

extension Objective {
  var kernel: LossKernel {
    switch self {
    case .custom(let loss): .custom(loss.term, slope: loss.slope)
    case .builtIn(let loss, let δ):
      switch loss {
      case .mse: .mse
      case .halfMse: .halfMse
      case .sse: .sse
      case .mae: .mae
      case .crossEntropy: .crossEntropy
      case .kl: .kl
      case .huber: .huber(δ)
      case .logCosh: .logCosh
      case .hinge: .hinge
      case .bce: .bce
      }
    }
  }
}

extension Layout {
  /// `delta1` for `δ1`, `dgamma1` for `dγ1`.
  static func spelledOut(_ name: String) -> String {
    var spelled = ""
    for letter in name {
      switch letter {
      case "δ": spelled += "delta"
      case "γ": spelled += "gamma"
      case "β": spelled += "beta"
      default: spelled.append(letter)
      }
    }
    return spelled
  }
}
