/// Curves over one pair of axes, drawn in characters: one mark a series, ticks at round numbers, a legend where there are
/// several.
package struct LinePlot: Sendable, Equatable {
  /// A curve through its points, from left to right.
  package struct Series: Sendable, Equatable {
    package let name: String
    package let points: [PlotPoint]

    package init(name: String, points: [PlotPoint]) {
      self.name = name
      self.points = points
    }

    /// A curve through numbers at `first`, one more, two more …
    package init(name: String, numbers: [Double], from first: Double = 0) {
      self.init(name: name, points: numbers.enumerated().map { PlotPoint(x: first + Double($0.offset), y: $0.element) })
    }
  }

  package let series: [Series]
  package var look = Look()
  /// On a logarithmic axis what is not above 0 is left out, and that is said.
  package var logarithmic = LogarithmicAxes.none
  /// Whether a single series is named too.
  package var namesAll = false

  package init(series: [Series]) {
    self.series = series
  }

  /// The picture, or a sentence where there is nothing to draw.
  package var text: [String] {
    guard
      let picture = Picture(covering: series.flatMap(\.points), logarithmic: logarithmic, look: look)
    else { return look.heading + [logarithmic == .none ? "(no finite value to plot)" : "(no value above 0 to plot)"] }
    let canvas = series.count == 1 && look.style == .blocks ? halves(in: picture) : marks(in: picture)
    return look.heading + picture.framed(canvas) + legend + logarithmic.omissions(of: series.flatMap(\.points))
  }

  /// The first series lies on top.
  private func marks(in picture: Picture) -> Picture.Canvas {
    var canvas = picture.blank
    for (index, series) in series.enumerated().reversed() {
      let mark = look.style.mark(index)
      Curve(series.points, in: picture, parts: 1).draw { row, column in canvas[row][column] = mark }
    }
    return canvas
  }

  /// A single curve can be drawn twice as finely upwards.
  private func halves(in picture: Picture) -> Picture.Canvas {
    var upper = Array(repeating: Array(repeating: false, count: picture.width + 1), count: picture.height + 1)
    var lower = upper
    Curve(series[0].points, in: picture, parts: 2).draw { row, column in
      if row % 2 == 0 { upper[row / 2][column] = true } else { lower[row / 2][column] = true }
    }
    return zip(upper, lower).map { upper, lower -> [Unicode.Scalar] in
      zip(upper, lower).map { $0 ? ($1 ? "█" : "▀") : ($1 ? "▄" : " ") }
    }
  }

  private var legend: [String] {
    guard series.count > 1 || namesAll else { return [] }
    let isSolid = series.count == 1 && look.style == .blocks
    return Look.legend(
      series.indices.map { isSolid ? "▄" : String(look.style.mark($0)) }, series.map(\.name))
  }
}
