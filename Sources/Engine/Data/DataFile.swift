/// A file of data as the world outside hands it over.
package struct DataFile: Sendable {
  /// As the note spells it; messages do too.
  package let path: String
  /// All that is in it. Whoever read it has charged for it.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension DataSet {
  /// Reads the columns selected from one file, or from several side by side (the images and the labels of MNIST are two).
  /// What a file is, its first bytes tell: CSV, TSV, NumPy's `.npy` or uncompressed `.npz`, or IDX.
  package init(
    reading files: [DataFile], _ selection: ColumnSelection, within budget: Budget
  ) throws(EngineFault) {
    preconditionFailure("not yet")
  }
}
