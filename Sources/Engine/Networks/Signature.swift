/// A name that takes settings where an option wants it: `adam(lr=0.05)`, `cosine(warmup=100)`, `huber(δ=2)`.
package struct Signature: Sendable, Hashable {
  /// What the name is one of, as messages say it.
  package enum Kind: String, Sendable {
    case activation, initialiser, loss, optimizer, schedule, layer
  }

  package let kind: Kind
  package let name: String
  package let parameters: [Parameter]

  init(_ kind: Kind, _ name: String, _ parameters: [Parameter]) {
    (self.kind, self.name, self.parameters) = (kind, name, parameters)
  }

  /// As it is written: `adam(lr=0.001, β1=0.9, β2=0.999, eps=1e-8)`, or the name alone where there is nothing to set.
  package var text: String {
    parameters.isEmpty ? name : parameters.signature(of: name)
  }
}
