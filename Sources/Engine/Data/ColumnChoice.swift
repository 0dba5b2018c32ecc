/// A selection, once it is known which columns it means.
struct ColumnChoice {
  /// The places of the inputs, in order.
  private(set) var inputs: [Int] = []
  private(set) var targets: [Int] = []
  /// Whether the target is a class.
  let hasClasses: Bool

  init(_ selection: ColumnSelection, _ catalog: ColumnCatalog) throws(EngineFault) {
    var isTaken = [Bool](repeating: false, count: catalog.count)
    let targets = try Self.take(selection.targets, of: catalog, &isTaken)
    if let listed = selection.inputs {
      inputs = try Self.take(listed, of: catalog, &isTaken)
    } else {
      inputs = try Self.takeRest(of: catalog, isTaken)
    }
    if inputs.isEmpty { throw .data(.columns(.noInputs(in: catalog.origin))) }
    self.targets = targets
    let text = targets.first { place in
      let (source, column) = catalog.source(of: place)
      return source.isText(column)
    }
    hasClasses = !targets.isEmpty && (selection.classes ?? (text != nil))
    if hasClasses, targets.count > 1 { throw .data(.columns(.classAmongTargets(catalog.name(of: text ?? targets[0])))) }
  }

  private static func take(
    _ list: [ColumnSelection.Columns], of catalog: ColumnCatalog, _ isTaken: inout [Bool]
  ) throws(EngineFault) -> [Int] {
    var places: [Int] = []
    for columns in list {
      for place in try catalog.places(of: columns) {
        if isTaken[place] { throw .data(.columns(.twice(catalog.name(of: place)))) }
        isTaken[place] = true
        places.append(place)
      }
    }
    return places
  }

  private static func takeRest(of catalog: ColumnCatalog, _ isTaken: [Bool]) throws(EngineFault) -> [Int] {
    var places: [Int] = []
    for (index, source) in catalog.sources.enumerated() {
      try source.check()
      for (column, place) in catalog.places(of: index).enumerated() where !isTaken[place] {
        if source.name(of: column).isEmpty { throw .data(.columns(.unnamed(column + 1, in: source.path))) }
        places.append(place)
      }
    }
    return places
  }

  /// Where each column goes.
  func slots(count: Int) -> [Slot] {
    var slots = [Slot](repeating: .unused, count: count)
    for (column, place) in inputs.enumerated() { slots[place] = .input(column) }
    for (column, place) in targets.enumerated() { slots[place] = hasClasses ? .label : .target(column) }
    return slots
  }
}
