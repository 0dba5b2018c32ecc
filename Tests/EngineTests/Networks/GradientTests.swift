import Kernels
import Testing

@testable import Engine

/// Every derivative against central differences, and what a note reads of an update against the expressions that say it.
struct GradientTests {
  static let smooth: [Activation] = [
    .linear, .relu, .leakyRelu(slope: 0.2), .elu(α: 0.8), .selu, .gelu, .silu, .softplus, .sigmoid, .tanh, .softmax,
  ]

  static func samples(_ count: Int, inputs: Int, outputs: Int, hot: Bool = false) throws -> Samples {
    let stream = RandomStream(seed: 3, purpose: .noise, name: "gradients")
    let x = (0..<count * inputs).map { stream.uniform(at: UInt64($0), in: -1.5..<1.5) }
    let t = (0..<count * outputs).map { place in
      hot ? (place % outputs == place / outputs % outputs ? 1 : 0) : stream.uniform(at: UInt64(1000 + place))
    }
    return try Samples(
      name: "set", inputs: Matrix(x, rows: count, columns: inputs, within: .ample),
      targets: Matrix(t, rows: count, columns: outputs, within: .ample))
  }

  private func check(_ spec: NetworkSpec, _ loss: Objective, _ samples: Samples) throws {
    let network = try Network(name: "net", spec: spec, seed: 4, within: .ample)
    for check in try network.gradientCheck(on: samples, loss, within: .ample) {
      #expect(check.difference < 1e-6, "\(check.parameter): \(check.difference)")
      #expect(check.entries > 0)
    }
  }

  @Test(arguments: smooth, ["mse", "half_mse", "sse", "mae", "huber", "log_cosh"])
  func activations(_ activation: Activation, _ loss: String) throws {
    let samples = try Self.samples(6, inputs: 3, outputs: 2)
    let objective = try Objective(named: loss)
    try check(NetworkSpec(inputs: 3, layers: [.dense(5, activation), .dense(2, .tanh)]), objective, samples)
    try check(NetworkSpec(inputs: 3, layers: [.dense(5, .tanh), .dense(2, activation)]), objective, samples)
  }

  @Test(arguments: [
    ("bce", Activation.sigmoid), ("bce", .softmax), ("cross_entropy", .softmax), ("kl", .softmax), ("kl", .sigmoid),
  ])
  func logarithms(_ loss: String, _ activation: Activation) throws {
    for hot in [false, true] where loss != "bce" || !hot || activation == .sigmoid {
      try check(
        NetworkSpec(inputs: 3, layers: [.dense(5, .tanh), .dense(3, activation)]), try Objective(named: loss),
        try Self.samples(7, inputs: 3, outputs: 3, hot: hot))
    }
  }

  /// A sample of zeros and biases of 0 put a relu at its bend; another sample shows a gradient there all the same.
  @Test func bends() throws {
    let inputs = try Matrix([0, 0, 0.5, -1, 1, 0.25], rows: 3, columns: 2, within: .ample)
    let targets = try Matrix([1, 0, 1], rows: 3, columns: 1, within: .ample)
    let samples = try Samples(name: "set", inputs: inputs, targets: targets)
    let spec = try NetworkSpec(inputs: 2, layers: [.dense(3, .relu), .dense(1, .sigmoid)])
    var network = try Network(name: "net", spec: spec, seed: 4, within: .ample)
    let loss = Objective.builtIn(.bce)
    let checks = try network.gradientCheck(on: samples, loss, within: .ample)
    #expect(checks.map(\.bends) == [0, 3, 0, 0])
    #expect(checks.map(\.entries) == [6, 0, 3, 1])
    #expect(checks.allSatisfy { $0.difference < 1e-6 })
    try network.assign(Value("[0.1, 0.1, 0.1]"), to: "b1", within: .ample)
    #expect(try network.gradientCheck(on: samples, loss, within: .ample).allSatisfy { $0.bends == 0 })
  }

  /// A gradient outside the slopes on either side is wrong, and so is one where they differ by rounding alone.
  @Test func wrongGradientsAreNoBends() {
    for (analytic, slopes, noise) in [(2.0, (1.0, 1.0), 1e-9), (0.5, (1, 1), 0), (1.5, (0.9, 1.1), 1), (3, (0, 2), 0)] {
      var check = GradientCheck(parameter: "W1")
      check.take(analytic, numeric: 1, slopes: slopes, noise: noise)
      #expect(check.bends == 0 && check.entries == 1 && check.difference > 0.3, "\(analytic) \(slopes)")
    }
  }

  @Test func batchnorm() throws {
    try check(
      NetworkSpec(
        inputs: 3, layers: [.batchnorm, .dense(6, .tanh), .batchnorm, .dropout(0.5), .dense(2, .linear)]),
      .builtIn(.mse), try Self.samples(9, inputs: 3, outputs: 2))
  }

  /// mlp.z1 == x · W1' + b1, mlp.a1 == f(mlp.z1), dW1 == δ1' · x, to the last bit.
  @Test(arguments: [(1, 4), (4, 4), (16, 9), (40, 33)]) func membersAreWhatTheirFormulasSay(
    _ samples: Int, _ width: Int
  ) throws {
    let budget = Budget.ample
    let spec = try NetworkSpec(inputs: 3, layers: [.dense(width, .tanh), .dense(2, .sigmoid)])
    var network = try Network(name: "net", spec: spec, seed: 4, within: budget)
    let set = try Self.samples(samples, inputs: 3, outputs: 2)
    let before = network
    _ = try network.step(
      on: set, TrainingSettings(loss: .builtIn(.bce), optimizer: try Optimizer(.sgd, [(nil, 0.5)]), epochs: 1),
      within: budget)
    func get(_ name: String, of network: Network) throws -> Value { try network.member(name, within: budget) }
    func product(_ a: Value, _ b: Value) throws -> Value { try BinaryOperation.product.apply(a, b, within: budget) }
    let x: Value = samples == 1 ? .vector(try Vector(set.inputs.elements, within: budget)) : .matrix(set.inputs)

    let z = try BinaryOperation.add.apply(
      product(x, get("W1", of: before).transposed(within: budget)), get("b1", of: before), within: budget)
    #expect(try get("z1", of: network).elements == z.elements)
    let a = try BuiltIn.elementary(.tanh).apply([z], within: budget)
    #expect(try get("a1", of: network).elements == a.elements)
    let z2 = try BinaryOperation.add.apply(
      product(a, get("W2", of: before).transposed(within: budget)), get("b2", of: before), within: budget)
    #expect(try get("a2", of: network).elements == BuiltIn.elementary(.sigmoid).apply([z2], within: budget).elements)
    #expect(try before.predict(x, within: budget).elements == get("a2", of: network).elements)

    let δ = try get("delta1", of: network)
    let column: Value =
      samples == 1
      ? .matrix(try Matrix(δ.elements, rows: width, columns: 1, within: budget)) : try δ.transposed(within: budget)
    #expect(try get("dW1", of: network).elements == product(column, .matrix(set.inputs)).elements)
    // w - η * g
    let step = try BinaryOperation.multiply.apply(.number(0.5), get("dW1", of: network), within: budget)
    #expect(
      try get("W1", of: network).elements
        == BinaryOperation.subtract.apply(get("W1", of: before), step, within: budget).elements)
  }

  @Test func functionsOfTheNoteTrain() throws {
    // swish(z) = z * sigmoid(z), as the built-in silu has it.
    let value = ArrayProgram(
      inputs: 1,
      instructions: [.unary(.sigmoid, .input(0), parameter: nil), .binary(.multiply, .input(0), .result(0))],
      result: .result(1))
    let slope = ArrayProgram(
      inputs: 1,
      instructions: [
        .unary(.sigmoid, .input(0), parameter: nil), .binary(.subtract, .constant(1), .result(0)),
        .binary(.multiply, .input(0), .result(1)), .binary(.add, .constant(1), .result(2)),
        .binary(.multiply, .result(0), .result(3)),
      ], result: .result(4))
    let swish = Activation.custom(CustomActivation(name: "swish", value: value, slope: slope))
    let square = ArrayProgram(
      inputs: 2,
      instructions: [.binary(.subtract, .input(0), .input(1)), .binary(.multiply, .result(0), .result(0))],
      result: .result(1))
    let double = ArrayProgram(
      inputs: 2,
      instructions: [.binary(.subtract, .input(0), .input(1)), .binary(.multiply, .constant(2), .result(0))],
      result: .result(1))
    let loss = Objective.custom(CustomLoss(name: "square", term: square, slope: double))
    let samples = try Self.samples(150, inputs: 3, outputs: 2)
    try check(NetworkSpec(inputs: 3, layers: [.dense(5, swish), .dense(2, swish)]), loss, samples)

    func train(_ activation: Activation, _ loss: Objective) throws -> [Double] {
      let spec = try NetworkSpec(inputs: 3, layers: [.dense(5, activation), .dense(2, .linear)])
      var network = try Network(name: "net", spec: spec, seed: 4, within: .ample)
      return try network.train(
        on: samples, TrainingSettings(loss: loss, optimizer: try Optimizer(named: "adam"), epochs: 30), within: .ample
      ).history
    }
    let (own, built) = (try train(swish, loss), try train(.silu, .builtIn(.mse)))
    #expect(zip(own, built).allSatisfy { abs($0 - $1) < 1e-13 })
  }
}
