import CKernels

// What a network machine is told: its layers, its loss, and how its optimizer steps.

/// One layer of a machine. Its parameters stand at `start`: weights with one row an input, then biases; of batchnorm γ, then
/// β.
package struct MachineLayer: Sendable {
  package enum Kind: Sendable {
    case dense(ActivationKernel)
    /// Its running means begin at that place of the running figures, the variances follow.
    case batchnorm(running: Int)
    case dropout(Double, RandomStream)
  }

  package let kind: Kind
  package let inputs: Int
  package let outputs: Int
  package let start: Int

  package init(_ kind: Kind, inputs: Int, outputs: Int, start: Int) {
    (self.kind, self.inputs, self.outputs, self.start) = (kind, inputs, outputs, start)
  }

  /// Of its formula or the derivative, whichever has more.
  var instructions: Int {
    guard case .dense(.custom(let value, let slope)) = kind else { return 0 }
    return max(value.instructions.count, slope.instructions.count)
  }

  var isNorm: Bool {
    if case .batchnorm = kind { true } else { false }
  }
}

/// An activation that the kernels have, or a program and its derivative.
package enum ActivationKernel: Sendable {
  case linear, relu, leakyRelu(Double), elu(Double), selu, gelu, silu, softplus, sigmoid, tanh, step, softmax
  case custom(ArrayProgram, slope: ArrayProgram)

  var code: (ck_activation, Double) {
    switch self {
    case .linear: (CK_ACTIVATION_LINEAR, 0)
    case .relu: (CK_ACTIVATION_RELU, 0)
    case .leakyRelu(let slope): (CK_ACTIVATION_LEAKY_RELU, slope)
    case .elu(let α): (CK_ACTIVATION_ELU, α)
    case .selu: (CK_ACTIVATION_SELU, 0)
    case .gelu: (CK_ACTIVATION_GELU, 0)
    case .silu: (CK_ACTIVATION_SILU, 0)
    case .softplus: (CK_ACTIVATION_SOFTPLUS, 0)
    case .sigmoid: (CK_ACTIVATION_SIGMOID, 0)
    case .tanh: (CK_ACTIVATION_TANH, 0)
    case .step: (CK_ACTIVATION_STEP, 0)
    case .softmax: (CK_ACTIVATION_SOFTMAX, 0)
    case .custom: (CK_ACTIVATION_CUSTOM, 0)
    }
  }
}

/// A loss that the kernels have, or the program of a term and its derivative by the first variable.
package enum LossKernel: Sendable {
  case mse, halfMse, sse, mae, crossEntropy, kl, huber(Double), logCosh, hinge, bce
  case custom(ArrayProgram, slope: ArrayProgram)

  var code: (ck_loss, Double) {
    switch self {
    case .mse: (CK_LOSS_MSE, 0)
    case .halfMse: (CK_LOSS_HALF_MSE, 0)
    case .sse: (CK_LOSS_SSE, 0)
    case .mae: (CK_LOSS_MAE, 0)
    case .crossEntropy: (CK_LOSS_CROSS_ENTROPY, 0)
    case .kl: (CK_LOSS_KL, 0)
    case .huber(let bend): (CK_LOSS_HUBER, bend)
    case .logCosh: (CK_LOSS_LOG_COSH, 0)
    case .hinge: (CK_LOSS_HINGE, 0)
    case .bce: (CK_LOSS_BCE, 0)
    case .custom: (CK_LOSS_CUSTOM, 0)
    }
  }

  /// Of its term or the derivative, whichever has more.
  var instructions: Int {
    guard case .custom(let term, let slope) = self else { return 0 }
    return max(term.instructions.count, slope.instructions.count)
  }
}

/// How an optimizer steps.
package struct RuleKernel: Sendable {
  package enum Rule: Sendable {
    case sgd, momentum, nesterov, adagrad, rmsprop, rmspropMomentum, rmspropCentered, rmspropCenteredMomentum, adadelta
    case adam, adamAmsgrad, nadam, adamax

    var code: ck_rule {
      switch self {
      case .sgd: CK_RULE_SGD
      case .momentum: CK_RULE_MOMENTUM
      case .nesterov: CK_RULE_NESTEROV
      case .adagrad: CK_RULE_ADAGRAD
      case .rmsprop: CK_RULE_RMSPROP
      case .rmspropMomentum: CK_RULE_RMSPROP_MOMENTUM
      case .rmspropCentered: CK_RULE_RMSPROP_CENTERED
      case .rmspropCenteredMomentum: CK_RULE_RMSPROP_CENTERED_MOMENTUM
      case .adadelta: CK_RULE_ADADELTA
      case .adam: CK_RULE_ADAM
      case .adamAmsgrad: CK_RULE_ADAM_AMSGRAD
      case .nadam: CK_RULE_NADAM
      case .adamax: CK_RULE_ADAMAX
      }
    }

    /// How many numbers it remembers of each parameter.
    package var memories: Int {
      switch self {
      case .sgd: 0
      case .momentum, .nesterov, .adagrad, .rmsprop: 1
      case .rmspropMomentum, .rmspropCentered, .adadelta, .adam, .nadam, .adamax: 2
      case .rmspropCenteredMomentum, .adamAmsgrad: 3
      }
    }
  }

  package var rule: Rule
  package var beta1 = 0.0
  package var beta2 = 0.0
  package var epsilon = 0.0
  package var decay = 0.0
  package var decayIsDecoupled = false
  package var dampening = 0.0
  package var rateDecay = 0.0
  package var momentum = 0.0
  package var momentumDecay = 0.0
  package var l2 = 0.0
  /// 0 for none.
  package var clip = 0.0
  /// What is updated: whole arrays, of which neighbours that are updated alike may be one stretch.
  package var stretches: [Stretch] = []

  package struct Stretch: Sendable, Equatable {
    package let places: Range<Int>
    package let isWeight: Bool

    package init(_ places: Range<Int>, isWeight: Bool) {
      (self.places, self.isWeight) = (places, isWeight)
    }
  }

  package init(_ rule: Rule) {
    self.rule = rule
  }
}

/// What an optimizer remembers between updates.
package struct RuleMemory: Sendable, Equatable {
  /// As many arrays of all parameters as the rule has, one after another.
  package var moments: [Double]
  package var count: UInt64 = 0
  package var power1 = 1.0
  package var power2 = 1.0
  /// What the last gradient was multiplied by to respect the bound on its norm.
  package var factor = 1.0

  package init(moments: [Double]) {
    self.moments = moments
  }
}

/// The samples of a run: rows side by side, and the order in which an epoch takes them, empty for their own.
package struct MachineSamples {
  package let count: Int
  package let inputs: [Double]
  package let targets: [Double]
  package var order: [UInt32]

  package init(count: Int, inputs: [Double], targets: [Double], order: [UInt32] = []) {
    (self.count, self.inputs, self.targets, self.order) = (count, inputs, targets, order)
  }
}
