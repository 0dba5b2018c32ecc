/// What a `net` statement says: how many inputs, which layers, how the weights begin. Repeated layers are written out.
package struct NetworkSpec: Sendable, Hashable {
  /// How many numbers a sample has.
  package let inputs: Int
  /// From the input on; the last is one of neurons.
  package let layers: [Layer]
  package let initialiser: Initialiser

  package enum Layer: Sendable, Hashable {
    /// A fully connected layer of so many neurons. Only these are numbered.
    case dense(Int, Activation)
    /// Each output is dropped with that probability while training, and the rest scaled up.
    case dropout(Double)
    /// Each output less its mean over the batch, divided by its standard deviation, then scaled by γ and moved by β.
    case batchnorm
  }

  /// Throws where a count is none, a probability is outside 0 ..< 1, a layer is normalised twice, or the last has no
  /// neurons.
  package init(inputs: Int, layers: [Layer], initialiser: Initialiser = .xavier) throws(EngineFault) {
    guard inputs > 0 else { throw .network(.neurons(layer: 0, Double(inputs))) }
    guard case .dense? = layers.last else { throw .network(.lastLayer) }
    var number = 0
    var isNormal = false
    for layer in layers {
      switch layer {
      case .dense(let count, _):
        number += 1
        isNormal = false
        guard count > 0 else { throw .network(.neurons(layer: number, Double(count))) }
      case .dropout(let p):
        guard p >= 0, p < 1 else { throw .network(.setting(.dropout, name: "p", wants: .probability, got: p)) }
      case .batchnorm:
        guard !isNormal else { throw .network(.secondNorm(layer: number)) }
        isNormal = true
      }
    }
    self.inputs = inputs
    self.layers = layers
    self.initialiser = initialiser
  }

  /// The neurons of the last layer.
  package var outputs: Int {
    guard case .dense(let count, _)? = layers.last else { preconditionFailure("the last layer has neurons") }
    return count
  }

  /// The activation of the last layer.
  package var outputActivation: Activation {
    guard case .dense(_, let activation)? = layers.last else { preconditionFailure("the last layer has neurons") }
    return activation
  }
}

extension Signature {
  /// `dropout(p)`
  package static let dropout = Signature(.layer, "dropout", [Parameter("p")])
}
