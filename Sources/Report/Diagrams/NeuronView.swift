import SourceText

/// Each neuron of a network with the edges that come to it and their weights, the bias being that of a constant 1; a
/// layer's neurons one below the other, layers side by side as far as the width allows.
struct NeuronView {
  private let diagram: NetworkDiagram

  init(_ diagram: NetworkDiagram) {
    self.diagram = diagram
  }

  var lines: [String] {
    var bands: [[[String]]] = []
    for (index, omitted) in diagram.shownLayers {
      let column = column(of: index, omitted: omitted)
      if let band = bands.last, width(of: band + [column]) <= diagram.width {
        bands[bands.count - 1].append(column)
      } else {
        bands.append([column])
      }
    }
    var lines: [String] = []
    for band in bands { lines += (lines.isEmpty ? [] : [""]) + beside(band) }
    return lines
  }

  private static let gap = 4

  private func width(of columns: [[String]]) -> Int {
    columns.reduce(0) { $0 + ($1.map(displayWidth).max() ?? 0) } + Self.gap * (columns.count - 1)
  }

  /// Columns side by side: two lines of heading, and the rest in the middle of the tallest.
  private func beside(_ columns: [[String]]) -> [String] {
    let height = columns.map(\.count).max() ?? 0
    var lines = Array(repeating: "", count: height)
    var start = 0
    for column in columns {
      let heading = Self.heading
      let body = column.dropFirst(heading)
      let above = (height - heading - body.count) / 2
      let placed = column.prefix(heading) + Array(repeating: "", count: above) + body
      for (row, text) in placed.enumerated() where !text.isEmpty {
        lines[row] = lines[row].padded(to: start, .left) + text
      }
      start += (column.map(displayWidth).max() ?? 0) + Self.gap
    }
    return lines.map { String(Substring($0).trimmedAtEnd) }
  }

  private static let heading = 3

  // MARK: A layer

  private func column(of index: Int, omitted: Int) -> [String] {
    let layer = diagram.layers[index - 1]
    let passages = diagram.passages(after: index - 1).map { $0.name(diagram.format) }
    let title = "layer \(index)" + (omitted > 0 ? ", after \(omitted) more alike" : "")
    let detail = "\(layer.neurons) \(layer.activation.text)"
    let sources = NetworkDiagram.shown(of: diagram.inputs(of: index))
    let neurons = NetworkDiagram.shown(of: layer.neurons)
    let weights = printed(neurons.map { $0.map { numbers(of: $0, index, sources) } ?? [] })
    let blocks = zip(neurons, weights).map { neuron, weights in
      neuron.map { block(of: $0, index, sources, weights) } ?? [
        "(\(NetworkDiagram.omitted(of: layer.neurons)) more neurons)"
      ]
    }
    return [title, detail + (passages.isEmpty ? "" : " after " + passages.joined(separator: ", ")), ""]
      + blocks.joined(separator: [""])
  }

  /// The weights of a neuron that are shown, and its bias.
  private func numbers(of neuron: Int, _ index: Int, _ sources: [Int?]) -> [Double] {
    let layer = diagram.layers[index - 1]
    guard let weights = layer.weights, let biases = layer.biases else { return [] }
    return sources.compactMap { $0 }.map { weights[neuron * diagram.inputs(of: index) + $0] } + [biases[neuron]]
  }

  /// A printed number, and how many places the longest of its layer takes.
  private struct Weight {
    let text: String
    let room: Int
  }

  /// The numbers with room for a sign where one of the layer has one, so that they stand one below the other.
  private func printed(_ numbers: [[Double]]) -> [[Weight]] {
    let texts = numbers.map { $0.map(diagram.format.text) }
    let hasSigns = texts.joined().contains { $0.hasPrefix("-") }
    let signed = texts.map { $0.map { hasSigns && !$0.hasPrefix("-") ? " " + $0 : $0 } }
    let room = signed.joined().map(\.count).max() ?? 0
    return signed.map { $0.map { Weight(text: $0, room: room) } }
  }

  /// A neuron, in the middle of its edges.
  private func block(of neuron: Int, _ index: Int, _ sources: [Int?], _ weights: [Weight]) -> [String] {
    let letter = diagram.source(of: index)
    let names = sources.map { $0.map { "\(letter)[\($0 + 1)]" } } + ["1"]
    let note = "(\(NetworkDiagram.omitted(of: diagram.inputs(of: index))) more)"
    let margin = names.map { ($0 ?? note).count }.max() ?? 0
    let name = "( \(diagram.result(of: index))[\(neuron + 1)] )"
    // A name, a wire, a number, and a wire to the bar.
    let start = margin + 4
    let bar = start + (weights.first?.room ?? 0) + 3
    var sheet = WireSheet(rows: names.count, columns: bar + 3 + name.count)
    var remaining = weights.makeIterator()
    for (row, source) in names.enumerated() {
      sheet.write(source ?? note, row: row, column: margin - (source ?? note).count)
      guard source != nil, let weight = remaining.next() else { continue }
      sheet.across(row: row, margin + 1...margin + 2)
      sheet.write(weight.text, row: row, column: start)
      sheet.across(row: row, start + weight.text.count + 1...bar)
    }
    let middle = (names.count - 1) / 2
    sheet.across(row: middle, bar...bar + 3)
    sheet.down(column: bar, 0...names.count - 1)
    sheet.write(name, row: middle, column: bar + 3)
    return sheet.lines(in: diagram.style)
  }
}
