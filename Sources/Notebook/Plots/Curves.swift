import Engine
import Language
import Report
import SourceText

/// `plot mlp.history`, `plot f(x), g(x) for x in a..b`, `plot m.history by η`.
extension Outputs {
  func curves(_ output: Output) throws(Mistakes) -> StatementResult {
    let options = try plotOptions(output, of: .lines, Look())
    return try single { () throws(Mistake) in
      let series = try self.series(output, options)
      try check(series.count, "curves", at: output.items[0].value)
      var plot = LinePlot(series: series)
      plot.look = options.look
      plot.look.across = options.look.across ?? axisLabel(output)
      plot.logarithmic = options.logarithmic
      plot.namesAll = output.items.contains { $0.label != nil }
      return .picture(plot.text)
    }
  }

  private func axisLabel(_ output: Output) -> String? {
    if let domain = output.domain { return domain.variable.text }
    if output.items.allSatisfy({ isMemberNamed(["history", "val"], $0.value) }) { return "epoch" }
    return output.loops.count == 1 && !output.items.contains { isMemberNamed(["history", "val"], $0.value) }
      ? output.loops[0].text : nil
  }

  private func isMemberNamed(_ names: Set<String>, _ expression: Expression) -> Bool {
    if case .member(_, let name) = expression.kind { names.contains(name.text) } else { false }
  }

  private func series(_ output: Output, _ options: PlotOptions) throws(Mistake) -> [LinePlot.Series] {
    if let domain = output.domain { return try curves(output.items, over: domain, options) }
    if !output.loops.isEmpty { return try curves(output.items, byRounds: try rounds(output), output) }
    var series: [LinePlot.Series] = []
    for item in output.items {
      let value = try evaluator.value(of: item.value)
      series += try curves(named: name(of: item), of: value, item.value)
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
    if case .matrix(let matrix) = value { try check(matrix.columns, "curves", ofMatrix: true, at: expression) }
    try take(value.shape.count, at: expression)
    return columns(titled: name, of: value, rows: value.rowCount).map {
      LinePlot.Series(name: $0.title, numbers: $0.numbers, from: 1)
    }
  }

  // MARK: Over a range

  private func curves(
    _ items: [Output.Item], over domain: Output.Domain, _ options: PlotOptions
  ) throws(Mistake) -> [LinePlot.Series] {
    // Four points to a character, fine enough that a curve has no gaps where it is steep.
    let points = try samples(of: domain, count: 4 * options.look.width + 1, options.logarithmic)
    return try items.map { (item) throws(Mistake) in
      try take(points.count, at: item.value)
      let numbers = try evaluator.numbers(of: item.value, over: domain.variable, at: points, in: domain.range)
      return LinePlot.Series(name: name(of: item), points: zip(points, numbers).map { PlotPoint(x: $0, y: $1) })
    }
  }

  /// Where curves over a range are computed: at the multiples of `step` where there is one, else finely, on a logarithmic
  /// axis in equal ratios.
  private func samples(
    of domain: Output.Domain, count: Int, _ logarithmic: LogarithmicAxes
  ) throws(Mistake) -> [Double] {
    if domain.step != nil { return try evaluator.points(of: domain) }
    let from = try evaluator.number(domain.from)
    let through = try evaluator.number(domain.through)
    guard from.isFinite, through.isFinite, from < through else {
      throw .at(domain.range, of: code, .value, "a curve wants a range from a lesser number to a greater one")
    }
    let shares = (0..<count).map { Double($0) / Double(count - 1) }
    guard logarithmic == .x || logarithmic == .both else {
      return shares.map { share in from * (1 - share) + through * share }
    }
    guard from > 0 else {
      throw .at(
        domain.from.range, of: code, .value, "a logarithmic axis wants a range above 0",
        help: ["as in `for \(domain.variable.text) in 0.001..1`"])
    }
    let ratios = try evaluator.computing(domain.through, []) { budget throws(EngineFault) in
      let exponents = Engine.Value.vector(try Vector(shares, within: budget))
      return try BinaryOperation.power.apply(.number(through / from), exponents, within: budget).elements
    }
    return ratios.map { min(through, from * $0) }
  }

  // MARK: By rounds

  /// Vectors are a curve for each round; numbers make one curve over the loop's variable, from left to right.
  private func curves(
    _ items: [Output.Item], byRounds rounds: [Collection.Round], _ output: Output
  ) throws(Mistake) -> [LinePlot.Series] {
    var series: [LinePlot.Series] = []
    for item in items {
      var vectors: [LinePlot.Series] = []
      var points: [PlotPoint] = []
      for (place, round) in rounds.enumerated() {
        let variables = variables(of: output, in: round)
        let value = try self.value(of: item.value, in: round)
        if case .number(let number) = value {
          points.append(PlotPoint(x: variables[0].number ?? Double(place + 1), y: number))
        } else {
          let words = words(variables)
          vectors += try curves(
            named: items.count > 1 ? "\(name(of: item)), \(words)" : words, of: value, item.value)
        }
      }
      let sorted = points.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }
      series += vectors
      if !points.isEmpty { series.append(LinePlot.Series(name: name(of: item), points: sorted.map(\.element))) }
    }
    return series
  }
}
