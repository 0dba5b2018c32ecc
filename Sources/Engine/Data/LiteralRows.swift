/// One sample that is written out in a note: `5.1, 3.5 -> setosa`.
package struct LiteralRow: Sendable, Hashable {
  package let inputs: [Double]
  package let target: Target

  package init(inputs: [Double], target: Target) {
    self.inputs = inputs
    self.target = target
  }

  /// What stands after the arrow.
  package enum Target: Sendable, Hashable {
    case numbers([Double])
    case className(String)
  }
}

extension DataSet {
  /// Samples that are written out, under a header that names the columns. In it a range (`p0..p3`) counts; nothing can be
  /// left out before the arrow.
  package init(
    rows: [LiteralRow], _ selection: ColumnSelection, name: String, within budget: Budget
  ) throws(EngineFault) {
    preconditionFailure("not yet")
  }
}
