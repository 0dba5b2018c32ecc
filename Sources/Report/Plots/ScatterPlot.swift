/// Points over a pair of axes, a mark for each group of them. Where several groups meet in one place, the one with the most
/// points there is seen, and of equal ones the first.
package struct ScatterPlot: Sendable, Equatable {
  /// Points with one mark.
  package struct Group: Sendable, Equatable {
    package let name: String
    package let points: [PlotPoint]

    package init(name: String, points: [PlotPoint]) {
      self.name = name
      self.points = points
    }
  }

  private let groups: [Group]
  /// What the marks are, where they are shades of a number.
  private let scale: ShadeScale?
  /// What the shades are shades of.
  private let shaded: String
  package var look = Look(height: 16)
  package var logarithmic = LogarithmicAxes.none
  /// Whether a single group is named too.
  package var namesAll = false

  package init(_ groups: [Group]) {
    self.groups = groups
    (scale, shaded) = (nil, "")
  }

  /// Points shaded by a number each, of which the legend says the name.
  package init(_ points: [PlotPoint], shadedBy numbers: [Double], named name: String) {
    let scale = ShadeScale(covering: numbers)
    let shades = scale?.shades(in: .ascii) ?? []
    groups = shades.map { shade in
      let points = zip(points, numbers).filter { scale?.shade(of: $0.1, in: .ascii) == shade }
      return Group(name: "", points: points.map(\.0))
    }
    self.scale = scale
    shaded = name
  }

  /// The picture, or a sentence where there is nothing to draw.
  package var text: [String] {
    let points = groups.flatMap(\.points)
    guard let picture = Picture(covering: points, logarithmic: logarithmic, look: look) else {
      return look.heading + [logarithmic == .none ? "(no finite point to plot)" : "(no point above 0 to plot)"]
    }
    var canvas = picture.blank
    groups.draw(on: &canvas, of: picture, marks: marks)
    return look.heading + picture.framed(canvas) + legend + logarithmic.omissions(of: points)
  }

  private var marks: [Character] { scale?.shades(in: look.style) ?? groups.indices.map(look.style.mark) }

  private var legend: [String] {
    if let scale { return ["", " \(shaded.onOneLine): \(scale.legend(in: look))"] }
    return groups.count > 1 || namesAll ? Look.legend(marks.map(String.init), groups.map(\.name)) : []
  }
}

extension [ScatterPlot.Group] {
  /// Draws the points of all groups.
  func draw(on canvas: inout Picture.Canvas, of picture: Picture, marks: [Character]) {
    let columns = picture.width + 1
    var most = [Int](repeating: 0, count: columns * (picture.height + 1))
    for (group, mark) in zip(self, marks) {
      var counts = [Int](repeating: 0, count: most.count)
      for point in group.points {
        if let (row, column) = picture.cell(point) { counts[row * columns + column] += 1 }
      }
      for place in counts.indices where counts[place] > most[place] {
        most[place] = counts[place]
        canvas[place / columns][place % columns] = mark
      }
    }
  }
}
