import Engine
import Language
import Report
import SourceText

/// `plot boundary mlp on m`: which class a network sees at each place of the plane, with the samples over it.
extension Outputs {
  func boundary(_ inspection: Inspection) throws(Mistakes) -> StatementResult {
    let options = try PlotOptions(
      inspection.options, form: inspection.form, of: .boundary, look: Look(height: 16), evaluator: evaluator)
    return try single { () throws(Mistake) in
      let network = try evaluator.network(inspection.network)
      let set = try evaluator.dataSet(inspection.data)
      try check(network, inspection)
      guard set.inputs.columns == 2 else {
        throw .at(
          inspection.data.range, of: code, .shape,
          "decision regions lie in the plane of two inputs, and `\(code.spelling(inspection.data))` has "
            + counted(set.inputs.columns, "input"))
      }
      try check(network, fits: set, inspection)
      try take(2 * set.size, at: inspection.data)
      guard let classes = TargetClasses(told: set) else {
        throw .at(
          inspection.data.range, of: code, .value,
          "decision regions part classes, and the target of `\(code.spelling(inspection.data))` is no class: it is other than "
            + "0 and 1",
          help: ["`plot scatter \(code.spelling(inspection.data))` shades the samples by their targets"])
      }
      try check(classes.names.count, "regions", at: inspection.data)
      var look = options.look
      look.across = look.across ?? set.inputNames[0]
      look.upwards = look.upwards ?? set.inputNames[1]
      let points = zip(set.inputs.column(0), set.inputs.column(1)).map { PlotPoint(x: $0, y: $1) }
      let plot = RegionPlot(classes.groups(of: points), look: look)
      let regions = try self.regions(of: network, plot.places, inspection)
      return .picture(plot.text(regions: regions))
    }
  }

  private func check(_ network: Network, _ inspection: Inspection) throws(Mistake) {
    guard network.spec.inputs != 2 else { return }
    throw .at(
      inspection.network.range, of: code, .shape,
      "decision regions lie in the plane of two inputs, and `\(code.spelling(inspection.network))` takes "
        + "\(network.spec.inputs)",
      help: ["`table confusion … on …` says how well a network of any size tells classes apart"])
  }

  private func regions(
    of network: Network, _ places: [PlotPoint], _ inspection: Inspection
  ) throws(Mistake) -> [Int?] {
    let outputs = try evaluator.computing(inspection.network, []) { budget throws(EngineFault) in
      let inputs = try Matrix(places.flatMap { [$0.x, $0.y] }, rows: places.count, columns: 2, within: budget)
      return try network.predictions(of: inputs, named: nil, within: budget)
    }
    let numbers = outputs.elements
    return (0..<outputs.rows).map { row in
      Self.region(numbers[row * outputs.columns..<(row + 1) * outputs.columns])
    }
  }

  /// What is so close to another region is counted there, so that no last digit decides where two are alike: a network that
  /// has learned nothing says 0.5 everywhere.
  private static let tolerance = 1e-9

  private static func region(_ outputs: ArraySlice<Double>) -> Int? {
    guard let greatest = outputs.max(), !outputs.contains(where: \.isNaN) else { return nil }
    if outputs.count == 1 { return greatest >= 0.5 - tolerance ? 1 : 0 }
    let margin = greatest.isFinite ? tolerance * max(1, abs(greatest)) : 0
    return outputs.firstIndex { $0 >= greatest - margin }.map { $0 - outputs.startIndex }
  }
}
