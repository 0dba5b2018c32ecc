import Testing

@testable import Formula

/// LaTeX that a reader of Markdown leaves alone.
struct DialectTests {
  @Test func noTermIsTakenForMarkdown() {
    var generator = TermGenerator(seed: 800)
    var failures: [String] = []
    for round in 0..<5_000 {
      let term = generator.term(depth: round % 10 == 0 ? 4 : 3)
      if let fault = fault(of: term.latex) { failures.append("\(fault): \(term.latex)") }
    }
    #expect(failures == [])
  }

  @Test(arguments: [
    "x_1", "x_max", "learning_rate", "w_in2", "_", "x__y", "ŷ1", "mlp.W1", "W[1,2]", "W[1,:]", "x[:]",
    "W1[2,3]", "loss2[1]", "f''",
    "sum(a*b < 2 | x[1,:])", "a{b}", "50% of $x & ~y #1", "`", "a^b", "\\",
  ])
  func noNameIsTakenForMarkdown(name: String) {
    #expect(fault(of: Term.latex(name: name)) == nil)
    #expect(fault(of: Term.call(name, [.symbol(name)]).latex) == nil)
  }

  private func fault(of latex: String) -> String? {
    let characters = Array(latex)
    for (place, character) in characters.enumerated() {
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      if "*<>~`#|[]$&%\n".contains(character) { return "a `\(character)`" }
      if character == "\\", !after.isLetter { return "a backslash before `\(after)`" }
      if character == "_", !before.isLetter || after != "{" { return "an index after `\(before)`" }
    }
    return nil
  }
}
