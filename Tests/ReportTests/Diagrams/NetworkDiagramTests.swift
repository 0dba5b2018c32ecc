import Testing

@testable import Report

/// What holds of every diagram; how diagrams look, the golden notes of Notebook show.
@Suite struct NetworkDiagramTests {
  private static let tanh = NetworkDiagram.Activation("tanh", .each(function: "tanh", settings: []))
  private static let leaky = NetworkDiagram.Activation(
    "leaky_relu(0.2)", .each(function: "leaky_relu", settings: ["0.2"]))
  private static let softmax = NetworkDiagram.Activation("softmax", .all(function: "softmax"))

  /// A network of these sizes, the inputs first; its weights are 101, 102 … through all layers, a layer's biases after its weights.
  private func diagram(_ sizes: [Int], weights: Bool = false) -> NetworkDiagram {
    var next = Double(Self.start)
    func numbers(_ count: Int) -> [Double] {
      (0..<count).map { _ in
        next += 1
        return next
      }
    }
    let activations = [Self.tanh, Self.leaky, Self.softmax]
    let layers = sizes.indices.dropFirst().map { index in
      NetworkDiagram.Layer(
        neurons: sizes[index], activation: activations[index % 3],
        weights: weights ? numbers(sizes[index] * sizes[index - 1]) : nil,
        biases: weights ? numbers(sizes[index]) : nil)
    }
    return NetworkDiagram(inputs: sizes[0], layers: layers)
  }

  private static let sizes: [[Int]] = {
    let widths = [1, 2, 3, 4, 8]
    let twice = widths.flatMap { a in widths.map { [a, $0] } }
    return twice + twice.flatMap { pair in widths.map { pair + [$0] } }
      + twice.flatMap { pair in twice.map { pair + $0 } }
  }()

  private func names(_ sizes: [Int]) -> [[String]] {
    sizes.enumerated().map { index, count in
      let letter = index == 0 ? "x" : index == sizes.count - 1 ? "y" : "a\(index)"
      return (1...count).map { "\(letter)[\($0)]" }
    }
  }

  /// Up to 8-8-8-8 a picture fits into a hundred columns, in ASCII alone, and names everything once.
  @Test func aPictureFitsAPage() {
    for sizes in Self.sizes {
      var diagram = diagram(sizes)
      #expect(diagram.text.allSatisfy { $0.count <= 100 && $0.allSatisfy(\.isASCII) }, "\(sizes)")
      diagram.showsFormulas = false
      let words = diagram.text.flatMap {
        $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"[]".contains($0) })
      }
      let found = words.filter { $0.hasSuffix("]") }.map(String.init)
      #expect(found.sorted() == names(sizes).joined().sorted(), "\(sizes)")
    }
  }

  /// With weights too, and each of them stands there once, in order, beside what it is a weight of.
  @Test func everyWeightStandsOnItsEdge() {
    for sizes in Self.sizes where sizes.count == 3 {
      var diagram = diagram(sizes, weights: true)
      diagram.showsFormulas = false
      let lines = diagram.text
      #expect(lines.allSatisfy { $0.count <= 100 && $0.allSatisfy(\.isASCII) }, "\(sizes)")
      var edges: [String] = []
      for line in lines {
        let words = line.split(whereSeparator: { " -+|()".contains($0) }).map(String.init)
        for (source, weight) in zip(words, words.dropFirst()) where Int(weight).map({ $0 > Self.start }) == true {
          edges.append("\(weight) \(source)")
        }
      }
      #expect(edges.sorted() == self.edges(sizes).sorted(), "\(sizes)")
    }
  }

  /// Each weight of the diagram, with the name of what it belongs to.
  private func edges(_ sizes: [Int]) -> [String] {
    let names = names(sizes)
    var next = Self.start
    var edges: [String] = []
    for (layer, count) in sizes.enumerated().dropFirst() {
      for source in (0..<count).flatMap({ _ in names[layer - 1] }) + Array(repeating: "1", count: count) {
        next += 1
        edges.append("\(next) \(source)")
      }
    }
    return edges
  }

  /// The weights of a diagram count on from here, so that none is taken for the 1 of a bias.
  private static let start = 100

  /// Whoever follows the lines from a neuron to the right comes to all of the next layer, and to nothing else.
  @Test func barsJoinAllWithAll() {
    for sizes in Self.sizes {
      var diagram = diagram(sizes)
      diagram.showsFormulas = false
      diagram.style = .blocks
      let lines = diagram.text.map(Array.init)
      guard !lines.joined().contains("╳") else { continue }
      let names = names(sizes)
      for (layer, name) in names.dropLast().enumerated().flatMap({ layer, names in names.map { (layer, $0) } }) {
        #expect(Wires(lines).reached(from: name).sorted() == names[layer + 1].sorted(), "\(sizes) \(name)")
      }
    }
  }

  /// What is shown and what is said to be left out are all there is.
  @Test func nothingIsLost() {
    for count in 1...1000 {
      let shown = NetworkDiagram.shown(of: count)
      #expect(shown.count { $0 != nil } + NetworkDiagram.omitted(of: count) == count)
      #expect(shown.contains(nil) == (NetworkDiagram.omitted(of: count) > 0))
      #expect(shown.last == count - 1)
      #expect(shown.count <= 8)
    }
  }

  @Test func layersAlikeAreCounted() {
    func shown(_ sizes: [Int]) -> [[Int]] {
      let layers = sizes.map { NetworkDiagram.Layer(neurons: $0, activation: Self.tanh) }
      return NetworkDiagram(inputs: 3, layers: layers).shownLayers.map { [$0.index, $0.omitted] }
    }
    #expect(shown([4]) == [[1, 0]])
    #expect(shown([4, 4, 4, 4]) == [[1, 0], [2, 0], [3, 0], [4, 0]])
    #expect(shown([4, 4, 4, 4, 4]) == [[1, 0], [5, 3]])
    #expect(shown([5, 4, 4, 4, 4, 4, 4, 4, 2]) == [[1, 0], [2, 0], [8, 5], [9, 0]])
    #expect(shown([4, 4, 4, 4, 4, 5, 5, 5, 5, 5]) == [[1, 0], [5, 3], [6, 0], [10, 3]])
  }

  /// However deep and however narrow the page, no line is wider unless one layer alone is.
  @Test(arguments: [40, 60, 100, 200]) func whatIsDeepGoesOnBelow(_ width: Int) {
    for sizes in [[1, 2, 3, 4, 5, 6, 7, 8, 7, 6, 5, 4, 3, 2, 1], Array(repeating: 2, count: 12), [8, 200, 3, 90, 4]] {
      for weights in [false, true] {
        var diagram = diagram(sizes, weights: weights)
        diagram.width = width
        #expect(diagram.text.allSatisfy { $0.count <= max(width, 45) }, "\(sizes)")
      }
    }
  }
}

/// The lines of a picture as paths to walk.
private struct Wires {
  private let lines: [[Character]]

  init(_ lines: [[Character]]) { self.lines = lines }

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  private static let steps: [Character: [(Int, Int)]] = {
    let (up, down, left, right) = ((-1, 0), (1, 0), (0, -1), (0, 1))
    return [
      "│": [up, down], "─": [left, right], "┘": [up, left], "┐": [down, left], "┤": [up, down, left],
      "└": [up, right], "┌": [down, right], "├": [up, down, right], "┴": [up, left, right], "┬": [down, left, right],
      "┼": [up, down, left, right],
    ]
  }()

  /// The names of the neurons that wires lead to from the right of a name, without passing through a neuron.
  func reached(from name: String) -> [String] {
    for (row, line) in lines.enumerated() {
      guard let start = start(of: name, in: line) else { continue }
      var ahead = [Place(row: row, column: start)]
      var seen = Set(ahead)
      var names: Set<String> = []
      while let place = ahead.popLast() {
        guard let sign = sign(at: place) else { continue }
        if sign == "(" { names.insert(word(at: place)) }
        for (rows, columns) in Self.steps[sign] ?? [] {
          let next = Place(row: place.row + rows, column: place.column + columns)
          if seen.insert(next).inserted { ahead.append(next) }
        }
      }
      return Array(names)
    }
    return []
  }

  /// The column right of the name and of what closes it.
  private func start(of name: String, in line: [Character]) -> Int? {
    let text = String(line)
    guard let range = text.ranges(of: name).first else { return nil }
    return text.distance(from: text.startIndex, to: range.upperBound) + 2
  }

  private func sign(at place: Place) -> Character? {
    lines.indices.contains(place.row) && lines[place.row].indices.contains(place.column)
      ? lines[place.row][place.column] : nil
  }

  private func word(at place: Place) -> String {
    String(lines[place.row][(place.column + 2)...].prefix { $0 != " " })
  }
}
