import Engine
import Language
import Report
import SourceText

/// Reads the options of a `draw`.
struct DrawingOptions {
  private(set) var showsWeights = false
  private(set) var showsFormulas = true
  private(set) var digits: Int?
  private(set) var width = 100
  private(set) var style = PlotStyle.ascii

  private enum Key: String, CaseIterable {
    case weights, formulas, digits, width, style
  }

  /// All that is wrong with the options is said at once.
  init(_ output: Output, evaluator: Evaluator) throws(Mistakes) {
    var mistakes: [Mistake] = []
    for option in output.options {
      guard let key = Key(rawValue: option.name.text) else {
        mistakes.append(
          .unknownOption(option, of: "`draw`", among: Key.allCases.map(\.rawValue), in: evaluator.code))
        continue
      }
      do throws(Mistake) { try read(key, option.value, evaluator) } catch { mistakes.append(error) }
    }
    if let form = output.form, form.text != "text" {
      mistakes.append(.at(form.range, of: evaluator.code, .option, "`draw` has no form `\(form.text)`"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private mutating func read(_ key: Key, _ value: Expression, _ evaluator: Evaluator) throws(Mistake) {
    switch key {
    case .weights: showsWeights = try evaluator.flag(value, named: "weights")
    case .formulas: showsFormulas = try evaluator.flag(value, named: "formulas")
    case .digits: digits = try evaluator.digits(value)
    case .width: width = Int(try evaluator.wholeNumber(value, named: "width", in: 40...200))
    case .style:
      let word = try evaluator.word(value, named: "style", among: PlotStyle.allCases.map(\.rawValue))
      style = PlotStyle(rawValue: word) ?? .ascii
    }
  }
}
