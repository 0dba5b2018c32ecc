import Engine
import Language
import Report
import SourceText

/// What `set` sets.
struct Settings {
  /// Significant digits in every output.
  private(set) var digits = 4
  /// What every random stream is derived from.
  private(set) var seed: UInt64 = 0
  /// What stands around displayed formulas.
  private(set) var math = FormulaFrame.dollars

  private enum Key: String, CaseIterable {
    case digits
    case seed
    case math
  }

  /// The settings after `set name = value`.
  func setting(_ name: Name, to value: Expression, evaluator: Evaluator) throws(Mistake) -> Settings {
    guard let key = Key(rawValue: name.text) else {
      let names = Key.allCases.map(\.rawValue)
      throw .at(
        name.range, of: evaluator.code, .option, "unknown setting `\(name.text)`",
        help: [
          nearest(to: name.text, among: names).map { "did you mean `\($0)`?" }
            ?? "there are `digits`, `seed` and `math`; for a value write `\(name.text) = …` without `set`"
        ])
    }
    var copy = self
    switch key {
    case .digits: copy.digits = try evaluator.digits(value)
    case .math:
      let words = FormulaFrame.allCases.map(\.rawValue)
      let word = try evaluator.word(value, named: "math", among: words)
      guard let frame = FormulaFrame(rawValue: word) else { preconditionFailure("a word that is one of the frames") }
      copy.math = frame
    case .seed:
      let largest = 0x1p53
      copy.seed = UInt64(try evaluator.wholeNumber(value, named: "seed", in: 0...largest))
    }
    return copy
  }
}

extension Evaluator {
  /// The value of `digits = …`.
  func digits(_ expression: Expression) throws(Mistake) -> Int {
    let allowed = NumberFormat.allowedDigits
    return Int(
      try wholeNumber(expression, named: "digits", in: Double(allowed.lowerBound)...Double(allowed.upperBound)))
  }

  /// A whole number within bounds.
  func wholeNumber(
    _ expression: Expression, named name: String, in allowed: ClosedRange<Double>
  ) throws(Mistake) -> Double {
    let value = try value(of: expression)
    guard case .number(let number) = value else {
      throw .at(expression.range, of: code, .option, "`\(name)` wants a number, and this is \(value.shape)")
    }
    guard allowed.contains(number), number == number.rounded() else {
      let format = NumberFormat(digits: 17)
      throw .at(
        expression.range, of: code, .option,
        "`\(name)` wants a whole number from \(format.text(allowed.lowerBound)) to \(format.text(allowed.upperBound)), "
          + "and this is \(format.text(number))")
    }
    return number
  }
}
