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
    var plot = ScatterPlot(groups)
    plot.look = look
    plot.logarithmic = options.logarithmic
    plot.namesAll = labelled
    return .picture(plot.text)
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
    try take(vector.count, at: item.value)
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
    try take(2 * matrix.rows, at: item.value)
    return ScatterPlot.Group(
      name: name(of: item), points: zip(matrix.column(0), matrix.column(1)).map { PlotPoint(x: $0, y: $1) })
  }

  // MARK: Data sets

  /// The samples over two columns, marked by their classes or targets; of a set with one input, the target over the input.
  private func scatter(_ set: DataSet, _ item: Output.Item, _ options: PlotOptions) throws(Mistake) -> StatementResult {
    try take(2 * set.size, at: item.value)
    let (across, upwards) = try axes(of: set, item, options)
    var look = try titled(options.look, by: item)
    look.across = look.across ?? across.name
    look.upwards = look.upwards ?? upwards.name
    let points = zip(across.numbers(of: set), upwards.numbers(of: set)).map { PlotPoint(x: $0, y: $1) }
    var plot =
      upwards.isNumericTarget ? ScatterPlot([.init(name: "", points: points)]) : try marked(points, by: set, item)
    plot.look = look
    plot.logarithmic = options.logarithmic
    return .picture(plot.text)
  }

  /// The columns that the options name; else the two inputs, or the only one and the target.
  private func axes(
    of set: DataSet, _ item: Output.Item, _ options: PlotOptions
  ) throws(Mistake) -> (across: SetColumn, upwards: SetColumn) {
    let columns = SetColumn.all(of: set)
    switch (options.x, options.y) {
    case (let x?, let y?): return (try column(x, among: columns, item), try column(y, among: columns, item))
    case (let name?, nil), (nil, let name?):
      throw .at(
        name.range, of: code, .option, "points have two coordinates, and only `\(name.text)` is named",
        help: ["name both: `plot scatter \(code.spelling(item.value)), x=…, y=…`"])
    case (nil, nil):
      if set.inputs.columns == 2 || set.inputs.columns == 1 && columns.count == 2 { return (columns[0], columns[1]) }
      if set.inputs.columns == 1, !set.classes.isEmpty {
        return (columns[0], SetColumn(name: set.targetNames[0], source: .classes))
      }
      throw unclear(columns, item)
    }
  }

  private func column(_ name: Name, among columns: [SetColumn], _ item: Output.Item) throws(Mistake) -> SetColumn {
    if let column = columns.first(where: { $0.name == name.text }) { return column }
    let names = columns.map(\.name)
    let near = nearest(to: name.text, among: names).map { "did you mean `\($0)`?" }
    throw .at(
      name.range, of: code, .name, "`\(code.spelling(item.value))` has no column of numbers `\(name.text)`",
      help: [near ?? "it has \(Self.list(names))"])
  }

  private func unclear(_ columns: [SetColumn], _ item: Output.Item) -> Mistake {
    let spelling = code.spelling(item.value)
    let names = columns.map(\.name)
    return .at(
      item.value.range, of: code, .shape,
      "a scatter plot has two axes, and `\(spelling)` has \(names.count) columns: \(Self.list(names))",
      help: ["name two: `plot scatter \(spelling), x=\(names[0]), y=\(names[1])`"])
  }

  /// Names in a row, the first of many.
  private static func list(_ names: [String]) -> String {
    let most = 8
    let shown = names.prefix(most).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > most ? "\(shown) …" : shown
  }

  /// Points with a mark for each class, or for each of a few whole numbers; or shaded by their one target; else all alike.
  private func marked(_ points: [PlotPoint], by set: DataSet, _ item: Output.Item) throws(Mistake) -> ScatterPlot {
    if let classes = TargetClasses(of: set) {
      try check(classes.names.count, "classes", at: item.value)
      return ScatterPlot(classes.groups(of: points))
    }
    guard set.targets.columns == 1 else { return ScatterPlot([.init(name: "", points: points)]) }
    return ScatterPlot(points, shadedBy: set.targets.column(0), named: set.targetNames[0])
  }
}

/// A column of a data set, which is read where it is drawn.
private struct SetColumn {
  let name: String
  let source: Source

  enum Source {
    case input(Int)
    case target(Int)
    /// The numbers of the samples' classes, from 1.
    case classes
  }

  var isNumericTarget: Bool { if case .target = source { true } else { false } }

  /// The columns of numbers, inputs first.
  static func all(of set: DataSet) -> [SetColumn] {
    let inputs = set.inputNames.enumerated().map { SetColumn(name: $0.element, source: .input($0.offset)) }
    guard set.classes.isEmpty else { return inputs }
    return inputs + set.targetNames.enumerated().map { SetColumn(name: $0.element, source: .target($0.offset)) }
  }

  func numbers(of set: DataSet) -> [Double] {
    switch source {
    case .input(let place): set.inputs.column(place)
    case .target(let place): set.targets.column(place)
    case .classes: (0..<set.size).map { Double(set.targets.greatest(inRow: $0) + 1) }
    }
  }
}
