import Kernels
import Testing

@testable import Engine

struct NetworkTests {
  static func xor() throws -> Samples {
    try Samples(
      name: "xor", inputs: Matrix([0, 0, 0, 1, 1, 0, 1, 1], rows: 4, columns: 2, within: .ample),
      targets: Matrix([0, 1, 1, 0], rows: 4, columns: 1, within: .ample))
  }

  private func network(_ layers: [NetworkSpec.Layer], inputs: Int = 2, name: String = "mlp") throws -> Network {
    try Network(name: name, spec: NetworkSpec(inputs: inputs, layers: layers), seed: 1, within: .ample)
  }

  private func settings(_ loss: Loss = .bce, _ optimizer: String = "adam", lr: Double = 0.05, epochs: Int = 10) throws
    -> TrainingSettings
  {
    TrainingSettings(loss: .builtIn(loss), optimizer: try Optimizer(named: optimizer, [("lr", lr)]), epochs: epochs)
  }

  private func fault(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no fault"
    } catch let fault as EngineFault {
      return ([fault.message()] + fault.help()).joined(separator: " | ")
    } catch {
      return "another error"
    }
  }

  @Test func learnsXor() throws {
    var mlp = try network([.dense(4, .tanh), .dense(1, .sigmoid)])
    let run = try mlp.train(on: Self.xor(), settings(epochs: 500), within: .ample)
    #expect(run.history.count == 500 && run.updates == 500 && run.stop == .complete)
    #expect(run.loss < 0.01)
    let y = try mlp.predictions(of: Self.xor().inputs, named: nil, within: .ample).elements
    #expect(y.map { $0.rounded() } == [0, 1, 1, 0])
    #expect(try mlp.member("loss", within: .ample).elements == [run.loss])
  }

  /// The next training goes on where the last stopped, as long as the optimizer is the same.
  @Test func momentsStay() throws {
    let start = try network([.dense(4, .tanh), .dense(1, .sigmoid)])
    var (whole, parts, other) = (start, start, start)
    _ = try whole.train(on: Self.xor(), settings(epochs: 30), within: .ample)
    for _ in 0..<3 { _ = try parts.train(on: Self.xor(), settings(epochs: 10), within: .ample) }
    #expect(parts.parameters == whole.parameters)
    _ = try other.train(on: Self.xor(), settings(epochs: 10), within: .ample)
    _ = try other.train(on: Self.xor(), settings(lr: 0.051, epochs: 1), within: .ample)
    _ = try other.train(on: Self.xor(), settings(epochs: 19), within: .ample)
    #expect(other.parameters != whole.parameters)
    #expect(try other.reset(within: .ample).parameters == start.parameters)
  }

  /// Each weight matrix has a stream of its own: another layer, or another network, moves none.
  @Test func drawsFollowFromNames() throws {
    let (a, b) = (
      try network([.dense(4, .tanh), .dense(1, .tanh)]), try network([.dense(4, .relu), .dense(3, .tanh)])
    )
    let other = try network([.dense(4, .tanh), .dense(1, .tanh)], name: "net")
    func weights(_ network: Network) throws -> [Double] { try network.member("W1", within: .ample).elements }
    #expect(try weights(a) == weights(b))
    #expect(try weights(a) != weights(other))
    let stream = RandomStream(seed: 1, purpose: .initialisation, name: "mlp.W1")
    #expect(try weights(a) == (0..<8).map { stream.uniform(at: $0, in: -1..<1) })
  }

  @Test func shuffledEpochsTakeEachSampleOnce() throws {
    let samples = try GradientTests.samples(10, inputs: 3, outputs: 2)
    var settings = try settings(.mse, "sgd", lr: 0.1, epochs: 4)
    settings.batch = 3
    let start = try network([.dense(2, .tanh)], inputs: 3)
    var (a, b, c) = (start, start, start)
    let run = try a.train(on: samples, settings, within: .ample)
    #expect(run.updates == 16)
    // The last batch has the one sample that is left.
    #expect(try a.member("z1", within: .ample).shape == .vector(2))
    // In two halves: the streams go on.
    settings.epochs = 2
    for _ in 0..<2 { _ = try b.train(on: samples, settings, within: .ample) }
    #expect(a.parameters == b.parameters)
    settings.order = .standing
    settings.epochs = 4
    _ = try c.train(on: samples, settings, within: .ample)
    #expect(a.parameters != c.parameters)
  }

  /// A training that may stop early is refused for what it takes at least, not at most.
  @Test func patienceMakesManyEpochsPossible() throws {
    let samples = try GradientTests.samples(10, inputs: 3, outputs: 2)
    let start = try network([.dense(2, .tanh)], inputs: 3)
    let cost = start.layout.cost * Double(samples.count)
    let epochs = 200
    var settings = try settings(.mse, "sgd", lr: 0.1, epochs: epochs)
    settings.validation = samples
    // Enough for half of the epochs.
    let budget = Budget(memory: 1 << 30, deadline: UInt64(cost * Double(epochs) / 200)) { 0 }
    var network = start
    #expect(throws: EngineFault.self) { try network.train(on: samples, settings, within: budget) }
    settings.patience = 20
    network = start
    #expect(try network.train(on: samples, settings, within: budget).history.count > 20)
  }

  /// Epochs in orders of their own are trainings one after another, each on a set that has its samples in that order.
  @Test(arguments: [
    ("adam", 3 as Int?, [.dropout(0.25)] as [NetworkSpec.Layer]), ("adam", 4, [.batchnorm]),
    ("sgd", 10, [.dropout(0.5)]),
    ("momentum", nil, [.batchnorm]), ("lbfgs", 4, [.dropout(0.25)]), ("adam", 5, []), ("sgd", nil, []),
    ("sgd", 5, [.dense(3, .relu), .dense(4, .tanh)]),
  ])
  func givenOrdersAreThoseOfReorderedSets(_ optimizer: String, _ batch: Int?, _ middle: [NetworkSpec.Layer]) throws {
    let samples = try GradientTests.samples(10, inputs: 3, outputs: 2)
    let orders = [[7, 2, 9, 0, 4, 1, 8, 3, 6, 5], Array(0..<10), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]
    var settings = try settings(.mse, optimizer, lr: 0.1, epochs: 3)
    settings.batch = batch
    settings.order = .given(orders)
    let start = try network([.dense(4, .tanh)] + middle + [.dense(2, .linear)], inputs: 3)
    var (whole, parts) = (start, start)
    let run = try whole.train(on: samples, settings, within: .ample)

    (settings.epochs, settings.order) = (1, .standing)
    var history: [Double] = []
    for order in orders {
      func ordered(_ matrix: Matrix) throws -> Matrix {
        let width = matrix.columns
        let rows = order.flatMap { matrix.elements[$0 * width..<($0 + 1) * width] }
        return try Matrix(rows, rows: matrix.rows, columns: width, within: .ample)
      }
      let set = try Samples(name: "set", inputs: ordered(samples.inputs), targets: ordered(samples.targets))
      history += try parts.train(on: set, settings, within: .ample).history
    }
    #expect(whole.parameters == parts.parameters)
    #expect(whole.running == parts.running)
    #expect(run.history == history)
    for member in ["z1", "delta2", "dW1"] {
      let (a, b) = (try whole.member(member, within: .ample), try parts.member(member, within: .ample))
      #expect(a.elements == b.elements, "\(member)")
    }
    parts = start
    settings.epochs = 3
    _ = try parts.train(on: samples, settings, within: .ample)
    #expect(whole.parameters != parts.parameters)
  }

  @Test(arguments: [
    ([[0, 1, 2, 3]], "the order of the samples is given for 1 epoch: there are 2"),
    ([], "the order of the samples is given for no epochs: there are 2"),
    ([[3, 2, 1, 0], [0, 1, 1, 3]], "the order given for epoch 2 must have each of the 4 samples of `xor` once"),
    ([[1, 2, 3, 4], [0, 1, 2, 3]], "the order given for epoch 1 must have each of the 4 samples of `xor` once"),
    ([[0, 1, 2, -1], [0, 1, 2, 3]], "the order given for epoch 1 must have each of the 4 samples of `xor` once"),
    ([[0, 1, 2, 3], [0, 1, 2]], "the order given for epoch 2 must have each of the 4 samples of `xor` once"),
    ([[0, 1, 2, 3, 0], [0, 1, 2, 3]], "the order given for epoch 1 must have each of the 4 samples of `xor` once"),
  ])
  func ordersMustBePermutations(_ orders: [[Int]], _ words: String) throws {
    var mlp = try network([.dense(4, .tanh), .dense(1, .sigmoid)])
    var settings = try settings(epochs: 2)
    settings.order = .given(orders)
    let before = mlp.parameters
    #expect(fault { _ = try mlp.train(on: Self.xor(), settings, within: .ample) } == words)
    #expect(mlp.parameters == before)
  }

  @Test func patiencePutsTheBestBack() throws {
    let samples = try GradientTests.samples(6, inputs: 3, outputs: 2)
    var settings = try settings(.mse, "sgd", lr: 0.9, epochs: 300)
    settings.validation = try Samples(
      name: "test", inputs: samples.inputs,
      targets: Matrix(samples.targets.elements.map { 1 - $0 }, rows: 6, columns: 2, within: .ample))
    settings.patience = 3
    var mlp = try network([.dense(4, .tanh), .dense(2, .linear)], inputs: 3)
    let run = try mlp.train(on: samples, settings, within: .ample)
    guard case .patience(let best) = run.stop else {
      Issue.record("it ran to the end")
      return
    }
    #expect(run.epochs == best + 3 && run.validation.count == run.epochs)
    #expect(run.validation.min() == run.validation[best - 1])
    let set = try #require(settings.validation)
    #expect(try mlp.loss(settings.loss, on: set, within: .ample) == run.validation[best - 1])
  }

  @Test func divergenceIsNamed() throws {
    var mlp = try network([.dense(4, .linear), .dense(1, .linear)])
    var settings = try settings(.mse, "sgd", lr: 50, epochs: 400)
    let before = mlp
    let words = fault { _ = try mlp.train(on: Self.xor(), settings, within: .ample) }
    #expect(words.hasPrefix("the loss of `mlp` became infinite in epoch "), "\(words)")
    #expect(words.hasSuffix(" | a smaller learning rate or `clip` may help; `diverge=allow` goes on all the same"))
    settings.allowsDivergence = true
    mlp = before
    let run = try mlp.train(on: Self.xor(), settings, within: .ample)
    #expect(run.epochs == 400 && run.loss.isNaN && run.loss.sign == .plus)
  }

  @Test func cancellation() throws {
    var mlp = try network([.dense(4, .tanh), .dense(1, .sigmoid)])
    let settings = try settings(epochs: 1_000_000)
    let watch = Watch(isCancelled: { true })
    #expect(
      fault { _ = try mlp.train(on: Self.xor(), settings, within: .ample, watch: watch) } == "the training was given up"
    )
  }

  @Test func memoryIsGivenBack() throws {
    let budget = Budget.ample
    do {
      var mlp = try Network(
        name: "mlp", spec: NetworkSpec(inputs: 2, layers: [.dense(40, .tanh), .dense(1, .sigmoid)]), seed: 1,
        within: budget)
      #expect(budget.used == 8 * 161)
      _ = try mlp.train(on: Self.xor(), settings(), within: budget)
      let copy = mlp.copy()
      _ = try mlp.train(on: Self.xor(), settings(), within: budget)
      #expect(copy.parameters != mlp.parameters)
    }
    #expect(budget.used == 0)
  }

  @Test func assignments() throws {
    var mlp = try network([.dense(2, .tanh), .dense(1, .sigmoid)])
    try mlp.assign(Value("[1, 2; 3, 4]"), to: "W1", within: .ample)
    try mlp.assign(Value("0.5"), to: "b1", within: .ample)
    try mlp.assign(Value("[5, 6]"), to: "W2", within: .ample)
    try mlp.assign(Value("[7;]"), to: "b2", within: .ample)
    #expect(try mlp.member("W1", within: .ample).text == "[1, 2; 3, 4]")
    #expect(mlp.parameters == [1, 3, 2, 4, 0.5, 0.5, 5, 6, 7])
    #expect(try mlp.member("W2", within: .ample).text == "[5, 6;]")
    #expect(
      fault { try mlp.assign(Value("[1, 2]"), to: "W1", within: .ample) }
        == "`mlp.W1` is 2×2, what is assigned is a vector of 2")
    #expect(
      fault { try mlp.assign(Value("1"), to: "z1", within: .ample) } == "`mlp.z1` is computed and cannot be assigned")
    #expect(
      fault { _ = try mlp.member("W3", within: .ample) } == "`mlp` has no member `W3` | did you mean `W1`?")
    #expect(
      fault { _ = try mlp.member("dW1", within: .ample) }
        == "`mlp.dW1` is known only after a `step` or `train` of `mlp`")
  }

  @Test func predictionsOfEveryShape() throws {
    let one = try network([.dense(3, .tanh), .dense(1, .linear)], inputs: 1)
    #expect(try one.predict(.number(0.5), within: .ample).shape == .number)
    #expect(try one.predict(Value("[0.5, 1, 2]"), within: .ample).shape == .vector(3))
    #expect(try one.predict(Value("[0.5]"), within: .ample).shape == .vector(1))
    let two = try network([.dense(3, .softmax)])
    #expect(try two.predict(Value("[0.5, 1]"), within: .ample).shape == .vector(3))
    #expect(try two.predict(Value("[0.5, 1; 2, 3]"), within: .ample).shape == .matrix(rows: 2, columns: 3))
    #expect(fault { _ = try two.predict(.number(1), within: .ample) } == "`mlp` takes 2 inputs, this has 1")
    let many = try Value.matrix(
      Matrix((0..<400).map { Double($0) / 50 }, rows: 200, columns: 2, within: .ample))
    let rows = try two.predict(many, within: .ample).elements
    #expect(try Array(rows[30..<33]) == two.predict(Value("[0.4, 0.42]"), within: .ample).elements)
  }

  @Test func mistakes() throws {
    var mlp = try network([.dense(4, .tanh), .dense(1, .linear)])
    let xor = try Self.xor()
    func train(_ change: (inout TrainingSettings) throws -> Void) -> String {
      fault {
        var settings = try settings(.mse)
        try change(&settings)
        _ = try mlp.train(on: xor, settings, within: .ample)
      }
    }
    #expect(
      train { $0.loss = .builtIn(.bce) }
        == "`bce` wants `sigmoid` in the last layer: `mlp` ends with `linear`"
        + " | write `-> … sigmoid` for the last layer, or choose another loss")
    #expect(
      train { $0.loss = .builtIn(.crossEntropy) }
        == "`cross_entropy` compares the shares of several outputs: `mlp` has one"
        + " | `bce` is the loss of one `sigmoid` output")
    #expect(
      train { $0.loss = .builtIn(.hinge) }
        == "`hinge` wants targets of 1 or -1: target 1 of sample 1 of `xor` is 0")
    #expect(train { $0.freeze = ["b3"] } == "`mlp` has no parameter `b3` to freeze | did you mean `b1`?")
    #expect(
      train { $0.patience = 3 } == "`patience` counts epochs without a lower validation loss: it wants `validate`")
    #expect(train { $0.epochs = 0 } == "`epochs` must be a whole number from 1 up, not 0")
    #expect(train { $0.l2 = -1 } == "`l2` must be a number from 0 up, not -1")
    #expect(train { $0.epochs = 1 << 50 }.hasPrefix("this takes "))
    #expect(
      fault { _ = try Optimizer(named: "adm") } == "unknown optimizer `adm` | did you mean `adam`?")
    #expect(fault { _ = try Activation(named: "swish") } == "unknown activation `swish` | it is called `silu` here")
    #expect(fault { _ = try Optimizer(named: "sgd") } == "`sgd(lr, weight_decay=0)` needs `lr`")
    #expect(
      fault { _ = try Optimizer(named: "adam", [("lr", -1)]) }
        == "`lr` of `adam` must be a number above 0, not -1")
    #expect(
      fault { _ = try Optimizer(named: "momentum", [("lr", 1), ("beta1", 0.9)]) }
        == "`momentum(lr, β=0.9, dampening=0, weight_decay=0)` has no setting `beta1`")
    let wide = try network([.dense(1, .linear)], inputs: 3)
    #expect(
      fault { _ = try wide.loss(.builtIn(.mse), on: xor, within: .ample) } == "`mlp` takes 3 inputs, `xor` has 2")
  }
}
