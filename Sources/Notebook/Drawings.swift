import Engine
import Language
import Report
import SourceText

/// `draw mlp`: networks as pictures.
extension Outputs {
  func drawings(_ output: Output) throws(Mistakes) -> [StatementResult] {
    let options = try DrawingOptions(output, evaluator: evaluator)
    var mistakes: [Mistake] = []
    var pictures: [StatementResult] = []
    for item in output.items {
      do throws(Mistake) {
        pictures.append(.picture(try picture(of: item, options)))
      } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return pictures
  }

  private func picture(of item: Output.Item, _ options: DrawingOptions) throws(Mistake) -> [String] {
    let network = try network(item.value)
    // Their numbers are in the budget as long as they are kept.
    let parameters = options.showsWeights ? try parameters(of: network, item.value) : []
    var diagram = diagram(of: network, parameters)
    diagram.title = item.label
    diagram.showsFormulas = options.showsFormulas
    diagram.width = options.width
    diagram.style = options.style
    diagram.format = NumberFormat(digits: options.digits ?? settings.digits)
    return withExtendedLifetime(parameters) { diagram.text }
  }

  private func network(_ expression: Expression) throws(Mistake) -> Network {
    func wanted(_ found: String, help: [String] = []) -> Mistake {
      .at(
        expression.range, of: code, .value,
        "`draw` draws networks, and `\(code.spelling(expression))` is \(found)", help: help)
    }
    switch try evaluator.meaning(of: expression) {
    case .thing(.network(let network)): return network
    case .thing(.value(.matrix(let matrix))):
      throw wanted("\(Engine.Value.matrix(matrix).shape)", help: ["`plot heatmap` draws a matrix"])
    case .thing(.value(.vector(let vector))):
      throw wanted("\(Engine.Value.vector(vector).shape)", help: ["`plot` draws a vector as a curve"])
    case .thing(.value(.number)): throw wanted("a number")
    case .thing(.data): throw wanted("a data set", help: ["`plot scatter` draws its samples"])
    case .thing(.choice(let choice)): throw wanted(Thing.choice(choice).description)
    case .function:
      throw wanted("a function", help: ["`plot … for x in a..b` draws a function of one variable"])
    }
  }

  private typealias Parameters = (weights: Engine.Value, biases: Engine.Value)

  private func parameters(of network: Network, _ expression: Expression) throws(Mistake) -> [Parameters] {
    var parameters: [Parameters] = []
    for layer in 1...network.layerCount {
      let arrays = try evaluator.computing(expression, []) { budget throws(EngineFault) in
        Parameters(
          weights: try network.member("W\(layer)", within: budget),
          biases: try network.member("b\(layer)", within: budget))
      }
      parameters.append(arrays)
    }
    return parameters
  }

  /// The network in Report's terms, with the weights of each layer where there are any.
  private func diagram(of network: Network, _ parameters: [Parameters]) -> NetworkDiagram {
    var first: [NetworkDiagram.Passage] = []
    var layers: [NetworkDiagram.Layer] = []
    func add(_ passage: NetworkDiagram.Passage) {
      if layers.isEmpty { first.append(passage) } else { layers[layers.count - 1].passages.append(passage) }
    }
    for layer in network.spec.layers {
      switch layer {
      case .dense(let neurons, let activation):
        let own = layers.count < parameters.count ? parameters[layers.count] : nil
        layers.append(
          NetworkDiagram.Layer(
            neurons: neurons, activation: NetworkDiagram.Activation(activation), weights: own?.weights.elements,
            biases: own?.biases.elements))
      case .dropout(let share): add(.dropout(share))
      case .batchnorm: add(.batchnorm)
      }
    }
    return NetworkDiagram(inputs: network.spec.inputs, passages: first, layers: layers)
  }
}

extension NetworkDiagram.Activation {
  fileprivate init(_ activation: Activation) {
    switch activation {
    case .linear: self.init(activation.text, .nothing)
    case .softmax: self.init(activation.text, .all(function: "softmax"))
    case .leakyRelu, .elu:
      // `leaky_relu(0.2)` of a layer is `leaky_relu(z, 0.2)` of a number.
      let parts = activation.text.split(separator: "(")
      let settings = parts.dropFirst().map { String($0.dropLast()) }
      self.init(activation.text, .each(function: String(parts[0]), settings: settings))
    case .relu, .selu, .gelu, .silu, .softplus, .sigmoid, .tanh, .step, .custom:
      self.init(activation.text, .each(function: activation.text, settings: []))
    }
  }
}
