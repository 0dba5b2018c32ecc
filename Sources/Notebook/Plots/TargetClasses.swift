import Engine
import Report

/// The classes that the samples of a set belong to: named ones, or the few whole numbers that a single target takes.
struct TargetClasses {
  let names: [String]
  /// The class of each sample, from 0.
  let ofEach: [Int]

  /// More different targets than this are no classes.
  private static let most = 8

  /// Nil where the targets are no classes.
  init?(of set: DataSet) {
    if !set.classes.isEmpty {
      self.init(columns: set, names: set.classes)
      return
    }
    guard set.targets.columns == 1 else { return nil }
    let targets = set.targets.column(0)
    let values = Self.distinct(targets)
    guard values.count <= Self.most, values.allSatisfy({ $0.isFinite && $0 == $0.rounded() }) else { return nil }
    self.init(targets, among: values, named: set.targetNames[0])
  }

  /// What a network that is a classifier tells apart, as `accuracy` has it: of one output 1 from the other (0, or -1), of
  /// several the largest.
  init?(told set: DataSet) {
    if set.targets.columns > 1 {
      self.init(columns: set, names: set.targetColumnNames)
      return
    }
    let targets = set.targets.column(0)
    let values = Self.distinct(targets)
    guard values.allSatisfy({ [-1, 0, 1].contains($0) }), !(values.contains(0) && values.contains(-1)) else {
      return nil
    }
    self.init(targets, among: [values.contains(-1) ? -1 : 0, 1], named: set.targetColumnNames[0])
  }

  /// One class for each target column.
  private init(columns set: DataSet, names: [String]) {
    self.names = names
    ofEach = (0..<set.size).map { set.targets.greatest(inRow: $0) }
  }

  private init(_ targets: [Double], among values: [Double], named name: String) {
    names = values.map { "\(name) = \(NumberFormat(digits: 6).text($0))" }
    ofEach = targets.map { target in values.firstIndex(of: target) ?? 0 }
  }

  /// The first values that are different, sorted: one more than there may be is enough to know.
  private static func distinct(_ numbers: [Double]) -> [Double] {
    var values: [Double] = []
    for number in numbers where !values.contains(number) {
      values.append(number)
      if values.count > most || number.isNaN { break }
    }
    return values.sorted()
  }

  /// A group of points for each class.
  func groups(of points: [PlotPoint]) -> [ScatterPlot.Group] {
    var groups = [[PlotPoint]](repeating: [], count: names.count)
    for (point, place) in zip(points, ofEach) { groups[place].append(point) }
    return zip(names, groups).map { ScatterPlot.Group(name: $0, points: $1) }
  }
}
