import SourceText

/// Curves over one pair of axes, drawn in characters: one sign a series, ticks at round numbers, a legend where there are
/// several.
package struct LinePlot: Sendable, Equatable {
  /// A curve through its points, from left to right.
  package struct Series: Sendable, Equatable {
    package let name: String
    package let points: [Point]

    package init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }

    /// A curve through numbers at 0, 1, 2 …
    package init(name: String, numbers: [Double]) {
      self.init(name: name, points: numbers.enumerated().map { Point(x: Double($0.offset), y: $0.element) })
    }
  }

  /// One place of a curve.
  package struct Point: Sendable, Equatable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package let series: [Series]
  package var title: String?
  /// What stands below the horizontal axis.
  package var label: String?
  /// Whether the vertical axis is logarithmic; what is not above 0 is then left out, and that is said.
  package var isLogarithmic = false
  /// Characters across, axis labels apart.
  package var width = 56
  /// Lines from the highest tick to the lowest.
  package var height = 12
  package var format = NumberFormat(digits: 6)

  package init(series: [Series]) {
    self.series = series
  }

  /// The signs of the series, in order; the ninth begins anew.
  private static let signs: [Character] = ["*", "o", "+", "x", "#", "@", "%", "="]

  /// The picture, or a sentence where there is nothing to draw.
  package var text: Block {
    let shown = series.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite && (!isLogarithmic || $0.y > 0) }
    guard let vertical = Axis(covering: shown.map(\.y), most: max(3, height / 2 + 1), isLogarithmic: isLogarithmic),
      let horizontal = Axis(covering: shown.map(\.x), most: max(3, width / 9 + 1), isLogarithmic: false)
    else { return .text(heading + [isLogarithmic ? "(no value above 0 to plot)" : "(no finite value to plot)"]) }
    let picture = Picture(horizontal: horizontal, vertical: vertical, width: width, height: height, format: format)
    var canvas = picture.blank
    for (index, series) in series.enumerated().reversed() {
      picture.draw(series.points, with: Self.signs[index % Self.signs.count], on: &canvas)
    }
    return .text(heading + picture.framed(canvas, label: label) + legend + omissions)
  }

  private var heading: [String] { title.map { [" " + $0.onOneLine] } ?? [] }

  private var legend: [String] {
    guard series.count > 1 else { return [] }
    return [""]
      + series.enumerated().map { " \(Self.signs[$0.offset % Self.signs.count]) \($0.element.name.onOneLine)" }
  }

  /// What the picture does not show.
  private var omissions: [String] {
    let all = series.flatMap(\.points)
    let undefined = all.count { !$0.y.isFinite || !$0.x.isFinite }
    let low = isLogarithmic ? all.count { $0.y.isFinite && $0.x.isFinite && $0.y <= 0 } : 0
    var lines: [String] = []
    if undefined > 0 { lines.append("(\(undefined) not finite, left out)") }
    if low > 0 { lines.append("(\(low) not above 0, left out)") }
    return lines
  }
}
