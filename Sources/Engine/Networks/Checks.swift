/// What must hold before a network is trained or judged.
extension Network {
  /// Throws where samples do not go with the network, or the loss with either.
  func check(_ samples: Samples, _ loss: Objective) throws(EngineFault) {
    guard samples.inputs.columns == spec.inputs else {
      throw inputsFault(samples.name, has: samples.inputs.columns)
    }
    guard samples.targets.columns == spec.outputs else {
      throw .network(
        .targets(network: name, gives: spec.outputs, set: samples.name, has: samples.targets.columns))
    }
    try check(classes: samples.classes, of: samples.name)
    guard case .builtIn(let loss, _) = loss else { return }
    try checkActivation(loss)
    try loss.check(samples)
  }

  /// Throws where the targets of a set stand for other classes than those that the network has learned.
  package func check(classes others: [String], of set: String) throws(EngineFault) {
    guard classes.isEmpty || others.isEmpty || classes == others else {
      throw .network(.classes(network: name, learned: classes, set: set, has: others))
    }
  }

  /// The logarithms of a loss want outputs in 0 … 1.
  private func checkActivation(_ loss: Loss) throws(EngineFault) {
    let wants: [String]
    switch loss {
    case .mse, .halfMse, .sse, .mae, .huber, .logCosh, .hinge: return
    case .bce: wants = ["sigmoid"]
    case .crossEntropy: wants = spec.outputs == 1 ? [] : ["softmax"]
    case .kl: wants = ["softmax"]
    }
    switch spec.outputActivation {
    case .sigmoid, .softmax, .custom:
      // Of a single output the shares are always 1, and a lone sigmoid's other class would count for nothing.
      if wants.isEmpty { throw .network(.singleOutput(loss: loss.rawValue, network: name)) }
    case .linear, .relu, .leakyRelu, .elu, .selu, .gelu, .silu, .softplus, .tanh, .step:
      if wants.isEmpty { throw .network(.singleOutput(loss: loss.rawValue, network: name)) }
      throw .network(
        .lossActivation(loss: loss.rawValue, wants: wants, network: name, has: spec.outputActivation.text))
    }
  }

  /// Throws where a batch would have no variance for batchnorm to go by.
  func checkBatches(of samples: Samples, _ settings: TrainingSettings) throws(EngineFault) {
    guard spec.layers.contains(.batchnorm) else { return }
    let batch = min(settings.batch ?? samples.count, samples.count)
    let last = (samples.count - 1) % batch + 1
    if min(batch, last) == 1 {
      throw .network(.normOfOne(network: name, set: samples.name, samples: samples.count, batch: batch))
    }
  }

  /// Throws where an option of a training is none.
  func check(_ settings: TrainingSettings) throws(EngineFault) {
    func demand(_ name: String, _ range: NetworkFault.WantedSetting, _ figure: Double?) throws(EngineFault) {
      guard let figure, !range.allows(figure) else { return }
      throw .network(.option(name, wants: range, got: figure))
    }
    try demand("epochs", .count, Double(settings.epochs))
    try demand("batch", .count, settings.batch.map(Double.init))
    try demand("patience", .count, settings.patience.map(Double.init))
    try demand("l2", .notNegative, settings.l2)
    try demand("clip", .positive, settings.clip)
    if settings.patience != nil, settings.validation == nil { throw .network(.patienceWithoutValidation) }
    for name in settings.freeze where layout.array(named: name) == nil {
      throw .network(.freeze(network: self.name, name: name, parameters: layout.arrays.map(\.name)))
    }
  }
}

extension Loss {
  /// Throws at the first target that the loss can make nothing of.
  fileprivate func check(_ samples: Samples) throws(EngineFault) {
    let targets = samples.targets
    let (place, wants): (Int?, String)
    switch self {
    case .bce:
      (place, wants) = (targets.elements.firstIndex { !($0 >= 0 && $0 <= 1) }, "targets from 0 to 1")
    case .crossEntropy, .kl:
      place = targets.elements.firstIndex { !($0 >= 0 && $0.isFinite) }
      wants = "targets that are shares, from 0 up"
    case .hinge:
      (place, wants) = (targets.elements.firstIndex { $0.magnitude != 1 }, "targets of 1 or -1")
    case .mse, .halfMse, .sse, .mae, .huber, .logCosh: return
    }
    guard let place else { return }
    throw .network(
      .target(
        loss: rawValue, wants: wants, set: samples.name, sample: place / targets.columns + 1,
        output: place % targets.columns + 1, got: targets.elements[place]))
  }
}
