/// How numbers are printed: rounded from their exact value to so many significant digits.
///
/// - Rounding is as on paper: the first digit left out decides, 5 goes away from zero. It looks at the exact value of the
///   Double: 0.125 to two digits is 0.13, and 0.15 to one is 0.1, because the Double that is written so lies below it.
/// - The digits before the point are never rounded away: 12345.67 to four digits is 12346, not 12350.
/// - A whole number below 10¹⁵ is printed in full whatever the digits, because it is a count as often as not.
/// - Other numbers are printed with a power of ten (`1.2e-7`, as the language reads them) below 10⁻⁵ and from 10⁷ on, or
///   from 10ⁿ on where n digits, more than seven, are asked for.
/// - Zero has no sign and no digits to keep: it is `0`.
/// - Numbers that stand together share their number of decimals, so many that each shows its digits. They all take powers
///   of ten where one of them would alone, or where they would be more than 8 digits longer than asked for.
/// - What is below 10⁻⁵ and more than twelve powers of ten smaller than the largest beside it has no say in that: in a
///   column with 0.707, the 6.1·10⁻¹⁷ that a computer takes for cos(π/2) is 0.000.
package struct NumberFormat: Sendable, Equatable {
  /// How many significant digits a note may ask for.
  package static let allowedDigits = 1...40

  /// Significant digits, within `allowedDigits`.
  package let digits: Int
  /// Whether a computed 0.2 is printed 0.2000, to say how far it was rounded.
  package let keepsTrailingZeros: Bool

  package init(digits: Int = 4, keepsTrailingZeros: Bool = false) {
    precondition(Self.allowedDigits.contains(digits), "digits must be from 1 to 40")
    self.digits = digits
    self.keepsTrailingZeros = keepsTrailingZeros
  }

  /// The number as running text: `0.2984`, `12`, `1.2e-7`, `∞`, `undefined`.
  package func text(_ number: Double) -> String {
    printed(number).text
  }

  /// The number as LaTeX, for the inside of a formula.
  package func latex(_ number: Double) -> String {
    printed(number).latex
  }

  /// Numbers that stand below one another: one number of decimals for all, padded to one width with the points aligned.
  package func column(_ numbers: [Double]) -> [String] {
    printed(numbers).aligned
  }

  private func printed(_ number: Double) -> PrintedNumber {
    let figure = Figure(number)
    return notation(for: [figure]).printed(figure)
  }
}

extension NumberFormat {
  /// The numbers in the one notation that suits them all, or with so many decimals, not padded.
  func printed(_ numbers: [Double], decimals: Int? = nil) -> [PrintedNumber] {
    let figures = numbers.map(Figure.init)
    let notation = decimals.map(Notation.fixed) ?? notation(for: figures)
    return figures.map(notation.printed)
  }

  /// The notation that shows each of some figures to `digits` digits at least.
  func notation(for figures: [Figure]) -> Notation {
    let expansions = figures.compactMap(\.expansion)
    let noise = min((expansions.map(\.exponent).max() ?? 0) - Self.trustedPowers, Self.leastPlainExponent)
    var needs = Needs()
    for exact in expansions {
      let rounded = exact.rounded(toDigits: digits)
      if rounded.exponent >= noise { needs.take(exact, rounded: rounded, format: self) }
    }
    let isSensible = needs.decimals == 0 || needs.wholeDigits + needs.decimals <= digits + Self.slack
    return needs.fitsFixed && isSensible
      ? .fixed(decimals: needs.decimals) : .scientific(decimals: needs.mantissaDecimals)
  }

  /// What lies further below the largest is taken for what rounding errors left of a zero.
  private static let trustedPowers = 12
  /// How many digits more than asked for a column may show to keep one number of decimals.
  private static let slack = 8
  /// Whole numbers of at most so many digits are printed in full.
  private static let wholeNumberDigits = 15
  /// Other numbers of at most so many digits before the point are printed without a power of ten.
  private static let plainDigits = 7
  /// The power of ten of the smallest numbers that are.
  private static let leastPlainExponent = -5

  /// What a notation must offer to suit every number it is to print.
  private struct Needs {
    var fitsFixed = true
    var wholeDigits = 1
    var decimals = 0
    var mantissaDecimals = 0

    mutating func take(_ exact: DecimalExpansion, rounded: DecimalExpansion, format: NumberFormat) {
      let kept = format.keepsTrailingZeros ? format.digits : rounded.digits.count
      mantissaDecimals = max(mantissaDecimals, kept - 1)
      let isCount = exact.isInteger && exact.exponent < wholeNumberDigits
      let most = max(plainDigits, format.digits)
      if !isCount {
        let isLarge = exact.rounded(toDigits: most).exponent >= most
        fitsFixed = fitsFixed && !isLarge && rounded.exponent >= leastPlainExponent
      }
      wholeDigits = max(wholeDigits, exact.exponent + 1)
      decimals = max(decimals, kept - 1 - rounded.exponent)
    }
  }
}
