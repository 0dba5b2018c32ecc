import SourceText

/// The columns of all sources, in order, as one row of places counted from 0.
struct ColumnCatalog {
  let sources: [DataSource]
  /// The place of the first column of each source, and then how many columns there are.
  private let starts: [Int]
  /// As messages call them all.
  let origin: String

  init(_ sources: [DataSource], origin: String) {
    (self.sources, self.origin) = (sources, origin)
    starts = sources.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.columnCount) }
  }

  /// How many columns there are.
  var count: Int { starts.last ?? 0 }

  /// The places of a source's columns.
  func places(of source: Int) -> Range<Int> { starts[source]..<starts[source + 1] }

  /// The place of a column, taken apart.
  func source(of place: Int) -> (source: DataSource, column: Int) {
    let index = sourceIndex(of: place)
    return (sources[index], place - starts[index])
  }

  private func sourceIndex(of place: Int) -> Int {
    // By halving: an archive may hold thousands of arrays. The last source that does not begin after the place has it.
    var candidates = sources.indices
    while candidates.count > 1 {
      let middle = candidates.lowerBound + candidates.count / 2
      candidates =
        starts[middle] <= place ? middle..<candidates.upperBound : candidates.lowerBound..<middle
    }
    return candidates.lowerBound
  }

  func name(of place: Int) -> String {
    let (source, column) = source(of: place)
    return source.name(of: column)
  }

  /// The places that an item of the selection means.
  func places(of columns: ColumnSelection.Columns) throws(EngineFault) -> Range<Int> {
    switch columns {
    case .named(let name):
      return try places(named: name)
    case .range(let first, let last):
      let (start, end) = (try places(named: first), try places(named: last))
      guard start.lowerBound < end.upperBound else {
        throw .data(.columns(.backwardRange(from: first, through: last)))
      }
      // An array that cannot be read has no columns here, but it is meant too.
      for index in sourceIndex(of: start.lowerBound)...sourceIndex(of: end.upperBound - 1) {
        try sources[index].check()
      }
      return start.lowerBound..<end.upperBound
    }
  }

  private func places(named name: String) throws(EngineFault) -> Range<Int> {
    var found: (source: Int, columns: Range<Int>)?
    for (index, source) in sources.enumerated() {
      guard let columns = try source.columns(named: name) else { continue }
      if let found { throw .data(.columns(.ambiguous(name, in: sources[found.source].path, and: source.path))) }
      found = (index, columns)
    }
    guard let found else { throw .data(.columns(unknown(name))) }
    return found.columns.lowerBound + starts[found.source]..<found.columns.upperBound + starts[found.source]
  }

  private func unknown(_ name: String) -> ColumnFault {
    // Names of arrays are made as they are asked for, so no more of them than a reader would look through.
    let names = (0..<min(count, 4096)).map(self.name).filter { !$0.isEmpty }
    let arrays = sources.compactMap { if case .array(let array) = $0 { array.name } else { nil } }
    return .unknown(
      name, in: origin, nearest: nearest(to: name, among: names + arrays), some: Array(names.prefix(8)), of: count)
  }
}
