package import Kernels

/// What training makes small: a loss of the language, or a function of the note.
package enum Objective: Sendable, Hashable {
  /// `δ` is the bend of `huber`, and means nothing to the others.
  case builtIn(Loss, δ: Double = 1)
  case custom(CustomLoss)

  /// The losses, in the order of messages.
  package static let signatures: [Signature] = Loss.allCases.map { loss in
    Signature(.loss, loss.rawValue, loss == .huber ? [Parameter("δ", twin: "delta", standard: 1)] : [])
  }

  /// The built-in loss of that name.
  package init(named name: String, _ arguments: [(name: String?, value: Double)] = []) throws(EngineFault) {
    let signature = try Self.signatures.named(name, as: .loss)
    guard let loss = Loss(rawValue: signature.name) else { preconditionFailure("a signature of no loss") }
    let figures = try signature.figures(arguments)
    self = .builtIn(loss, δ: loss == .huber ? try signature.positive(figures, 0) : 1)
  }

  /// The loss's name.
  package var name: String {
    switch self {
    case .builtIn(let loss, _): loss.rawValue
    case .custom(let loss): loss.name
    }
  }
}

/// A function of the note as a loss: the term of one output, of (y, t), and its derivative by y. The loss is the terms'
/// mean.
package struct CustomLoss: Sendable, Hashable {
  package let name: String
  package let term: ArrayProgram
  package let slope: ArrayProgram

  package init(name: String, term: ArrayProgram, slope: ArrayProgram) {
    precondition(term.inputs == 2 && slope.inputs == 2, "a loss is a function of y and t")
    (self.name, self.term, self.slope) = (name, term, slope)
  }
}
