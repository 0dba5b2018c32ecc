import Testing

@testable import Report

/// Whole pictures of matrices, held against Golden/heat-maps.txt.
@Suite struct HeatMapTests {
  @Test func picturesComeOutAsTheyAre() throws {
    try expectGolden(Self.maps.map { ($0, $1.text) }, "heat-maps")
  }

  /// Numbers of one size and either sign have shades of one strength.
  @Test func shadesAreAlikeOnBothSidesOfZero() throws {
    for limit in [0.3, 1, 1.7, 4.4, 7.9, 9.9] {
      let scale = try #require(ShadeScale(covering: [-limit, limit]))
      let shades = scale.shades(in: .ascii)
      for step in 0...100 {
        let number = limit * Double(step) / 100
        let above = try #require(shades.firstIndex(of: scale.shade(of: number, in: .ascii)))
        let below = try #require(shades.firstIndex(of: scale.shade(of: -number, in: .ascii)))
        #expect(above + below == 4, "\(number) of \(limit)")
      }
    }
  }

  /// Every shade's numbers lie between its edges.
  @Test func theLegendIsTrue() throws {
    for (low, high) in [(0, 1), (0, 7), (1, 144), (0.26, 0.51), (99, 100), (-3, 2), (-1, 8)] as [(Double, Double)] {
      let scale = try #require(ShadeScale(covering: [low, high]))
      let shades = scale.shades(in: .ascii)
      for step in 0...1000 {
        let number = low + (high - low) * Double(step) / 1000
        let place = try #require(shades.firstIndex(of: scale.shade(of: number, in: .ascii)))
        #expect(scale.edges[place] <= number + 1e-9)
        #expect(number <= scale.edges[place + 1] + 1e-9)
      }
    }
  }

  private static let weights = HeatMap(
    Grid(rows: 3, columns: 5, entries: [0.9, -0.1, 0.4, -1.3, 0, 0.2, -0.5, 0.6, 1.1, -0.9, 0.3, -0.3, 0.7, -0.7, 1.4]))

  private static let maps: [(String, HeatMap)] = [
    ("signs", weights),
    (
      "signs in blocks, labelled",
      weights.changed {
        $0.look.style = .blocks
        $0.look.title = "weights"
        $0.look.across = "input"
        $0.look.upwards = "neuron"
      }
    ),
    ("a product", HeatMap(12, 12) { Double(($0 + 1) * ($1 + 1)) }),
    ("a product in blocks", HeatMap(12, 12) { Double(($0 + 1) * ($1 + 1)) }.changed { $0.look.style = .blocks }),
    (
      "an image",
      HeatMap(28, 28) { $0 / 4 == $1 / 4 || $0 / 4 + $1 / 4 == 6 ? 255 : Double(($0 * $1) % 60) }.changed {
        $0.look.height = 28
      }
    ),
    ("wide", HeatMap(3, 200) { $0 == 1 ? Double($1) : Double(200 - $1) }),
    ("long", HeatMap(100, 2) { Double($0 * ($1 + 1)) }.changed { $0.look.height = 6 }),
    ("a row", HeatMap(1, 6) { Double($1) / 10 }),
    ("one digit", HeatMap(1, 6) { Double($1) / 7 }.changed { $0.look.format = NumberFormat(digits: 1) }),
    ("constant", HeatMap(2, 2) { _, _ in 3 }),
    ("constant below 0", HeatMap(2, 2) { _, _ in -3 }),
    ("all 0", HeatMap(2, 2) { _, _ in 0 }),
    ("not all finite", HeatMap(Grid(rows: 2, columns: 2, entries: [1, .nan, .infinity, -4]))),
    ("not all finite, in pieces", HeatMap(2, 100) { $0 == 0 && $1 == 7 ? .nan : Double($1) }),
    ("nothing finite", HeatMap(1, 2) { _, _ in .nan }),
    ("none", HeatMap(Grid(rows: 1, columns: 0, entries: [])).changed { $0.look.title = "nothing" }),
    ("past all bounds", HeatMap(Grid(rows: 2, columns: 2, entries: [1.7e308, -1.7e308, 1, 2]))),
    ("past all bounds, above 0", HeatMap(Grid(rows: 2, columns: 2, entries: [1.7e308, 1e308, 1, 2]))),
    ("tiny", HeatMap(Grid(rows: 1, columns: 2, entries: [1e-300, 4e-300]))),
  ]
}

extension HeatMap {
  init(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Double) {
    self.init(
      Grid(
        rows: rows, columns: columns, entries: (0..<rows).flatMap { row in (0..<columns).map { entry(row, $0) } }))
  }

  func changed(_ change: (inout HeatMap) -> Void) -> HeatMap {
    var copy = self
    change(&copy)
    return copy
  }
}
