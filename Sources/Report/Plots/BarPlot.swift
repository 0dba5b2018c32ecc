import SourceText

/// Bars that lie beside their names and numbers, a line each, to the left of a common line where they are below 0.
package struct BarPlot: Sendable, Equatable {
  /// Bars that belong together, one for each name of the plot.
  package struct Series: Sendable, Equatable {
    package let name: String
    package let numbers: [Double]

    package init(name: String, numbers: [Double]) {
      self.name = name
      self.numbers = numbers
    }
  }

  /// What the bars are called, in order.
  package let names: [String]
  package let series: [Series]
  package var look = Look(height: 24)
  /// How the numbers beside the bars are printed.
  package var format: NumberFormat
  /// Whether a single series is named too.
  package var namesAll = false
  /// Where the names stand in their column: words to the left, figures to the right.
  package var alignment: Table.Alignment = .left

  package init(names: [String], series: [Series], format: NumberFormat = NumberFormat()) {
    precondition(series.allSatisfy { $0.numbers.count == names.count }, "a series with a bar for each name")
    self.names = names
    self.series = series
    self.format = format
  }

  /// Names are cut where they are longer.
  private static let longestName = 30

  /// The picture, or a sentence where there is nothing to draw. Of more groups of bars than there is room for, the first and
  /// the last are shown.
  package var text: [String] {
    guard !names.isEmpty, !series.isEmpty else { return look.heading + ["(no value to plot)"] }
    let groups = Abridgement(names.count, limit: max(3, look.height))
    let shown = groups.shown
    let labels = shown.map { label(names[$0]) }
    let nameWidth = labels.map(displayWidth).max() ?? 0
    let numbers = shown.flatMap { place in series.map { $0.numbers[place] } }
    let figures = self.figures(numbers)
    let scale = Scale(numbers, width: look.width)
    var lines: [String] = []
    for (place, group) in shown.enumerated() {
      if groups.leavesOut, place == groups.head.count {
        lines.append(" " + look.style.ellipsis.padded(to: nameWidth, alignment))
      }
      for (index, series) in series.enumerated() {
        let name = (index == 0 ? labels[place] : "").padded(to: nameWidth, alignment)
        let figure = figures[place * self.series.count + index]
        lines.append(" \(name)  \(figure) \(bar(series.numbers[group], index, scale))")
      }
    }
    return look.heading + lines + legend + (groups.leavesOut ? ["(\(names.count) bars)"] : [])
  }

  private func label(_ name: String) -> String {
    let name = name.onOneLine
    guard displayWidth(name) > Self.longestName else { return name }
    var cut = ""
    for character in name where displayWidth(cut) < Self.longestName - 3 { cut.append(character) }
    return cut + look.style.ellipsis
  }

  /// The numbers in the notation of the largest, with no more decimals than show its digits: what the others have beyond
  /// that is shorter than any bar.
  private func figures(_ numbers: [Double]) -> [String] {
    let figures = format.settled(numbers)
    let expansions = figures.compactMap(\.expansion)
    let largest = figures.max { ($0.expansion?.exponent ?? .min) < ($1.expansion?.exponent ?? .min) }
    let notation =
      switch format.notation(for: largest.map { [$0] } ?? []) {
      case .scientific: format.notation(for: figures)
      case .fixed:
        Notation.fixed(
          decimals: min(
            expansions.map { $0.rounded(toDigits: format.digits).decimals }.max() ?? 0,
            max(0, format.digits - 1 - (expansions.map(\.exponent).max() ?? 0))))
      }
    return figures.map(notation.printed).aligned
  }

  /// How long bars are, and where they begin.
  private struct Scale {
    /// The places to the left of the common line.
    let left: Int
    private let right: Int
    private let largest: Double

    /// The longest bars of both sides together fill the width.
    init(_ numbers: [Double], width: Int) {
      let low = min(0, Axis.bounds(of: numbers)?.low ?? 0)
      let high = max(0, Axis.bounds(of: numbers)?.high ?? 0)
      // Of halves, since the whole may be past all bounds.
      let span = high / 2 - low / 2
      largest = max(high, -low)
      left = span > 0 ? RoundNumbers.nearest(-low / 2 / span * Double(width)) : 0
      right = width - left
    }

    /// The length of a bar in places, from 0.
    func length(_ number: Double) -> Double {
      guard number.isFinite, largest > 0 else { return 0 }
      let places = Double(max(left, right)) * (abs(number) / largest)
      return min(Double(number < 0 ? left : right), places)
    }
  }

  private func bar(_ number: Double, _ index: Int, _ scale: Scale) -> String {
    let line = look.style.upright(atTick: false)
    let mark = look.style.bar(index, of: series.count)
    let length = scale.length(number)
    if number < 0 {
      let whole = RoundNumbers.nearest(length)
      return String(repeating: " ", count: scale.left - whole) + String(repeating: mark, times: whole) + line
    }
    let start = String(repeating: " ", count: scale.left) + line
    guard let half = look.style.halfBar(index, of: series.count) else {
      return start + String(repeating: mark, times: RoundNumbers.nearest(length))
    }
    let halves = RoundNumbers.nearest(2 * length)
    return start + String(repeating: mark, times: halves / 2) + (halves % 2 == 1 ? String(half) : "")
  }

  private var legend: [String] {
    guard series.count > 1 || namesAll else { return [] }
    return Look.legend(
      series.indices.map { String(look.style.bar($0, of: series.count)) }, series.map(\.name))
  }
}

extension NumberFormat {
  /// Numbers without their last digits: where the first digit left out is a 5, these would decide how they are rounded, and
  /// a picture must not change for them.
  func settled(_ numbers: [Double]) -> [Figure] {
    numbers.map { number in
      guard case .digits(let exact) = Figure(number) else { return Figure(number) }
      return .digits(exact.rounded(toDigits: max(digits, 10)))
    }
  }
}
