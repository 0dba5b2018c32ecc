import Engine
import Report

/// The update of the parameters: `w ← w − η·∂L/∂w`, or what the optimizer makes of it.
extension Lesson {
  /// Forward, loss, backward and update of one step.
  func update(_ record: UpdateRecord, within evaluator: Evaluator) -> [Working.Group] {
    let loss = self.loss(record, within: evaluator).map { [$0] } ?? []
    return forward() + loss + backward(record) + (parameterUpdate(record).map { [$0] } ?? [])
  }

  private func parameterUpdate(_ record: UpdateRecord) -> Working.Group? {
    let rule = UpdateRule(record, numerals)
    var (lines, remarks): ([Working.Line], [String]) = ([], [])
    let chosen = record.parameters.map { parameter in
      (
        parameter,
        places: parameter.gradient.places.filter {
          wanted.showsUpdate(parameter.name, layer: parameter.layer, $0)
        }
      )
    }.filter { !$0.places.isEmpty }
    let free = chosen.filter { !$0.0.isFrozen }
    let frozen = chosen.filter(\.0.isFrozen).map(\.0.name)
    let entries = free.reduce(0) { $0 + $1.places.count }
    let isWorkedSingly = entries * rule.linesForEntry <= Self.mostUpdateLines
    for (parameter, places) in free {
      guard let change = parameter.change else { continue }
      if isWorkedSingly {
        for place in places {
          let entry = UpdateRule.Entry(
            symbol: symbols.parameter(parameter.name, place), slope: parameter.gradient.entry(place), change, place,
            isWeight: parameter.isWeight)
          lines += rule.lines(entry, slope: symbols.slope(by: entry.symbol), label: wanted.label(parameter.name, place))
        }
      } else {
        let letter = String(parameter.name.prefix(1))
        let symbol = symbols.array(letter, letter.latexLetter, parameter.layer)
        lines.append(
          line(
            symbol, [.formula(rule.step(from: symbol, slope: symbols.slope(by: symbol)))], change.after, .matrices,
            relation: .becomes))
      }
    }
    if !free.isEmpty { (lines, remarks) = (rule.opening + lines, rule.remarks(isWorkedSingly: isWorkedSingly)) }
    if free.contains(where: { $0.0.change == nil }) {
      remarks.append("A network of more than 20,000 parameters keeps no copy of what its update changed.")
    }
    if !frozen.isEmpty {
      remarks.append("\(frozen.joined(separator: ", ")) \(frozen.count == 1 ? "stays" : "stay") as before: freeze.")
    }
    guard !lines.isEmpty || !remarks.isEmpty else { return nil }
    return Working.Group(heading: "Update, \(rule.heading)", lines: lines, remarks: remarks)
  }

  /// More lines than this of updates are worked in matrices.
  private static let mostUpdateLines = 160
}

extension String {
  fileprivate var latexLetter: String {
    switch self {
    case "γ": "\\gamma"
    case "β": "\\beta"
    case _: self
    }
  }
}
