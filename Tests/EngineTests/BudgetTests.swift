import Synchronization
import Testing

@testable import Engine

struct BudgetTests {
  /// Nanoseconds in a minute.
  private static let minute: UInt64 = 60_000_000_000

  /// What a note has by default: a gibibyte and a minute.
  private func usual() -> Budget { Budget(memory: 1 << 30, deadline: Self.minute) { 0 } }

  @Test(arguments: [
    (
      "zeros", ["1e9", "1e9"],
      "a matrix of 1,000,000,000×1,000,000,000 takes 6.94 EiB of memory: the limit is 1 GiB"
    ),
    ("zeros", ["1e9"], "a vector of 1,000,000,000 takes 7.45 GiB of memory: the limit is 1 GiB"),
    ("zeros", ["1e300"], "a vector of 1e300 takes more memory than any machine has: the limit is 1 GiB"),
    ("ones", ["1e300", "1e300"], "a matrix of 1e300×1e300 takes more memory than any machine has: the limit is 1 GiB"),
    ("ones", ["0", "1e300"], "a matrix of 0×1e300 takes more memory than any machine has: the limit is 1 GiB"),
    (
      "eye", ["1e9"],
      "a matrix of 1,000,000,000×1,000,000,000 takes 6.94 EiB of memory: the limit is 1 GiB"
    ),
    ("range", ["0", "1e300"], "a vector of 1e300 takes more memory than any machine has: the limit is 1 GiB"),
    ("range", ["0", "1", "5e-324"], "a vector of inf takes more memory than any machine has: the limit is 1 GiB"),
    ("linspace", ["0", "1", "1e18"], "a vector of 1e18 takes 6.94 EiB of memory: the limit is 1 GiB"),
    ("zeros", ["134217727"], "a vector of 134,217,727 takes 1 GiB of memory: the limit is 1 GiB"),
    ("zeros", ["134217728"], "a vector of 134,217,728 takes 1 GiB of memory: the limit is 1 GiB"),
  ])
  func tooMuchMemory(_ name: String, _ arguments: [String], _ expected: String) throws {
    let budget = usual()
    let function = try #require(BuiltIn(named: name))
    let values = try arguments.map { try Value($0) }
    #expect(outcome(arguments) { () throws(EngineFault) in try function.apply(values, within: budget) } == expected)
    #expect(budget.used == 0)
  }

  @Test func tooLargeAnOuterProduct() throws {
    let budget = usual()
    let long = try BuiltIn.construction(.zeros).apply([.number(20_000)], within: budget)
    let message = "a matrix of 20,000×20,000 takes 2.98 GiB of memory: the limit is 1 GiB"
    #expect(
      outcome { () throws(EngineFault) in try BuiltIn.algebra(.outer).apply([long, long], within: budget) } == message)
    #expect(
      outcome { () throws(EngineFault) in
        try BinaryOperation.product.apply(long, long.transposed(within: budget), within: budget)
      } == message)
    #expect(budget.used == 160_000 + Extent.overhead)
  }

  @Test func whatIsInUseCounts() throws {
    let budget = Budget(memory: 10_000, deadline: Self.minute) { 0 }
    let x = try BuiltIn.construction(.ones).apply([.number(1000)], within: budget)
    let message = "a vector of 1000 takes 7.81 KiB of memory: 7.88 KiB of the limit of 9.77 KiB are in use"
    #expect(outcome { () throws(EngineFault) in try x.negated(within: budget) } == message)
    #expect(
      outcome { () throws(EngineFault) in try BinaryOperation.add.apply(x, .number(1), within: budget) } == message)
    #expect(budget.used == 8000 + Extent.overhead)
  }

  @Test func bytes() throws {
    let budget = Budget(memory: 100, deadline: Self.minute) { 0 }
    try budget.charge(60)
    #expect(throws: EngineFault.memory(bytes: 41, of: nil, used: 60, limit: 100)) { try budget.charge(41) }
    #expect(throws: EngineFault.self) { try budget.charge(.max) }
    try budget.charge(40)
    #expect(budget.used == 100)
    budget.refund(100)
    #expect(budget.used == 0)
    #expect(
      EngineFault.memory(bytes: 41, of: nil, used: 60, limit: 100).message()
        == "this takes 41 bytes of memory: 60 bytes of the limit of 100 bytes are in use")
  }

  /// What every value takes is given back when the last of its users is gone, also where a computation is broken off.
  @Test func accounting() throws {
    let budget = Budget.ample
    let one = 3 * 8 + Extent.overhead
    do {
      let x = try Value("[1, 2, 3]", within: budget)
      #expect(budget.used == one)
      let row = try x.transposed(within: budget)
      #expect(budget.used == one)  // the same numbers, seen as a row
      let sum = try BinaryOperation.add.apply(x, row, within: budget)
      #expect(budget.used == 2 * one)
      #expect(throws: EngineFault.self) { try Value.vector(of: [.number(1), sum], within: budget) }
      #expect(budget.used == 2 * one)
      withExtendedLifetime((x, row, sum)) {}
    }
    #expect(budget.used == 0)
    for function in BuiltIn.allCases {
      let list = try ["[0.5, 0.25]", "[1, 0]", "1"].prefix(function.parameters.count).map {
        try Value($0, within: budget)
      }
      _ = try? function.apply(list, within: budget)
    }
    #expect(budget.used == 0)
  }

  @Test func manyThreads() async throws {
    let budget = Budget(memory: 1_000_000, deadline: Self.minute) { 0 }
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<500 {
            _ = try? BuiltIn.construction(.ones).apply([.number(Double(task * 1000 + round))], within: budget)
          }
        }
      }
    }
    #expect(budget.used == 0)
  }

  /// A clock that moves on by one at each look.
  private final class Ticks: Sendable {
    private let now = Atomic<UInt64>(0)
    func tick() -> UInt64 { now.add(1, ordering: .relaxed).oldValue }
  }

  @Test func deadline() throws {
    let ticks = Ticks()
    let budget = Budget(memory: 1 << 30, deadline: 3) { ticks.tick() }  // looks once itself
    try budget.checkDeadline()
    try budget.checkDeadline()
    #expect(throws: EngineFault.time) { try budget.checkDeadline() }
    #expect(EngineFault.time.message() == "the time limit is reached")
    #expect(EngineFault.time.isLimit)
    #expect(!EngineFault.empty(.summary(.mean)).isLimit)
  }

  /// Long computations look at the clock on their way, and leave nothing behind when they are broken off.
  @Test func brokenOff() throws {
    let count = 4 * Pace.usual
    let x = try Value.vector(Vector([Double](repeating: 1, count: count), within: .ample))
    let rows = try Value.matrix(Matrix([Double](repeating: 1, count: count), rows: count, columns: 1, within: .ample))
    let one = try Value("[1]")
    let square = try Value.matrix(
      Matrix([Double](repeating: 1, count: 360_000), rows: 600, columns: 600, within: .ample))
    let computations: [(Budget) throws -> Value] = [
      { try x.negated(within: $0) },
      { try BinaryOperation.add.apply(x, x, within: $0) },
      { try BinaryOperation.add.apply(rows, one, within: $0) },
      { try x.isApproximately(x, tolerance: one.at([.at(.number(1))], within: $0), within: $0) },
      { try BuiltIn.rowwise(.softmax).apply([rows], within: $0) },
      { try BuiltIn.construction(.ones).apply([.number(Double(count))], within: $0) },
      { try BuiltIn.construction(.range).apply([.number(1), .number(Double(count))], within: $0) },
      { try BuiltIn.loss(.mse).apply([x, x], within: $0) },
      { try BinaryOperation.product.apply(square, square, within: $0) },
    ]
    for (place, compute) in computations.enumerated() {
      let ticks = Ticks()
      let budget = Budget(memory: 1 << 30, deadline: 3 * Self.minute) { ticks.tick() * Self.minute }
      #expect(throws: EngineFault.time, "\(place)") { try compute(budget) }
      #expect(budget.used == 0)
    }
  }

  /// So does whatever goes through a network, between its layers and its batches.
  @Test func networksBrokenOff() throws {
    let layers = [NetworkSpec.Layer](repeating: .dense(200, .tanh), count: 8) + [.dense(2, .linear)]
    let spec = try NetworkSpec(inputs: 3, layers: layers)
    let network = try Network(name: "net", spec: spec, seed: 1, within: .ample)
    let samples = try GradientTests.samples(640, inputs: 3, outputs: 2)
    let loss = Objective.builtIn(.mse)
    var settings = TrainingSettings(loss: loss, optimizer: try Optimizer(named: "sgd", [("lr", 0.1)]), epochs: 1)
    settings.allowsDivergence = true
    let works: [(inout Network, Budget) throws -> Void] = [
      { _ = try $0.loss(loss, on: samples, within: $1) },
      { _ = try $0.gradients(on: samples, loss, within: $1) },
      { _ = try $0.gradientCheck(on: samples, loss, within: $1) },
      { _ = try $0.passage(of: samples.inputs, named: "set", within: $1) },
      { _ = try $0.predictions(of: samples.inputs, named: nil, within: $1) },
      { _ = try $0.step(on: samples, settings, within: $1) },
    ]
    for (place, work) in works.enumerated() {
      let ticks = Ticks()
      // Work that looks at the clock before and after alone would be done by then.
      let budget = Budget(memory: 1 << 30, deadline: 7 * Self.minute) { ticks.tick() * Self.minute }
      var copy = network
      #expect(throws: EngineFault.time, "\(place)") { try work(&copy, budget) }
      #expect(ticks.tick() < 12, "\(place)")
    }
  }

  /// Stretches of a product grow while they are soon done, shrink when one takes long, and stay whole rows.
  @Test func pace() {
    var pace = Pace(stretch: 600, quickens: true)
    var place = 0
    let millisecond: UInt64 = 1_000_000
    // Each look, in milliseconds, and how many numbers come after it.
    let looks: [(UInt64, Int)] = [
      (0, 600), (1, 2400), (25, 9600), (50, 9600), (150, 9600), (174, 38_400), (275, 9600), (600, 2400), (800, 600),
      (1000, 600), (900, 2400),
    ]
    for (now, expected) in looks {
      place += pace.stretch
      #expect(pace.isDue(at: place))
      #expect(!pace.isDue(at: place - 1))
      pace.adapt(to: now * millisecond, at: place)
      #expect(pace.stretch == expected, "\(now)")
    }
    pace = Pace(stretch: .max / 2, quickens: true)
    for now in [0, millisecond] { pace.adapt(to: now, at: 1) }
    #expect(pace.stretch == .max / 2)
    pace = Pace(stretch: 3, quickens: false)
    for now in [0, millisecond] { pace.adapt(to: now, at: 3) }
    #expect(pace.stretch == 3)
  }

  /// A product of three dimensions of 100,000 is refused before it begins, whatever the clock says.
  @Test func hopelessCosts() throws {
    let budget = Budget(memory: 1 << 40, deadline: Self.minute) { 0 }
    try budget.charge(cost: 6e12)
    #expect(throws: EngineFault.cost(multiplications: 1e15)) { try budget.charge(cost: 1e15) }
    #expect(throws: EngineFault.cost(multiplications: .infinity)) { try budget.charge(cost: .infinity) }
    #expect(
      EngineFault.cost(multiplications: 1e15).message()
        == "this takes 1,000,000,000,000,000 multiplications, which no machine does within the time limit")
    let short = Budget(memory: 1 << 30, deadline: 1) { 0 }
    let wide = try Value.matrix(Matrix([1, 2], rows: 1, columns: 2, within: .ample))
    let long = try BuiltIn.construction(.ones).apply([.number(2), .number(51)], within: .ample)
    #expect(throws: EngineFault.cost(multiplications: 102)) {
      try BinaryOperation.product.apply(wide, long, within: short)
    }
  }
}

struct FigureTests {
  private static let numbers: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (1000, "1000"), (9999, "9999"), (10_000, "10,000"),
    (-1_234_567, "-1,234,567"), (0.5, "0.5"), (1e15, "1,000,000,000,000,000"), (1e16, "1e16"), (1.5e300, "1.5e300"),
    (-1e300, "-1e300"), (1e-9, "1e-9"), (1.5e-10, "1.5e-10"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
  ]

  @Test(arguments: numbers) func spelling(_ number: Double, _ expected: String) {
    #expect(spelled(number) == expected)
  }

  private static let amounts: [(Double, String)] = [
    (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (1_073_741_824, "1 GiB"),
    (123_456_789, "118 MiB"), (10.26 * 1_048_576, "10.3 MiB"), (8e18, "6.94 EiB"), (8e21, "6939 EiB"),
  ]

  @Test(arguments: amounts) func bytes(_ bytes: Double, _ expected: String) {
    #expect(spelled(bytes: bytes) == expected)
  }
}
