import Engine
import Language
import Report
import SourceText

/// The tables about networks and data sets, and those by what loops collected.
extension Outputs {
  /// Every `table` that is not an inspection: layers for a network, epochs for histories, rounds after `by`, else columns.
  func tables(_ output: Output) throws(Mistakes) -> [StatementResult] {
    if !output.loops.isEmpty { return [try roundTable(output)] }
    if output.domain == nil, output.items.count == 1,
      let network = try networkOnly(output.items[0].value)
    {
      let digits = try single { () throws(Mistake) in try self.digits(output.options, of: "`table`") }
      return [.sheet(layerTable(network, format: NumberFormat(digits: digits)))]
    }
    if output.domain == nil, output.items.allSatisfy({ isHistory($0.value) }) { return [try historyTable(output)] }
    return [try table(output)]
  }

  private func networkOnly(_ expression: Expression) throws(Mistakes) -> Network? {
    guard case .name(let name) = expression.kind,
      case .network(let network)? = evaluator.environment.things[name]?.meaning
    else { return nil }
    return network
  }

  // MARK: Layers

  private func layerTable(_ network: Network, format: NumberFormat) -> Report.Table {
    var rows = [LayerRow(name: "input", neurons: network.spec.inputs)]
    var width = network.spec.inputs
    var number = 0
    for layer in network.spec.layers {
      switch layer {
      case .dense(let count, let activation):
        number += 1
        rows.append(
          LayerRow(
            name: "\(number)", neurons: count, activation: activation.text, weights: (count, width), biases: count,
            parameters: count * width + count))
        width = count
      case .dropout(let share):
        rows.append(LayerRow(name: "dropout", activation: "p = \(format.text(share))"))
      case .batchnorm:
        rows.append(LayerRow(name: "batchnorm", neurons: width, parameters: 2 * width))
      }
    }
    return Self.table(of: rows)
  }

  private struct LayerRow {
    var name: String
    var neurons: Int?
    var activation = ""
    var weights: (rows: Int, columns: Int)?
    var biases: Int?
    var parameters: Int?
  }

  private static func table(of rows: [LayerRow]) -> Report.Table {
    func numbers(_ figure: (LayerRow) -> Int?) -> [Report.Table.Cell] {
      rows.map { row in figure(row).map { .number(Double($0)) } ?? .empty }
    }
    func sum(_ figure: (LayerRow) -> Int?) -> [Report.Table.Cell] {
      [.number(Double(rows.compactMap(figure).reduce(0, +)))]
    }
    let weights: [Report.Table.Cell] = rows.map { row in
      row.weights.map { .text("\($0.rows) × \($0.columns)") } ?? .empty
    }
    let weightCount = rows.compactMap { $0.weights.map { $0.rows * $0.columns } }.reduce(0, +)
    return Report.Table([
      .init(title: "layer", alignment: .left, cells: rows.map { .text($0.name) } + [.text("total")]),
      .init(title: "neurons", alignment: .right, cells: numbers(\.neurons)),
      .init(
        title: "activation", alignment: .left,
        cells: rows.map { $0.activation.isEmpty ? .empty : .text($0.activation) }),
      .init(title: "weights", alignment: .right, cells: weights + [.text("\(weightCount)")]),
      .init(title: "biases", alignment: .right, cells: numbers(\.biases) + sum(\.biases)),
      .init(title: "parameters", alignment: .right, cells: numbers(\.parameters) + sum(\.parameters)),
    ])
  }

  // MARK: Samples

  /// Every column of a data set, a class by its name.
  func columns(of set: DataSet) -> [TableColumn] {
    let inputs = set.inputNames.enumerated().map { place, name in
      TableColumn(title: name, numbers: set.inputs.column(place))
    }
    guard set.classes.isEmpty else {
      let classes = (0..<set.size).map { set.classes[set.targets.greatest(inRow: $0)] }
      return inputs + [TableColumn(title: set.targetNames.first ?? "class", words: classes)]
    }
    return inputs
      + set.targetNames.enumerated().map { place, name in
        TableColumn(title: name, numbers: set.targets.column(place))
      }
  }

  // MARK: Histories

  private func isHistory(_ expression: Expression) -> Bool {
    guard case .member(let base, let member) = expression.kind, member.text == "history" || member.text == "val",
      case .name(let name) = base.kind, case .network? = evaluator.environment.things[name]?.meaning
    else { return false }
    return true
  }

  /// Epoch by epoch, `every=` so many; the first and the last are always there.
  private func historyTable(_ output: Output) throws(Mistakes) -> StatementResult {
    var mistakes: [Mistake] = []
    let every = collecting(into: &mistakes, otherwise: 1) { () throws(Mistake) in
      guard let option = output.options.first(where: { $0.name.text == "every" }) else { return 1 }
      return Int(try evaluator.wholeNumber(option.value, named: "every", in: 1...0x1p53))
    }
    let digits = collecting(into: &mistakes, otherwise: settings.digits) { () throws(Mistake) in
      try self.digits(output.options.filter { $0.name.text != "every" }, of: "`table`")
    }
    var histories: [(title: String, numbers: [Double])] = []
    for item in output.items {
      do throws(Mistake) {
        histories.append((item.label ?? code.spelling(item.value), try evaluator.value(of: item.value).elements))
      } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    let count = histories.map(\.numbers.count).max() ?? 0
    let epochs = (1...max(1, count)).filter { $0 == 1 || $0 == count || $0 % every == 0 }
    guard epochs.count * (histories.count + 1) <= Self.largestTable else {
      throw Mistakes([
        .at(
          output.items[0].value.range, of: code, .limit, "this table would have \(epochs.count) rows",
          help: ["`every=100` takes each hundredth"])
      ])
    }
    let format = NumberFormat(digits: digits)
    return .sheet(
      Report.Table(
        [.init(title: "epoch", numbers: epochs.map(Double.init), format: NumberFormat(digits: 15))]
          + histories.map { history in
            let cells = epochs.map { epoch -> Report.Table.Cell in
              epoch <= history.numbers.count ? .number(history.numbers[epoch - 1]) : .empty
            }
            return .init(title: history.title, alignment: .right, cells: cells, format: format)
          }))
  }

  // MARK: Rounds

  /// One row for each round of the loops.
  private func roundTable(_ output: Output) throws(Mistakes) -> StatementResult {
    let rounds = try single { () throws(Mistake) in try self.rounds(output) }
    let digits = try single { () throws(Mistake) in try self.digits(output.options, of: "`table`") }
    let format = NumberFormat(digits: digits)
    var columns: [Report.Table.Column] = []
    for (place, name) in output.loops.enumerated() {
      let variables = rounds.compactMap { round in round.variables.first { $0.name == output.loops[place].text } }
      let numbers = variables.compactMap(\.number)
      columns.append(
        numbers.count == variables.count
          ? .init(title: name.text, numbers: numbers, format: NumberFormat(digits: 6))
          : .init(title: name.text, alignment: .left, cells: variables.map { .text($0.label) }))
    }
    for item in output.items {
      var numbers: [Double] = []
      for round in rounds {
        let value = try single { () throws(Mistake) in try self.value(of: item.value, in: round) }
        guard case .number(let number) = value else {
          throw Mistakes([
            .at(
              item.value.range, of: code, .shape,
              "a cell of a table is a number, and `\(code.spelling(item.value))` is \(value.shape)")
          ])
        }
        numbers.append(number)
      }
      columns.append(.init(title: item.label ?? code.spelling(item.value), numbers: numbers, format: format))
    }
    return .sheet(Report.Table(columns))
  }

  /// What the loops over the variables after `by` collected.
  func rounds(_ output: Output) throws(Mistake) -> [Collection.Round] {
    let names = output.loops.map(\.text)
    let rounds = collection.rounds(by: names)
    guard rounds.isEmpty, let first = output.loops.first, let last = output.loops.last else { return rounds }
    let known = collection.rounds.map { $0.variables.map(\.name).joined(separator: ", ") }
    throw .at(
      first.range.lowerBound..<last.range.upperBound, of: code, .name,
      "no loop over `\(names.joined(separator: ", "))` has collected anything",
      help: known.last.map { ["there is what was collected by `\($0)`"] }
        ?? ["`collect` within the loop keeps values, once for each round"])
  }

  /// An expression as it stood in one round: what was collected, or what can be had from it.
  func value(of expression: Expression, in round: Collection.Round) throws(Mistake) -> Engine.Value {
    if let value = round.values[code.spelling(expression)] { return value }
    var inner = evaluator
    for variable in round.variables { inner.environment.define(variable.name, as: variable.thing, at: nil) }
    for (name, thing) in round.things { inner.environment.define(name, as: thing, at: nil) }
    return try inner.value(of: expression)
  }
}

extension Evaluator {
  /// What `show` makes of a thing.
  func shownValue(of thing: Thing, _ expression: Expression) throws(Mistake) -> Engine.Value {
    switch thing {
    case .value(let value): return value
    case .network(let network):
      throw .at(
        expression.range, of: code, .value, "`\(network.name)` is a network, and `show` shows values",
        help: [
          "`table \(code.spelling(expression))` shows its layers, `show \(code.spelling(expression)).W1` its weights"
        ])
    case .data:
      throw .at(
        expression.range, of: code, .value, "`\(code.spelling(expression))` is a data set, and `show` shows values",
        help: ["`table \(code.spelling(expression))` shows its samples"])
    case .choice:
      throw .at(expression.range, of: code, .value, "`\(code.spelling(expression))` is \(thing.description)")
    }
  }
}
