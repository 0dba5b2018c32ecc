import Kernels

/// How a gradient becomes a step: the formulas, defaults and names of settings are PyTorch's, `betas` being β1 and β2.
package struct Optimizer: Sendable, Hashable {
  package enum Rule: String, Sendable, CaseIterable {
    case sgd, momentum, nesterov, adagrad, rmsprop, adadelta, adam, nadam, adamax, adamw, lbfgs
  }

  /// The settings; the raw value is the name in the language.
  package enum Setting: String, Sendable, CaseIterable {
    case lr
    case β, β1, β2, eps, rho, alpha
    case weightDecay = "weight_decay"
    case dampening
    case lrDecay = "lr_decay"
    case initialAccumulator = "initial_accumulator_value"
    case momentum, centered, amsgrad
    case momentumDecay = "momentum_decay"
    case maxIterations = "max_iter"
    /// 0 for a quarter more than `max_iter`.
    case maxEvaluations = "max_eval"
    case gradientTolerance = "tolerance_grad"
    case changeTolerance = "tolerance_change"
    case historySize = "history_size"
  }

  package let rule: Rule
  /// One figure for each setting of the rule, in its order.
  private let figures: [Double]

  /// The optimizers, in the order of messages.
  package static let signatures: [Signature] = Rule.allCases.map(\.signature)

  /// The optimizer of that name.
  package init(named name: String, _ arguments: [(name: String?, value: Double)] = []) throws(EngineFault) {
    let signature = try Self.signatures.named(name, as: .optimizer)
    guard let rule = Rule(rawValue: signature.name) else { preconditionFailure("a signature of no optimizer") }
    try self.init(rule, arguments)
  }

  /// The optimizer of that rule.
  package init(_ rule: Rule, _ arguments: [(name: String?, value: Double)]) throws(EngineFault) {
    self.rule = rule
    let figures = try rule.signature.figures(arguments)
    for (place, (setting, _)) in rule.settings.enumerated() {
      let figure = figures[place]
      guard setting.range.allows(figure) else {
        throw .network(.setting(rule.signature, name: setting.rawValue, wants: setting.range, got: figure))
      }
    }
    self.figures = figures
  }

  /// The figure of a setting; 0 where the rule has none of that name.
  package subscript(_ setting: Setting) -> Double {
    rule.settings.firstIndex { $0.0 == setting }.map { figures[$0] } ?? 0
  }

  /// η
  package var learningRate: Double { self[.lr] }

  /// What nadam's momentum is at an update, which count from 1: β1·(1 − 0.96^(t·momentum_decay)/2).
  package func momentum(at update: Int) -> Double {
    let power = BinaryFunction.power(0.96, Double(update) * self[.momentumDecay])
    return self[.β1] * (1 - power / 2)
  }

  /// The product of nadam's momenta up to an update.
  package func momenta(through update: Int) -> Double {
    var (product, t) = (1.0, 1)
    // What is far too small to be seen beside 1 need not become smaller.
    while t <= update, product > 0x1p-900 {
      product *= momentum(at: t)
      t += 1
    }
    return product
  }
}

extension Optimizer.Rule {
  /// The settings with their standard figures, in the order in which they may go by position.
  var settings: [(Optimizer.Setting, Double?)] {
    switch self {
    case .sgd: [(.lr, nil), (.weightDecay, 0)]
    case .momentum: [(.lr, nil), (.β, 0.9), (.dampening, 0), (.weightDecay, 0)]
    case .nesterov: [(.lr, nil), (.β, 0.9), (.weightDecay, 0)]
    case .adagrad: [(.lr, 0.01), (.lrDecay, 0), (.weightDecay, 0), (.initialAccumulator, 0), (.eps, 1e-10)]
    case .rmsprop: [(.lr, 0.01), (.alpha, 0.99), (.eps, 1e-8), (.weightDecay, 0), (.momentum, 0), (.centered, 0)]
    case .adadelta: [(.lr, 1), (.rho, 0.9), (.eps, 1e-6), (.weightDecay, 0)]
    case .adam: [(.lr, 0.001), (.β1, 0.9), (.β2, 0.999), (.eps, 1e-8), (.weightDecay, 0), (.amsgrad, 0)]
    case .nadam:
      [(.lr, 0.002), (.β1, 0.9), (.β2, 0.999), (.eps, 1e-8), (.weightDecay, 0), (.momentumDecay, 0.004)]
    case .adamax: [(.lr, 0.002), (.β1, 0.9), (.β2, 0.999), (.eps, 1e-8), (.weightDecay, 0)]
    case .adamw: [(.lr, 0.001), (.β1, 0.9), (.β2, 0.999), (.eps, 1e-8), (.weightDecay, 0.01), (.amsgrad, 0)]
    case .lbfgs:
      [
        (.lr, 1), (.maxIterations, 20), (.maxEvaluations, 0), (.gradientTolerance, 1e-7), (.changeTolerance, 1e-9),
        (.historySize, 100),
      ]
    }
  }

  /// How it is written.
  package var signature: Signature {
    Signature(
      .optimizer, rawValue,
      settings.map { setting, standard in
        Parameter(setting.rawValue, twin: setting.twin, standard: standard)
      })
  }
}

extension Optimizer.Setting {
  /// The spelled twin of a Greek name; of a Latin one the Greek letter that lessons use.
  fileprivate var twin: String? {
    switch self {
    case .lr: "η"
    case .β: "beta"
    case .β1: "beta1"
    case .β2: "beta2"
    case .eps: "ε"
    case .rho: "ρ"
    case .alpha: "α"
    case .weightDecay, .dampening, .lrDecay, .initialAccumulator, .momentum, .centered, .amsgrad, .momentumDecay,
      .maxIterations, .maxEvaluations, .gradientTolerance, .changeTolerance, .historySize:
      nil
    }
  }

  fileprivate var range: NetworkFault.WantedSetting {
    switch self {
    case .lr: .positive
    case .β, .β1, .β2, .rho, .alpha: .probability
    case .eps, .weightDecay, .lrDecay, .initialAccumulator, .momentum, .momentumDecay, .gradientTolerance,
      .changeTolerance:
      .notNegative
    case .dampening: .finite
    case .centered, .amsgrad: .flag
    case .maxIterations, .historySize: .count
    case .maxEvaluations: .countOrNone
    }
  }
}

// MARK: Kernels

extension Optimizer {
  /// How the kernels step; of `lbfgs`, which is Engine's own, a rule without memory.
  var kernel: RuleKernel {
    var kernel: RuleKernel
    switch rule {
    case .sgd, .lbfgs: kernel = RuleKernel(.sgd)
    case .momentum, .nesterov:
      kernel = RuleKernel(rule == .momentum ? .momentum : .nesterov)
      kernel.beta1 = self[.β]
      kernel.dampening = self[.dampening]
    case .adagrad:
      kernel = RuleKernel(.adagrad)
      kernel.rateDecay = self[.lrDecay]
    case .rmsprop:
      switch (self[.centered] != 0, self[.momentum] != 0) {
      case (false, false): kernel = RuleKernel(.rmsprop)
      case (false, true): kernel = RuleKernel(.rmspropMomentum)
      case (true, false): kernel = RuleKernel(.rmspropCentered)
      case (true, true): kernel = RuleKernel(.rmspropCenteredMomentum)
      }
      kernel.beta2 = self[.alpha]
      kernel.momentum = self[.momentum]
    case .adadelta:
      kernel = RuleKernel(.adadelta)
      kernel.beta2 = self[.rho]
    case .adam, .adamw, .nadam, .adamax:
      kernel = RuleKernel(
        rule == .nadam ? .nadam : rule == .adamax ? .adamax : self[.amsgrad] != 0 ? .adamAmsgrad : .adam)
      (kernel.beta1, kernel.beta2) = (self[.β1], self[.β2])
      kernel.momentumDecay = self[.momentumDecay]
      kernel.decayIsDecoupled = rule == .adamw
    }
    kernel.epsilon = self[.eps]
    kernel.decay = self[.weightDecay]
    return kernel
  }
}
