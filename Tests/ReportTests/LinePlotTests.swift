import Testing

@testable import Report

/// Whole pictures of curves, held against Golden/line-plots.txt.
@Suite struct LinePlotTests {
  @Test func picturesComeOutAsTheyAre() throws {
    try expectGolden((Self.pictures + Self.styled + Self.oddities).map { ($0, $1.text) }, "line-plots")
  }

  private static let loss = LinePlot.Series(name: "m", numbers: (0..<500).map { 0.7 / (1 + Double($0) / 60) }, from: 1)
  private static let compared = [
    LinePlot.Series(name: "SGD", numbers: (0..<100).map { 1 / (1 + Double($0)) }),
    LinePlot.Series(name: "Adam", numbers: (0..<100).map { 1 / (1 + Double($0 * $0)) }),
  ]
  private static let powers = [
    LinePlot.Series(name: "x²", points: (-20...20).map { .init(x: Double($0) / 10, y: Double($0 * $0) / 100) }),
    LinePlot.Series(name: "x", points: (-20...20).map { .init(x: Double($0) / 10, y: Double($0) / 10) }),
  ]

  private static let pictures: [(String, LinePlot)] = [
    (
      "a loss",
      LinePlot([loss]) {
        $0.look.title = "XOR"
        $0.look.across = "epoch"
      }
    ),
    ("two losses", LinePlot(compared) { $0.logarithmic = .y }),
    ("a parabola and a line", LinePlot(powers) { _ in }),
    (
      "a jump",
      LinePlot([.init(name: "step", points: (-20...20).map { .init(x: Double($0), y: $0 < 0 ? 0 : 1) })]) { _ in }
    ),
    (
      "four rates",
      LinePlot([.init(name: "loss", points: [0.001, 0.01, 0.1, 1].map { .init(x: $0, y: 0.1 + $0 * $0) })]) {
        $0.logarithmic = .x
        $0.look.across = "η"
        $0.look.upwards = "loss after 100 epochs"
        $0.namesAll = true
      }
    ),
    (
      "powers on two logarithmic axes",
      LinePlot([.init(name: "x³", points: (1...100).map { .init(x: Double($0), y: Double($0 * $0 * $0)) })]) {
        $0.logarithmic = .both
        $0.look.height = 6
      }
    ),
  ]

  private static let styled: [(String, LinePlot)] = [
    ("blocks: a loss", LinePlot([loss]) { $0.look.style = .blocks }),
    (
      "blocks: two losses",
      LinePlot(compared) {
        $0.look.style = .blocks
        $0.logarithmic = .y
      }
    ),
    (
      "blocks: a named parabola",
      LinePlot([powers[0]]) {
        $0.look.style = .blocks
        $0.look.width = 30
        $0.look.height = 6
        $0.namesAll = true
      }
    ),
    (
      "nine series",
      LinePlot((1...9).map { slope in .init(name: "\(slope)x", numbers: (0...4).map { Double($0 * slope) }) }) {
        $0.look.width = 40
      }
    ),
    (
      "few digits",
      LinePlot([.init(name: "a", numbers: [0.12345, 0.12346])]) {
        $0.look.format = NumberFormat(digits: 2)
        $0.look.height = 4
        $0.look.width = 24
      }
    ),
  ]

  private static let oddities: [(String, LinePlot)] =
    [
      ("constant", [2, 2, 2]), ("one point", [5]), ("tiny", [1e-300, 2e-300]), ("huge", [-1.7e308, 1.7e308]),
      ("none", []), ("not all finite", [-3, 4, -2, .nan, 7, .infinity]),
      ("noise", [0.1, 0.1 + 1e-17, 0.10000000000000002]),
    ].map { name, numbers in
      let plot = LinePlot([.init(name: name, numbers: numbers)]) {
        $0.look.height = 4
        $0.look.width = 24
      }
      return (name, plot)
    } + [
      ("no logarithm", LinePlot([.init(name: "a", numbers: [-1, 0])]) { $0.logarithmic = .y }),
      (
        "some logarithms",
        LinePlot([.init(name: "a", numbers: [-1, 0, 1, 10, 5, .nan])]) {
          $0.logarithmic = .y
          $0.look.height = 4
          $0.look.width = 24
        }
      ),
    ]
}

extension LinePlot {
  init(_ series: [Series], _ change: (inout LinePlot) -> Void) {
    self.init(series: series)
    change(&self)
  }
}
