import Engine
import Language
import Report
import SourceText

/// `plot bars v` and `plot histogram v`.
extension Outputs {
  // MARK: Bars

  func bars(_ output: Output) throws(Mistakes) -> StatementResult {
    let options = try plotOptions(output, of: .bars, Look(height: 24))
    return try single { () throws(Mistake) in
      let (names, series) =
        if let domain = output.domain {
          try bars(output.items, over: domain)
        } else if output.loops.isEmpty {
          try bars(output.items)
        } else {
          try bars(output.items, byRounds: try rounds(output), output)
        }
      try check(series.count, "series", at: output.items[0].value)
      var plot = BarPlot(names: names, series: series)
      plot.look = options.look
      plot.format = NumberFormat(digits: options.digits ?? settings.digits)
      plot.namesAll = output.items.contains { $0.label != nil } && names != output.items.map(name(of:))
      return .picture(plot.text)
    }
  }

  private typealias Bars = (names: [String], series: [BarPlot.Series])

  /// Each number is a bar of its own; a vector has a bar for each entry, a matrix a series for each column.
  private func bars(_ items: [Output.Item]) throws(Mistake) -> Bars {
    var values: [Engine.Value] = []
    for item in items { values.append(try evaluator.value(of: item.value)) }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    if numbers.count == values.count {
      return (items.map(name(of:)), [BarPlot.Series(name: "", numbers: numbers)])
    }
    let count = values[0].rowCount
    for (item, value) in zip(items, values) where value.shape.isNumber || value.rowCount != count {
      throw .at(
        item.value.range, of: code, .shape,
        "bars side by side are as many: `\(code.spelling(items[0].value))` is \(values[0].shape), "
          + "`\(code.spelling(item.value))` is \(value.shape)")
    }
    try checkBars(count, at: items[0].value.range)
    var series: [BarPlot.Series] = []
    for (item, value) in zip(items, values) { series += try bars(named: name(of: item), of: value, item.value) }
    let classes = items.lazy.compactMap { self.classes(of: $0.value, count: count) }.first
    return (classes ?? (0..<count).map { "\($0 + 1)" }, series)
  }

  private func bars(
    named name: String, of value: Engine.Value, _ expression: Expression
  ) throws(Mistake) -> [BarPlot.Series] {
    if case .matrix(let matrix) = value { try check(matrix.columns, "series", ofMatrix: true, at: expression) }
    try take(value.shape.count, at: expression)
    return columns(titled: name, of: value, rows: value.rowCount).map {
      BarPlot.Series(name: $0.title, numbers: $0.numbers)
    }
  }

  /// Every bar has a name, though no more than some are drawn.
  private func checkBars(_ count: Int, at range: Range<Int>) throws(Mistake) {
    guard count > Self.largestTable else { return }
    throw .at(
      range, of: code, .limit, "this plot would have \(count) bars, and \(Self.largestTable) are the most",
      help: ["`plot histogram` counts any number of values"])
  }

  /// The names of the classes that a prediction gives numbers to.
  private func classes(of expression: Expression, count: Int) -> [String]? {
    switch expression.kind {
    case .group(let inner): return classes(of: inner, count: count)
    case .call(let name, primes: 0, _):
      guard case .network(let network)? = thing(called: name), network.classes.count == count else { return nil }
      return network.classes
    case .number, .string, .name, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary,
      .approximately:
      return nil
    }
  }

  private func thing(called name: Name) -> Thing? {
    evaluator.environment.functions[name.text] == nil ? evaluator.environment.things[name.text]?.meaning : nil
  }

  private func bars(_ items: [Output.Item], over domain: Output.Domain) throws(Mistake) -> Bars {
    let points = try evaluator.points(of: domain)
    try checkBars(points.count, at: domain.range)
    let series = try items.map { (item) throws(Mistake) in
      BarPlot.Series(
        name: name(of: item),
        numbers: try evaluator.numbers(of: item.value, over: domain.variable, at: points, in: domain.range))
    }
    let format = NumberFormat(digits: 6)
    return (points.map { "\(domain.variable.text) = \(format.text($0))" }, series)
  }

  /// Numbers are a bar for each round, a series for each item; vectors a series for each round.
  private func bars(
    _ items: [Output.Item], byRounds rounds: [Collection.Round], _ output: Output
  ) throws(Mistake) -> Bars {
    let roundNames = rounds.map { words(variables(of: output, in: $0)) }
    var values: [[Engine.Value]] = []
    for item in items {
      values.append(try rounds.map { (round) throws(Mistake) in try value(of: item.value, in: round) })
    }
    let first = values[0][0]
    let count = first.rowCount
    for (item, values) in zip(items, values) {
      for (value, round) in zip(values, roundNames)
      where value.shape.isNumber != first.shape.isNumber || value.rowCount != count {
        throw .at(
          item.value.range, of: code, .shape,
          "bars side by side are as many: `\(code.spelling(items[0].value))` is \(first.shape) with \(roundNames[0]), "
            + "`\(code.spelling(item.value))` \(value.shape) with \(round)")
      }
    }
    if first.shape.isNumber {
      return (
        roundNames,
        zip(items, values).map { BarPlot.Series(name: name(of: $0), numbers: $1.flatMap(\.elements)) }
      )
    }
    try checkBars(count, at: items[0].value.range)
    var series: [BarPlot.Series] = []
    for (item, values) in zip(items, values) {
      for (value, round) in zip(values, roundNames) {
        series += try bars(
          named: items.count > 1 ? "\(name(of: item)), \(round)" : round, of: value, item.value)
      }
    }
    return ((0..<count).map { "\($0 + 1)" }, series)
  }

  // MARK: Histograms

  func histogram(_ output: Output) throws(Mistakes) -> StatementResult {
    let options = try plotOptions(output, of: .histogram, Look())
    return try single { () throws(Mistake) in
      try rejectRounds(output, of: .histogram)
      var series: [Histogram.Series] = []
      for item in output.items {
        if output.loops.isEmpty {
          series.append(Histogram.Series(name: name(of: item), numbers: try evaluator.value(of: item.value).elements))
          continue
        }
        for round in try rounds(output) {
          let words = words(variables(of: output, in: round))
          series.append(
            Histogram.Series(
              name: output.items.count > 1 ? "\(name(of: item)), \(words)" : words,
              numbers: try value(of: item.value, in: round).elements))
        }
      }
      try check(series.count, "series", at: output.items[0].value)
      try take(series.reduce(0) { $0 + $1.numbers.count }, at: output.items[0].value)
      var plot = Histogram(series: series)
      plot.look = options.look
      plot.bins = options.bins
      plot.format = NumberFormat(digits: options.digits ?? settings.digits)
      plot.namesAll = output.items.contains { $0.label != nil }
      return .picture(plot.text)
    }
  }
}
