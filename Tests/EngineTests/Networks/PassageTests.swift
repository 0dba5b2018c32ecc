import Foundation
import Kernels
import Testing

@testable import Engine

/// What is kept of a way through a network, for `explain`.
struct PassageTests {
  private func network(_ layers: [NetworkSpec.Layer], inputs: Int = 2) throws -> Network {
    try Network(name: "m", spec: NetworkSpec(inputs: inputs, layers: layers), seed: 3, within: .ample)
  }

  private func settings(_ optimizer: String = "sgd") throws -> TrainingSettings {
    TrainingSettings(loss: .builtIn(.mse), optimizer: try Optimizer(named: optimizer, [("lr", 0.1)]), epochs: 1)
  }

  private func record(_ network: inout Network) throws -> UpdateRecord {
    _ = try network.step(on: NetworkTests.xor(), settings(), within: .ample)
    return try #require(try network.lastUpdate(within: .ample))
  }

  @Test func predictionPassesEveryLayer() throws {
    var mlp = try network([.dense(3, .tanh), .batchnorm, .dropout(0.5), .dense(1, .sigmoid)])
    _ = try mlp.step(on: NetworkTests.xor(), settings(), within: .ample)
    let inputs = try NetworkTests.xor().inputs
    let passage = try mlp.passage(of: inputs, named: "xor", within: .ample)
    #expect(!passage.isTraining && passage.stages.count == 4)
    let outputs = try mlp.predictions(of: inputs, named: nil, within: .ample).elements
    #expect(passage.stages[3].fields.a.elements == outputs)
    // In a prediction nothing is dropped.
    #expect(passage.stages[2].fields.a.elements == passage.stages[1].fields.a.elements)
    guard case .batchnorm(number: 1, let norm) = passage.stages[1].kind else {
      Issue.record("no batchnorm")
      return
    }
    for sample in 0..<4 {
      for place in 0..<3 {
        let x = passage.stages[0].fields.a[sample, place]
        let standard = (x - norm.mean[place]) / (norm.variance[place] + Passage.Norm.epsilon).squareRoot()
        #expect(abs(passage.stages[1].fields.z[sample, place] - standard) < 1e-12)
      }
    }
    #expect(passage.stages.allSatisfy { $0.fields.δ == nil })
  }

  @Test func updateKeepsLayersWithoutNeurons() throws {
    var mlp = try network([.dense(4, .tanh), .batchnorm, .dropout(0.5), .dense(1, .linear)])
    let record = try record(&mlp)
    let stages = record.passage.stages
    #expect(record.passage.isTraining && stages.count == 4)
    guard case .batchnorm(number: 1, let norm) = stages[1].kind, case .dropout(number: 1, 0.5) = stages[2].kind else {
      Issue.record("other layers than were asked for")
      return
    }
    var dropped = 0
    for sample in 0..<4 {
      for place in 0..<4 {
        let x = stages[0].fields.a[sample, place]
        let standard = (x - norm.mean[place]) / (norm.variance[place] + Passage.Norm.epsilon).squareRoot()
        #expect(abs(stages[1].fields.z[sample, place] - standard) < 1e-12)
        let factor = stages[2].fields.z[sample, place]
        #expect(factor == 0 || factor == 2)
        dropped += factor == 0 ? 1 : 0
        #expect(stages[2].fields.a[sample, place] == factor * stages[1].fields.a[sample, place])
      }
    }
    #expect(dropped > 0 && dropped < 16)
    #expect(stages.allSatisfy { $0.fields.δ != nil })
    // The members are those of the layers of neurons.
    #expect(try mlp.member("z2", within: .ample).elements == stages[3].fields.z.elements)
    #expect(try mlp.member("δ1", within: .ample).elements == stages[0].fields.δ?.elements)
  }

  @Test func largeNetworksKeepNoChange() throws {
    var small = try network([.dense(2, .linear), .dense(1, .linear)])
    #expect(try small.lastUpdate(within: .ample) == nil)
    #expect(try record(&small).parameters.allSatisfy { $0.change != nil })
    var large = try network([.dense(10_000, .relu), .dense(1, .linear)])
    let kept = try record(&large)
    #expect(kept.parameters.allSatisfy { $0.change == nil })
    #expect(kept.parameters.map(\.name) == ["W1", "b1", "W2", "b2"])
  }

  @Test func passageWantsItsInputs() throws {
    let mlp = try network([.dense(1, .linear)])
    let wrong = try Matrix([1, 2, 3], rows: 1, columns: 3, within: .ample)
    do {
      _ = try mlp.passage(of: wrong, named: "three", within: .ample)
      Issue.record("three inputs were taken for two")
    } catch {
      #expect(error.message() == "`m` takes 2 inputs, `three` has 3")
    }
  }

  private static let activations: [Activation] = [
    .linear, .relu, .leakyRelu(slope: 0.1), .elu(α: 0.7), .selu, .gelu, .silu, .softplus, .sigmoid, .tanh,
  ]

  @Test(arguments: activations)
  func slopesAreDerivatives(of activation: Activation) {
    for z in [-3, -0.75, 0.25, 2.5] {
      let step = 1e-5
      let numeric = (activation.value(at: z + step) - activation.value(at: z - step)) / (2 * step)
      #expect(abs(activation.slope(at: z) - numeric) < 1e-8)
    }
    #expect(Activation.tanh.value(at: 0.5) == UnaryFunction.tanh(0.5))
  }

  @Test func customLossesHaveTermsAndSlopes() {
    // (y − t)², 2(y − t)
    let square = ArrayProgram(
      inputs: 2,
      instructions: [.binary(.subtract, .input(0), .input(1)), .binary(.multiply, .result(0), .result(0))],
      result: .result(1))
    let slope = ArrayProgram(
      inputs: 2,
      instructions: [.binary(.subtract, .input(0), .input(1)), .binary(.multiply, .constant(2), .result(0))],
      result: .result(1))
    let figures = CustomLoss(name: "square", term: square, slope: slope).figures(y: 0.75, t: -0.25)
    #expect(figures.term == 1 && figures.slope == 2)
  }
}
