/// A network layer by layer, as it is written; whether its names are activations, the session decides.
package struct NetDefinition: Sendable, Equatable {
  package let name: Name
  /// What stands before the first arrow.
  package let inputs: Expression
  /// At least one.
  package let layers: [Layer]
  /// In their order, no name twice.
  package let options: [Option]

  package init(name: Name, inputs: Expression, layers: [Layer], options: [Option]) {
    self.name = name
    self.inputs = inputs
    self.layers = layers
    self.options = options
  }

  package struct Layer: Sendable, Equatable {
    package let kind: Kind
    /// `8 sigmoid * 10`: so many such layers.
    package let repetitions: Expression?
    package let range: Range<Int>

    package init(_ kind: Kind, repetitions: Expression?, range: Range<Int>) {
      self.kind = kind
      self.repetitions = repetitions
      self.range = range
    }

    package enum Kind: Sendable, Equatable {
      /// `4 tanh`, `h leaky_relu(0.01)`: the activation is a name or a call, nil where it is left out.
      case dense(neurons: Expression, activation: Expression?)
      /// `dropout(0.2)`
      case dropout([Argument])
      /// `batchnorm`
      case batchnorm([Argument])
    }
  }
}
