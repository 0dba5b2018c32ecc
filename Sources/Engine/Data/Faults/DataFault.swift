package import SourceText

/// What is wrong with data. Like other faults it knows figures and names, and is put into words elsewhere.
package enum DataFault: Hashable, Sendable {
  /// A file, as the note spells its path, and what is wrong in it.
  case file(String, FileFault)
  case columns(ColumnFault)
  case rows(RowFault)
  case function(DataFunction, DataFunctionFault)
  case measure(MeasureFault)

  /// The rule that a report for machines files it under.
  package var kind: Diagnostic.Kind {
    switch self {
    case .file, .columns(.backwardRange), .columns(.noInputs), .columns(.classAmongTargets), .columns(.noInputNames),
      .columns(.uncountableRange), .rows(.none), .rows(.mixedTargets), .rows(.unusableEntry), .function(_, .figure),
      .function(_, .emptySide), .function(_, .unscalable), .measure(.nothing), .measure(.targetIsNoClass):
      .value
    case .columns(.unknown), .columns(.ambiguous), .columns(.twice), .columns(.unnamed): .name
    case .columns(.rowCounts), .rows(.inputEntries), .rows(.targetEntries), .function(_, .inputCounts),
      .measure(.shapes):
      .shape
    case .function(_, .arity), .function(_, .missingParameter), .function(_, .unknownParameter),
      .function(_, .repeatedParameter):
      .option
    }
  }
}

/// What is wrong with the columns that a header selects or names.
package enum ColumnFault: Hashable, Sendable {
  /// No column of that name in the file; the nearest that there is, some of those there are, and how many.
  case unknown(String, in: String, nearest: String?, some: [String], of: Int)
  /// A name that two files or arrays have.
  case ambiguous(String, in: String, and: String)
  /// A column that is named twice, or as an input and a target.
  case twice(String)
  /// A range whose end stands before its beginning.
  case backwardRange(from: String, through: String)
  /// Every column is a target.
  case noInputs(in: String)
  /// Every column that is no target is an input, but this one, counted from 1, has no name.
  case unnamed(Int, in: String)
  /// A class among several targets.
  case classAmongTargets(String)
  /// Columns side by side that are not of one length.
  case rowCounts(String, Int, other: String, Int)
  /// The header of rows that are written out names no inputs.
  case noInputNames
  /// A range in such a header that cannot be counted: `a..b`.
  case uncountableRange(from: String, through: String)
}

/// What is wrong with rows that are written out; they count from 1.
package enum RowFault: Hashable, Sendable {
  /// There is no row at all.
  case none
  /// Another number of inputs than the header names.
  case inputEntries(row: Int, given: Int, named: Int)
  /// Another number of targets than the header names.
  case targetEntries(row: Int, given: Int, named: Int)
  /// A number where the rows before have a class, or the other way round.
  case mixedTargets(row: Int, isClass: Bool)
  /// A number that is infinite or none.
  case unusableEntry(row: Int, column: String, Double)
}

/// What is wrong with the call of a function that makes sets.
package enum DataFunctionFault: Hashable, Sendable {
  case arity(given: Int)
  case missingParameter(name: String)
  case unknownParameter(name: String)
  case repeatedParameter(name: String)
  /// A number that the function cannot use at that parameter.
  case figure(parameter: String, wants: WantedFigure, got: Double)
  /// One side of a split would have no sample.
  case emptySide(size: Int, fraction: Double)
  /// The sets have different numbers of inputs.
  case inputCounts(Int, by: Int)
  /// A column whose numbers lie too far apart to be scaled.
  case unscalable(column: String)

  /// The kinds of number that a function may insist on.
  package enum WantedFigure: String, Sendable {
    case size = "a whole number from 1 up"
    case classes = "a whole number from 2 up"
    case noise = "a finite number from 0 up"
    case fraction = "a number between 0 and 1"
  }
}

/// Why predictions cannot be measured.
package enum MeasureFault: Hashable, Sendable {
  /// Predictions and targets are not of one shape.
  case shapes(predictions: Shape, targets: Shape)
  /// There is no sample, or no target.
  case nothing
  /// A single target that is no class: sample, from 1, and number.
  case targetIsNoClass(sample: Int, Double)
}
