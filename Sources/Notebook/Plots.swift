import Engine
import Language
import Report
import SourceText

/// What `plot` draws.
extension Outputs {
  private enum Key: String, CaseIterable {
    case title, log, width, height, digits
  }

  func plot(_ kind: PlotKind, _ output: Output, at range: Range<Int>) throws(Mistakes) -> StatementResult {
    guard kind == .lines else {
      throw Mistakes([
        .at(range, of: code, .syntax, "`plot \(kind.rawValue)` is not in this version", help: ["`plot` draws curves"])
      ])
    }
    var plot = LinePlot(series: [])
    var mistakes: [Mistake] = []
    for option in output.options {
      do throws(Mistake) { try set(option, of: &plot) } catch { mistakes.append(error) }
    }
    if let form = output.form, form.text != "text" {
      mistakes.append(.at(form.range, of: code, .option, "`plot` has no form `\(form.text)`"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    let series = try single { () throws(Mistake) in try self.series(output, width: plot.width) }
    plot = plot.drawing(series)
    if plot.label == nil { plot.label = try axisLabel(output) }
    return .curves(plot)
  }

  private func set(_ option: Option, of plot: inout LinePlot) throws(Mistake) {
    guard let key = Key(rawValue: option.name.text) else {
      throw .unknownOption(option, of: "`plot`", among: Key.allCases.map(\.rawValue), in: code)
    }
    switch key {
    case .title:
      guard case .string(let title) = option.value.kind else {
        throw .at(option.value.range, of: code, .option, "a title stands in quotes, `title=\"XOR\"`")
      }
      plot.title = title
    case .log: plot.isLogarithmic = try evaluator.flag(option.value, named: "log")
    case .width: plot.width = Int(try evaluator.wholeNumber(option.value, named: "width", in: 8...200))
    case .height: plot.height = Int(try evaluator.wholeNumber(option.value, named: "height", in: 2...100))
    case .digits: plot.format = NumberFormat(digits: try evaluator.digits(option.value))
    }
  }

  private func axisLabel(_ output: Output) throws(Mistakes) -> String? {
    if let domain = output.domain { return domain.variable.text }
    if output.items.allSatisfy({ isMemberNamed(["history", "val"], $0.value) }) { return "epoch" }
    return output.loops.count == 1 && !output.items.contains { isMemberNamed(["history", "val"], $0.value) }
      ? output.loops[0].text : nil
  }

  private func isMemberNamed(_ names: Set<String>, _ expression: Expression) -> Bool {
    if case .member(_, let name) = expression.kind { names.contains(name.text) } else { false }
  }

  private func series(_ output: Output, width: Int) throws(Mistake) -> [LinePlot.Series] {
    if let domain = output.domain {
      return try curves(output.items, over: domain, width: width)
    }
    if !output.loops.isEmpty { return try curves(output.items, byRounds: try rounds(output), output) }
    var series: [LinePlot.Series] = []
    for item in output.items {
      let value = try evaluator.value(of: item.value)
      series += try curves(named: item.label ?? code.spelling(item.value), of: value, item.value)
    }
    return series
  }

  /// A vector is one curve, a matrix one for each of its columns.
  private func curves(
    named name: String, of value: Engine.Value, _ expression: Expression
  ) throws(Mistake) -> [LinePlot.Series] {
    guard !value.shape.isNumber else {
      throw .at(
        expression.range, of: code, .shape, "a curve wants a vector, and `\(code.spelling(expression))` is a number",
        help: ["over a range: `plot \(code.spelling(expression)) for x in 0..1`"])
    }
    return columns(titled: name, of: value, rows: value.rowCount).map {
      LinePlot.Series(name: $0.title, numbers: $0.numbers)
    }
  }

  // MARK: Over a range

  /// Four points to a character, fine enough that a curve has no gaps where it is steep.
  private func curves(
    _ items: [Output.Item], over domain: Output.Domain, width: Int
  ) throws(Mistake) -> [LinePlot.Series] {
    let points = try samples(of: domain, count: 4 * width + 1)
    var inner = evaluator
    return try items.map { (item) throws(Mistake) in
      var curve: [LinePlot.Point] = []
      for point in points {
        try inner.checkTime(at: domain.range)
        inner.environment.define(domain.variable.text, value: .number(point), at: nil)
        let value = try inner.value(of: item.value)
        guard case .number(let number) = value else {
          throw .at(
            item.value.range, of: code, .shape,
            "a curve wants a number for each \(domain.variable.text), and `\(code.spelling(item.value))` is \(value.shape)"
          )
        }
        curve.append(LinePlot.Point(x: point, y: number))
      }
      return LinePlot.Series(name: item.label ?? code.spelling(item.value), points: curve)
    }
  }

  /// Where curves over a range are computed: at the multiples of `step` where there is one, else finely.
  private func samples(of domain: Output.Domain, count: Int) throws(Mistake) -> [Double] {
    if domain.step != nil { return try evaluator.points(of: domain) }
    let from = try evaluator.number(domain.from)
    let through = try evaluator.number(domain.through)
    guard from.isFinite, through.isFinite, from < through else {
      throw .at(domain.range, of: code, .value, "a curve wants a range from a lesser number to a greater one")
    }
    return (0..<count).map { index in
      let share = Double(index) / Double(count - 1)
      return from * (1 - share) + through * share
    }
  }

  // MARK: By rounds

  /// Vectors are a curve for each round; numbers make one curve over the loop's variable.
  private func curves(
    _ items: [Output.Item], byRounds rounds: [Collection.Round], _ output: Output
  ) throws(Mistake) -> [LinePlot.Series] {
    var series: [LinePlot.Series] = []
    for item in items {
      let name = item.label ?? code.spelling(item.value)
      var vectors: [LinePlot.Series] = []
      var points: [LinePlot.Point] = []
      for (place, round) in rounds.enumerated() {
        let variables = output.loops.compactMap { loop in round.variables.first { $0.name == loop.text } }
        let words = variables.map { "\($0.name) = \($0.label)" }.joined(separator: ", ")
        let value = try self.value(of: item.value, in: round)
        if case .number(let number) = value {
          points.append(LinePlot.Point(x: variables[0].number ?? Double(place + 1), y: number))
        } else {
          vectors += try curves(named: items.count > 1 ? "\(name), \(words)" : words, of: value, item.value)
        }
      }
      series += vectors + (points.isEmpty ? [] : [LinePlot.Series(name: name, points: points)])
    }
    return series
  }
}
