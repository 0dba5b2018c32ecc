import SourceText

/// What each neuron of a network computes, a line each, in the names that the language has for it; with the weights as
/// numbers where the diagram has them. Of wide layers one line says it for all neurons.
struct NeuronFormulas {
  private let diagram: NetworkDiagram
  private let hasNumbers: Bool

  init(_ diagram: NetworkDiagram) {
    self.diagram = diagram
    hasNumbers = diagram.layers.contains { $0.weights != nil }
  }

  /// What stands before and after the `=` of a formula, and for which neurons it holds. Without a left side it is a remark.
  private struct Formula {
    var left = ""
    let right: String
    var scope = ""
  }

  var lines: [String] {
    var formulas = passages(after: 0)
    for (index, omitted) in diagram.shownLayers {
      if omitted > 0 { formulas.append(Formula(right: "\(dots) and so on for \(omitted) layers \(dots)")) }
      formulas += self.formulas(of: index) + passages(after: index)
    }
    let margin = formulas.map { displayWidth($0.left) }.max() ?? 0
    return formulas.flatMap { lines(of: $0, margin) }
  }

  // MARK: Signs

  private var times: String { diagram.style == .ascii ? "*" : "·" }
  private var dots: String { diagram.style.ellipsis }
  private var γ: String { diagram.style == .ascii ? "gamma" : "γ" }
  private var β: String { diagram.style == .ascii ? "beta" : "β" }

  // MARK: Lines

  /// A formula that is wider than the picture may be goes on below its beginning.
  private func lines(of formula: Formula, _ margin: Int) -> [String] {
    let start = formula.left.padded(to: margin, .left) + (formula.left.isEmpty ? "   " : " = ")
    let indent = String(repeating: " ", count: margin + 3)
    var lines = [start]
    for piece in pieces(of: formula.right) {
      let line = lines[lines.count - 1]
      let isFresh = line == start || line == indent
      if !isFresh, displayWidth(line) + 1 + displayWidth(piece) > diagram.width {
        lines.append(indent + piece)
      } else {
        lines[lines.count - 1] = line + (isFresh ? "" : " ") + piece
      }
    }
    guard !formula.scope.isEmpty else { return lines }
    let line = lines[lines.count - 1] + "   " + formula.scope
    if displayWidth(line) <= diagram.width { return lines.dropLast() + [line] }
    return lines + [indent + formula.scope]
  }

  /// A formula cut before its signs of addition.
  private func pieces(of formula: String) -> [String] {
    var pieces: [String] = []
    for word in formula.split(separator: " ") {
      if let last = pieces.last, last == "+" || last == "-" || !(word == "+" || word == "-") {
        pieces[pieces.count - 1] = last + " " + word
      } else {
        pieces.append(String(word))
      }
    }
    return pieces
  }

  // MARK: A layer

  private func formulas(of index: Int) -> [Formula] {
    let layer = diagram.layers[index - 1]
    let result = diagram.result(of: index)
    let isGeneric = !hasNumbers && layer.neurons > Self.mostNeurons
    var letter = result
    var last: [Formula] = []
    if case .all(let function) = layer.activation.reach {
      letter = "z\(index)"
      last = [Formula(left: result, right: "\(function)(\(letter))")]
    }
    if isGeneric {
      let sum = activated(sum(index, neuron: "j"), by: layer.activation.reach)
      return [Formula(left: "\(letter)[j]", right: sum, scope: scope(layer.neurons))] + last
    }
    return NetworkDiagram.shown(of: layer.neurons).map { neuron in
      guard let neuron else {
        return Formula(right: "\(dots) \(NetworkDiagram.omitted(of: layer.neurons)) more \(dots)")
      }
      let sum = hasNumbers ? sumOfNumbers(index, neuron) : sum(index, neuron: "\(neuron + 1)")
      return Formula(left: "\(letter)[\(neuron + 1)]", right: activated(sum, by: layer.activation.reach))
    } + last
  }

  private func scope(_ count: Int) -> String { "for j in 1..\(count)" }

  private func activated(_ sum: String, by reach: NetworkDiagram.Activation.Reach) -> String {
    switch reach {
    case .nothing, .all: sum
    case .each(let function, let settings): "\(function)(\(([sum] + settings).joined(separator: ", ")))"
    }
  }

  /// The inputs of a layer whose terms are written; nil for those that are left out.
  private func terms(_ index: Int) -> [Int?] {
    let count = diagram.inputs(of: index)
    return count <= Self.mostTerms ? Array(0..<count) : [0, 1, nil, count - 1]
  }

  /// z of a neuron, by the names of its weights.
  private func sum(_ index: Int, neuron: String) -> String {
    let letter = diagram.source(of: index)
    let terms = terms(index).map { source in
      source.map { "W\(index)[\(neuron),\($0 + 1)]\(times)\(letter)[\($0 + 1)]" } ?? dots
    }
    return (terms + ["b\(index)[\(neuron)]"]).joined(separator: " + ")
  }

  /// z of a neuron, by its weights; a bias of 0 is left out.
  private func sumOfNumbers(_ index: Int, _ neuron: Int) -> String {
    let layer = diagram.layers[index - 1]
    guard let weights = layer.weights, let biases = layer.biases else { return "" }
    let (letter, count) = (diagram.source(of: index), diagram.inputs(of: index))
    var terms = terms(index).map { source in
      source.map { "\(diagram.format.text(weights[neuron * count + $0]))\(times)\(letter)[\($0 + 1)]" } ?? dots
    }
    if biases[neuron] != 0 { terms.append(diagram.format.text(biases[neuron])) }
    return terms.dropFirst().reduce(terms[0]) { sum, term in
      sum + (term.hasPrefix("-") ? " - \(term.dropFirst())" : " + \(term)")
    }
  }

  // MARK: Passages

  private func passages(after index: Int) -> [Formula] {
    let count = index == 0 ? diagram.inputs : diagram.layers[index - 1].neurons
    return diagram.passages(after: index).enumerated().map { place, passage in
      let from = diagram.letter(after: index, place)
      // What is one number needs no letter for its place.
      let j = count == 1 ? "1" : "j"
      let right =
        switch passage {
        case .batchnorm: "\(γ)\(index)[\(j)]\(times)(\(from)[\(j)] - mean)/std + \(β)\(index)[\(j)]"
        case .dropout(let share):
          "\(from)[\(j)]; in training \(from)[\(j)]/\(diagram.format.text(1 - share)) or 0"
        }
      return Formula(
        left: "\(diagram.letter(after: index, place + 1))[\(j)]", right: right, scope: count == 1 ? "" : scope(count))
    }
  }

  /// Layers of more neurons have one line for all.
  private static let mostNeurons = 4
  /// Sums of more terms are written by their beginning and their end.
  private static let mostTerms = 4
}
