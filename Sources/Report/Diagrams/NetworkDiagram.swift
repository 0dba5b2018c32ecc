import SourceText

/// A network as a picture: its inputs, its neurons, layer by layer, what connects them, and what each of them computes.
package struct NetworkDiagram: Sendable, Equatable {
  /// A layer of neurons.
  package struct Layer: Sendable, Equatable {
    /// How many neurons it has.
    package let neurons: Int
    package let activation: Activation
    /// One row a neuron, as many entries as the layer before has neurons; nil where weights are not to be shown.
    package let weights: [Double]?
    package let biases: [Double]?
    /// What its outputs go through on their way to the next layer.
    package var passages: [Passage]

    package init(
      neurons: Int, activation: Activation, weights: [Double]? = nil, biases: [Double]? = nil, passages: [Passage] = []
    ) {
      precondition(neurons > 0, "a layer has neurons")
      (self.neurons, self.activation, self.passages) = (neurons, activation, passages)
      (self.weights, self.biases) = (weights, biases)
    }
  }

  /// What a layer makes of its z.
  package struct Activation: Sendable, Equatable {
    /// As a `net` statement writes it: `leaky_relu(0.2)`.
    package let text: String
    package let reach: Reach

    package enum Reach: Sendable, Equatable {
      /// Nothing: the neuron gives its z.
      case nothing
      /// Each z by itself, through the function of that name, with what follows z in its call.
      case each(function: String, settings: [String])
      /// All z of the layer together.
      case all(function: String)
    }

    package init(_ text: String, _ reach: Reach) {
      (self.text, self.reach) = (text, reach)
    }
  }

  /// What stands between two layers and has no neurons.
  package enum Passage: Sendable, Equatable {
    /// With that probability each number becomes 0 in training.
    case dropout(Double)
    case batchnorm
  }

  package let inputs: Int
  /// What the inputs go through on their way to the first layer.
  package let passages: [Passage]
  package let layers: [Layer]
  package var title: String?
  /// Characters across, where a layer does not need more by itself.
  package var width = 100
  package var style = PlotStyle.ascii
  /// Whether what the neurons compute is written below the picture.
  package var showsFormulas = true
  package var format = NumberFormat(digits: 4)

  package init(inputs: Int, passages: [Passage] = [], layers: [Layer]) {
    precondition(inputs > 0 && !layers.isEmpty, "a network has inputs and layers")
    (self.inputs, self.passages, self.layers) = (inputs, passages, layers)
  }
}

// MARK: Names

extension NetworkDiagram {
  /// What the inputs (0), or the numbers of layer `index`, go through on their way on.
  func passages(after index: Int) -> [Passage] { index == 0 ? passages : layers[index - 1].passages }

  /// The letter of what comes to layer `index`, counted from 1: what the one before gives, or the last of its passages.
  func source(of index: Int) -> String { letter(after: index - 1, passages(after: index - 1).count) }

  /// The letter of what the inputs (0) or a layer gives; y at the end.
  func result(of index: Int) -> String {
    index == 0 ? "x" : index == layers.count ? "y" : "a\(index)"
  }

  /// The letter of what comes out of the first `count` passages after a layer. Dropouts are counted through; a batchnorm has
  /// the number of its layer.
  func letter(after index: Int, _ count: Int) -> String {
    switch passages(after: index).prefix(count).last {
    case nil: return result(of: index)
    case .batchnorm: return "u\(index)"
    case .dropout:
      let before = (0..<index).flatMap(passages(after:)) + passages(after: index).prefix(count)
      return "d\(before.count { if case .dropout = $0 { true } else { false } })"
    }
  }

  /// How many numbers come to a layer.
  func inputs(of index: Int) -> Int { index == 1 ? inputs : layers[index - 2].neurons }

  // MARK: What is left out

  /// The places that are shown of so many, counted from 0; nil for those that are left out, where any are.
  static func shown(of count: Int) -> [Int?] {
    count <= most ? Array(0..<count) : (0..<kept).map { $0 } + [nil, count - 1]
  }

  /// How many of so many are left out.
  static func omitted(of count: Int) -> Int { count <= most ? 0 : count - kept - 1 }

  /// Layers of more neurons are shown by their first and their last.
  private static let most = 8
  private static let kept = 3

  /// The layers that are shown, counted from 1, each with how many are left out before it: of many layers alike that
  /// follow one another the first and the last are shown.
  var shownLayers: [(index: Int, omitted: Int)] {
    var shown: [(index: Int, omitted: Int)] = []
    var index = 1
    while index <= layers.count {
      shown.append((index, 0))
      let alike = alike(from: index)
      if alike >= Self.mostAlike { shown.append((index + alike - 1, alike - 2)) }
      index += alike >= Self.mostAlike ? alike : 1
    }
    return shown
  }

  /// How many layers from this one on, itself counted, are the same, with nothing between them.
  private func alike(from index: Int) -> Int {
    let first = layers[index - 1]
    var end = index
    while end < layers.count, layers[end - 1].passages.isEmpty, layers[end].neurons == first.neurons,
      layers[end].activation == first.activation
    {
      end += 1
    }
    return end - index + 1
  }

  /// So many layers alike, and more, are not all shown.
  private static let mostAlike = 5
}

extension NetworkDiagram.Passage {
  /// As a `net` statement writes it.
  func name(_ format: NumberFormat) -> String {
    switch self {
    case .dropout(let share): "dropout(\(format.text(share)))"
    case .batchnorm: "batchnorm"
    }
  }
}
