import SourceText

extension NetworkFault {
  /// The fault in the reader's words, one line.
  var message: String {
    switch self {
    case .unknownName(let kind, let name): "unknown \(kind.rawValue) `\(name)`"
    case .unknownSetting(let signature, let name): "`\(signature.text)` has no setting `\(name)`"
    case .repeatedSetting(let signature, let name): "`\(signature.name)` is given `\(name)` twice"
    case .missingSetting(let signature, let name): "`\(signature.text)` needs `\(name)`"
    case .tooManySettings(let signature, let given):
      signature.parameters.isEmpty
        ? "`\(signature.name)` has no settings"
        : "`\(signature.text)` has \(spelled(count: signature.parameters.count, "setting", "settings")): "
          + "\(given) are given"
    case .setting(let signature, let name, let wants, let got):
      "`\(name)` of `\(signature.name)` must be \(wants.rawValue), not \(spelled(got))"
    case .emptyInterval(let from, let to):
      "`uniform(lo, hi)` needs a lower bound below the upper: \(spelled(from)) and \(spelled(to)) are given"
    case .neurons(let layer, let count):
      layer == 0
        ? "a network needs at least one input, not \(spelled(count))"
        : "a layer needs at least one neuron: layer \(layer) has \(spelled(count))"
    case .lastLayer: "a network must end with a layer of neurons"
    case .secondNorm(let layer):
      (layer == 0 ? "the input" : "layer \(layer)") + " has a second `batchnorm`"
    case .noSamples(let set): "`\(set)` has no samples"
    case .sampleCounts(let inputs, let targets):
      "there must be as many rows of targets as of inputs: \(inputs) and \(targets) are given"
    case .inputs(let network, let takes, let set, let has):
      "`\(network)` takes \(spelled(count: takes, "input", "inputs")), \(set.map { "`\($0)`" } ?? "this") has \(has)"
    case .targets(let network, let gives, let set, let has):
      "`\(network)` has \(spelled(count: gives, "output", "outputs")), `\(set)` has "
        + spelled(count: has, "target", "targets")
    case .classes(let network, let learned, let set, let has):
      "`\(network)` has learned the classes \(Self.list(learned)), `\(set)` has \(Self.list(has))"
    case .memberShape(let network, let member, let wants, let got):
      "`\(network).\(member)` is \(wants), what is assigned is \(got)"
    case .memberIsComputed(let network, let member):
      "`\(network).\(member)` is computed and cannot be assigned"
    case .unknownMember(let network, let member, _): "`\(network)` has no member `\(member)`"
    case .notYet(let network, let member):
      "`\(network).\(member)` is known only after a `step` or `train` of `\(network)`"
    case .noValidation(let network):
      "`\(network).val` is known only after a `train` of `\(network)` with `validate`"
    case .singleOutput(let loss, let network):
      "`\(loss)` compares the shares of several outputs: `\(network)` has one"
    case .lossActivation(let loss, let wants, let network, let has):
      "`\(loss)` wants \(wants.map { "`\($0)`" }.joined(separator: " or ")) in the last layer: "
        + "`\(network)` ends with `\(has)`"
    case .target(let loss, let wants, let set, let sample, let output, let got):
      "`\(loss)` wants \(wants): target \(output) of sample \(sample) of `\(set)` is \(spelled(got))"
    case .option(let name, let wants, let got): "`\(name)` must be \(wants.rawValue), not \(spelled(got))"
    case .patienceWithoutValidation: "`patience` counts epochs without a lower validation loss: it wants `validate`"
    case .orders(let wants, let given):
      "the order of the samples is given for \(spelled(count: given, "epoch", "epochs")): there "
        + (wants == 1 ? "is 1" : "are \(wants)")
    case .order(let epoch, let set, let samples):
      "the order given for epoch \(epoch) must have each of the \(spelled(count: samples, "sample", "samples")) "
        + "of `\(set)` once"
    case .freeze(let network, let name, _): "`\(network)` has no parameter `\(name)` to freeze"
    case .normOfOne(let network, let set, let samples, let batch):
      "`batchnorm` goes by the variance of a batch, and "
        + (samples == 1
          ? "`\(set)` has one sample"
          : batch == 1 ? "a batch of `\(network)` is one sample" : "the last batch of `\(set)` is one sample")
    case .divergence(let network, let loss, let epoch, let batch, let layer):
      "the loss of `\(network)` became \(Self.word(loss)) in epoch \(epoch)"
        + (batch.map { ", batch \($0)" } ?? "")
        + (layer.map { ": it began in layer \($0)" } ?? ": the outputs were finite still")
    case .cancelled: "the training was given up"
    }
  }

  /// Some names of many.
  private static func list(_ names: [String]) -> String {
    let most = 6
    return names.prefix(most).joined(separator: ", ") + (names.count > most ? ", … (\(names.count))" : "")
  }

  private static func word(_ loss: Double) -> String {
    loss.isNaN ? "nan" : loss > 0 ? "infinite" : "minus infinite"
  }

  /// What can be done about it, each one line.
  var help: [String] {
    switch self {
    case .unknownName(let kind, let name):
      if let other = Self.elsewhere(kind, name) { return ["it is called `\(other)` here"] }
      if let near = nearest(to: name, among: kind.names) { return ["did you mean `\(near)`?"] }
      return kind.names.isEmpty ? [] : ["there are \(kind.names.map { "`\($0)`" }.joined(separator: ", "))"]
    case .unknownSetting(let signature, let name):
      return nearest(to: name, among: signature.parameters.map(\.name)).map { ["did you mean `\($0)`?"] } ?? []
    case .unknownMember(_, let member, let members):
      return nearest(to: member, among: members).map { ["did you mean `\($0)`?"] }
        ?? ["there are \(members.map { "`\($0)`" }.joined(separator: ", "))"]
    case .freeze(_, let name, let parameters):
      return nearest(to: name, among: parameters).map { ["did you mean `\($0)`?"] }
        ?? ["there are \(parameters.map { "`\($0)`" }.joined(separator: ", "))"]
    case .lossActivation(_, let wants, _, _):
      return wants.first.map { ["write `-> … \($0)` for the last layer, or choose another loss"] } ?? []
    case .secondNorm: return ["one is enough: its γ and β scale and shift what it has normalised"]
    case .classes(let network, _, _, _):
      return ["each output stands for a class of the training; `reset(\(network))` has learned none"]
    case .normOfOne(_, _, let samples, let batch):
      return (batch + 1...max(batch + 1, samples)).first { samples > 1 && samples % $0 != 1 }
        .map { ["`batch=\($0)` leaves no sample alone"] } ?? []
    case .singleOutput:
      return ["`bce` is the loss of one `sigmoid` output"]
    case .divergence:
      return ["a smaller learning rate or `clip` may help; `diverge=allow` goes on all the same"]
    case .repeatedSetting, .missingSetting, .tooManySettings, .setting, .emptyInterval, .neurons, .lastLayer,
      .noSamples, .sampleCounts, .inputs, .targets, .memberShape, .memberIsComputed, .notYet, .noValidation, .target,
      .option, .orders, .order, .patienceWithoutValidation, .cancelled:
      return []
    }
  }

  /// The name in `nn` of what other tools call so.
  private static func elsewhere(_ kind: Signature.Kind, _ name: String) -> String? {
    let here: [String: String] =
      switch kind {
      case .activation:
        ["swish": "silu", "identity": "linear", "none": "linear", "logistic": "sigmoid", "lrelu": "leaky_relu"]
      case .initialiser: ["glorot": "xavier", "kaiming": "he"]
      case .loss:
        [
          "l1": "mae", "l2": "mse", "crossentropy": "cross_entropy", "nll": "cross_entropy",
          "binary_cross_entropy": "bce", "smooth_l1": "huber", "logcosh": "log_cosh",
        ]
      case .optimizer: ["gd": "sgd", "nag": "nesterov"]
      case .schedule: ["cosine_annealing": "cosine", "exp": "exponential"]
      case .layer: ["batch_norm": "batchnorm", "drop": "dropout"]
      }
    return here[name]
  }
}

extension Signature.Kind {
  /// The names that there are, in order.
  var names: [String] {
    switch self {
    case .activation: Activation.signatures.map(\.name)
    case .initialiser: Initialiser.signatures.map(\.name)
    case .loss: Objective.signatures.map(\.name)
    case .optimizer: Optimizer.signatures.map(\.name)
    case .schedule: Schedule.signatures.map(\.name)
    case .layer: ["dropout", "batchnorm"]
    }
  }
}

extension [Signature] {
  /// The signature of that name.
  func named(_ name: String, as kind: Signature.Kind) throws(EngineFault) -> Signature {
    guard let signature = first(where: { $0.name == name }) else { throw .network(.unknownName(kind, name)) }
    return signature
  }
}

extension Signature {
  func finite(_ figures: [Double], _ place: Int) throws(EngineFault) -> Double { try figure(figures, place, .finite) }

  func positive(_ figures: [Double], _ place: Int) throws(EngineFault) -> Double {
    try figure(figures, place, .positive)
  }

  func notNegative(_ figures: [Double], _ place: Int) throws(EngineFault) -> Double {
    try figure(figures, place, .notNegative)
  }

  func count(_ figures: [Double], _ place: Int) throws(EngineFault) -> Int {
    Int(try figure(figures, place, .count))
  }

  func countOrNone(_ figures: [Double], _ place: Int) throws(EngineFault) -> Int {
    Int(try figure(figures, place, .countOrNone))
  }

  private func figure(
    _ figures: [Double], _ place: Int, _ range: NetworkFault.WantedSetting
  ) throws(EngineFault) -> Double {
    guard range.allows(figures[place]) else {
      throw .network(.setting(self, name: parameters[place].name, wants: range, got: figures[place]))
    }
    return figures[place]
  }
}
