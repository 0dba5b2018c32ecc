import Testing

@testable import Report

/// Whole pictures of points and of the regions under them, held against Golden/scatter-plots.txt and region-plots.txt.
@Suite struct ScatterPlotTests {
  @Test func pointsComeOutAsTheyAre() throws {
    try expectGolden(Self.points.map { ($0, $1.text) }, "scatter-plots")
  }

  @Test func regionsComeOutAsTheyAre() throws {
    try expectGolden(Self.regions, "region-plots")
  }

  /// Three heaps of points around the corners of a triangle.
  static let heaps = [
    heap("setosa", 0, 0, 3), heap("versi|color", 3, 0.5, 4), heap("virginica\n*", 1, 2, 5),
  ]

  private static func heap(_ name: String, _ x: Double, _ y: Double, _ step: Int) -> ScatterPlot.Group {
    let points = (0..<12).map { place -> PlotPoint in
      let across = Double(place * step % 7) / 5 - 0.6
      let upwards = Double(place * (step + 2) % 11) / 8 - 0.6
      return PlotPoint(x: x + across, y: y + upwards)
    }
    return .init(name: name, points: points)
  }

  private static let points: [(String, ScatterPlot)] = [
    (
      "three classes",
      ScatterPlot(heaps) {
        $0.look.title = "heaps"
        $0.look.across = "length"
        $0.look.upwards = "width"
      }
    ),
    (
      "blocks",
      ScatterPlot(heaps) {
        $0.look.style = .blocks
        $0.look.width = 40
        $0.look.height = 8
      }
    ),
    (
      "one group",
      ScatterPlot([.init(name: "a", points: heaps[0].points)]) {
        $0.look.width = 24
        $0.look.height = 6
      }
    ),
    (
      "one group by name",
      ScatterPlot([.init(name: "a", points: heaps[0].points)]) {
        $0.look.width = 24
        $0.look.height = 6
        $0.namesAll = true
      }
    ),
    (
      "the most are seen, of equal ones the first",
      ScatterPlot([
        .init(name: "twice at 1, once at 2", points: [1, 1, 2, 4].map { .init(x: $0, y: 0) }),
        .init(name: "once at 1, twice at 2, once at 4", points: [1, 2, 2, 4].map { .init(x: $0, y: 0) }),
      ]) {
        $0.look.width = 24
        $0.look.height = 2
      }
    ),
    (
      "shaded",
      ScatterPlot(
        heaps[0].points, shadedBy: (0..<12).map { Double($0) / 10 }, named: "price"
      ) { $0.look.width = 24 }
    ),
    (
      "shaded with a sign, in blocks",
      ScatterPlot(heaps[0].points, shadedBy: (0..<12).map { Double($0) - 5 }, named: "price") {
        $0.look.width = 24
        $0.look.style = .blocks
      }
    ),
    (
      "logarithmic",
      ScatterPlot([.init(name: "", points: (0..<5).map { .init(x: 10 * Double($0), y: Double($0) * 100) })]) {
        $0.logarithmic = .both
        $0.look.width = 24
        $0.look.height = 4
      }
    ),
    (
      "shaded, with and without numbers",
      ScatterPlot(heaps[0].points, shadedBy: (0..<12).map { $0 % 5 == 0 ? .nan : Double($0) }, named: "price") {
        $0.look.width = 24
      }
    ),
    (
      "shaded without numbers",
      ScatterPlot(Array(heaps[0].points[..<2]), shadedBy: [.nan, .infinity], named: "price") {
        $0.look.width = 24
        $0.look.height = 4
      }
    ),
    ("none", ScatterPlot([.init(name: "", points: [])]) { $0.look.title = "nothing" }),
    ("not finite", ScatterPlot([.init(name: "", points: [.init(x: .nan, y: 1)])]) { _ in }),
    ("none above 0", ScatterPlot([.init(name: "", points: [.init(x: -1, y: 1)])]) { $0.logarithmic = .x }),
    (
      "one point and one without a place",
      ScatterPlot([.init(name: "", points: [.init(x: 3, y: 7), .init(x: .infinity, y: 1)])]) {
        $0.look.width = 24
        $0.look.height = 4
      }
    ),
    (
      "past all bounds",
      ScatterPlot([.init(name: "", points: [.init(x: -1.7e308, y: 1e308), .init(x: 1.7e308, y: -1e308)])]) {
        $0.look.width = 24
        $0.look.height = 4
      }
    ),
  ]

  private static let regions: [(String, [String])] = {
    var look = Look(height: 16)
    (look.title, look.across, look.upwards) = ("heaps", "length", "width")
    var small = Look(width: 24, height: 6)
    small.style = .blocks
    let nearest = { (point: PlotPoint) -> Int? in
      point.y > 2.5 ? nil : point.y > 1.3 ? 2 : point.x + point.y / 2 > 1.5 ? 1 : 0
    }
    func picture(_ groups: [ScatterPlot.Group], _ look: Look, _ region: (PlotPoint) -> Int?) -> [String] {
      let plot = RegionPlot(groups, look: look)
      return plot.text(regions: plot.places.map(region))
    }
    let lone = [
      ScatterPlot.Group(name: "a", points: [.init(x: 1, y: 1)]), .init(name: "b", points: [.init(x: .nan, y: 1)]),
    ]
    let many = (0..<10).map { ScatterPlot.Group(name: "\($0)", points: [.init(x: Double($0), y: 0)]) }
    return [
      ("three regions", picture(heaps, look, nearest)),
      ("blocks", picture(heaps, small, nearest)),
      ("one point", picture(lone, small) { $0.x < 1 ? 0 : 1 }),
      ("ten regions", picture(many, Look(height: 4)) { Int(min(9, max(0, $0.x.rounded()))) }),
      ("none", picture([.init(name: "a", points: [])], look, nearest)),
    ]
  }()
}

extension ScatterPlot {
  init(_ groups: [Group], _ change: (inout ScatterPlot) -> Void) {
    self.init(groups)
    change(&self)
  }

  init(
    _ points: [PlotPoint], shadedBy numbers: [Double], named name: String, _ change: (inout ScatterPlot) -> Void
  ) {
    self.init(points, shadedBy: numbers, named: name)
    change(&self)
  }
}
