/// One axis of a plot: the interval that it shows, which begins and ends at round ticks.
struct Axis: Equatable {
  let ticks: [Double]
  let isLogarithmic: Bool

  /// An axis over all the numbers, which are finite and, on a logarithmic axis, positive; nil where there are none.
  /// `most` ticks at the most, three at the least; a logarithmic one has a tick at each power of ten, or at every so many.
  /// A `margin` is left at both ends, a share of the interval.
  init?(covering numbers: some Sequence<Double>, most: Int, isLogarithmic: Bool = false, margin: Double = 0) {
    guard let (low, high) = Self.bounds(of: numbers, isLogarithmic: isLogarithmic) else { return nil }
    self.isLogarithmic = isLogarithmic
    // Where the interval is no number, it has no room for a margin either.
    let room = (high - low).isFinite ? (high - low) * margin : 0
    ticks = isLogarithmic ? Self.decades(low, high, most: most) : Self.round(low - room, high + room, most: most)
  }

  /// The least and the greatest of the numbers that an axis can show, of which the tiny ones are taken for 0.
  static func bounds(of numbers: some Sequence<Double>, isLogarithmic: Bool = false) -> (low: Double, high: Double)? {
    var low = Double.infinity
    var high = -Double.infinity
    for number in numbers where number.isFinite && (!isLogarithmic || number > 0) {
      let number = abs(number) >= RoundNumbers.least ? number : isLogarithmic ? RoundNumbers.least : 0
      low = min(low, number)
      high = max(high, number)
    }
    return low <= high ? (low, high) : nil
  }

  var low: Double { ticks[0] }
  var high: Double { ticks[ticks.count - 1] }

  /// How far along the axis a number is, from 0 to 1; nil where the axis does not show it.
  func place(of number: Double) -> Double? {
    guard number.isFinite, !isLogarithmic || number > 0 else { return nil }
    let place =
      isLogarithmic
      ? (RoundNumbers.exponent(number) - RoundNumbers.exponent(low))
        / (RoundNumbers.exponent(high) - RoundNumbers.exponent(low))
      : (number / 2 - low / 2) / (high / 2 - low / 2)
    return min(1, max(0, place))
  }

  /// The number at a place of a linear axis.
  func number(at place: Double) -> Double { low * (1 - place) + high * place }

  /// Multiples of 1, 2, 2.5 or 5 times a power of ten around the interval. A constant stands in the middle.
  private static func round(_ low: Double, _ high: Double, most: Int) -> [Double] {
    var (low, high) = (low, high)
    if RoundNumbers.areOne(low, high) {
      let size = max(abs(low), abs(high))
      let margin = size == 0 ? 1 : size * 0.5
      (low, high) = (low - margin, high + margin)
    }
    guard (high - low).isFinite else { return widest(low, high) }
    var exponent = Int((RoundNumbers.exponent(high - low) - 2).rounded(.down))
    while true {
      for factor in [1, 2, 2.5, 5] {
        let first = RoundNumbers.ratio(low, factor, exponent).rounded(.down)
        let last = RoundNumbers.ratio(high, factor, exponent).rounded(.up)
        guard last - first < Double(most) else { continue }
        let end = max(last, first + 2)
        let ticks = stride(from: first, through: end, by: 1).map { RoundNumbers.product($0 * factor, exponent) }
        return ticks.allSatisfy(\.isFinite) ? ticks : widest(low, high)
      }
      exponent += 1
    }
  }

  /// All numbers, or all of one sign, where no round ticks reach as far.
  private static func widest(_ low: Double, _ high: Double) -> [Double] {
    let most = Double.greatestFiniteMagnitude
    return low >= 0 ? [0, most / 2, most] : high <= 0 ? [-most, -most / 2, 0] : [-most, 0, most]
  }

  private static func decades(_ low: Double, _ high: Double, most: Int) -> [Double] {
    let first = Int(RoundNumbers.whole(RoundNumbers.exponent(low)).rounded(.down))
    let last = max(Int(RoundNumbers.whole(RoundNumbers.exponent(high)).rounded(.up)), first + 1)
    var step = 1
    while (last - first + step - 1) / step + 1 > most { step += 1 }
    let end = first + (last - first + step - 1) / step * step
    return stride(from: first, through: end, by: step).map {
      min(RoundNumbers.product(1, $0), .greatestFiniteMagnitude)
    }
  }

  // MARK: Names

  /// The ticks in one notation, with as many decimals as the finest of them needs, and at least so many digits that no two
  /// have one name; powers of ten each in its own.
  func names(in format: NumberFormat) -> [String] {
    var format = format
    while true {
      let names = isLogarithmic ? ticks.map(format.text) : format.column(ticks).map { String($0.drop { $0 == " " }) }
      guard Set(names).count < names.count, format.digits < Self.enoughDigits else { return names }
      format = NumberFormat(digits: format.digits + 1)
    }
  }

  /// Ticks that a double can tell apart differ in these.
  private static let enoughDigits = 17
}
