import Engine
import Language
import Report
import SourceText

/// The outputs about a network and what it is fed: `table predictions mlp on xor`, `gradcheck mlp on xor, loss=bce`.
extension Outputs {
  func inspection(_ inspection: Inspection) throws(Mistakes) -> [StatementResult] {
    if inspection.kind == .forward { return [try forwardExplanation(inspection)] }
    let wantsLoss = inspection.kind == .gradients || inspection.kind == .gradientCheck
    let options = try options(of: inspection, wantsLoss: wantsLoss)
    let (network, set) = try single { () throws(Mistake) in
      (try evaluator.network(inspection.network), try evaluator.dataSet(inspection.data))
    }
    let format = NumberFormat(digits: options.digits)
    return try single { () throws(Mistake) in
      switch inspection.kind {
      case .predictions: return [.sheet(try predictions(inspection, network, set, format))]
      case .confusion: return try confusion(inspection, network, set, format)
      case .gradients:
        guard let loss = options.loss else { preconditionFailure("a loss that was demanded") }
        return try gradients(inspection, network, set, loss, format)
      case .gradientCheck:
        guard let loss = options.loss else { preconditionFailure("a loss that was demanded") }
        return try gradientCheck(inspection, network, set, loss, format)
      case .boundary, .forward: preconditionFailure("a picture and a working, which went their own way")
      }
    }
  }

  private func options(
    of inspection: Inspection, wantsLoss: Bool
  ) throws(Mistakes) -> (digits: Int, loss: Objective?) {
    var mistakes: [Mistake] = []
    var loss: Objective?
    for option in inspection.options where wantsLoss && option.name.text == "loss" {
      loss = collecting(into: &mistakes, otherwise: nil) { () throws(Mistake) in
        try evaluator.objective(option.value)
      }
    }
    let others = inspection.options.filter { !(wantsLoss && $0.name.text == "loss") }
    let digits = collecting(into: &mistakes, otherwise: settings.digits) { () throws(Mistake) in
      try self.digits(others, of: "`\(inspection.kind.rawValue)`")
    }
    if wantsLoss, loss == nil, mistakes.isEmpty {
      mistakes.append(
        .at(
          inspection.words, of: code, .option, "`\(inspection.kind.rawValue)` wants a loss",
          help: ["as in `\(inspection.kind.rawValue) … , loss=mse`"]))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return (digits, loss)
  }

  private func outputs(
    _ inspection: Inspection, _ network: Network, _ set: DataSet
  ) throws(Mistake) -> Matrix {
    let name = code.spelling(inspection.data)
    return try evaluator.computing(inspection.network, []) { budget throws(EngineFault) in
      try network.predictions(of: set.inputs, named: name, within: budget)
    }
  }

  // MARK: Predictions

  /// Sample by sample: inputs, target, prediction; for classes the predicted one too, and whether it is right.
  private func predictions(
    _ inspection: Inspection, _ network: Network, _ set: DataSet, _ format: NumberFormat
  ) throws(Mistake) -> Report.Table {
    let predictions = try outputs(inspection, network, set)
    try check(network, fits: set, inspection)
    let cells = set.size * (set.inputs.columns + 2 * predictions.columns + 3)
    guard cells <= Self.largestTable else {
      throw .at(
        inspection.data.range, of: code, .limit,
        "this table would have \(cells) cells, and \(Self.largestTable) are the most",
        help: ["`table confusion` says in a few lines how good the predictions are"])
    }
    var columns = set.inputNames.enumerated().map { place, name in
      Report.Table.Column(title: name, numbers: set.inputs.column(place), format: format)
    }
    // One class is told from nothing: its column is a target like any other.
    if set.classes.count < 2 {
      for (place, name) in set.targetColumnNames.enumerated() {
        columns.append(.init(title: name, numbers: set.targets.column(place), format: format))
      }
      for (place, name) in set.targetColumnNames.enumerated() {
        columns.append(.init(title: "predicted \(name)", numbers: predictions.column(place), format: format))
      }
      return Report.Table(columns + judgement(of: predictions, by: network, set))
    }
    let actual = (0..<set.size).map { set.classes[set.targets.greatest(inRow: $0)] }
    let predicted = (0..<set.size).map { set.classes[predictions.greatest(inRow: $0)] }
    for (place, name) in set.classes.enumerated() {
      columns.append(.init(title: "P(\(name))", shares: predictions.column(place), format: format))
    }
    columns.append(.init(title: "predicted", alignment: .left, cells: predicted.map { .text($0) }))
    columns.append(
      .init(title: set.targetNames.first ?? "class", alignment: .left, cells: actual.map { .text($0) }))
    columns.append(
      .init(title: "", alignment: .left, cells: zip(actual, predicted).map { .text($0 == $1 ? "✓" : "✗") }))
    return Report.Table(columns)
  }

  /// Where the one output is the probability of a 1, which class that makes, 1 from a half up, and whether it is right.
  private func judgement(of predictions: Matrix, by network: Network, _ set: DataSet) -> [Report.Table.Column] {
    let targets = set.targets.column(0)
    guard set.targets.columns == 1, network.spec.outputActivation == .sigmoid,
      targets.allSatisfy({ $0 == 0 || $0 == 1 })
    else { return [] }
    let classes = predictions.column(0).map { $0.isNaN ? nil : $0 >= 0.5 ? 1.0 : 0.0 }
    return [
      .init(title: "class", alignment: .right, cells: classes.map { $0.map(Report.Table.Cell.number) ?? .text("–") }),
      .init(title: "", alignment: .left, cells: zip(targets, classes).map { .text($0 == $1 ? "✓" : "✗") }),
    ]
  }

  /// Says so where a network has not as many outputs as a set has targets, or has learned other classes.
  func check(_ network: Network, fits set: DataSet, _ inspection: Inspection) throws(Mistake) {
    let outputs = network.spec.outputs
    guard outputs == set.targets.columns else {
      throw .at(
        inspection.data.range, of: code, .shape,
        "`\(code.spelling(inspection.network))` gives \(counted(outputs, "output")), "
          + "and `\(code.spelling(inspection.data))` has \(counted(set.targets.columns, "target"))")
    }
    try evaluator.computing(inspection.data, []) { _ throws(EngineFault) in
      try network.check(classes: set.classes, of: code.spelling(inspection.data))
    }
  }

  // MARK: Confusion

  private func confusion(
    _ inspection: Inspection, _ network: Network, _ set: DataSet, _ format: NumberFormat
  ) throws(Mistake) -> [StatementResult] {
    let predictions = try outputs(inspection, network, set)
    try check(network, fits: set, inspection)
    let confusion = try evaluator.computing(inspection.data, []) { budget throws(EngineFault) in
      try Confusion(predictions, set.targets, within: budget)
    }
    let names =
      switch set.classes.count {
      case 0: (0..<confusion.classCount).map(String.init)
      case 1: ["not \(set.classes[0])", set.classes[0]]
      default: set.classes
      }
    let places = Array(0..<confusion.classCount)
    func share(_ number: Double?) -> Report.Table.Cell { number.map { .number($0) } ?? .text("–") }
    var columns: [Report.Table.Column] = [
      .init(title: "actual", alignment: .left, cells: names.map { .text($0) })
    ]
    for place in places {
      columns.append(
        .init(title: "as \(names[place])", numbers: places.map { Double(confusion[$0, place]) }, format: format))
    }
    columns.append(
      .init(
        title: "precision", alignment: .right, cells: places.map { share(confusion.precision(of: $0)) }, format: format)
    )
    columns.append(
      .init(title: "recall", alignment: .right, cells: places.map { share(confusion.recall(of: $0)) }, format: format))
    columns.append(
      .init(title: "F1", alignment: .right, cells: places.map { share(confusion.f1(of: $0)) }, format: format))
    let right = places.map { confusion[$0, $0] }.reduce(0, +)
    return [
      .sheet(Report.Table(columns)),
      .line("accuracy \(format.text(confusion.accuracy)): \(right) of \(counted(confusion.sampleCount, "sample"))"),
    ]
  }

  // MARK: Gradients

  private func gradientCheck(
    _ inspection: Inspection, _ network: Network, _ set: DataSet, _ loss: Objective, _ format: NumberFormat
  ) throws(Mistake) -> [StatementResult] {
    let samples = try evaluator.samples(set, named: code.spelling(inspection.data), at: inspection.data)
    let checks = try evaluator.computing(inspection.network, []) { budget throws(EngineFault) in
      try network.gradientCheck(on: samples, loss, within: budget)
    }
    let worst = checks.map(\.difference).reduce(0) { $1.isNaN ? $1 : max($0, $1) }
    let holds = worst <= GradientCheck.agreement
    let table = Report.Table([
      .init(title: "gradient", alignment: .left, cells: checks.map { .text("∂L/∂\($0.parameter)") }),
      .init(title: "entries", numbers: checks.map { Double($0.entries) }, format: format),
      .init(title: "largest relative difference", numbers: checks.map(\.difference), format: format),
    ])
    let verdict =
      holds
      ? "✓ the gradients agree with central differences" : "✗ the gradients do not agree with central differences"
    let bends = checks.reduce(0) { $0 + $1.bends }
    let rest =
      bends == 0 ? [] : ["\(counted(bends, "entry", "entries")) left out: the loss bends there, as relu does at 0"]
    return [.sheet(table)] + ([verdict] + rest).map(StatementResult.line)
  }
}
