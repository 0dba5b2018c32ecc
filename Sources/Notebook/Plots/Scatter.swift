import Engine
import Language
import Report
import SourceText

/// `plot scatter m`, `plot scatter x, y`, `plot scatter P` of a matrix with two columns.
extension Outputs {
  func scatter(_ output: Output) throws(Mistakes) -> StatementResult {
    let options = try plotOptions(output, of: .scatter, Look(height: 16))
    return try single { () throws(Mistake) in
      try rejectRounds(output, of: .scatter)
      if output.items.count == 1, case .data(let set) = try evaluator.thing(of: output.items[0].value) {
        return try scatter(set, output.items[0], options)
      }
      try checkNoColumns(options)
      return try scatter(output.items, options)
    }
  }

  /// `x=` and `y=` name columns, which only a data set has.
  private func checkNoColumns(_ options: PlotOptions) throws(Mistake) {
    guard let name = options.x ?? options.y else { return }
    throw .at(
      name.range, of: code, .option, "`\(options.x == nil ? "y" : "x")` names a column of a data set, and this is none")
  }

  // MARK: Values

  /// The first of several vectors is drawn across, the others upwards; each matrix of two columns is a group of its own.
  private func scatter(_ items: [Output.Item], _ options: PlotOptions) throws(Mistake) -> StatementResult {
    var values: [(item: Output.Item, value: Engine.Value)] = []
    for item in items { values.append((item, try evaluator.value(of: item.value))) }
    var look = options.look
    var groups: [ScatterPlot.Group] = []
    if case .vector(let across) = values[0].value {
      guard values.count > 1 else {
        throw .at(
          items[0].value.range, of: code, .shape,
          "points have two coordinates, and `\(code.spelling(items[0].value))` is one vector",
          help: ["`plot scatter x, y` draws two vectors, `plot \(code.spelling(items[0].value))` a curve through one"])
      }
      for (item, value) in values.dropFirst() { groups.append(try group(item, value, over: across, items[0])) }
      look.across = look.across ?? name(of: items[0])
      if groups.count == 1 { look.upwards = look.upwards ?? groups[0].name }
    } else {
      for (item, value) in values { groups.append(try group(item, value)) }
    }
    try check(groups.count, "groups", at: items[0].value)
    let labelled = look.upwards == nil && items.contains { $0.label != nil }
    let (shown, drawn) = (look, groups)
    return try drawing(groups.reduce(0) { $0 + $1.points.count }, at: items[0].value) {
      var plot = ScatterPlot(drawn)
      plot.look = shown
      plot.logarithmic = options.logarithmic
      plot.namesAll = labelled
      return plot.text
    }
  }

  private func group(
    _ item: Output.Item, _ value: Engine.Value, over across: Vector, _ first: Output.Item
  ) throws(Mistake) -> ScatterPlot.Group {
    guard case .vector(let vector) = value, vector.count == across.count else {
      throw .at(
        item.value.range, of: code, .shape,
        "points want vectors of one length: `\(code.spelling(first.value))` is \(Shape.vector(across.count)), "
          + "`\(code.spelling(item.value))` is \(value.shape)")
    }
    return ScatterPlot.Group(
      name: name(of: item), points: zip(across.elements, vector.elements).map { PlotPoint(x: $0, y: $1) })
  }

  private func group(_ item: Output.Item, _ value: Engine.Value) throws(Mistake) -> ScatterPlot.Group {
    guard case .matrix(let matrix) = value, matrix.columns == 2 else {
      throw .at(
        item.value.range, of: code, .shape,
        "a scatter plot wants two vectors, a matrix of two columns or a data set, and `\(code.spelling(item.value))` "
          + "is \(value.shape)",
        help: value.shape.isNumber ? [] : ["columns are vectors: `plot scatter X[:,1], X[:,2]`"])
    }
    return ScatterPlot.Group(
      name: name(of: item), points: zip(matrix.column(0), matrix.column(1)).map { PlotPoint(x: $0, y: $1) })
  }

  // MARK: Data sets

  /// The samples over two columns, marked by their classes or targets; of a set with one input, the target over the input.
  private func scatter(_ set: DataSet, _ item: Output.Item, _ options: PlotOptions) throws(Mistake) -> StatementResult {
    let across = try column(options.x, of: set, item, otherwise: 0)
    let second = set.inputs.columns == 1 ? nil : 1
    let upwards = try column(options.y, of: set, item, otherwise: options.x == nil ? second : nil)
    var look = try titled(options.look, by: item)
    look.across = look.across ?? across.name
    look.upwards = look.upwards ?? upwards.name
    let points = zip(across.numbers, upwards.numbers).map { PlotPoint(x: $0, y: $1) }
    let shown = look
    return try drawing(2 * set.size, at: item.value) {
      var plot = upwards.isTarget ? ScatterPlot([.init(name: "", points: points)]) : marked(points, by: set)
      plot.look = shown
      plot.logarithmic = options.logarithmic
      return plot.text
    }
  }

  /// A column of a data set.
  private struct Column {
    let name: String
    let numbers: [Double]
    let isTarget: Bool
  }

  /// The column that an option names; else an input, by its place, or the target.
  private func column(
    _ name: Name?, of set: DataSet, _ item: Output.Item, otherwise place: Int?
  ) throws(Mistake) -> Column {
    let targets = set.classes.isEmpty ? set.targetNames : []
    if let name {
      if let place = set.inputNames.firstIndex(of: name.text) {
        return Column(name: name.text, numbers: set.inputs.column(place), isTarget: false)
      }
      if let place = targets.firstIndex(of: name.text) {
        return Column(name: name.text, numbers: set.targets.column(place), isTarget: true)
      }
      throw unknownColumn(name, of: set, item)
    }
    guard set.inputs.columns <= 2, place != nil || set.inputs.columns == 1 else { throw unclear(set, item) }
    if let place { return Column(name: set.inputNames[place], numbers: set.inputs.column(place), isTarget: false) }
    guard targets.count == 1 else { throw unclear(set, item) }
    return Column(name: targets[0], numbers: set.targets.column(0), isTarget: true)
  }

  private func unknownColumn(_ name: Name, of set: DataSet, _ item: Output.Item) -> Mistake {
    let names = set.inputNames + (set.classes.isEmpty ? set.targetNames : [])
    let near = nearest(to: name.text, among: names).map { "did you mean `\($0)`?" }
    return .at(
      name.range, of: code, .name, "`\(code.spelling(item.value))` has no column of numbers `\(name.text)`",
      help: [near ?? "it has \(Self.list(names))"])
  }

  private func unclear(_ set: DataSet, _ item: Output.Item) -> Mistake {
    let spelling = code.spelling(item.value)
    let names = set.inputNames
    let example = names.count > 1 ? "x=\(names[0]), y=\(names[1])" : "x=\(names[0]), y=…"
    return .at(
      item.value.range, of: code, .shape,
      "a scatter plot has two axes, and `\(spelling)` has \(counted(names.count, "input")): \(Self.list(names))",
      help: ["name both: `plot scatter \(spelling), \(example)`"])
  }

  /// Names in a row, the first of many.
  private static func list(_ names: [String]) -> String {
    let most = 8
    let shown = names.prefix(most).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > most ? "\(shown) …" : shown
  }

  /// Points with a mark for each class, or for each of a few whole numbers; or shaded by their one target; else all alike.
  private func marked(_ points: [PlotPoint], by set: DataSet) -> ScatterPlot {
    if let classes = TargetClasses(of: set) { return ScatterPlot(classes.groups(of: points)) }
    guard set.targets.columns == 1 else { return ScatterPlot([.init(name: "", points: points)]) }
    return ScatterPlot(points, shadedBy: set.targets.column(0), named: set.targetNames[0])
  }
}
