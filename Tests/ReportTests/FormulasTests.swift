import Testing

@testable import Report

@Suite struct FormulasTests {
  @Test func oneFormula() {
    let number = Listing([Listing.Entry(label: "norm(x)", formula: "\\lVert x \\rVert", value: .number(2.256102))])
    #expect(text(number.math()) == "$$\n\\lVert x \\rVert = 2.256\n$$")
    let vector = Listing([Listing.Entry(label: "x", formula: "x", value: .vector([1.2, 1.45, -1e3]))])
    #expect(
      text(vector.math()) == """
        $$
        x = \\begin{bmatrix}
        1.20 \\\\
        1.45 \\\\
        -1000.00
        \\end{bmatrix}
        $$
        """)
    #expect(text(Listing([Listing.Entry(label: nil, value: .number(1e-9))]).math()) == "$$\n1 \\cdot 10^{-9}\n$$")
  }

  @Test func severalFormulas() {
    let listing = Listing([
      Listing.Entry(label: "η", formula: "\\eta", value: .number(0.5)),
      Listing.Entry(label: "W", formula: "W", value: matrix([0.15, 0.2], [0.25, .nan])),
      Listing.Entry(label: "the loss", value: .number(.infinity)),
      Listing.Entry(label: nil, value: .vector([])),
    ])
    #expect(
      text(listing.math()) == """
        $$
        \\begin{aligned}
        \\eta &= 0.5 \\\\
        W &= \\begin{bmatrix}
        0.15 & 0.20 \\\\
        0.25 & \\text{undefined}
        \\end{bmatrix} \\\\
        \\text{the loss} &= \\infty \\\\
        & \\lbrack \\quad \\rbrack
        \\end{aligned}
        $$
        """)
    #expect(text(Listing([]).math()).isEmpty)
  }

  @Test func largeValuesAreCut() {
    let vector = NumberFormat().latex(.vector((0..<21).map(Double.init)))
    #expect(
      vector == "\\begin{bmatrix} " + (0..<14).map { "\($0) \\\\ " }.joined() + "\\vdots \\\\ "
        + (16..<20).map { "\($0) \\\\ " }.joined() + "20 \\end{bmatrix} \\quad (21 \\text{ entries})")
    #expect(
      NumberFormat().latex(counting(rows: 2, columns: 13)) == """
        \\begin{bmatrix} 0 & 1 & 2 & 3 & 4 & 5 & 6 & 7 & \\cdots & 10 & 11 & 12 \\\\ \
        13 & 14 & 15 & 16 & 17 & 18 & 19 & 20 & \\cdots & 23 & 24 & 25 \\end{bmatrix} \\quad (2 \\times 13)
        """)
    let square = NumberFormat().latex(counting(rows: 21, columns: 13))
    #expect(square.split(separator: " ").filter { $0 == "\\ddots" }.count == 1)
  }

  static let wordTable: [(String, String)] = [
    ("loss", "\\text{loss}"), ("", "\\text{}"), ("a_b", "\\text{a＿b}"), ("50%", "\\text{50％}"),
    ("$5 & #1", "\\text{＄5 ＆ ＃1}"), ("{x}", "{\\lbrace}\\text{x}{\\rbrace}"),
    ("\\input", "{\\backslash}\\text{input}"), ("x[1]", "\\text{x}{\\lbrack}\\text{1}{\\rbrack}"),
    ("x < y > z", "\\text{x }{\\lt}\\text{ y }{\\gt}\\text{ z}"), ("~`", "{\\sim}{\\backprime}"),
    ("a^b*c", "\\text{a}{\\wedge}\\text{b}{\\ast}\\text{c}"), ("a\nb", "\\text{a b}"), ("σ(ŷ)", "\\text{σ(ŷ)}"),
    ("# 1\u{1B}", "\\text{＃ 1}{\\backslash}\\text{u}{\\lbrace}\\text{1b}{\\rbrace}"),
  ]

  @Test(arguments: wordTable)
  func wordsInFormulas(words: String, latex: String) {
    #expect(latexText(words) == latex)
  }
}
