import Report

/// How numbers are put into worked formulas. A given number that a few digits say exactly is printed with these, every other
/// one to `digits` significant digits, trailing zeros kept: so fewer digits mean an exact number, and as many as asked for one
/// that was rounded in its last place. What a reader computes from the printed digits then agrees with the printed result
/// within what that rounding allows.
struct Numerals {
  let digits: Int

  private var short: NumberFormat { NumberFormat(digits: digits) }
  /// For what was computed.
  var full: NumberFormat { NumberFormat(digits: digits, keepsTrailingZeros: true) }

  /// A number that the note or its data gave.
  func given(_ number: Double) -> Phrase {
    let phrase = Phrase.number(number, short)
    return Double(phrase.text) == number ? phrase : .number(number, full)
  }

  /// A number that was computed.
  func computed(_ number: Double) -> Phrase { .number(number, full) }

  /// A whole number of the formula itself.
  func count(_ number: Int) -> Phrase { .number(Double(number), short) }

  /// p/q in lowest terms; nil for 1.
  func fraction(_ numerator: Int, _ denominator: Int) -> Phrase? {
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let (p, q) = (numerator / a, denominator / a)
    if q == 1 { return p == 1 ? nil : .symbol("\(p)") }
    return .symbol("\(p)") / .symbol("\(q)")
  }
}
