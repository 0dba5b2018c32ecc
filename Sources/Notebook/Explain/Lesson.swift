import Engine
import Report

/// What the working of a network is about: what went through it, with which parameters, and how much of it is wanted.
struct Lesson {
  let name: String
  let passage: Passage
  /// The parameter arrays that the passage met, by name.
  let parameters: [String: Engine.Value]
  let wanted: Wanted
  let numerals: Numerals
  let symbols: Symbols

  init(
    _ network: Network, _ passage: Passage, parameters: [String: Engine.Value], wanted: Wanted, digits: Int
  ) {
    (name, self.passage, self.parameters, self.wanted) = (network.name, passage, parameters, wanted)
    numerals = Numerals(digits: digits)
    symbols = Symbols(layers: network.layerCount, samples: passage.inputs.rows)
  }

  var samples: Int { passage.inputs.rows }

  /// One layer of neurons as its working sees it.
  struct Layer {
    let number: Int
    /// Its place among the stages.
    let stage: Int
    let activation: Activation
    let fields: Passage.Fields
    let neurons: Int
    let inputs: Int
  }

  /// The layers of neurons, from the input on.
  var layers: [Layer] {
    passage.stages.enumerated().compactMap { place, stage in
      guard case .neurons(let number, let activation) = stage.kind else { return nil }
      return Layer(
        number: number, stage: place, activation: activation, fields: stage.fields,
        neurons: stage.fields.z.columns, inputs: input(of: place).columns)
    }
  }

  /// What goes into a stage.
  func input(of stage: Int) -> Matrix {
    stage == 0 ? passage.inputs : passage.stages[stage - 1].fields.a
  }

  /// What an entry of that is called.
  func inputSymbol(of stage: Int, _ place: Int, _ sample: Int) -> Phrase {
    stage == 0 ? symbols.x(place, sample) : output(of: stage - 1, place, sample)
  }

  /// What an output of a stage is called.
  func output(of stage: Int, _ place: Int, _ sample: Int) -> Phrase {
    switch passage.stages[stage].kind {
    case .neurons(let number, _): symbols.a(number, place, sample)
    case .batchnorm(let number, _): symbols.normed(number, place, sample)
    // Where nothing is dropped, what comes out is what went in.
    case .dropout(let number, _):
      passage.isTraining
        ? symbols.dropped(number, place, sample) : inputSymbol(of: stage, place, sample)
    }
  }

  /// An entry of what goes into a stage, put in: data is given, the rest computed.
  func inputNumber(of stage: Int, _ place: Int, _ sample: Int) -> Phrase {
    let number = input(of: stage)[sample, place]
    return stage == 0 ? numerals.given(number) : numerals.computed(number)
  }

  /// An entry of a parameter array.
  func parameter(_ name: String, _ places: [Int]) -> Double {
    parameters[name]?.entry(places) ?? .nan
  }

  // MARK: How much is shown

  /// More neurons, or inputs of a neuron, are worked in matrices.
  static let mostNeurons = 8
  /// More samples, too.
  static let mostSamples = 4
  /// More lines than this of one kind (z and a, gradients), too.
  static let mostLines = 100

  /// Whether a layer is worked neuron by neuron, a line for each, and not in matrices.
  func isWorkedSingly(_ layer: Layer) -> Bool {
    guard samples <= Self.mostSamples, chosenNeurons(of: layer).count <= Self.mostNeurons,
      layer.inputs <= Self.mostNeurons || wanted.isNarrow
    else { return false }
    return layers.reduce(0) { $0 + 2 * chosenNeurons(of: $1).count * samples } <= Self.mostLines
  }

  /// The neurons of a layer of which something is worked.
  func chosenNeurons(of layer: Layer) -> [Int] {
    (0..<layer.neurons).filter { neuron in
      Wanted.Field.allCases.contains { wanted.shows($0, layer: layer.number, neuron: neuron) }
    }
  }
}

extension Engine.Value {
  /// An entry, by its places from 0.
  func entry(_ places: [Int]) -> Double {
    switch self {
    case .number(let number): number
    case .vector(let vector): vector.elements[places[0]]
    case .matrix(let matrix): matrix[places[0], places[1]]
    }
  }
}
