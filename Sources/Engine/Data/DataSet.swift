/// Data is what networks learn from: sets of samples, read from the bytes of files, written out in a note, or drawn from a
/// random stream; split and scaled. It reads no file itself and knows nothing of networks. Everything that a stranger's
/// file can hold is an answer or a fault at its place, and every array is charged to the budget before it is made.

/// Samples, one in each row, with what a network is given of them and what it should make of it.
package struct DataSet: Sendable {
  /// What a network is given: size × inputs.
  package let inputs: Matrix
  /// What it should make of that: size × targets. Where the target is a class, one column for each class, 1 in the
  /// sample's own and 0 in the others.
  package let targets: Matrix
  /// What messages call the set: the file's path, the generator's name.
  package let origin: String
  private let inputLabels: Labels
  private let targetLabels: Labels
  private let classLabels: Labels

  init(
    inputs: Matrix, targets: Matrix, inputLabels: Labels, targetLabels: Labels, classLabels: Labels, origin: String
  ) {
    precondition(inputs.rows == targets.rows, "a set with inputs and targets of different samples")
    precondition(inputs.columns == inputLabels.names.count, "a set without a name for each input")
    precondition(
      targets.columns == (classLabels.names.isEmpty ? targetLabels : classLabels).names.count,
      "a set without a name for each target")
    self.inputs = inputs
    self.targets = targets
    self.inputLabels = inputLabels
    self.targetLabels = targetLabels
    self.classLabels = classLabels
    self.origin = origin
  }

  /// The same samples, or some of them, with other numbers.
  func with(inputs: Matrix, targets: Matrix) -> DataSet {
    DataSet(
      inputs: inputs, targets: targets, inputLabels: inputLabels, targetLabels: targetLabels,
      classLabels: classLabels, origin: origin)
  }

  /// How many samples there are.
  package var size: Int { inputs.rows }

  /// The names of the input columns.
  package var inputNames: [String] { inputLabels.names }

  /// The names of the target columns as the file or the note has them; a single one where the target is a class.
  package var targetNames: [String] { targetLabels.names }

  /// The names of the classes, in the order of the columns of `targets`; none where the target is no class.
  package var classes: [String] { classLabels.names }

  /// What each column of `targets` stands for: a class, or a target column.
  package var targetColumnNames: [String] { classes.isEmpty ? targetNames : classes }
}

/// What can be read of a data set by name, as in `iris.inputs`.
package enum DataMember: String, Sendable, CaseIterable {
  case inputs, targets, size
  /// The names of the classes: labels, which are no value.
  case classes
}

extension DataSet {
  /// The value of a member; nil for the classes, which are names.
  package func value(of member: DataMember) -> Value? {
    switch member {
    case .inputs: .matrix(inputs)
    case .targets: .matrix(targets)
    case .size: .number(Double(size))
    case .classes: nil
    }
  }

  /// The class of each sample, counted from 0: the place of its name in `classes`, or the target itself where a single
  /// target is 0 or 1 throughout. Nil where the target is no class.
  package func classOfEachSample() -> [Int]? {
    let numbers = targets.elements
    if targets.columns == 1, classes.isEmpty {
      guard numbers.allSatisfy({ $0 == 0 || $0 == 1 }) else { return nil }
      return numbers.map { $0 == 1 ? 1 : 0 }
    }
    if classes.isEmpty { return nil }
    return (0..<size).map { row in
      (0..<classes.count).first { numbers[row * classes.count + $0] == 1 } ?? 0
    }
  }
}
