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
    let chosen = chosen(record) { wanted.showsUpdate($0.name, layer: $0.layer, $1) }
    let free = chosen.filter { !$0.parameter.isFrozen }
    let frozen = chosen.filter(\.parameter.isFrozen).map(\.parameter.name)
    let singly = free.filter { isUpdatedSingly($0, among: free, rule) }
    let whole = free.filter { chosen in !singly.contains { $0.parameter.name == chosen.parameter.name } }
    let sharesLetters = !singly.isEmpty && singly.reduce(whole.count) { $0 + $1.count } > 1
    var lines = free.isEmpty ? [] : rule.opening
    var remarks = free.isEmpty ? [] : rule.remarks(sharesLetters: sharesLetters)
    lines += singly.flatMap { chosen in
      chosen.places.flatMap { entryLines(chosen.parameter, $0, rule) }
    }
    if let first = whole.first { lines += letterLines(first.parameter, rule) }
    lines += whole.compactMap { arrayLine($0.parameter, rule) }
    if free.contains(where: { $0.parameter.change == nil }) {
      remarks.append("A network of more than 20,000 parameters keeps no copy of what its update changed.")
    }
    if !frozen.isEmpty {
      remarks.append("\(frozen.joined(separator: ", ")) \(frozen.count == 1 ? "stays" : "stay") as before: freeze.")
    }
    guard !lines.isEmpty || !remarks.isEmpty else { return nil }
    return Working.Group(heading: "Update, \(rule.heading)", lines: lines, remarks: remarks)
  }

  /// Whether the entries of an array are updated in lines of their own: where its layer is worked so, and all lines together
  /// are not too many.
  private func isUpdatedSingly(_ chosen: Chosen, among all: [Chosen], _ rule: UpdateRule) -> Bool {
    guard chosen.parameter.change != nil else { return false }
    let isSmall =
      layers.first { $0.number == chosen.parameter.layer }.map { isWorkedSingly($0) || wanted.isNarrow }
      ?? (chosen.count <= Self.mostNeurons)
    let entries = all.reduce(0) { $0 + $1.count }
    return isSmall && entries * rule.linesForEntry <= Self.mostUpdateLines
  }

  private func entryLines(
    _ parameter: UpdateRecord.Parameter, _ place: [Int], _ rule: UpdateRule
  ) -> [Working.Line] {
    guard let change = parameter.change else { return [] }
    let entry = UpdateRule.Entry(
      symbol: symbols.parameter(parameter.name, place), slope: parameter.gradient.entry(place), change, place,
      isWeight: parameter.isWeight)
    return rule.lines(entry, slope: symbols.slope(by: entry.symbol), label: wanted.label(parameter.name, place))
  }

  // MARK: Whole arrays

  /// What the optimizer remembers, in letters; where no array follows, the step as well.
  private func letterLines(_ parameter: UpdateRecord.Parameter, _ rule: UpdateRule) -> [Working.Line] {
    let entry = UpdateRule.Entry(symbol: .symbol("w"), isWeight: parameter.isWeight, memories: 3)
    let lines = rule.lines(entry, slope: symbols.slope(by: entry.symbol), label: nil).map { line in
      Working.Line(
        line.left, line.steps.filter { if case .formula = $0 { true } else { false } }, relation: line.relation)
    }
    return parameter.change == nil ? lines : Array(lines.dropLast())
  }

  private func arrayLine(_ parameter: UpdateRecord.Parameter, _ rule: UpdateRule) -> Working.Line? {
    guard let change = parameter.change else { return nil }
    let letter = String(parameter.name.prefix(1))
    let symbol = symbols.array(letter, letter.latexLetter, parameter.layer)
    let step = rule.step(from: symbol, slope: symbols.slope(by: symbol))
    return line(symbol, [.formula(step)], change.after, relation: .becomes)
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
