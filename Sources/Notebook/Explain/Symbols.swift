import Formula
import Report

/// What the quantities of a network are called in its working: as text by its members' names (`W1[2,3]` is what the language
/// reads after `mlp.`), as LaTeX in the notation of textbooks. Neurons, inputs and samples count from 0 here and from 1 in
/// what is written; the sample is named only where there are several.
struct Symbols {
  /// How many layers of neurons there are.
  let layers: Int
  let samples: Int

  // MARK: Quantities

  func x(_ place: Int, _ sample: Int) -> Phrase { perSample("x", "x", nil, place, sample) }
  func t(_ place: Int, _ sample: Int) -> Phrase { perSample("t", "t", nil, place, sample) }
  func z(_ layer: Int, _ neuron: Int, _ sample: Int) -> Phrase { perSample("z", "z", layer, neuron, sample) }
  func δ(_ layer: Int, _ neuron: Int, _ sample: Int) -> Phrase { perSample("δ", "\\delta", layer, neuron, sample) }

  /// What a neuron gives; of the last layer y.
  func a(_ layer: Int, _ neuron: Int, _ sample: Int) -> Phrase {
    layer == layers
      ? perSample("y", "y", nil, neuron, sample) : perSample("a", "a", layer, neuron, sample)
  }

  func mask(_ number: Int, _ place: Int, _ sample: Int) -> Phrase { perSample("m", "m", number, place, sample) }
  func dropped(_ number: Int, _ place: Int, _ sample: Int) -> Phrase { perSample("d", "d", number, place, sample) }
  func standard(_ number: Int, _ place: Int, _ sample: Int) -> Phrase { perSample("n", "n", number, place, sample) }
  func normed(_ number: Int, _ place: Int, _ sample: Int) -> Phrase { perSample("u", "u", number, place, sample) }
  func mean(_ number: Int, _ place: Int) -> Phrase { fixed("μ", "\\mu", number, [place]) }
  func variance(_ number: Int, _ place: Int) -> Phrase { fixed("v", "v", number, [place]) }

  /// An entry of a parameter array, by the array's name (`W1`, `b2`, `γ1`).
  func parameter(_ name: String, _ places: [Int]) -> Phrase {
    let letter = String(name.prefix(1))
    let latex: String =
      switch letter {
      case "W": "w"
      case "γ": "\\gamma"
      case "β": "\\beta"
      case _: letter
      }
    return fixed(letter, latex, Int(name.dropFirst()) ?? 0, places)
  }

  func weight(_ layer: Int, _ neuron: Int, _ input: Int) -> Phrase { parameter("W\(layer)", [neuron, input]) }
  func bias(_ layer: Int, _ neuron: Int) -> Phrase { parameter("b\(layer)", [neuron]) }

  /// ∂L/∂ of a quantity.
  func slope(by quantity: Phrase) -> Phrase {
    Phrase(
      text: "∂L/∂\(quantity.text)", latex: "\\frac{\\partial L}{\\partial \(quantity.latex)}", isTall: true)
  }

  /// A quantity in which a letter of the optimizer stands for what belongs to an entry: `m[W1[1,2]]`.
  func memory(_ text: String, _ latex: String, of entry: Phrase) -> Phrase {
    Phrase(text: "\(text)[\(entry.text)]", latex: "\(latex)(\(entry.latex))")
  }

  // MARK: Arrays

  /// A whole array: `W1`, `z2`, `x`.
  func array(_ text: String, _ latex: String, _ layer: Int?) -> Phrase {
    Phrase(text: text + (layer.map(String.init) ?? ""), latex: latex + superscript(layer))
  }

  // MARK: Writing

  private func superscript(_ layer: Int?) -> String {
    guard let layer, layers > 1 else { return "" }
    return "^{(\(layer))}"
  }

  private func perSample(_ text: String, _ latex: String, _ layer: Int?, _ place: Int, _ sample: Int) -> Phrase {
    let places = samples > 1 ? [sample + 1, place + 1] : [place + 1]
    let list = places.map(String.init).joined(separator: ",")
    return Phrase(
      text: "\(text)\(layer.map(String.init) ?? "")[\(list)]", latex: "\(latex)_{\(list)}\(superscript(layer))")
  }

  private func fixed(_ text: String, _ latex: String, _ layer: Int, _ places: [Int]) -> Phrase {
    let numbers = places.map { String($0 + 1) }
    // w₁₂, but w₁,₁₂
    let index = numbers.joined(separator: numbers.contains { $0.count > 1 } ? "," : "")
    return Phrase(
      text: "\(text)\(layer)[\(numbers.joined(separator: ","))]", latex: "\(latex)_{\(index)}\(superscript(layer))")
  }
}

extension Phrase {
  /// A sum of which, where it has many terms, the first and the last are written.
  static func longSum(_ terms: [Phrase]) -> Phrase {
    guard terms.count > Self.mostTerms else { return .sum(terms) }
    return .longSum(first: Array(terms.prefix(3)), last: terms[terms.count - 1])
  }

  /// The beginning and the end of a sum.
  static func longSum(first: [Phrase], last: Phrase) -> Phrase {
    .sum(first + [Phrase(text: "…", latex: "\\dots"), last])
  }

  /// A sum of more terms is not written out.
  static var mostTerms: Int { 9 }
}
