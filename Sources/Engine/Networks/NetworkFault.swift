import SourceText

/// What can be wrong with a network or its training. Like every `EngineFault` it knows figures, and says them in the
/// reader's words.
package enum NetworkFault: Hashable, Sendable {
  // Names and their settings.
  case unknownName(Signature.Kind, String)
  case unknownSetting(Signature, name: String)
  case repeatedSetting(Signature, name: String)
  case missingSetting(Signature, name: String)
  case tooManySettings(Signature, given: Int)
  case setting(Signature, name: String, wants: WantedSetting, got: Double)
  case emptyInterval(from: Double, to: Double)

  // Shapes.
  /// A layer (0 is the input) has no neurons.
  case neurons(layer: Int, Double)
  case lastLayer
  /// Between two layers (0 is the input) stands more than one batchnorm.
  case secondNorm(layer: Int)
  case noSamples(String)
  case sampleCounts(inputs: Int, targets: Int)
  /// What is given to a network has another count than its inputs; `set` is nil for a value.
  case inputs(network: String, takes: Int, set: String?, has: Int)
  case targets(network: String, gives: Int, set: String, has: Int)
  /// The targets of a set stand for other classes than those of the training.
  case classes(network: String, learned: [String], set: String, has: [String])
  case memberShape(network: String, member: String, wants: Shape, got: Shape)
  case memberIsComputed(network: String, member: String)
  case unknownMember(network: String, member: String, members: [String])
  case notYet(network: String, member: String)
  case noValidation(network: String)

  // Training.
  /// The loss wants another activation at the end.
  case lossActivation(loss: String, wants: [String], network: String, has: String)
  /// The loss compares shares of several outputs, and there is one.
  case singleOutput(loss: String, network: String)
  /// A target, of that sample and output counted from 1, is not what the loss can use.
  case target(loss: String, wants: String, set: String, sample: Int, output: Int, got: Double)
  case option(String, wants: WantedSetting, got: Double)
  case patienceWithoutValidation
  /// The order of the samples is given, but for another count of epochs.
  case orders(wants: Int, given: Int)
  /// What is given as the order of an epoch, counted from 1, does not have each sample once.
  case order(epoch: Int, set: String, samples: Int)
  case freeze(network: String, name: String, parameters: [String])
  /// A batch has one sample, and no variance.
  case normOfOne(network: String, set: String, samples: Int, batch: Int)
  /// The loss stopped being finite; `layer` is nil where the layers' outputs were finite still.
  case divergence(network: String, loss: Double, epoch: Int, batch: Int?, layer: Int?)
  case cancelled

  /// The figures that a setting allows.
  package enum WantedSetting: String, Sendable {
    case positive = "a number above 0"
    case notNegative = "a number from 0 up"
    case probability = "a number from 0 up and below 1"
    case count = "a whole number from 1 up"
    case countOrNone = "a whole number from 0 up"
    case flag = "true or false"
    case finite = "a finite number"

    func allows(_ figure: Double) -> Bool {
      switch self {
      case .positive: figure > 0 && figure.isFinite
      case .notNegative: figure >= 0 && figure.isFinite
      case .probability: figure >= 0 && figure < 1
      case .count: figure >= 1 && figure == figure.rounded() && figure <= 0x1p53
      case .countOrNone: figure >= 0 && figure == figure.rounded() && figure <= 0x1p53
      case .flag: figure == 0 || figure == 1
      case .finite: figure.isFinite
      }
    }
  }

  /// The rule that a report for machines files it under.
  var kind: Diagnostic.Kind {
    switch self {
    case .unknownName, .unknownMember: .name
    case .unknownSetting, .repeatedSetting, .missingSetting, .tooManySettings, .patienceWithoutValidation, .freeze,
      .lossActivation, .singleOutput:
      .option
    case .neurons, .lastLayer, .secondNorm, .noSamples, .sampleCounts, .inputs, .targets, .memberShape: .shape
    case .setting, .emptyInterval, .memberIsComputed, .notYet, .noValidation, .classes, .target, .option, .orders,
      .order, .normOfOne, .divergence:
      .value
    case .cancelled: .limit
    }
  }
}
