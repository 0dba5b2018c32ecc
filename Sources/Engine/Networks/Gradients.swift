import Kernels

/// The gradient of a loss by every parameter, and how it compares with central differences. Dropout is left out, batchnorm
/// normalises by the samples at hand, as in training.
extension Network {
  /// The gradient of the loss by every parameter.
  package func gradients(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> [ParameterGradient] {
    let (gradient, _) = try gradient(on: samples, loss, within: budget)
    var gradients: [ParameterGradient] = []
    for array in layout.arrays {
      let value = try value(array, of: gradient, within: budget)
      gradients.append(ParameterGradient(parameter: array.name, gradient: value))
    }
    return gradients
  }

  private func gradient(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> (gradient: [Double], machine: ChargedMachine) {
    try check(samples, loss)
    try budget.charge(cost: layout.cost * Double(samples.count))
    let machine = try machine(
      batch: samples.count, loss: loss.kernel, trains: true, dropsNothing: true, within: budget)
    var (parameters, running) = (parameters, running)
    _ = machine.kernel.gradient(
      &parameters, running: &running, inputs: samples.inputs.elements.span, targets: samples.targets.elements.span,
      samples: samples.count, training: true, backward: true)
    try budget.checkDeadline()
    return (machine.kernel.gradient, machine)
  }

  /// Each gradient against central differences. Of a large array some 500 entries are compared, evenly spread.
  package func gradientCheck(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> [GradientCheck] {
    let (gradient, machine) = try gradient(on: samples, loss, within: budget)
    var (parameters, running) = (parameters, running)
    let (inputs, targets) = (samples.inputs.elements, samples.targets.elements)
    func value() -> Double {
      machine.kernel.gradient(
        &parameters, running: &running, inputs: inputs.span, targets: targets.span, samples: samples.count,
        training: true, backward: false)
    }
    var checks: [GradientCheck] = []
    for array in layout.arrays {
      let stride = max(1, array.places.count / 500)
      var (entries, difference) = (0, 0.0)
      for place in Swift.stride(from: array.places.lowerBound, to: array.places.upperBound, by: stride) {
        try budget.charge(cost: layout.cost * Double(samples.count))
        let here = parameters[place]
        // Near the cube root of the precision, where rounding and curvature cost alike.
        let step = 0x1p-17 * max(1, here.magnitude)
        parameters[place] = here + step
        let (above, right) = (value(), parameters[place])
        parameters[place] = here - step
        let (below, left) = (value(), parameters[place])
        parameters[place] = here
        try budget.checkDeadline()
        let numeric = (above - below) / (right - left)
        let scale = max(gradient[place].magnitude, numeric.magnitude, 1e-4)
        let relative = (gradient[place] - numeric).magnitude / scale
        difference = relative.isNaN ? .nan : max(difference, relative)
        entries += 1
      }
      checks.append(GradientCheck(parameter: array.name, entries: entries, difference: difference))
    }
    return checks
  }
}

/// The gradient by one parameter array.
package struct ParameterGradient: Sendable {
  /// `W1`, `b1`, `γ1`, `β1`
  package let parameter: String
  package let gradient: Value
}

/// How far the gradient by one parameter array is from central differences.
package struct GradientCheck: Sendable {
  package let parameter: String
  /// How many of its entries were compared.
  package let entries: Int
  /// The largest |analytic − numeric| / max(|analytic|, |numeric|, 10⁻⁴).
  package let difference: Double
}
