import Testing

@testable import Report

/// Whole pictures of bars and of counts, held against Golden/bar-plots.txt and histograms.txt.
@Suite struct BarPlotTests {
  @Test func barsComeOutAsTheyAre() throws {
    try expectGolden(Self.bars.map { ($0, $1.text) }, "bar-plots")
  }

  @Test func histogramsComeOutAsTheyAre() throws {
    try expectGolden(Self.histograms.map { ($0, $1.text) }, "histograms")
  }

  /// Every finite number is in one bin, however the bins are asked for.
  @Test func nothingIsLost() {
    var random = SplitMix(state: 5)
    for _ in 0..<500 {
      let numbers = (0..<Int.random(in: 1...50, using: &random)).map { _ in
        Double(Int.random(in: -20...20, using: &random)) * [0.1, 1, 1e-7, 250][Int.random(in: 0..<4, using: &random)]
      }
      var plot = Histogram(series: [.init(name: "", numbers: numbers)])
      plot.bins = Bool.random(using: &random) ? Int.random(in: 1...30, using: &random) : nil
      let counts = plot.text.compactMap { line in
        line.split(separator: "|")[0].split(separator: " ").last.flatMap { Int($0) }
      }
      #expect(counts.reduce(0, +) == numbers.count)
    }
  }

  private static let probabilities = BarPlot(
    names: ["setosa", "versicolor", "virginica"],
    series: [.init(name: "p", numbers: [0.65900114, 0.24243297, 0.09856589])])

  private static let bars: [(String, BarPlot)] = [
    ("probabilities", probabilities),
    ("blocks", probabilities.changed { $0.look.style = .blocks }),
    (
      "named, with a title and eight digits",
      probabilities.changed {
        $0.look.title = "a flower"
        $0.namesAll = true
        $0.format = NumberFormat(digits: 8)
      }
    ),
    ("signs", BarPlot(indexed: [1, -2, 3.5, -0.25]) { $0.look.width = 40 }),
    (
      "signs in blocks",
      BarPlot(indexed: [1, -2, 3.5, -0.25]) {
        $0.look.width = 40
        $0.look.style = .blocks
      }
    ),
    ("all below 0", BarPlot(indexed: [-1, -2]) { $0.look.width = 20 }),
    (
      "two series",
      BarPlot(
        names: ["1", "2", "3"],
        series: [.init(name: "before", numbers: [1, 2, 3]), .init(name: "after", numbers: [3, 0.5, -1])]
      ).changed { $0.look.width = 20 }
    ),
    (
      "two series in blocks",
      BarPlot(
        names: ["1", "2", "3"],
        series: [.init(name: "before", numbers: [1, 2, 3]), .init(name: "after", numbers: [3, 0.5, -1])]
      ).changed {
        $0.look.width = 20
        $0.look.style = .blocks
      }
    ),
    ("of very different sizes", BarPlot(indexed: [0.9, 0.09995, 0.00005, 0]) { $0.look.width = 20 }),
    ("one", BarPlot(indexed: [3]) { $0.look.width = 20 }),
    ("all 0", BarPlot(indexed: [0, 0]) { $0.look.width = 20 }),
    ("none", BarPlot(indexed: []) { $0.look.title = "nothing" }),
    ("not finite", BarPlot(indexed: [1, .infinity, .nan, -.infinity, 3]) { $0.look.width = 20 }),
    ("nothing finite", BarPlot(indexed: [.nan]) { $0.look.width = 20 }),
    ("past all bounds", BarPlot(indexed: [1.7e308, -1.7e308]) { $0.look.width = 20 }),
    (
      "too many",
      BarPlot(indexed: (1...200).map(Double.init)) {
        $0.look.width = 20
        $0.look.height = 6
      }
    ),
    (
      "names of any kind",
      BarPlot(
        names: ["日本", "a class whose name is longer than anyone needs", "`code`\n| pipe", "<!-- nn:out -->"],
        series: [.init(name: "", numbers: [1, 2, 3, 4])]
      ).changed { $0.look.width = 20 }
    ),
  ]

  /// Sums of four digits to the base of seven, which lie as in a bell.
  private static let bell: [Double] = (0..<200).map { place in
    var (rest, sum) = (place * 37, 0)
    for _ in 0..<4 {
      sum += rest % 7
      rest /= 7
    }
    return Double(sum) / 8
  }

  private static let histograms: [(String, Histogram)] = [
    ("a bell", Histogram(of: bell) { $0.look.title = "sums" }),
    ("five bins", Histogram(of: bell) { $0.bins = 5 }),
    (
      "seven bins in blocks, with two digits",
      Histogram(of: bell) {
        $0.bins = 7
        $0.format = NumberFormat(digits: 2)
        $0.look.style = .blocks
      }
    ),
    (
      "two series",
      Histogram(series: [.init(name: "a", numbers: bell), .init(name: "b", numbers: bell.map { $0 / 2 - 1 })])
    ),
    ("on the edges", Histogram(of: (1...10).map(Double.init)) { _ in }),
    ("on the edges of three bins", Histogram(of: [0, 1, 2, 3]) { $0.bins = 3 }),
    ("constant", Histogram(of: [2, 2, 2]) { $0.bins = 4 }),
    ("noise", Histogram(of: [0.1, 0.1 + 1e-17, 0.10000000000000002]) { _ in }),
    ("one", Histogram(of: [5]) { $0.namesAll = true }),
    ("none", Histogram(of: []) { _ in }),
    ("nothing finite", Histogram(of: [.nan, .infinity]) { _ in }),
    ("not all finite", Histogram(of: [1, 2, .nan, 2.5, -.infinity]) { _ in }),
    ("past all bounds", Histogram(of: [-1.7e308, 0, 1.7e308]) { _ in }),
    ("past all bounds, three bins", Histogram(of: [-1.7e308, 0, 1.7e308]) { $0.bins = 3 }),
    ("tiny", Histogram(of: [1e-300, 2e-300]) { $0.bins = 2 }),
  ]
}

extension BarPlot {
  init(indexed numbers: [Double], _ change: (inout BarPlot) -> Void) {
    self.init(names: numbers.indices.map { "\($0 + 1)" }, series: [.init(name: "", numbers: numbers)])
    change(&self)
  }

  func changed(_ change: (inout BarPlot) -> Void) -> BarPlot {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Histogram {
  init(of numbers: [Double], _ change: (inout Histogram) -> Void) {
    self.init(series: [.init(name: "v", numbers: numbers)])
    look.width = 30
    change(&self)
  }
}
