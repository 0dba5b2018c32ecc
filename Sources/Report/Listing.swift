/// Values under their names, as `show` writes them.
package struct Listing: Sendable, Equatable {
  /// One value; without a label it stands alone.
  package struct Entry: Sendable, Equatable {
    package let label: String?
    package let value: Value
    package let format: NumberFormat

    package init(label: String?, value: Value, format: NumberFormat = NumberFormat()) {
      self.label = label
      self.value = value
      self.format = format
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// Aligned text, for a fence: `show x, W`.
  package var text: Block { preconditionFailure("follows") }

  /// Formulas, one `$$ … $$` for each entry: `show x, W as math`.
  package var math: Block { preconditionFailure("follows") }

  /// A table of names and values on one line each: `show x, W as table`.
  package var table: Table { preconditionFailure("follows") }
}
