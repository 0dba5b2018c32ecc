import Engine
import Language
import Report
import SourceText

/// `table gradients mlp on xor, loss=bce`
extension Outputs {
  /// Layer by layer, so that a gradient that vanishes or explodes is seen at a glance.
  func gradients(
    _ inspection: Inspection, _ network: Network, _ set: DataSet, _ loss: Objective, _ format: NumberFormat
  ) throws(Mistake) -> [StatementResult] {
    let samples = try evaluator.samples(set, named: code.spelling(inspection.data), at: inspection.data)
    let layers = try evaluator.computing(inspection.network, []) { budget throws(EngineFault) in
      var layers: [LayerGradient] = []
      for gradient in try network.gradients(on: samples, loss, within: budget) {
        let name = LayerGradient.layer(of: gradient.parameter)
        if layers.last?.name != name { layers.append(LayerGradient(name: name)) }
        layers[layers.count - 1].entries += gradient.gradient.elements
      }
      for place in layers.indices { try layers[place].measure(within: budget) }
      return layers
    }
    func numbers(_ title: String, _ figure: (LayerGradient) -> Double) -> Report.Table.Column {
      .init(title: title, numbers: layers.map(figure), format: format)
    }
    let table = Report.Table([
      .init(title: "layer", alignment: .left, cells: layers.map { .text($0.name) }),
      numbers("norm of gradient", \.norm), numbers("mean size", \.mean), numbers("largest", \.largest),
      .init(title: "norm, two █ a power of ten", alignment: .left, cells: layers.map { .text($0.bar) }),
    ])
    guard layers.count > 1, let first = layers.first, let last = layers.last, last.norm > 0 else {
      return [.sheet(table)]
    }
    let share = format.text(first.norm / last.norm)
    return [.sheet(table), .line("norm of layer \(first.name) / norm of layer \(last.name) = \(share)")]
  }
}

/// The gradient by all parameters of a layer.
private struct LayerGradient {
  /// `1`, `batchnorm 1`
  let name: String
  var entries: [Double] = []
  private(set) var norm = 0.0
  private(set) var mean = 0.0
  private(set) var largest = 0.0
  /// How long the norm is on a scale of powers of ten, the same in every table.
  private(set) var bar = ""

  init(name: String) {
    self.name = name
  }

  /// The layer of a parameter: W2 and b2 are of layer 2, γ1 and β1 of the batchnorm after layer 1.
  static func layer(of parameter: String) -> String {
    let number = String(parameter.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    return parameter.hasPrefix("W") || parameter.hasPrefix("b") ? number : "batchnorm \(number)"
  }

  mutating func measure(within budget: Budget) throws(EngineFault) {
    let vector = Engine.Value.vector(try Vector(entries, within: budget))
    let sizes = try BuiltIn.elementary(.abs).apply([vector], within: budget)
    norm = try BuiltIn.summary(.norm).apply([vector], within: budget).elements[0]
    mean = try BuiltIn.summary(.mean).apply([sizes], within: budget).elements[0]
    largest = sizes.elements.reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }
    let power = try BuiltIn.elementary(.log10).apply([.number(norm)], within: budget).elements[0]
    bar = String(repeating: "█", count: Self.length(power))
  }

  /// Two characters for each power of ten from 10⁻¹⁰ to 10¹⁰.
  private static func length(_ power: Double) -> Int {
    guard !power.isNaN else { return 0 }
    return Int((2 * (min(max(power, -10), 10) + 10)).rounded())
  }
}
