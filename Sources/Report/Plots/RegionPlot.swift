/// The regions that something divides a plane into, with points over them. It says at which places it wants to know the
/// region, and draws once it does.
package struct RegionPlot: Sendable, Equatable {
  private let groups: [ScatterPlot.Group]
  private let look: Look

  /// The points of each region, by the name that both have.
  package init(_ groups: [ScatterPlot.Group], look: Look) {
    self.groups = groups
    self.look = look
  }

  /// Room around the outermost points, as a share of the plane between them.
  private static let margin = 0.05

  /// The middle of every place of the picture, line by line from the top; none where there is no point to go by.
  package var places: [PlotPoint] {
    guard let picture else { return [] }
    return (0...picture.height).flatMap { row in
      let y = picture.vertical.number(at: Double(picture.height - row) / Double(picture.height))
      return (0...picture.width).map { column in
        PlotPoint(x: picture.horizontal.number(at: Double(column) / Double(picture.width)), y: y)
      }
    }
  }

  private var picture: Picture? {
    Picture(covering: groups.flatMap(\.points), margin: Self.margin, look: look)
  }

  /// The picture, given the region of each place, by the number of its group; nil where it has none.
  package func text(regions: [Int?]) -> [String] {
    guard let picture else { return look.heading + ["(no finite point to plot)"] }
    let columns = picture.width + 1
    var canvas = (0...picture.height).map { row in
      regions[row * columns..<(row + 1) * columns].map { $0.map(look.style.fill) ?? PlotStyle.unknown }
    }
    let marks = groups.indices.map(look.style.mark)
    groups.draw(on: &canvas, of: picture, marks: marks)
    let legend = Look.legend(
      marks.enumerated().map { region, mark in
        let fill = look.style.fill(region)
        return "[\(fill)\(mark)\(fill)]"
      }, groups.map(\.name))
    let unknown = regions.contains { $0 == nil } ? ["(\(PlotStyle.unknown) where no output is a number)"] : []
    return look.heading + picture.framed(canvas) + legend + unknown
      + LogarithmicAxes.none.omissions(of: groups.flatMap(\.points))
  }
}
