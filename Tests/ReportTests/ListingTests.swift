import Testing

@testable import Report

/// The lines of a block as one text, to compare whole outputs.
func text(_ block: Block) -> String {
  switch block {
  case .text(let lines), .markdown(let lines): lines.joined(separator: "\n")
  }
}

func matrix(_ rows: [Double]...) -> Value {
  .matrix(Grid(rows: rows.count, columns: rows[0].count, entries: rows.flatMap(\.self)))
}

/// A matrix of 0, 1, 2 … row by row.
func counting(rows: Int, columns: Int, by step: Double = 1) -> Value {
  .matrix(Grid(rows: rows, columns: columns, entries: (0..<(rows * columns)).map { Double($0) * step }))
}

@Suite struct ListingTests {
  @Test func valuesUnderTheirNames() {
    let listing = Listing([
      Listing.Entry(label: "x", value: .vector([1.2, 1.4, 1.3])),
      Listing.Entry(label: "W", value: matrix([0.15, 0.2], [0.25, 0.3])),
      Listing.Entry(label: "norm(x)", value: .number(2.256102)),
    ])
    #expect(
      text(listing.text) == """
        x       = 1.2  1.4  1.3
        W       = 0.15  0.20
                  0.25  0.30
        norm(x) = 2.256
        """)
  }

  @Test func aLoneValue() {
    #expect(text(Listing([Listing.Entry(label: nil, value: .number(2))]).text) == "2")
    #expect(
      text(Listing([Listing.Entry(label: nil, value: matrix([1, -2], [10, 0.5]))]).text) == " 1.0  -2.0\n10.0   0.5")
  }

  @Test func labelsOfAnyScript() {
    let labels = [
      "η", "日本", "x\u{0302}", "W · x", "a\u{1B}[31m\tb", "sum(\n  x,\n\n  y)",
      "the norm of the gradient, after clipping",
    ]
    let listing = Listing(labels.map { Listing.Entry(label: $0, value: .number(0.5)) })
    #expect(
      text(listing.text) == """
        η             = 0.5
        日本          = 0.5
        x\u{0302}             = 0.5
        W · x         = 0.5
        a\\u{1b}[31m b = 0.5
        sum( x, y)    = 0.5
        the norm of the gradient, after clipping = 0.5
        """)
  }

  @Test func entriesShareTheirDecimals() {
    let listing = Listing([
      Listing.Entry(label: "a", value: .vector([1, 0.3333333, .nan])),
      Listing.Entry(label: "b", value: .vector([1, 2e-9])),
      Listing.Entry(label: "c", value: .vector([1, 2.5]), format: NumberFormat(digits: 3, keepsTrailingZeros: true)),
      Listing.Entry(label: "d", value: matrix([1000, 1e-9], [0.5, -2e-9])),
    ])
    #expect(
      text(listing.text) == """
        a = 1.0000  0.3333  undefined
        b = 1e0  2e-9
        c = 1.00  2.50
        d = 1000.0   1e-9
               0.5  -2e-9
        """)
  }

  @Test func aLongVectorIsBrokenIntoLines() {
    let value = Value.vector((0..<30).map { Double($0) / 8 })
    #expect(
      text(Listing([Listing.Entry(label: "steps", value: value)]).text) == """
        steps = 0.000  0.125  0.250  0.375  0.500  0.625  0.750  0.875  1.000  1.125  1.250  1.375  1.500
                1.625  1.750  1.875  2.000  2.125  2.250  2.375  2.500  2.625  2.750  2.875  3.000  3.125
                3.250  3.375  3.500  3.625
        """)
  }

  @Test func ofAVeryLongVectorTheEndsAreShown() {
    let value = Value.vector((1...1000).map(Double.init))
    #expect(
      text(Listing([Listing.Entry(label: "n", value: value)]).text) == """
        n =    1     2     3     4     5     6     7     8     9    10    11    12    13    14    15    16
              17    18    19    20    21    22    23    24    25    26    27    28    29    30    31    32
              33    34    35    36    37    38    39    40    41    42    43    44    45    46    47    48
              49    50    51    52    53    54    55    56    57    58    59    60    61    62    63    64
              65    66    67    68    69    70    71    72    73    74     …   976   977   978   979   980
             981   982   983   984   985   986   987   988   989   990   991   992   993   994   995   996
             997   998   999  1000
            (1000 entries)
        """)
  }

  @Test func ofALargeMatrixTheEdgesAreShown() {
    #expect(
      text(Listing([Listing.Entry(label: "W", value: counting(rows: 24, columns: 14))]).text) == """
        W =   0    1    2    3    4    5    6    7  …   11   12   13
             14   15   16   17   18   19   20   21  …   25   26   27
             28   29   30   31   32   33   34   35  …   39   40   41
             42   43   44   45   46   47   48   49  …   53   54   55
             56   57   58   59   60   61   62   63  …   67   68   69
             70   71   72   73   74   75   76   77  …   81   82   83
             84   85   86   87   88   89   90   91  …   95   96   97
             98   99  100  101  102  103  104  105  …  109  110  111
            112  113  114  115  116  117  118  119  …  123  124  125
            126  127  128  129  130  131  132  133  …  137  138  139
            140  141  142  143  144  145  146  147  …  151  152  153
            154  155  156  157  158  159  160  161  …  165  166  167
            168  169  170  171  172  173  174  175  …  179  180  181
            182  183  184  185  186  187  188  189  …  193  194  195
              …    …    …    …    …    …    …    …  …    …    …    …
            266  267  268  269  270  271  272  273  …  277  278  279
            280  281  282  283  284  285  286  287  …  291  292  293
            294  295  296  297  298  299  300  301  …  305  306  307
            308  309  310  311  312  313  314  315  …  319  320  321
            322  323  324  325  326  327  328  329  …  333  334  335
            (24 × 14)
        """)
  }

  @Test func columnsThatDoNotFitAreLeftOut() {
    let entry = Listing.Entry(
      label: "W", value: counting(rows: 2, columns: 9, by: 1.0 / 7), format: NumberFormat(digits: 12))
    #expect(
      text(Listing([entry]).text) == """
        W = 0.000000000000  0.142857142857  0.285714285714  0.428571428571  …  1.142857142857
            1.285714285714  1.428571428571  1.571428571429  1.714285714286  …  2.428571428571
            (2 × 9)
        """)
  }

  @Test func nothingToShow() {
    let listing = Listing([
      Listing.Entry(label: "v", value: .vector([])),
      Listing.Entry(label: "M", value: .matrix(Grid(rows: 0, columns: 3, entries: []))),
    ])
    #expect(text(listing.text) == "v = (no entries)\nM = (0 × 3)")
    #expect(text(Listing([]).text).isEmpty)
  }

  @Test func noLineIsWiderThanThePage() {
    var random = SplitMix(state: 5)
    for _ in 0..<300 {
      let rows = Int.random(in: 1...30, using: &random)
      let columns = Int.random(in: 1...30, using: &random)
      let entries = (0..<(rows * columns)).map { _ in random.double(exponents: -20...20) }
      let format = NumberFormat(digits: Int.random(in: 1...6, using: &random))
      let values: [Value] = [.vector(entries), .matrix(Grid(rows: rows, columns: columns, entries: entries))]
      let listing = Listing(values.map { Listing.Entry(label: "value", value: $0, format: format) })
      for line in text(listing.text).split(separator: "\n") { #expect(line.count <= 100 && line.last != " ") }
    }
  }

  static let inlineTable: [(Value, String)] = [
    (.number(0.29844), "0.2984"), (.vector([1, 2, 3]), "[1, 2, 3]"), (matrix([1, 2], [3, 4]), "[1, 2; 3, 4]"),
    (.vector([0.5, 1.0 / 3, -.infinity]), "[0.5, 0.3333, -∞]"), (.vector([]), "[]"), (matrix([5]), "[5]"),
    (.matrix(Grid(rows: 0, columns: 3, entries: [])), "[]"), (.matrix(Grid(rows: 3, columns: 0, entries: [])), "[]"),
    (counting(rows: 2, columns: 3, by: 0.25), "[0, 0.25, 0.5; 0.75, 1, 1.25]"),
    (
      counting(rows: 6, columns: 30),
      "[" + cut(0..<30, 18, 6) + "; " + cut(30..<60, 18, 6) + "; …; " + cut(150..<180, 18, 6) + "]"
    ),
    (.vector((0..<101).map(Double.init)), "[" + cut(0..<101, 74, 25) + "]"),
  ]

  /// The first and the last of some numbers.
  private static func cut(_ numbers: Range<Int>, _ head: Int, _ tail: Int) -> String {
    (numbers.prefix(head).map(String.init) + ["…"] + numbers.suffix(tail).map(String.init)).joined(separator: ", ")
  }

  @Test(arguments: inlineTable)
  func onOneLine(value: Value, text: String) {
    #expect(NumberFormat().inline(value) == text)
  }
}
