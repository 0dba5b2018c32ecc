import Engine
import Language
import Report
import SourceText

/// `explain`: the worked arithmetic of a network's last update, of a prediction, or of expressions.
extension Outputs {
  /// `explain mlp`, `explain y - t, sum((y - t)^2)/2`
  func explanation(_ output: Output) throws(Mistakes) -> StatementResult {
    let networks = output.items.map { network(named: $0.value) }
    let options = try explainOptions(
      output.options, form: output.form, ofNetwork: networks.contains { $0 != nil }, "explain")
    var groups: [Working.Group] = []
    var lines: [Working.Line] = []
    var mistakes: [Mistake] = []
    func flush() {
      if !lines.isEmpty { groups.append(Working.Group(lines: lines)) }
      lines = []
    }
    for (item, network) in zip(output.items, networks) {
      do throws(Mistakes) {
        if let network {
          flush()
          groups += try working(of: network, item, options, severalOf: networks.count { $0 != nil })
        } else {
          lines += try single { () throws(Mistake) in
            try ExpressionWorking(evaluator: evaluator, digits: options.digits).lines(item)
          }
        }
      } catch {
        mistakes += error.all
      }
    }
    flush()
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return .working(Working(groups), form: options.form, frame: settings.math)
  }

  private func network(named expression: Expression) -> Network? {
    guard case .name(let name) = expression.kind,
      case .network(let network)? = evaluator.environment.things[name]?.meaning
    else { return nil }
    return network
  }

  // MARK: Networks

  /// `explain mlp`: all of its last update.
  private func working(
    of network: Network, _ item: Output.Item, _ options: ExplainOptions, severalOf count: Int
  ) throws(Mistakes) -> [Working.Group] {
    if let label = item.label {
      throw Mistakes([
        .at(
          item.value.range, of: code, .option, "the working of a network takes no label, and \"\(label)\" is given")
      ])
    }
    let wanted = try wanted(options, of: network)
    let name = code.spelling(item.value)
    return try single { () throws(Mistake) in
      let record = try evaluator.computing(item.value, []) { budget throws(EngineFault) in
        try network.lastUpdate(within: budget)
      }
      guard let record else {
        throw .at(
          item.value.range, of: code, .value, "`\(name)` has no update to explain: it has neither stepped nor trained",
          help: ["`step \(name) on …` makes one; `explain forward \(name) on …` explains a prediction"])
      }
      let before = record.parameters.compactMap { parameter in parameter.change.map { (parameter.name, $0.before) } }
      let lesson = Lesson(
        network, record.passage, parameters: Dictionary(uniqueKeysWithValues: before), wanted: wanted,
        digits: options.digits)
      return try checked(lesson.update(record, within: evaluator), item.value.range, name)
    }
  }

  /// `explain forward mlp on sample`
  func forwardExplanation(_ inspection: Inspection) throws(Mistakes) -> StatementResult {
    let options = try explainOptions(
      inspection.options, form: inspection.form, ofNetwork: true, "explain forward")
    let network = try single { () throws(Mistake) in try evaluator.network(inspection.network) }
    let wanted = try wanted(options, of: network)
    return try single { () throws(Mistake) in
      let inputs = try inputs(inspection.data, of: network)
      let passage = try evaluator.computing(inspection.network, []) { budget throws(EngineFault) in
        try network.passage(of: inputs, named: code.spelling(inspection.data), within: budget)
      }
      var parameters: [String: Engine.Value] = [:]
      for name in network.parameterNames {
        parameters[name] = try evaluator.computing(inspection.network, []) { budget throws(EngineFault) in
          try network.member(name, within: budget)
        }
      }
      let lesson = Lesson(network, passage, parameters: parameters, wanted: wanted, digits: options.digits)
      let groups = try checked(
        lesson.forward(), inspection.words, code.spelling(inspection.network),
        help: [
          "a prediction has `z1`, `a1` … and `y`; all else belongs to an update, `explain \(code.spelling(inspection.network))`"
        ])
      return .working(Working(groups), form: options.form, frame: settings.math)
    }
  }

  private func checked(
    _ groups: [Working.Group], _ place: Range<Int>, _ name: String, help: [String] = []
  ) throws(Mistake) -> [Working.Group] {
    guard groups.isEmpty else { return groups }
    throw .at(place, of: code, .option, "nothing of `\(name)` is left to explain with these options", help: help)
  }

  /// The samples that go forward: a data set's, one sample as a vector or a number, or one row each.
  private func inputs(_ expression: Expression, of network: Network) throws(Mistake) -> Matrix {
    switch try evaluator.thing(of: expression) {
    case .data(let set): return set.inputs
    case .value(let value):
      return try evaluator.computing(expression, []) { budget throws(EngineFault) in
        switch value {
        case .number(let number): try Matrix([number], rows: 1, columns: 1, within: budget)
        case .vector(let vector): try Matrix(vector.elements, rows: 1, columns: vector.count, within: budget)
        case .matrix(let matrix): matrix
        }
      }
    case .network, .choice:
      throw .at(
        expression.range, of: code, .value,
        "a network takes a value or a data set, and `\(code.spelling(expression))` is neither")
    }
  }
}

extension Network {
  /// The names of its parameter arrays.
  fileprivate var parameterNames: [String] {
    memberNames.filter { name in "Wbγβ".contains(name.prefix(1)) && Int(name.dropFirst()) != nil }
  }
}
