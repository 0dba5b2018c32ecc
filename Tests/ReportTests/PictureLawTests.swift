import Testing

@testable import Report

/// What holds for every picture.
@Suite struct PictureLawTests {
  /// Random numbers, and round ones that lie on ticks, between lines and on the edges of bins.
  private static func numbers(_ count: Int, _ random: inout SplitMix) -> [Double] {
    let scales = [1, 0.1, 1e-6, 1e5, 0.25, 1 / 3.0, 8, 8e6]
    let scale = scales[Int.random(in: 0..<8, using: &random)]
    let isRound = Bool.random(using: &random)
    return (0..<count).map { _ -> Double in
      let number =
        isRound ? Double(Int.random(in: -20...40, using: &random)) / 8 : Double.random(in: -3...5, using: &random)
      return number * scale
    }
  }

  private static let styles = PlotStyle.allCases

  /// The pictures of all kinds of the same numbers.
  private static func pictures(_ numbers: [Double], _ look: Look) -> [[String]] {
    let half = numbers.count / 2
    let points = zip(numbers, numbers[half...]).map { PlotPoint(x: $0, y: $1) }
    var line = LinePlot(series: [
      .init(name: "a", numbers: Array(numbers[..<half])), .init(name: "b", numbers: Array(numbers[half...])),
    ])
    line.look = look
    var logarithm = line
    logarithm.logarithmic = .both
    var scatter = ScatterPlot([.init(name: "a", points: points)])
    scatter.look = look
    var shaded = ScatterPlot(points, shadedBy: Array(numbers[..<points.count]), named: "n")
    shaded.look = look
    var bars = BarPlot(names: numbers.indices.map { "\($0)" }, series: [.init(name: "", numbers: numbers)])
    bars.look = look
    var histogram = Histogram(series: [.init(name: "", numbers: numbers)])
    histogram.look = look
    var bins = histogram
    bins.bins = 7
    var map = HeatMap(Grid(rows: 2, columns: half, entries: Array(numbers[..<(2 * half)])))
    map.look = look
    let region = RegionPlot([.init(name: "a", points: points)], look: look)
    return [line.text, logarithm.text, scatter.text, shaded.text, bars.text, histogram.text, bins.text, map.text]
      + [region.text(regions: region.places.map { _ in 0 })]
  }

  /// A change of the last digits of the data draws the same pictures: round numbers are never on an edge.
  @Test func lastDigitsDoNotRedraw() {
    var random = SplitMix(state: 3)
    for _ in 0..<100 {
      var look = Look(width: Int.random(in: 8...80, using: &random), height: Int.random(in: 2...30, using: &random))
      look.style = Self.styles[Int.random(in: 0..<2, using: &random)]
      let numbers = Self.numbers(2 * Int.random(in: 1...20, using: &random), &random)
      let moved = numbers.map { $0 * (1 + Double.random(in: -1e-12...1e-12, using: &random)) }
      for (new, old) in zip(Self.pictures(moved, look), Self.pictures(numbers, look)) {
        #expect(new == old, "\(numbers)")
      }
    }
  }

  /// Whatever the numbers are, there is a picture of the size asked for or a sentence.
  @Test func everyPictureFits() {
    var random = SplitMix(state: 4)
    let strange = [
      0, -0.0, .nan, .infinity, -.infinity, 1e308, -1.7e308, Double.leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1,
      1 + 1e-15, .leastNormalMagnitude,
    ]
    for _ in 0..<60 {
      var look = Look(width: Int.random(in: 8...200, using: &random), height: Int.random(in: 2...100, using: &random))
      look.style = Self.styles[Int.random(in: 0..<2, using: &random)]
      let count = 2 * Int.random(in: 0...6, using: &random)
      let numbers = (0..<count).map { _ in strange[Int.random(in: 0..<strange.count, using: &random)] }
      for lines in Self.pictures(numbers, look) {
        #expect(!lines.isEmpty && lines.count <= look.height + 50, "\(numbers)")
        #expect(lines.filter { $0.count > look.width + 110 } == [], "\(numbers)")
      }
    }
  }

  /// Without Unicode in names and numbers there is none in a picture.
  @Test func picturesAreASCII() {
    var random = SplitMix(state: 6)
    for _ in 0..<100 {
      let numbers = Self.numbers(2 * Int.random(in: 1...30, using: &random), &random)
      for lines in Self.pictures(numbers, Look(width: 30, height: 6)) {
        #expect(lines.joined().unicodeScalars.allSatisfy { $0.isASCII }, "\(lines.joined(separator: "\n"))")
      }
    }
  }
}
