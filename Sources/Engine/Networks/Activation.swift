package import Kernels

/// What a layer makes of its z, neuron by neuron (`softmax`: sample by sample).
package enum Activation: Sendable, Hashable {
  case linear, relu
  case leakyRelu(slope: Double)
  case elu(α: Double)
  case selu, gelu, silu, softplus, sigmoid, tanh, softmax, step
  case custom(CustomActivation)

  /// The built-in activations, in the order of messages.
  package static let signatures: [Signature] = [
    Signature(.activation, "linear", []), Signature(.activation, "relu", []),
    Signature(.activation, "leaky_relu", [Parameter("slope", standard: 0.01)]),
    Signature(.activation, "elu", [Parameter("α", twin: "alpha", standard: 1)]), Signature(.activation, "selu", []),
    Signature(.activation, "gelu", []), Signature(.activation, "silu", []), Signature(.activation, "softplus", []),
    Signature(.activation, "sigmoid", []), Signature(.activation, "tanh", []), Signature(.activation, "softmax", []),
    Signature(.activation, "step", []),
  ]

  /// The built-in activation of that name, `σ` being `sigmoid`.
  package init(named name: String, _ arguments: [(name: String?, value: Double)] = []) throws(EngineFault) {
    let signature = try Self.signatures.named(name == "σ" ? "sigmoid" : name, as: .activation)
    let figures = try signature.figures(arguments)
    switch signature.name {
    case "linear": self = .linear
    case "relu": self = .relu
    case "leaky_relu": self = .leakyRelu(slope: try signature.finite(figures, 0))
    case "elu": self = .elu(α: try signature.finite(figures, 0))
    case "selu": self = .selu
    case "gelu": self = .gelu
    case "silu": self = .silu
    case "softplus": self = .softplus
    case "sigmoid": self = .sigmoid
    case "tanh": self = .tanh
    case "softmax": self = .softmax
    case "step": self = .step
    default: preconditionFailure("an activation without a meaning: \(signature.name)")
    }
  }

  /// As the note writes it: `tanh`, `leaky_relu(0.2)`.
  package var text: String {
    switch self {
    case .linear: "linear"
    case .relu: "relu"
    case .leakyRelu(let slope): slope == 0.01 ? "leaky_relu" : "leaky_relu(\(spelled(slope)))"
    case .elu(let α): α == 1 ? "elu" : "elu(\(spelled(α)))"
    case .selu: "selu"
    case .gelu: "gelu"
    case .silu: "silu"
    case .softplus: "softplus"
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .softmax: "softmax"
    case .step: "step"
    case .custom(let activation): activation.name
    }
  }
}

/// A function of the note as an activation: itself and its derivative, both of z.
package struct CustomActivation: Sendable, Hashable {
  package let name: String
  package let value: ArrayProgram
  package let slope: ArrayProgram

  package init(name: String, value: ArrayProgram, slope: ArrayProgram) {
    precondition(value.inputs == 1 && slope.inputs == 1, "an activation is a function of z")
    (self.name, self.value, self.slope) = (name, value, slope)
  }
}
