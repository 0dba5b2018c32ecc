import Foundation
import Testing

@testable import Report

/// Whole pictures, held against Golden/line-plots.txt; `TALLY_REWRITE_GOLDEN=1 swift test` writes it anew, to be looked at
/// before it is believed.
@Suite struct LinePlotTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/line-plots.txt")

  @Test func picturesComeOutAsTheyAre() throws {
    let text = (Self.pictures + Self.oddities).map { name, plot in "== \(name)\n\(lines(plot))\n" }.joined(
      separator: "\n")
    if ProcessInfo.processInfo.environment["TALLY_REWRITE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: Self.file)
    }
    #expect(try text == String(contentsOf: Self.file, encoding: .utf8))
  }

  /// A change of the last digits of the data draws the same picture.
  @Test func lastDigitsDoNotRedraw() {
    for (name, plot) in Self.pictures {
      let moved = plot.series.map { series in
        LinePlot.Series(name: series.name, points: series.points.map { .init(x: $0.x, y: $0.y * (1 + 0x1p-52)) })
      }
      var copy = LinePlot(series: moved)
      (copy.title, copy.label, copy.isLogarithmic) = (plot.title, plot.label, plot.isLogarithmic)
      #expect(lines(copy) == lines(plot), "\(name)")
    }
  }

  private static let pictures: [(String, LinePlot)] = {
    var loss = LinePlot(series: [.init(name: "m", numbers: (0..<500).map { 0.7 / (1 + Double($0) / 60) })])
    loss.title = "XOR"
    loss.label = "epoch"
    var compared = LinePlot(series: [
      .init(name: "SGD", numbers: (0..<100).map { 1 / (1 + Double($0)) }),
      .init(name: "Adam", numbers: (0..<100).map { 1 / (1 + Double($0 * $0)) }),
    ])
    compared.isLogarithmic = true
    let parabola = LinePlot(series: [
      .init(name: "x²", points: (-20...20).map { .init(x: Double($0) / 10, y: Double($0 * $0) / 100) }),
      .init(name: "x", points: (-20...20).map { .init(x: Double($0) / 10, y: Double($0) / 10) }),
    ])
    let jump = LinePlot(series: [
      .init(name: "step", points: (-20...20).map { .init(x: Double($0), y: $0 < 0 ? 0 : 1) })
    ])
    return [("a loss", loss), ("two losses", compared), ("a parabola and a line", parabola), ("a jump", jump)]
  }()

  private static let oddities: [(String, LinePlot)] = [
    ("constant", [2, 2, 2]), ("one point", [5]), ("tiny", [1e-300, 2e-300]), ("huge", [-1.7e308, 1.7e308]),
    ("none", []),
    ("not all finite", [-3, 4, -2, .nan, 7, .infinity]), ("noise", [0.1, 0.1 + 1e-17, 0.10000000000000002]),
  ].map { name, numbers in
    var plot = LinePlot(series: [.init(name: name, numbers: numbers)])
    plot.height = 4
    plot.width = 24
    return (name, plot)
  }

  @Test func aLogarithmNeedsNumbersAboveZero() {
    var plot = LinePlot(series: [.init(name: "a", numbers: [-1, 0])])
    plot.isLogarithmic = true
    #expect(lines(plot) == "(no value above 0 to plot)")
  }

  private func lines(_ plot: LinePlot) -> String {
    guard case .text(let lines) = plot.text else { return "" }
    return lines.joined(separator: "\n")
  }
}
