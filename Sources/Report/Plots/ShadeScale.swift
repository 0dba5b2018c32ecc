/// Shades for numbers, with round edges between them: from faint to strong, or, where a number is below 0, from strongly
/// negative over about 0 to strongly positive.
struct ShadeScale: Equatable {
  /// Where the shades begin and end, one more than there are shades; a single one where all numbers are the same.
  let edges: [Double]
  /// Whether the shades tell the sign.
  let isSigned: Bool

  /// A scale for all the finite numbers; nil where there are none.
  init?(covering numbers: some Sequence<Double>) {
    guard let (low, high) = Axis.bounds(of: numbers) else { return nil }
    // What rounding errors left of 0 has no sign.
    isSigned = low < -max(0, high) * RoundNumbers.noise
    if isSigned {
      edges = Self.edges(around: max(-low, high))
    } else if RoundNumbers.areOne(max(0, low), high) {
      edges = [high]
    } else {
      edges = Self.edges(from: max(0, low), through: high)
    }
  }

  private static let count = 5

  /// Five shades of one width, the middle one around 0.
  private static func edges(around most: Double) -> [Double] {
    search([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8], from: most) { factor, exponent in
      guard RoundNumbers.ratio(most, factor, exponent) <= 1 else { return nil }
      return [-5, -3, -1, 1, 3, 5].map { RoundNumbers.product(factor * $0 / 5, exponent) }
    } ?? [-1, -0.6, -0.2, 0.2, 0.6, 1].map { $0 * Double.greatestFiniteMagnitude }
  }

  /// Five shades of one width around the interval, of which no number is below 0.
  private static func edges(from low: Double, through high: Double) -> [Double] {
    search([1, 1.5, 2, 2.5, 3, 4, 5, 6], from: (high - low) / Double(count)) { factor, exponent in
      let first = RoundNumbers.ratio(low, factor, exponent).rounded(.down)
      let last = first + Double(count)
      guard RoundNumbers.ratio(high, factor, exponent) <= last else { return nil }
      return stride(from: first, through: last, by: 1).map { RoundNumbers.product($0 * factor, exponent) }
    } ?? (0...count).map { Double.greatestFiniteMagnitude * (Double($0) / Double(count)) }
  }

  /// The edges that the least factor, times a power of ten, has; nil where they are past all bounds.
  private static func search(
    _ factors: [Double], from size: Double, _ edges: (Double, Int) -> [Double]?
  ) -> [Double]? {
    var exponent = Int(RoundNumbers.exponent(size).rounded(.down)) - 1
    while true {
      for factor in factors {
        if let edges = edges(factor, exponent) { return edges.allSatisfy(\.isFinite) ? edges : nil }
      }
      exponent += 1
    }
  }

  /// The shade of a finite number, from 0.
  private func level(of number: Double) -> Int {
    guard edges.count > 1 else { return 0 }
    let (low, high) = (edges[0], edges[edges.count - 1])
    let count = edges.count - 1
    if isSigned {
      // Alike on both sides of 0.
      let steps = Int((RoundNumbers.whole(abs(number) / high * 2.5 + 0.5)).rounded(.down))
      return Self.count / 2 + (number < 0 ? -1 : 1) * min(Self.count / 2, steps)
    }
    let place = (number / 2 - low / 2) / (high / 2 - low / 2) * Double(count)
    return min(count - 1, max(0, Int(RoundNumbers.whole(place).rounded(.down))))
  }

  /// The character of a number.
  func shade(of number: Double, in style: PlotStyle) -> Unicode.Scalar {
    number.isFinite ? shades(in: style)[level(of: number)] : PlotStyle.unknown
  }

  /// One character for each shade. What is the same everywhere is strong, unless it is 0.
  func shades(in style: PlotStyle) -> [Unicode.Scalar] {
    if isSigned { return style.signedShades }
    return edges.count > 1 ? style.shades : [style.shades[edges[0] > 0 ? Self.count - 1 : 0]]
  }

  /// The shades between their edges, on one line.
  func legend(in look: Look) -> String {
    let shades = shades(in: look.style)
    let names = look.format.printed(edges).map(\.text)
    guard names.count > 1 else { return "\(String(repeating: shades[0], times: 4)) \(names[0])" }
    return zip(shades, names.dropFirst()).reduce(names[0]) { line, next in
      "\(line) \(String(repeating: next.0, times: 4)) \(next.1)"
    }
  }
}
