import Engine
import Language
import Report
import SourceText

/// What the plots share: how what they draw is named, and what none of them takes.
extension Outputs {
  func plotOptions(_ output: Output, of subject: PlotSubject, _ look: Look) throws(Mistakes) -> PlotOptions {
    try PlotOptions(output.options, form: output.form, of: subject, look: look, evaluator: evaluator)
  }

  /// More series than this are told apart by nobody.
  static let mostSeries = 32

  /// Says so where there are more series than can be told apart.
  func check(
    _ count: Int, _ nouns: String, ofMatrix isMatrix: Bool = false, at expression: Expression
  ) throws(Mistake) {
    guard count > Self.mostSeries else { return }
    throw .at(
      expression.range, of: code, .limit, "this plot would have \(count) \(nouns), and \(Self.mostSeries) are the most",
      help: isMatrix ? ["`plot heatmap` shows a matrix of any size"] : [])
  }

  /// Takes the memory for copies of so many numbers.
  func take(_ count: Int, at expression: Expression) throws(Mistake) {
    try evaluator.computing(expression, []) { _ throws(EngineFault) in try copies.take(count) }
  }

  /// Says so where a plot is given a range or loops that it makes nothing of.
  func rejectRounds(_ output: Output, of subject: PlotSubject) throws(Mistake) {
    if let domain = output.domain {
      throw .at(
        domain.range, of: code, .option, "\(subject.statement) takes no `for`",
        help: ["`plot` without a word draws curves over a range"])
    }
    if subject != .histogram, let loop = output.loops.first {
      throw .at(loop.range, of: code, .option, "\(subject.statement) takes no `by`")
    }
  }

  /// What a series is called: its label, or how it is spelled.
  func name(of item: Output.Item) -> String { item.label ?? code.spelling(item.value) }

  /// The variables that stand after `by`, as they stood in a round.
  func variables(of output: Output, in round: Collection.Round) -> [Collection.Variable] {
    output.loops.compactMap { loop in round.variables.first { $0.name == loop.text } }
  }

  func words(_ variables: [Collection.Variable]) -> String {
    variables.map { "\($0.name) = \($0.label)" }.joined(separator: ", ")
  }

  /// `… as "label"` of the only thing that a plot draws, which then is its title.
  func titled(_ look: Look, by item: Output.Item) throws(Mistake) -> Look {
    guard let label = item.label else { return look }
    guard look.title == nil else {
      throw .at(
        item.value.range, of: code, .option, "`as \"\(label)\"` would be the title here, and there is one",
        help: ["leave `as` or `title` out"])
    }
    var look = look
    look.title = label
    return look
  }
}
