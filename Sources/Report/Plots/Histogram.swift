/// How many numbers fall into each of some intervals of one width: a bar for each, with its count.
package struct Histogram: Sendable, Equatable {
  /// Numbers that are counted together.
  package typealias Series = BarPlot.Series

  package let series: [Series]
  package var look = Look()
  /// How many intervals there are from the least number to the greatest; nil for round ones, as many as suit.
  package var bins: Int?
  /// How the ends of the intervals are printed where they need not be round.
  package var format = NumberFormat()
  /// Whether a single series is named too.
  package var namesAll = false

  package init(series: [Series]) {
    self.series = series
  }

  /// The picture, or a sentence where there is nothing to draw.
  package var text: [String] {
    let all = series.flatMap(\.numbers)
    guard let (low, high) = Axis.bounds(of: all) else { return look.heading + ["(no finite value to plot)"] }
    let areWhole = all.allSatisfy { !$0.isFinite || abs($0 - $0.rounded()) <= max(1, abs($0)) * RoundNumbers.noise }
    let intervals = Intervals(from: low, through: high, of: all.count, areWhole: areWhole, bins: bins)
    let counts = series.map { series in
      BarPlot.Series(name: series.name, numbers: intervals.counts(of: series.numbers).map(Double.init))
    }
    var plot = BarPlot(
      names: intervals.names(in: bins == nil ? look.format : format), series: counts, format: NumberFormat(digits: 15))
    plot.look = look
    plot.look.height = intervals.count
    plot.namesAll = namesAll
    plot.alignment = .right
    return plot.text + Look.omissions(notFinite: all.count { !$0.isFinite })
  }

  /// Intervals side by side. A number on an edge counts in the upper one, on the last edge in the last; but whole numbers
  /// have no such edge, so that each counts with the same neighbours.
  private struct Intervals {
    /// One more than there are intervals, or a single one where all numbers are the same.
    private let edges: [Double]

    init(from low: Double, through high: Double, of count: Int, areWhole: Bool, bins: Int?) {
      if RoundNumbers.areOne(low, high) {
        edges = [low]
      } else if let bins {
        edges = (0...bins).map { place in
          let share = Double(place) / Double(bins)
          let edge = low * (1 - share) + high * share
          // What rounding errors left of 0.
          return abs(edge) < max(abs(low), abs(high)) * RoundNumbers.noise ? 0 : edge
        }
      } else {
        edges = Self.roundEdges(from: low, through: high, of: count, areWhole: areWhole)
      }
    }

    /// At most twice the cube root of the count (Rice's rule), and never more than twenty.
    private static func roundEdges(
      from low: Double, through high: Double, of count: Int, areWhole: Bool
    ) -> [Double] {
      var most = 4
      while most < 20, most * most * most < 8 * count { most += 1 }
      guard let axis = Axis(covering: [low, high], most: most + 1) else { return [low] }
      let step = axis.ticks[1] - axis.ticks[0]
      let next = axis.high + step
      let isOnEdge = RoundNumbers.whole(axis.high / step - high / step) == 0
      return areWhole && isOnEdge && next.isFinite ? axis.ticks + [next] : axis.ticks
    }

    var count: Int { max(1, edges.count - 1) }

    func counts(of numbers: [Double]) -> [Int] {
      var counts = [Int](repeating: 0, count: count)
      let (low, high) = (edges[0], edges[edges.count - 1])
      for number in numbers where number.isFinite {
        let place = edges.count == 1 ? 0 : (number / 2 - low / 2) / (high / 2 - low / 2) * Double(count)
        counts[min(count - 1, max(0, Int(RoundNumbers.whole(place).rounded(.down))))] += 1
      }
      return counts
    }

    func names(in format: NumberFormat) -> [String] {
      guard edges.count > 1 else { return [format.text(edges[0])] }
      let figures = format.settled(edges)
      let names = figures.map(format.notation(for: figures).printed).aligned
      return zip(names, names.dropFirst()).map { "\($0) .. \($1)" }
    }
  }
}
