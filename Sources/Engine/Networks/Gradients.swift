import Kernels

/// The gradient of a loss by every parameter, and how it compares with central differences. Dropout is left out, batchnorm
/// normalises by the samples at hand, as in training.
extension Network {
  /// The gradient of the loss by every parameter.
  package func gradients(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> [ParameterGradient] {
    let gradient = try gradient(on: samples, loss, within: budget).gradient
    var gradients: [ParameterGradient] = []
    for array in layout.arrays {
      let value = try value(array, of: gradient, within: budget)
      gradients.append(ParameterGradient(parameter: array.name, gradient: value))
    }
    return gradients
  }

  private func gradient(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> (gradient: [Double], loss: Double, machine: ChargedMachine) {
    try check(samples, loss)
    try budget.charge(cost: layout.cost * Double(samples.count))
    let machine = try machine(
      batch: samples.count, loss: loss.kernel, trains: true, dropsNothing: true, within: budget)
    var (parameters, running) = (parameters, running)
    let value = machine.kernel.gradient(
      &parameters, running: &running, inputs: samples.inputs.elements.span, targets: samples.targets.elements.span,
      samples: samples.count, training: true, backward: true)
    try budget.checkDeadline()
    return (machine.kernel.gradient, value, machine)
  }

  /// Each gradient against central differences. Of a large array some 500 entries are compared, evenly spread.
  package func gradientCheck(
    on samples: Samples, _ loss: Objective, within budget: Budget
  ) throws(EngineFault) -> [GradientCheck] {
    let (gradient, middle, machine) = try gradient(on: samples, loss, within: budget)
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
      var check = GradientCheck(parameter: array.name)
      for place in Swift.stride(from: array.places.lowerBound, to: array.places.upperBound, by: stride) {
        let here = parameters[place]
        // Near the cube root of the precision, where rounding and curvature cost alike.
        let step = 0x1p-17 * max(1, here.magnitude)
        parameters[place] = here + step
        let (above, right) = (value(), parameters[place])
        parameters[place] = here - step
        let (below, left) = (value(), parameters[place])
        parameters[place] = here
        try budget.checkDeadline()
        check.take(
          gradient[place], numeric: (above - below) / (right - left),
          slopes: ((middle - below) / (here - left), (above - middle) / (right - here)),
          noise: 64 * middle.magnitude.ulp / step)
      }
      checks.append(check)
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
  package private(set) var entries = 0
  /// How many were not, since the loss bends there.
  package private(set) var bends = 0
  /// The largest |analytic − numeric| / max(|analytic|, |numeric|, 10⁻⁴).
  package private(set) var difference = 0.0

  /// How far a right gradient may be from central differences: their own error, with a step near the cube root of the
  /// precision of doubles, stays well below.
  package static let agreement = 1e-5

  init(parameter: String) {
    self.parameter = parameter
  }

  /// Compares one entry. Where it differs but lies between the slopes on either side, which differ by more than rounding,
  /// the loss bends: any slope between them is as right.
  mutating func take(
    _ analytic: Double, numeric: Double, slopes: (left: Double, right: Double), noise: Double
  ) {
    let scale = max(analytic.magnitude, numeric.magnitude, 1e-4)
    let relative = (analytic - numeric).magnitude / scale
    let (low, high) = (min(slopes.left, slopes.right), max(slopes.left, slopes.right))
    let slack = Self.agreement * scale
    if relative > Self.agreement, high - low > noise, analytic >= low - slack, analytic <= high + slack {
      bends += 1
      return
    }
    difference = relative.isNaN ? .nan : max(difference, relative)
    entries += 1
  }
}
