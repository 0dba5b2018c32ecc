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
  /// Whether the marks are shades of a number, and of which.
  private let isShaded: Bool
  private let scale: ShadeScale?
  private let shaded: String
  package var look = Look(height: 16)
  package var logarithmic = LogarithmicAxes.none
  /// Whether a single group is named too.
  package var namesAll = false

  package init(_ groups: [Group]) {
    self.groups = groups
    (isShaded, scale, shaded) = (false, nil, "")
  }

  /// Points shaded by a number each, of which the legend says the name.
  package init(_ points: [PlotPoint], shadedBy numbers: [Double], named name: String) {
    let scale = ShadeScale(covering: numbers)
    var groups: [Unicode.Scalar: [PlotPoint]] = [:]
    for (point, number) in zip(points, numbers) {
      groups[scale?.shade(of: number, in: .ascii) ?? PlotStyle.unknown, default: []].append(point)
    }
    self.groups = Self.marks(of: scale, in: .ascii).map { Group(name: "", points: groups[$0] ?? []) }
    self.scale = scale
    isShaded = true
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

  private var marks: [Unicode.Scalar] {
    isShaded ? Self.marks(of: scale, in: look.style) : groups.indices.map(look.style.mark)
  }

  /// A mark for each shade, and one for points whose number is not finite.
  private static func marks(of scale: ShadeScale?, in style: PlotStyle) -> [Unicode.Scalar] {
    (scale?.shades(in: style) ?? []) + [PlotStyle.unknown]
  }

  private var legend: [String] {
    if isShaded {
      let unknown = groups[groups.count - 1].points.count
      return (scale.map { ["", " \(shaded.onOneLine): \($0.legend(in: look))"] } ?? [])
        + (unknown > 0 ? ["(\(unknown) not finite, shown as \(PlotStyle.unknown))"] : [])
    }
    return groups.count > 1 || namesAll ? Look.legend(marks.map { String($0) }, groups.map(\.name)) : []
  }
}

extension [ScatterPlot.Group] {
  /// Draws the points of all groups.
  func draw(on canvas: inout Picture.Canvas, of picture: Picture, marks: [Unicode.Scalar]) {
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
