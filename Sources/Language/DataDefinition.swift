/// A data set that is written out below its header, or read from files.
package struct DataDefinition: Sendable, Equatable {
  package let name: Name
  package let source: Source
  /// The columns before the arrow; nil where none are named: all that are no targets.
  package let inputs: [Columns]?
  /// The columns after the arrow; empty where there is no arrow, which rows do not allow.
  package let targets: [Columns]
  /// In their order, no name twice.
  package let options: [Option]

  package init(name: Name, source: Source, inputs: [Columns]?, targets: [Columns], options: [Option]) {
    self.name = name
    self.source = source
    self.inputs = inputs
    self.targets = targets
    self.options = options
  }

  package enum Source: Sendable, Equatable {
    /// At least one; all have as many inputs and targets as the first, and as the header where it counts without ranges.
    case rows([Row])
    /// `from "images.idx", "labels.idx"`: at least one.
    case files([File])
  }

  /// `5.1, 3.5 -> setosa`: at least one on either side. A name after the arrow may be that of a class.
  package struct Row: Sendable, Equatable {
    package let inputs: [Expression]
    package let targets: [Expression]
    package let range: Range<Int>

    package init(inputs: [Expression], targets: [Expression], range: Range<Int>) {
      self.inputs = inputs
      self.targets = targets
      self.range = range
    }
  }

  /// A path as the note spells it; the place includes the quotes.
  package struct File: Sendable, Equatable {
    package let path: String
    package let range: Range<Int>

    package init(path: String, range: Range<Int>) {
      self.path = path
      self.range = range
    }
  }

  /// One item of the list of columns. A name may be any word, or stand in quotes (`"petal length"`), which its place
  /// includes.
  package enum Columns: Sendable, Equatable {
    case named(Name)
    /// `p0..p63`
    case range(from: Name, through: Name)
  }
}
