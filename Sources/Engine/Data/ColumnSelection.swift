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
