import SourceText

/// The columns that the header of a `data` statement names: `petal_length, p0..p63 -> species`.
package struct ColumnSelection: Sendable, Hashable {
  /// What a network is given; nil where nothing stands before the arrow: every column that is no target.
  package let inputs: [Columns]?
  /// What it should make of that; empty where there is no arrow.
  package let targets: [Columns]
  /// Whether the target is a class: nil where its first entry decides (text is one, a number is none).
  package let classes: Bool?

  package init(inputs: [Columns]?, targets: [Columns], classes: Bool? = nil) {
    self.inputs = inputs
    self.targets = targets
    self.classes = classes
  }

  /// One item of the list.
  package enum Columns: Sendable, Hashable {
    /// A column; or an array of several columns in a NumPy file.
    case named(String)
    /// `p0..p63`: from the first to the last, in the order of the file.
    case range(String, String)
  }
}

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
    let index = sources.indices.last { starts[$0] <= place && !places(of: $0).isEmpty } ?? 0
    return (sources[index], place - starts[index])
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
