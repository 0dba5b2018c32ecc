import Kernels

/// Derivatives at single numbers, for `explain`. Kernels finds them on the way back through a network only, so each is asked
/// of one neuron whose z and y are what they are told, with the bits that training has.
extension Activation {
  /// f'(z); of softmax, which takes a whole layer, nothing that means anything.
  package func slope(at z: Double) -> Double {
    judged(kernel, Self.itself, z: z, t: 0).δ
  }

  /// f(z); of softmax, which takes a whole layer, nothing that means anything.
  package func value(at z: Double) -> Double {
    judged(kernel, Self.itself, z: z, t: 0).loss
  }

  /// The loss that is y itself.
  private static let itself = LossKernel.custom(
    ArrayProgram(inputs: 2, instructions: [], result: .input(0)),
    slope: ArrayProgram(inputs: 2, instructions: [], result: .constant(1)))
}

extension CustomLoss {
  /// The term of an output and its derivative by y.
  package func figures(y: Double, t: Double) -> (term: Double, slope: Double) {
    let (loss, δ) = judged(.linear, .custom(term, slope: slope), z: y, t: t)
    return (loss, δ)
  }
}

private func judged(
  _ activation: ActivationKernel, _ loss: LossKernel, z: Double, t: Double
) -> (loss: Double, δ: Double) {
  let neuron = MachineLayer(.dense(activation), inputs: 1, outputs: 1, start: 0)
  let machine = NetworkMachine([neuron], parameterCount: 2, loss: loss, batch: 1, seed: 0, trains: true)
  var (parameters, running) = ([1.0, 0], [Double]())
  let value = machine.gradient(
    &parameters, running: &running, inputs: [z].span, targets: [t].span, samples: 1, training: true, backward: true)
  return (value, machine.δ(of: 0, samples: 1)[0])
}
