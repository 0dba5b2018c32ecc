/// Where a column of a file goes.
enum Slot {
  case unused
  /// To that column of the inputs.
  case input(Int)
  /// To that column of the targets, as a number.
  case target(Int)
  /// It is the target, and a class.
  case label
}

/// A data set in the making: readers put in numbers and classes, row by row or column by column.
struct Assembly: ~Copyable {
  var inputs: Draft
  /// Numbers of the target columns; where the target is a class, one column with the numbers of the classes.
  var targets: Draft
  private var classes = Classes()
  private let hasClasses: Bool
  private let budget: Budget

  init(rows: Int, inputs: Int, targets: Int, hasClasses: Bool, within budget: Budget) throws(EngineFault) {
    let inputs = try Draft(rows: rows, columns: inputs, within: budget)
    self.targets = try Draft(rows: rows, columns: targets, within: budget)
    self.inputs = inputs
    self.hasClasses = hasClasses
    self.budget = budget
  }

  mutating func setClass(ofRow row: Int, _ name: String) throws(EngineFault) {
    targets[row, 0] = Double(try classes.code(of: name, within: budget))
  }

  mutating func setClass(ofRow row: Int, _ number: Double) throws(EngineFault) {
    targets[row, 0] = Double(try classes.code(of: number, within: budget))
  }

  /// The set of all that was put in.
  consuming func finish(
    inputNames: [String], targetNames: [String], origin: String
  ) throws(EngineFault) -> DataSet {
    var classNames: [String] = []
    let budget = budget
    let inputLabels = try Labels(inputNames, within: budget)
    let targetLabels = try Labels(targetNames, within: budget)
    if hasClasses {
      let (names, places) = classes.sorted()
      var oneHot = try Draft(rows: targets.rows, columns: names.count, within: budget)
      for row in 0..<targets.rows { oneHot[row, places[Int(targets[row, 0])]] = 1 }
      targets = oneHot
      classNames = names
    }
    let classLabels = try Labels(classNames, within: budget)
    return DataSet(
      inputs: inputs.matrix(), targets: targets.matrix(), inputLabels: inputLabels, targetLabels: targetLabels,
      classLabels: classLabels, origin: origin)
  }
}
