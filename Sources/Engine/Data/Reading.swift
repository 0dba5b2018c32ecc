extension DataSet {
  /// Reads the columns selected from one file, or from several side by side (the images and the labels of MNIST are two).
  /// What a file is, its first bytes tell: CSV, TSV, NumPy's `.npy` or uncompressed `.npz`, or IDX.
  package init(
    reading files: [DataFile], _ selection: ColumnSelection, within budget: Budget
  ) throws(EngineFault) {
    precondition(!files.isEmpty, "a data set of no file")
    var sources: [DataSource] = []
    for file in files { sources += try DataSource.open(file, within: budget) }
    let catalog = ColumnCatalog(sources, origin: files.map(\.path).joined(separator: ", "))
    // A place, a slot and a mark for each column.
    let loan = try Loan(catalog.count * 64, from: budget)
    let choice = try ColumnChoice(selection, catalog)
    let slots = choice.slots(count: catalog.count)
    let used = sources.indices.filter { index in
      slots[catalog.places(of: index)].contains { if case .unused = $0 { false } else { true } }
    }
    let first = sources[used[0]]
    for index in used where sources[index].rows != first.rows {
      throw .data(.columns(.rowCounts(first.path, first.rows, other: sources[index].path, sources[index].rows)))
    }
    var assembly = try Assembly(
      rows: first.rows, inputs: choice.inputs.count, targets: choice.targets.count, hasClasses: choice.hasClasses,
      within: budget)
    for index in used {
      try sources[index].fill(&assembly, slots: slots[catalog.places(of: index)], within: budget)
    }
    _ = consume loan
    self = try assembly.finish(
      inputNames: choice.inputs.map(catalog.name), targetNames: choice.targets.map(catalog.name),
      origin: catalog.origin)
  }
}
