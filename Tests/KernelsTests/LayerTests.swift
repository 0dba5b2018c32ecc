import Testing

@testable import Kernels

/// One dense layer against the same arithmetic written out, at every level, whichever of the kernels its size leads to.
@Suite struct LayerTests {
  /// A layer, its samples, and numbers for both.
  struct Layer {
    let inputs: Int, outputs: Int, samples: Int
    let parameters: [Double]
    let x: [Double]

    init(_ inputs: Int, _ outputs: Int, samples: Int, seed: UInt64) {
      (self.inputs, self.outputs, self.samples) = (inputs, outputs, samples)
      var adversary = Adversary(seed)
      parameters = adversary.tame((inputs + 1) * outputs)
      x = adversary.tame(samples * inputs)
    }

    func machine(_ activation: ActivationKernel, _ loss: LossKernel, _ kernels: Kernels) -> NetworkMachine {
      NetworkMachine(
        [MachineLayer(.dense(activation), inputs: inputs, outputs: outputs, start: 0)],
        parameterCount: parameters.count,
        loss: loss, batch: samples, seed: 1, kernels)
    }

    /// x·W + b
    var z: [Double] {
      let bias = parameters.suffix(outputs)
      return (0..<samples * outputs).map { place in
        let (i, j) = (place / outputs, place % outputs)
        let chain = (0..<inputs).reduce(0) { sum, k in
          sum.addingProduct(x[i * inputs + k], parameters[k * outputs + j])
        }
        return chain + bias[bias.startIndex + j]
      }
    }
  }

  /// A neuron, few, as many as fill tiles and a few more; one sample and many.
  static let sizes = [
    (300, 1, 200), (4, 3, 5), (40, 50, 33), (400, 9, 40), (70, 90, 96), (300, 300, 1), (410, 300, 9), (20, 24, 64),
  ]

  @Test(arguments: VectorLevel.available) func biasesEndTheChains(_ level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    for (inputs, outputs, samples) in Self.sizes {
      let layer = Layer(inputs, outputs, samples: samples, seed: 31)
      var (parameters, running): ([Double], [Double]) = (layer.parameters, [])
      var found = [Double](repeating: 0, count: samples * outputs)
      var span = found.mutableSpan
      layer.machine(.linear, .mse, kernels)
        .outputs(&parameters, running: &running, inputs: layer.x.span, into: &span)
      #expect(found.bits == layer.z.bits, "\(inputs)×\(outputs), \(samples) samples")
    }
  }

  /// Softmax and cross_entropy of few classes, which are turned, and of many, which are not: y is the softmax that
  /// expressions have, the error y·Σt − t, a term t·(log Σ e^(z − m) − (z − m)).
  @Test(arguments: VectorLevel.available) func classesAreJudged(_ level: VectorLevel) throws {
    let kernels = try #require(Kernels(level))
    for (classes, samples) in [(2, 1), (3, 8), (5, 17), (10, 33), (16, 6), (31, 9), (32, 8), (33, 8), (50, 20)] {
      let layer = Layer(3, classes, samples: samples, seed: 32)
      let targets = (0..<samples * classes).map { $0 * 7 % (classes + 2) == 0 ? 1.0 : $0 % 5 == 0 ? 0.25 : 0 }
      var (parameters, running): ([Double], [Double]) = (layer.parameters, [])
      let machine = layer.machine(.softmax, .crossEntropy, kernels)
      let loss = machine.gradient(
        &parameters, running: &running, inputs: layer.x.span, targets: targets.span, samples: samples,
        training: true, backward: true)
      let expected = Self.judgement(layer.z, targets, classes, kernels)
      #expect(machine.a(of: 0, samples: samples).bits == expected.y.bits, "\(classes) classes")
      #expect(machine.δ(of: 0, samples: samples).bits == expected.errors.bits, "\(classes) classes")
      #expect(loss.bitPattern == expected.loss.bitPattern, "\(classes) classes")
    }
  }

  /// Every gradient of a network is a chain over the samples: of what went into a layer times its δ, of δ alone for the
  /// biases. Among its layers are small ones and more large ones than threads share at a time.
  @Test(arguments: VectorLevel.available, [1, 2]) func gradientsAreChains(_ level: VectorLevel, threads: Int) throws {
    let (kernels, samples) = (try #require(Kernels(level)), 70)
    let widths = [9, 40] + [Int](repeating: 25, count: 20) + [200, 30, 90, 1]
    var (layers, start): ([MachineLayer], Int) = ([], 0)
    for (inputs, outputs) in zip(widths, widths.dropFirst()) {
      layers.append(MachineLayer(.dense(.tanh), inputs: inputs, outputs: outputs, start: start))
      start += (inputs + 1) * outputs
    }
    var adversary = Adversary(33)
    var running: [Double] = []
    var parameters = (0..<start).map { Double($0 * 7919 % 1009) / 1009 - 0.5 }
    let (x, t) = (adversary.tame(samples * widths[0]), adversary.tame(samples))
    Workforce.limit(to: threads)
    defer { Workforce.limit(to: 1) }
    let machine = NetworkMachine(layers, parameterCount: start, loss: .sse, batch: samples, seed: 1, kernels)
    _ = machine.gradient(
      &parameters, running: &running, inputs: x.span, targets: t.span, samples: samples, training: true, backward: true)
    var expected: [Double] = []
    for (index, layer) in layers.enumerated() {
      let seen = index > 0 ? machine.a(of: index - 1, samples: samples) : x
      let δ = machine.δ(of: index, samples: samples)
      for place in 0..<(layer.inputs + 1) * layer.outputs {
        let (k, j) = (place / layer.outputs, place % layer.outputs)
        expected.append(
          (0..<samples).reduce(0) { sum, i in
            let error = δ[i * layer.outputs + j]
            return k < layer.inputs ? sum.addingProduct(seen[i * layer.inputs + k], error) : sum + error
          })
      }
    }
    let isSame = machine.gradient.bits == expected.bits
    #expect(isSame)
    #expect(expected.allSatisfy { $0 != 0 && $0.isFinite })
  }

  private static func judgement(
    _ z: [Double], _ targets: [Double], _ classes: Int, _ kernels: Kernels
  ) -> (y: [Double], errors: [Double], loss: Double) {
    var (y, errors, terms): ([Double], [Double], [Double]) = ([], [], [])
    let samples = z.count / classes
    for row in 0..<samples {
      let places = row * classes..<(row + 1) * classes
      let (z, t) = (Array(z[places]), Array(targets[places]))
      let less = BinaryFunction.subtract.values(z, Reduction.greatest(z.span, kernels), kernels)
      let powers = UnaryFunction.exp.values(less, kernels)
      let total = Reduction.sum(powers.span, kernels)
      let logarithm = UnaryFunction.log.values([total], kernels)[0]
      let shares = BinaryFunction.divide.values(powers, total, kernels)
      let weight = Reduction.sum(t.span, kernels)
      y += shares
      errors += zip(shares, t).map { ($0 * weight - $1) * (1 / Double(samples)) }
      terms += zip(less, t).map { $1 == 0 ? 0 : $1 * (logarithm - $0) }
    }
    return (y, errors, Reduction.sum(terms.span, kernels) / Double(samples))
  }
}
