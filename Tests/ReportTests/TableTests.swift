import Testing

@testable import Report

@Suite struct TableTests {
  @Test func layersOfANetwork() {
    let table = Table([
      Table.Column(title: "layer", alignment: .left, cells: [.text("input"), .text("1"), .text("2"), .text("total")]),
      Table.Column(title: "neurons", alignment: .right, cells: [.number(3), .number(4), .number(2)]),
      Table.Column(title: "activation", alignment: .left, cells: [.empty, .text("relu"), .text("softmax")]),
      Table.Column(title: "weights", alignment: .right, cells: [.empty, .text("4 × 3"), .text("2 × 4"), .number(20)]),
      Table.Column(title: "parameters", alignment: .right, cells: [.empty, .number(16), .number(10), .number(26)]),
    ])
    #expect(
      text(table.markdown) == """
        | layer | neurons | activation | weights | parameters |
        | :---- | ------: | :--------- | ------: | ---------: |
        | input |       3 |            |         |            |
        | 1     |       4 | relu       |   4 × 3 |         16 |
        | 2     |       2 | softmax    |   2 × 4 |         10 |
        | total |         |            |      20 |         26 |
        """)
  }

  @Test func aColumnHasOneNumberOfDecimals() {
    let table = Table([
      Table.Column(title: "z", numbers: [-2, -0.5, 0, 1]),
      Table.Column(title: "σ(z)", numbers: [0.11920292, 0.37754067, 0.5, 0.73105858]),
      Table.Column(title: "log z", numbers: [.nan, .nan, -.infinity, 0]),
      Table.Column(title: "tiny", numbers: [1e-12, 2.5e-9, 0, 1]),
      Table.Column(title: "two", numbers: [1, 0.125, 3, 4], format: NumberFormat(digits: 2)),
    ])
    #expect(
      text(table.markdown) == """
        |    z |   σ(z) |     log z |    tiny |  two |
        | ---: | -----: | --------: | ------: | ---: |
        | -2.0 | 0.1192 | undefined | 1.0e-12 | 1.00 |
        | -0.5 | 0.3775 | undefined |  2.5e-9 | 0.13 |
        |  0.0 | 0.5000 |        -∞ |       0 | 3.00 |
        |  1.0 | 0.7311 |         0 |   1.0e0 | 4.00 |
        """)
  }

  @Test func noiseDoesNotDecideTheNotation() {
    let table = Table([
      Table.Column(title: "cos", numbers: [1, 0.70710678, 6.123e-17, -1, -1.837e-16], format: NumberFormat(digits: 3)),
      Table.Column(title: "large", numbers: [2.5e9, 1e-6, -2.5e9, 0, 1e9], format: NumberFormat(digits: 2)),
      Table.Column(title: "whole", numbers: [3, 4.44e-16, -2, 0, 12]),
      Table.Column(title: "small", numbers: [1e13, 0.25]),
      Table.Column(title: "alone", numbers: [6.123e-17]),
      Table.Column(title: "at the border", numbers: [1, 1e-12]),
    ])
    #expect(
      text(table.markdown) == """
        |    cos |       large | whole |  small |     alone | at the border |
        | -----: | ----------: | ----: | -----: | --------: | ------------: |
        |  1.000 |  2500000000 |     3 | 1.0e13 | 6.123e-17 |           1e0 |
        |  0.707 |           0 |     0 | 2.5e-1 |           |         1e-12 |
        |  0.000 | -2500000000 |    -2 |        |           |               |
        | -1.000 |           0 |     0 |        |           |               |
        |  0.000 |  1000000000 |    12 |        |           |               |
        """)
  }

  @Test func narrowEmptyAndWideCells() {
    let table = Table([
      Table.Column(title: "", alignment: .left, cells: [.text("a"), .empty]),
      Table.Column(title: "x", alignment: .center, cells: [.text("b"), .text("four"), .text("日本語")]),
      Table.Column(title: "n", alignment: .right, cells: []),
    ])
    #expect(
      text(table.markdown) == """
        |     |   x    |   n |
        | :-- | :----: | --: |
        | a   |   b    |     |
        |     |  four  |     |
        |     | 日本語 |     |
        """)
  }

  @Test func noRows() {
    #expect(text(Table([Table.Column(title: "x", numbers: [])]).markdown) == "|   x |\n| --: |")
  }

  @Test func valuesInATable() {
    let listing = Listing([
      Listing.Entry(label: "x", value: .vector([1.2, 1.4])), Listing.Entry(label: "x[1]", value: .number(1.2)),
      Listing.Entry(label: nil, value: matrix([1, 2], [3, 4])),
    ])
    #expect(
      text(listing.table.markdown) == """
        | name   |        value |
        | :----- | -----------: |
        | x      |   [1.2, 1.4] |
        | `x[1]` |          1.2 |
        |        | [1, 2; 3, 4] |
        """)
  }

  static let cellTable: [(String, String)] = [
    // Nothing to escape.
    ("sigmoid'(z)", "sigmoid'(z)"), ("x * y", "x * y"), ("a_b", "a_b"), ("x ~ y", "x ~ y"), ("a < b", "a < b"),
    ("a > b", "a > b"), ("- x", "- x"), ("# 1", "# 1"), ("1. one", "1. one"), ("W[1,:]", "W[1,:]"),
    ("[1, 2; 3, 4]", "[1, 2; 3, 4]"), ("x & y", "x & y"), ("a: b", "a: b"), ("ŷ · δ²", "ŷ · δ²"), ("!", "!"),
    ("x^2", "x^2"),
    // Escaped as formatters do.
    ("\\", "\\\\"), ("a\\|b", "a\\\\∣b"), ("x*y", "x\\*y"), ("*", "\\*"),
    ("a *b* c", "a \\*b\\* c"),
    ("_x_", "\\_x\\_"), ("w_(1)", "w\\_(1)"), ("a _ b", "a _ b"), ("δ_1", "δ_1"), ("`", "\\`"), ("a`b`c", "a\\`b\\`c"),
    ("<b>", "\\<b>"), ("<!-- nn:out -->", "\\<!-- nn:out -->"), ("a<b", "a\\<b"), ("<", "\\<"),
    // Code, where an escape would not last.
    ("$x$", "`$x$`"), ("~x~", "`~x~`"), ("[1]", "`[1]`"), ("[a, b](c)", "`[a, b](c)`"), ("[[1, 2]]", "`[[1, 2]]`"),
    ("a]", "`a]`"), ("a == b", "`a == b`"), (":tada:", "`:tada:`"), ("&lt;", "`&lt;`"), ("&#36;", "`&#36;`"),
    ("%%x%%", "`%%x%%`"),
    ("a|b", "`a\\|b`"), ("$a|b", "`$a\\|b`"), ("`$`", "`` `$` ``"), ("$ `` `", "``` $ `` ` ```"), ("$\\", "`$\\`"),
    ("$\\|", "`$\\∣`"),
    ("x`$`y", "`` x`$`y ``"),
    // Space and control characters.
    ("  a \t  b ", "a b"), ("a\r\nb", "a b"), ("\u{1B}[1m", "`\\u{1b}[1m`"), ("a\u{202E}b", "a\\\\u{202e}b"), ("", ""),
    (" ", ""),
  ]

  @Test(arguments: cellTable)
  func plainTextAsMarkdown(plain: String, markdown: String) {
    #expect(cellText(plain) == markdown)
  }
}
