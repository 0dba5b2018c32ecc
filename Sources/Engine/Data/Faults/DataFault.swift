package import SourceText

/// What is wrong with data. Like other faults it knows figures and names, and is put into words elsewhere.
package enum DataFault: Hashable, Sendable {
  /// A file, as the note spells its path, and what is wrong in it.
  case file(String, FileFault)

  // Selecting columns.
  /// No column of that name; the nearest there is, and some of those there are.
  case unknownColumn(String, in: String, nearest: String?, some: [String], of: Int)
  /// A name that two files or arrays have.
  case ambiguousColumn(String, in: String, and: String)
  /// A column that is named twice, or as an input and a target.
  case columnTwice(String)
  /// A range whose end stands before its beginning.
  case backwardRange(from: String, through: String)
  /// Every column is a target.
  case noInputs(in: String)
  /// Every column that is no target is an input, but this one, counted from 1, has no name.
  case unnamedColumn(Int, in: String)
  /// A class among several targets.
  case classAmongTargets(String)
  /// Columns side by side that are not of one length.
  case rowCounts(String, Int, other: String, Int)

  // Rows that are written out.
  /// A header without inputs.
  case noInputNames
  /// A range that cannot be counted: `a..b`.
  case uncountableRange(from: String, through: String)
  /// No row at all.
  case noRows
  /// The row, counted from 1, has another number of inputs than the header.
  case inputEntries(row: Int, given: Int, named: Int)
  /// The row has another number of targets than the header.
  case targetEntries(row: Int, given: Int, named: Int)
  /// The row has a number where the rows before it have a class, or the other way round.
  case mixedTargets(row: Int, isClass: Bool)
  /// The row holds a number that is infinite or none.
  case unusableEntry(row: Int, column: String, Double)

  // Functions.
  case arity(DataFunction, given: Int)
  case missingParameter(DataFunction, name: String)
  case unknownParameter(DataFunction, name: String)
  case repeatedParameter(DataFunction, name: String)
  /// A number that the function cannot use at that parameter.
  case figure(DataFunction, parameter: String, wants: WantedFigure, got: Double)
  /// One side of a split would have no sample.
  case emptySide(size: Int, fraction: Double)
  /// The sets have different numbers of inputs.
  case inputCounts(DataFunction, Int, by: Int)
  /// A column, by name, whose figures are beyond the range of numbers.
  case unscalable(DataFunction, column: String)

  // Metrics.
  /// Predictions and targets are not of one shape.
  case predictionShapes(predictions: Shape, targets: Shape)
  /// There is nothing to measure.
  case nothingToMeasure
  /// A single target that is no class: sample (from 1) and number.
  case targetIsNoClass(sample: Int, Double)

  /// The kinds of number that a function may insist on.
  package enum WantedFigure: String, Sendable {
    case size = "a whole number from 1 up"
    case classes = "a whole number from 2 up"
    case noise = "a finite number from 0 up"
    case fraction = "a number between 0 and 1"
  }

  /// The rule that a report for machines files it under.
  package var kind: Diagnostic.Kind {
    switch self {
    case .unknownColumn, .ambiguousColumn, .columnTwice, .unnamedColumn: .name
    case .rowCounts, .inputEntries, .targetEntries, .inputCounts, .predictionShapes: .shape
    case .arity, .missingParameter, .unknownParameter, .repeatedParameter: .option
    case .file, .backwardRange, .noInputs, .classAmongTargets, .noInputNames, .uncountableRange, .noRows,
      .mixedTargets, .unusableEntry, .figure, .emptySide, .unscalable, .nothingToMeasure, .targetIsNoClass:
      .value
    }
  }
}
