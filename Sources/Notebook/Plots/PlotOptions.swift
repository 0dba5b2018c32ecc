import Engine
import Language
import Report
import SourceText

/// What a `plot` can draw.
enum PlotSubject: String {
  case lines
  case scatter
  case boundary
  case histogram
  case heatmap
  case bars

  init(_ kind: PlotKind) {
    self =
      switch kind {
      case .lines: .lines
      case .scatter: .scatter
      case .histogram: .histogram
      case .heatmap: .heatmap
      case .bars: .bars
      }
  }

  /// The words that ask for it.
  var statement: String { self == .lines ? "`plot`" : "`plot \(rawValue)`" }
}

/// Reads the options of a `plot`.
struct PlotOptions {
  private(set) var look: Look
  /// The digits that were asked for.
  private(set) var digits: Int?
  private(set) var logarithmic = LogarithmicAxes.none
  /// How many intervals a histogram has.
  private(set) var bins: Int?
  /// The columns of a data set that are drawn, across and upwards.
  private(set) var x: Name?
  private(set) var y: Name?

  private enum Key: String, CaseIterable {
    case title, xlabel, ylabel, width, height, digits, style, log, bins, x, y
  }

  private static func keys(of subject: PlotSubject) -> [Key] {
    switch subject {
    case .lines: [.title, .xlabel, .ylabel, .log, .width, .height, .digits, .style]
    case .scatter: [.title, .xlabel, .ylabel, .x, .y, .log, .width, .height, .digits, .style]
    case .boundary, .heatmap: [.title, .xlabel, .ylabel, .width, .height, .digits, .style]
    case .histogram: [.title, .bins, .width, .digits, .style]
    case .bars: [.title, .width, .height, .digits, .style]
    }
  }

  /// All that is wrong with the options is said at once.
  init(_ options: [Option], form: Name?, of subject: PlotSubject, look: Look, evaluator: Evaluator) throws(Mistakes) {
    self.look = look
    var mistakes: [Mistake] = []
    let keys = Self.keys(of: subject)
    for option in options {
      guard let key = keys.first(where: { $0.rawValue == option.name.text }) else {
        mistakes.append(
          .unknownOption(option, of: subject.statement, among: keys.map(\.rawValue), in: evaluator.code))
        continue
      }
      do throws(Mistake) { try read(key, option.value, evaluator) } catch { mistakes.append(error) }
    }
    if let form, form.text != "text" {
      mistakes.append(
        .at(form.range, of: evaluator.code, .option, "\(subject.statement) has no form `\(form.text)`"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private mutating func read(_ key: Key, _ value: Expression, _ evaluator: Evaluator) throws(Mistake) {
    switch key {
    case .title: look.title = try evaluator.label(value, named: "title", example: "XOR")
    case .xlabel: look.across = try evaluator.label(value, named: "xlabel", example: "epoch")
    case .ylabel: look.upwards = try evaluator.label(value, named: "ylabel", example: "loss")
    case .width: look.width = Int(try evaluator.wholeNumber(value, named: "width", in: 8...200))
    case .height: look.height = Int(try evaluator.wholeNumber(value, named: "height", in: 2...100))
    case .digits:
      let digits = try evaluator.digits(value)
      self.digits = digits
      look.format = NumberFormat(digits: digits)
    case .style:
      let word = try evaluator.word(value, named: "style", among: PlotStyle.allCases.map(\.rawValue))
      look.style = PlotStyle(rawValue: word) ?? .ascii
    case .log: logarithmic = try evaluator.logarithmicAxes(value)
    case .bins: bins = Int(try evaluator.wholeNumber(value, named: "bins", in: 1...100))
    case .x: x = try evaluator.columnName(value, named: "x")
    case .y: y = try evaluator.columnName(value, named: "y")
    }
  }
}

extension Evaluator {
  /// A text in quotes.
  fileprivate func label(_ expression: Expression, named name: String, example: String) throws(Mistake) -> String {
    if case .string(let text) = expression.kind { return text }
    throw .at(
      expression.range, of: code, .option,
      "a \(name == "title" ? name : "label") stands in quotes, `\(name)=\"\(example)\"`"
    )
  }

  /// `true` for the vertical axis, or the axes by name.
  fileprivate func logarithmicAxes(_ expression: Expression) throws(Mistake) -> LogarithmicAxes {
    if case .name(let word) = expression.kind, let axes = LogarithmicAxes(rawValue: word), axes != .none { return axes }
    if case .number(let flag)? = try? value(of: expression), flag == 0 || flag == 1 { return flag == 1 ? .y : .none }
    throw .at(
      expression.range, of: code, .option, "`log` wants `true`, `false`, `x`, `y` or `both`",
      help: ["`true` is `y`, the vertical axis"])
  }

  fileprivate func columnName(_ expression: Expression, named name: String) throws(Mistake) -> Name {
    switch expression.kind {
    case .name(let text), .string(let text): return Name(text: text, range: expression.range)
    case .number, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary, .approximately, .group:
      throw .at(
        expression.range, of: code, .option,
        "`\(name)` wants the name of a column, and this is `\(code.spelling(expression))`")
    }
  }
}
