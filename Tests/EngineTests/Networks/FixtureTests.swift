import Testing

@testable import Engine

/// Training held to what PyTorch makes of it, in double precision (Fixtures/README.md).
struct FixtureTests {
  @Test(arguments: try Fixture.groups.flatMap { try Fixture.names(in: $0) })
  func agrees(_ name: String) throws {
    let fixture = try Fixture(named: name)
    let start = try fixture.network()

    let (trained, run) = try fixture.train(start)
    for want in fixture.wants {
      guard let figures = try fixture.figures(want.name, of: trained, run) else { continue }
      expect(want, figures, within: fixture.tolerance)
    }

    let stepped = try fixture.step(start)
    for want in fixture.first {
      expect(want, try stepped.member(want.name, within: .ample).elements, within: fixture.tolerance)
    }
  }

  private func expect(_ want: Fixture.Figures, _ figures: [Double], within tolerance: Double) {
    let distance = want.distance(of: figures)
    #expect(distance <= tolerance, "\(want.name): \(distance), not within \(tolerance)")
  }

  /// The figures that the classic 2-2-2 example is known by, its biases left as they are. (The published 0.291027924
  /// after one update comes from carrying δ back through output weights that are updated already.)
  @Test(arguments: [(2, 0.291027774, 0.5e-9), (10_000, 0.0000351085, 0.5e-10), (10_001, 0.0000351019, 0.5e-10)])
  func classicExample(_ updates: Int, _ loss: Double, _ rounding: Double) throws {
    let fixture = try Fixture(named: "settings/classic")
    var settings = fixture.settings
    settings.epochs = updates
    var network = try fixture.network()
    let run = try network.train(
      on: Fixture.samples(fixture.inputs, fixture.targets), settings, within: .ample)
    #expect(run.history.count == updates)
    #expect(abs(run.history[0] - 0.298371109) <= 0.5e-9)
    #expect(abs(run.loss - loss) <= rounding)
  }

  @Test func everyActivationLossOptimizerAndScheduleIsHeldToSomething() throws {
    let names = try Fixture.groups.map { try Fixture.names(in: $0) }
    func missing(_ signatures: [Signature], in group: Int, except: Set<String> = []) -> [String] {
      signatures.map(\.name).filter { name in
        !except.contains(name) && !names[group].contains { $0.hasSuffix("/\(name)") }
      }
    }
    // `step` has no slope to learn by, and PyTorch no such function.
    #expect(missing(Activation.signatures, in: 0, except: ["step"]) == [])
    #expect(missing(Objective.signatures, in: 1) == [])
    #expect(missing(Optimizer.signatures, in: 2) == [])
    #expect(missing(Schedule.signatures, in: 3) == [])
  }
}

extension Fixture {
  /// The network as the fixture begins.
  fileprivate func network() throws -> Network {
    var network = try Network(name: "net", spec: spec, seed: 1, within: .ample)
    for parameter in parameters { try network.assign(parameter.value, to: parameter.name, within: .ample) }
    return network
  }

  /// Trains a copy.
  fileprivate func train(_ network: Network) throws -> (Network, TrainingRun) {
    var network = network
    let run = try network.train(on: Self.samples(inputs, targets), settings, within: .ample)
    return (network, run)
  }

  /// The first update alone.
  fileprivate func step(_ network: Network) throws -> Network {
    var network = network
    var rows = Array(0..<inputs.rows)
    if case .given(let orders) = settings.order { rows = orders[0] }
    rows = Array(rows.prefix(settings.batch ?? inputs.rows))
    _ = try network.step(on: Self.samples(inputs, targets, rows: rows), settings, within: .ample)
    return network
  }

  /// What a run left under a name of the file; nil for what a network does not show.
  fileprivate func figures(_ name: String, of network: Network, _ run: TrainingRun) throws -> [Double]? {
    switch name {
    case "history": return run.history
    case "val": return run.validation
    case "predictions":
      let moved = Figures(name: name, shape: inputs.shape, elements: inputs.elements.map { $0 * 1.125 })
      return try network.predictions(of: moved.matrix(), named: nil, within: .ample).elements
    case "rates":
      // Only the last update's rate is kept, and none past a patience that went back.
      guard settings.patience == nil, let last = try network.lastUpdate(within: .ample) else {
        return nil
      }
      return wants.first { $0.name == name }.map { $0.elements.dropLast() + [last.learningRate] }
    case _ where name.hasPrefix("mean") || name.hasPrefix("var"):
      // The running statistics are no members; the predictions depend on them.
      return nil
    default: return try network.member(name, within: .ample).elements
    }
  }
}
