import Testing

@testable import Kernels

/// Whole training runs give the same bits at every level, with any number of threads, and whether a network is kept in
/// registers (which AVX-512 alone does) or in memory.
@Suite struct TrainingTests {
  /// A network and how it is trained, all from one seed.
  struct Setting: Sendable, CustomTestStringConvertible {
    var sizes: [Int]
    var activations: [ActivationKernel]
    var loss: LossKernel
    var rule: RuleKernel.Rule = .sgd
    var samples = 4
    var batch = 4
    var updates = 40
    var decay = 0.0
    var clip = 0.0
    var l2 = 0.0
    var dropout: Double?
    var batchnorm = false
    /// Whether each array is updated on its own, but the weights of the second layer and batchnorm's β are not.
    var freezes = false
    /// What the first parameters are multiplied by.
    var scale = 1.0

    var testDescription: String { "\(sizes) \(activations) \(loss) \(rule) batch \(batch) of \(samples)" }
  }

  struct Result: Equatable {
    var parameters: [UInt64]
    var moments: [UInt64]
    var losses: [UInt64]
    var fields: [UInt64]
    var outputs: [UInt64]
  }

  static let activations: [ActivationKernel] = [
    .linear, .relu, .leakyRelu(0.1), .elu(0.7), .selu, .gelu, .silu, .softplus, .sigmoid, .tanh, .step,
    .custom(cube, slope: cubeSlope),
  ]

  /// z³/10 + z, and its derivative.
  static let cube = ArrayProgram(
    inputs: 1,
    instructions: [
      .binary(.power, .input(0), .constant(3)), .binary(.divide, .result(0), .constant(10)),
      .binary(.add, .result(1), .input(0)),
    ], result: .result(2))
  static let cubeSlope = ArrayProgram(
    inputs: 1,
    instructions: [
      .binary(.multiply, .input(0), .input(0)), .binary(.multiply, .result(0), .constant(0.3)),
      .binary(.add, .constant(1), .result(1)),
    ], result: .result(2))
  static let quartic = ArrayProgram(
    inputs: 2,
    instructions: [
      .binary(.subtract, .input(0), .input(1)), .unary(.sqrt, .constant(16), parameter: nil),
      .binary(.power, .result(0), .result(1)),
    ],
    result: .result(2))
  static let quarticSlope = ArrayProgram(
    inputs: 2,
    instructions: [
      .binary(.subtract, .input(0), .input(1)), .binary(.power, .result(0), .constant(3)),
      .binary(.multiply, .constant(4), .result(1)),
    ], result: .result(2))

  static let rules: [RuleKernel.Rule] = [
    .sgd, .momentum, .nesterov, .adagrad, .rmsprop, .rmspropMomentum, .rmspropCentered, .rmspropCenteredMomentum,
    .adadelta, .adam, .adamAmsgrad, .nadam, .adamax,
  ]

  static let settings: [Setting] =
    activations.map { Setting(sizes: [2, 4, 1], activations: [$0, .sigmoid], loss: .bce) }
    + activations.map {
      Setting(sizes: [3, 11, 5, 2], activations: [$0, $0, .tanh], loss: .mse, samples: 21, batch: 8)
    }
    + rules.map { Setting(sizes: [2, 5, 1], activations: [.tanh, .linear], loss: .halfMse, rule: $0, decay: 0.01) }
    + rules.map {
      Setting(
        sizes: [5, 18, 3], activations: [.tanh, .softmax], loss: .crossEntropy, rule: $0, samples: 30, batch: 7,
        clip: 0.3, l2: 0.01)
    }
    + [LossKernel.mse, .sse, .mae, .huber(0.3), .logCosh, .hinge, .custom(quartic, slope: quarticSlope)].flatMap {
      loss in
      [
        Setting(sizes: [2, 3, 2], activations: [.tanh, .tanh], loss: loss),
        Setting(sizes: [4, 9, 7, 3], activations: [.silu, .tanh, .softplus], loss: loss, samples: 19, batch: 19),
      ]
    }
    + [LossKernel.kl, .crossEntropy, .bce].flatMap { loss in
      [
        Setting(sizes: [3, 4, 3], activations: [.tanh, .sigmoid], loss: loss),
        Setting(sizes: [3, 12, 10], activations: [.relu, .softmax], loss: loss, samples: 33, batch: 32),
      ]
    }
    + [
      Setting(sizes: [2, 8, 1], activations: [.tanh, .sigmoid], loss: .bce, rule: .adam),
      Setting(sizes: [2, 4, 1], activations: [.tanh, .sigmoid], loss: .bce, rule: .adam, samples: 12, scale: 20),
      Setting(sizes: [3, 3, 2], activations: [.tanh, .sigmoid], loss: .bce, rule: .nadam, samples: 8, scale: 300),
      Setting(sizes: [1, 2, 1], activations: [.tanh, .sigmoid], loss: .bce, rule: .adam, updates: 7200),
      Setting(sizes: [2, 2, 2], activations: [.sigmoid, .sigmoid], loss: .halfMse, samples: 1, batch: 1),
      Setting(sizes: [1, 3, 3, 1], activations: [.tanh, .relu, .linear], loss: .mse, samples: 8, batch: 2),
      Setting(
        sizes: [1, 16, 16, 1], activations: [.tanh, .tanh, .linear], loss: .mse, rule: .adam, samples: 32, batch: 16),
      Setting(
        sizes: [6, 20, 4], activations: [.relu, .linear], loss: .mse, rule: .adam, samples: 24, batch: 9, dropout: 0.4,
        batchnorm: true),
    ]

  static func run(_ setting: Setting, _ kernels: Kernels) -> Result {
    var adversary = Numbers(7)
    var layers: [MachineLayer] = []
    var (start, running) = (0, 0)
    var arrays: [RuleKernel.Stretch] = []
    for (index, activation) in setting.activations.enumerated() {
      let (inputs, outputs) = (setting.sizes[index], setting.sizes[index + 1])
      layers.append(MachineLayer(.dense(activation), inputs: inputs, outputs: outputs, start: start))
      let biases = start + inputs * outputs
      if index != 1 { arrays.append(RuleKernel.Stretch(start..<biases, isWeight: true)) }
      arrays.append(RuleKernel.Stretch(biases..<biases + outputs, isWeight: false))
      start += (inputs + 1) * outputs
      guard index + 1 < setting.activations.count else { break }
      if let probability = setting.dropout {
        let stream = RandomStream(seed: 5, purpose: .dropout, name: "net.dropout\(index)")
        layers.append(MachineLayer(.dropout(probability, stream), inputs: outputs, outputs: outputs, start: start))
      }
      if setting.batchnorm {
        layers.append(MachineLayer(.batchnorm(running: running), inputs: outputs, outputs: outputs, start: start))
        arrays.append(RuleKernel.Stretch(start..<start + outputs, isWeight: false))
        start += 2 * outputs
        running += 2 * outputs
      }
    }
    var parameters = adversary.numbers(start).map { $0 * setting.scale }
    var figures = (0..<running).map { Double($0 % 3) / 2 + 0.5 }
    var rule = RuleKernel(setting.rule)
    (rule.beta1, rule.beta2, rule.epsilon, rule.decay) = (0.9, 0.99, 1e-6, setting.decay)
    (rule.clip, rule.l2, rule.momentum, rule.momentumDecay) = (setting.clip, setting.l2, 0.5, 0.004)
    rule.stretches = setting.freezes ? arrays : [RuleKernel.Stretch(0..<start, isWeight: setting.l2 > 0)]
    var memory = RuleMemory(moments: [Double](repeating: 0, count: setting.rule.memories * start))
    let outputs = setting.sizes[setting.sizes.count - 1]
    let samples = MachineSamples(
      count: setting.samples, inputs: adversary.numbers(setting.samples * setting.sizes[0]),
      targets: adversary.numbers(setting.samples * outputs).map { $0 > 0 ? 1 : 0 })
    let machine = NetworkMachine(
      layers, parameterCount: start, loss: setting.loss, batch: setting.batch, seed: 5, kernels)
    let rates = (0..<setting.updates).map { 0.1 / Double($0 + 3) }
    var losses = [Double](repeating: 0, count: rates.count)
    var span = losses.mutableSpan
    let done = machine.train(
      &parameters, running: &figures, rule: rule, memory: &memory, on: samples, batch: setting.batch, start: 0,
      rates: rates.span, losses: &span, stops: false)
    #expect(done == setting.updates)
    var fields = machine.gradient
    let last = (setting.samples - 1) % setting.batch + 1
    for (index, layer) in layers.enumerated() {
      guard case .dense = layer.kind else { continue }
      fields += machine.z(of: index, samples: last) + machine.a(of: index, samples: last)
      fields += machine.δ(of: index, samples: last)
    }
    var predicted = [Double](repeating: 0, count: setting.samples * outputs)
    var predictions = predicted.mutableSpan
    machine.outputs(&parameters, running: &figures, inputs: samples.inputs.span, into: &predictions)
    return Result(
      parameters: bits(parameters + figures), moments: bits(memory.moments), losses: bits(losses), fields: bits(fields),
      outputs: bits(predicted))
  }

  private static func bits(_ numbers: [Double]) -> [UInt64] { numbers.map(\.bitPattern) }

  @Test(arguments: settings) func levelsAgree(_ setting: Setting) throws {
    let baseline = try #require(Kernels(VectorLevel.available[0]))
    let expected = Self.run(setting, baseline)
    #expect(expected.losses.allSatisfy { Double(bitPattern: $0).isFinite })
    for level in VectorLevel.available.dropFirst() {
      let kernels = try #require(Kernels(level))
      #expect(Self.run(setting, kernels) == expected, "\(level)")
    }
  }

  /// The quotients of an optimizer, of a range beyond any training's: a gradient by √(m + g²) + ε, of any m and g.
  @Test(arguments: VectorLevel.available) func quotientsAreRounded(_ level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let count = 96
    var adversary = Adversary(3)
    for round in 0..<300 {
      let isTame = round % 3 > 0
      let targets = isTame ? adversary.tame(count) : adversary.numbers(count)
      let moments = (isTame ? adversary.tame(count) : adversary.numbers(count)).map(\.magnitude)
      var rule = RuleKernel(.adagrad)
      rule.epsilon = round % 2 == 0 ? 0 : 1e-8
      rule.stretches = [RuleKernel.Stretch(count..<2 * count, isWeight: false)]
      var memory = RuleMemory(moments: [Double](repeating: 0, count: count) + moments)
      let samples = MachineSamples(count: 1, inputs: [0], targets: targets)
      let machine = NetworkMachine(
        [MachineLayer(.dense(.linear), inputs: 1, outputs: count, start: 0)], parameterCount: 2 * count, loss: .sse,
        batch: 1, seed: 1, kernels)
      var parameters = [Double](repeating: 0, count: 2 * count)
      var running: [Double] = []
      var losses = [0.0]
      var span = losses.mutableSpan
      _ = machine.train(
        &parameters, running: &running, rule: rule, memory: &memory, on: samples, batch: 1, start: 0,
        rates: [1.0].span, losses: &span, stops: false)
      for place in 0..<count {
        let g = (0 - targets[place]) * 2
        let quotient = g / ((moments[place] + g * g).squareRoot() + rule.epsilon)
        let (found, expected) = (parameters[count + place], 0 - quotient)
        #expect(found.bitPattern == expected.bitPattern || found.isNaN && expected.isNaN, "\(g), \(moments[place])")
      }
    }
  }

  /// A program gives what its kernels give one after another, whatever its registers hold in between.
  @Test(arguments: VectorLevel.available) func programsAreTheirKernels(_ level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let x = (0..<150).map { Double($0) / 40 - 2 }
    var parameters = [1.0, 0]
    var running: [Double] = []
    let machine = NetworkMachine(
      [MachineLayer(.dense(.custom(Self.mixed, slope: Self.mixed)), inputs: 1, outputs: 1, start: 0)],
      parameterCount: 2, loss: .mse, batch: 150, seed: 1, kernels)
    var y = [Double](repeating: 0, count: 150)
    var span = y.mutableSpan
    machine.outputs(&parameters, running: &running, inputs: x.span, into: &span)
    let tanh = UnaryFunction.tanh.values(x, kernels)
    let scaled = BinaryFunction.multiply.values(tanh, UnaryFunction.exp(1), kernels)
    let shifted = BinaryFunction.add.values(scaled, x, kernels)
    #expect(y == BinaryFunction.divide.values(shifted, tanh.map { $0 - 3 }, kernels))
  }

  /// (tanh(z)·e¹ + z) / (tanh(z) − 3)
  static let mixed = ArrayProgram(
    inputs: 1,
    instructions: [
      .unary(.tanh, .input(0), parameter: nil), .unary(.exp, .constant(1), parameter: nil),
      .binary(.multiply, .result(0), .result(1)), .binary(.add, .result(2), .input(0)),
      .binary(.subtract, .result(0), .constant(3)), .binary(.divide, .result(3), .result(4)),
    ], result: .result(5))

  /// So large that products and updates are shared.
  @Test func threadsAgree() {
    var setting = Setting(
      sizes: [130, 300, 12], activations: [.relu, .softmax], loss: .crossEntropy, rule: .adam, samples: 96, batch: 96)
    setting.updates = 5
    for hidden in [ActivationKernel.relu, .custom(Self.cube, slope: Self.cubeSlope)] {
      setting.activations[0] = hidden
      Workforce.limit(to: 1)
      let alone = Self.run(setting, .selected)
      Workforce.limit(to: 3)
      defer { Workforce.limit(to: 1) }
      #expect(Self.run(setting, .selected) == alone)
    }
  }

  /// The weights of a large layer are updated as their gradient comes into being, unless its norm has a bound; one that
  /// does not bind changes nothing, and no level does.
  @Test(arguments: rules) func updatesAreThoseOfTheWholeGradient(_ rule: RuleKernel.Rule) throws {
    var setting = Setting(
      sizes: [130, 200, 90, 12], activations: [.relu, .tanh, .softmax], loss: .crossEntropy, rule: rule, samples: 96,
      batch: 48)
    (setting.updates, setting.decay, setting.l2) = (2, 0.01, 0.02)
    for (freezes, batchnorm, threads) in [(false, false, 1), (true, false, 2), (true, true, 1)] {
      (setting.freezes, setting.batchnorm, setting.dropout) = (freezes, batchnorm, batchnorm ? 0.3 : nil)
      try Self.expectUnboundedUpdates(setting, threads: threads)
    }
  }

  /// The same of layers whose products take several strips and stretches and copy both factors, with formulas behind them:
  /// one that a thread has scratch for beside a product, one that it has for itself alone, one that it has not.
  @Test(arguments: [1, 2]) func formulasFollowLargeProducts(threads: Int) throws {
    var setting = Setting(
      sizes: [30, 440, 450, 9], activations: [.custom(Self.cube, slope: Self.cubeSlope), .tanh, .linear], loss: .mse,
      rule: .adam, samples: 160, batch: 160)
    (setting.updates, setting.scale) = (1, 0.1)
    for (formula, width) in [(Self.cube, 450), (Self.deep(300), 450), (Self.deep(8300), 90)] {
      setting.activations[1] = .custom(formula, slope: Self.cubeSlope)
      setting.sizes[2] = width
      try Self.expectUnboundedUpdates(setting, threads: threads)
    }
  }

  /// A softmax takes whole rows, however threads share them, and whether they are wider than a strip.
  @Test(arguments: [3, 5]) func softmaxOfManyNeurons(threads: Int) throws {
    for width in [320, 900] {
      var setting = Setting(
        sizes: [130, width, 12], activations: [.softmax, .softmax], loss: .crossEntropy, samples: 96, batch: 96)
      setting.updates = 2
      try Self.expectUnboundedUpdates(setting, threads: threads)
    }
  }

  /// z + 0.01 + … + 0.01, so many times, each sum kept until all are added up.
  static func deep(_ count: Int) -> ArrayProgram {
    var instructions: [ArrayProgram.Instruction] = (0..<count).map { i in
      .binary(.add, i == 0 ? .input(0) : .result(i - 1), .constant(0.01))
    }
    for i in 0..<count - 1 {
      instructions.append(.binary(.add, i == 0 ? .result(count - 1) : .result(count + i - 1), .result(i)))
    }
    return ArrayProgram(inputs: 1, instructions: instructions, result: .result(instructions.count - 1))
  }

  /// What a machine takes was charged.
  @Test func bytesAreThoseTaken() throws {
    let kernels = try #require(Kernels(VectorLevel.available[0]))
    let term = Self.deep(300)
    for width in [1, 9, 16_384] {
      for activation in [ActivationKernel.linear, .softmax, .custom(Self.deep(300), slope: Self.cubeSlope)] {
        for (loss, batch) in [(LossKernel.mse, 1), (.custom(term, slope: term), 3)] {
          let start = 2 * width
          let layers = [
            MachineLayer(.dense(activation), inputs: 1, outputs: width, start: 0),
            MachineLayer(.batchnorm(running: 0), inputs: width, outputs: width, start: start),
            MachineLayer(.dense(.linear), inputs: width, outputs: 1, start: start + 2 * width),
          ]
          let count = start + 3 * width + 1
          for trains in [false, true] {
            let machine = NetworkMachine(
              layers, parameterCount: count, loss: loss, batch: batch, seed: 1, trains: trains, kernels)
            let bytes = NetworkMachine.bytes(layers, parameterCount: count, loss: loss, batch: batch, trains: trains)
            #expect(Double(machine.size) <= bytes, "\(width) \(activation) \(loss)")
          }
        }
      }
    }
  }

  private static func expectUnboundedUpdates(_ setting: Setting, threads: Int) throws {
    var bounded = setting
    bounded.clip = 1e300
    Workforce.limit(to: 1)
    let expected = run(bounded, try #require(Kernels(VectorLevel.available[0])))
    Workforce.limit(to: threads)
    defer { Workforce.limit(to: 1) }
    for level in VectorLevel.available {
      let isSame = run(setting, try #require(Kernels(level))) == expected
      #expect(isSame, "\(level), freezes: \(setting.freezes), batchnorm: \(setting.batchnorm)")
    }
  }

  /// The masks of dropout are the numbers of the stream that Swift reads.
  @Test(arguments: VectorLevel.available) func dropoutFollowsItsStream(_ level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    let (width, probability, update) = (37, 0.3, UInt64(9))
    let stream = RandomStream(seed: 11, purpose: .dropout, name: "net.dropout1")
    let layers = [
      MachineLayer(.dense(.linear), inputs: 1, outputs: width, start: 0),
      MachineLayer(.dropout(probability, stream), inputs: width, outputs: width, start: 2 * width),
      MachineLayer(.dense(.linear), inputs: width, outputs: 1, start: 2 * width),
    ]
    var parameters = [Double](repeating: 1, count: 3 * width + 1)
    var running: [Double] = []
    let machine = NetworkMachine(
      layers, parameterCount: parameters.count, loss: .mse, batch: 3, seed: 11, kernels)
    machine.updates = update
    let x = [1.0, 2, 3]
    _ = machine.gradient(
      &parameters, running: &running, inputs: x.span, targets: x.span, samples: 3, training: true, backward: true)
    let part = stream.part(update)
    let expected = (0..<3 * width).map { i in
      part.uniform(at: UInt64(i)) < probability ? 0 : (x[i / width] + 1) * (1 / (1 - probability))
    }
    #expect(machine.a(of: 1, samples: 3) == expected)
  }
}

/// Numbers between −1 and 1 that follow from a seed.
private struct Numbers {
  private let stream: RandomStream
  private var next: UInt64 = 0

  init(_ seed: UInt64) { stream = RandomStream(seed: seed, purpose: .noise, name: "training tests") }

  mutating func numbers(_ count: Int) -> [Double] {
    defer { next += UInt64(count) }
    return (0..<UInt64(count)).map { stream.uniform(at: next + $0, in: -1..<1) }
  }
}
