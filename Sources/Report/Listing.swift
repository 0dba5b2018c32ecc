import SourceText

/// Values under their names, as `show` writes them.
package struct Listing: Sendable, Equatable {
  /// One value; without a label it stands alone.
  package struct Entry: Sendable, Equatable {
    package let label: String?
    /// The label as LaTeX, where someone typeset it.
    package let formula: String?
    package let value: Value
    package let format: NumberFormat

    package init(label: String?, formula: String? = nil, value: Value, format: NumberFormat = NumberFormat()) {
      self.label = label
      self.formula = formula
      self.value = value
      self.format = format
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The columns of a page.
  private static let pageWidth = 100
  /// A label wider than this does not push the others' values to the right.
  private static let mostAlignedWidth = 32

  /// Aligned text, for a fence: `show x, W`.
  package var text: Block {
    let labels = entries.map { $0.label?.onOneLine }
    let width = labels.compactMap { $0.map(displayWidth) }.filter { $0 <= Self.mostAlignedWidth }.max() ?? 0
    return .text(
      zip(entries, labels).flatMap { entry, label in
        let lead = label.map { $0.padded(to: width, .left) + " = " } ?? ""
        let indent = displayWidth(lead)
        let room = max(Self.pageWidth / 2, Self.pageWidth - indent)
        let lines = ValueText(format: entry.format, width: room).lines(entry.value)
        return lines.enumerated().map { ($0 == 0 ? lead : String(repeating: " ", count: indent)) + $1 }
      })
  }

  /// A table of names and of values on one line each: `show x, W as table`.
  package var table: Table {
    Table([
      Table.Column(title: "name", alignment: .left, cells: entries.map { $0.label.map(Table.Cell.text) ?? .empty }),
      Table.Column(title: "value", alignment: .right, cells: entries.map { .text($0.format.inline($0.value)) }),
    ])
  }
}
