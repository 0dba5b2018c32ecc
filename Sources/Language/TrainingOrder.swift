/// What `train` and `step` are asked for: a network by its name, which they change, and what it learns from.
package struct TrainingOrder: Sendable, Equatable {
  package let network: Name
  package let data: Expression
  /// In their order, no name twice.
  package let options: [Option]

  package init(network: Name, data: Expression, options: [Option]) {
    self.network = network
    self.data = data
    self.options = options
  }
}
