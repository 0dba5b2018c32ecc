import SourceText

/// How a picture looks, whatever it shows.
package struct Look: Sendable, Equatable {
  /// What stands above the picture.
  package var title: String?
  /// Characters across, labels apart.
  package var width: Int
  /// Lines, labels apart: of a field between axes from the highest tick to the lowest; else the most that there may be.
  package var height: Int
  /// The characters that it is drawn with.
  package var style = PlotStyle.ascii
  /// How the numbers along an axis are printed.
  package var format = NumberFormat(digits: 6)
  /// What stands below the horizontal axis.
  package var across: String?
  /// What stands above the vertical axis.
  package var upwards: String?

  package init(width: Int = 56, height: Int = 12) {
    self.width = width
    self.height = height
  }

  /// The lines above a picture.
  var heading: [String] { title.map { [" " + $0.onOneLine] } ?? [] }

  /// The lines below a picture that say which mark is what.
  static func legend(_ marks: [String], _ names: [String]) -> [String] {
    [""] + zip(marks, names).map { " \($0) \($1.onOneLine)" }
  }

  /// What a picture leaves out: so many of its numbers that are not finite.
  static func omissions(notFinite count: Int) -> [String] { count > 0 ? ["(\(count) not finite, left out)"] : [] }
}

/// One place of a plane.
package struct PlotPoint: Sendable, Equatable {
  package let x: Double
  package let y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Which axes of a field are logarithmic.
package enum LogarithmicAxes: String, Sendable, CaseIterable {
  case none
  case x
  case y
  case both

  var hasX: Bool { self == .x || self == .both }
  var hasY: Bool { self == .y || self == .both }

  /// What a field between such axes does not show.
  func omissions(of points: [PlotPoint]) -> [String] {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    let low = finite.count { hasX && $0.x <= 0 || hasY && $0.y <= 0 }
    return Look.omissions(notFinite: points.count - finite.count)
      + (low > 0 ? ["(\(low) not above 0, left out)"] : [])
  }
}
