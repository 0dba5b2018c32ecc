import Engine

/// The trainings that are measured, each the same as its peers in Tests/Benchmarks/peers do.
enum Work: String, CaseIterable {
  case xorSGD = "xor-sgd"
  case xorAdam = "xor-adam"
  case sine, digits, wide

  /// What the names of its input files begin with.
  var prefix: String {
    switch self {
    case .xorSGD, .xorAdam: "xor"
    case .sine, .digits, .wide: rawValue
    }
  }

  /// The neurons of each layer, the inputs first.
  var sizes: [Int] {
    switch self {
    case .xorSGD, .xorAdam: [2, 4, 1]
    case .sine: [1, 16, 16, 1]
    case .digits: [64, 128, 10]
    case .wide: [784, 512, 512, 10]
    }
  }

  var samples: Int {
    switch self {
    case .xorSGD, .xorAdam: 4
    case .sine: 128
    case .digits: 1797
    case .wide: 10_000
    }
  }

  var epochs: Int {
    switch self {
    case .xorSGD, .xorAdam: 10_000
    case .sine: 200
    case .digits: 30
    case .wide: 1
    }
  }

  var batch: Int {
    switch self {
    case .xorSGD, .xorAdam: 4
    case .sine: 16
    case .digits: 32
    case .wide: 128
    }
  }

  /// Whether the batches of an epoch are taken in an order that a file gives.
  var hasOrder: Bool { self == .digits }

  var updates: Int { epochs * ((samples + batch - 1) / batch) }

  /// What it is, for the table.
  var title: String {
    let shape = sizes.map(String.init).joined(separator: "-")
    return switch self {
    case .xorSGD: "XOR \(shape), tanh and sigmoid, bce, SGD"
    case .xorAdam: "XOR \(shape), tanh and sigmoid, bce, Adam"
    case .sine: "\(shape), tanh, mse, batch 16, Adam"
    case .digits: "digits \(shape), relu and softmax, batch 32, Adam"
    case .wide: "\(shape), relu and softmax, batch 128, momentum"
    }
  }

  var loss: Objective {
    switch self {
    case .xorSGD, .xorAdam: .builtIn(.bce)
    case .sine: .builtIn(.mse)
    case .digits, .wide: .builtIn(.crossEntropy)
    }
  }

  func optimizer() throws(EngineFault) -> Optimizer {
    switch self {
    case .xorSGD: try Optimizer(.sgd, [("lr", 0.5)])
    case .xorAdam: try Optimizer(.adam, [("lr", 0.05)])
    case .sine: try Optimizer(.adam, [("lr", 0.01)])
    case .digits: try Optimizer(.adam, [("lr", 0.001)])
    case .wide: try Optimizer(.momentum, [("lr", 0.01)])
    }
  }

  func spec() throws(EngineFault) -> NetworkSpec {
    let (hidden, output): (Activation, Activation) =
      switch self {
      case .xorSGD, .xorAdam: (.tanh, .sigmoid)
      case .sine: (.tanh, .linear)
      case .digits, .wide: (.relu, .softmax)
      }
    let counts = sizes.dropFirst()
    let layers = counts.enumerated().map { index, count in
      NetworkSpec.Layer.dense(count, index == counts.count - 1 ? output : hidden)
    }
    return try NetworkSpec(inputs: sizes[0], layers: layers)
  }

  /// The bytes that the training cannot do without: its data and each epoch's order once; parameters, gradients and what
  /// the optimizer remembers once each; of one batch the inputs, and z, a and δ of every layer.
  var need: Int {
    let data = samples * (sizes[0] + sizes[sizes.count - 1])
    let parameters = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    let memories =
      switch self {
      case .xorSGD: 0
      case .wide: 1
      case .xorAdam, .sine, .digits: 2
      }
    let activations = batch * (sizes[0] + 3 * sizes.dropFirst().reduce(0, +))
    return 8 * (data + parameters * (2 + memories) + activations)
  }
}
