import Document
import Testing

@Suite struct RegionContentTests {
  private func content(_ lines: [String]) -> RegionContent {
    RegionContent(lines: lines.map { Array($0.utf8) })
  }

  /// Pairs of layouts of the same content; the second of each is what a formatter or an editor makes of the first.
  @Test(arguments: [
    (["a", "b"], ["a  ", "", "b\t", ""]),
    (["a", "<!-- -->", "b"], ["a", "", "b"]),
    (["| a | b |", "|--:|---|", "| 1 | x |"], ["|   a | b   |", "| ----: | ----- |", "| 1 | x |"]),
    (["| a \\| b |", "|:-:|", "| 1 |"], ["|a \\| b|", "| :---: |", "| 1    |"]),
    (["```text", "a", "", "b", "```"], ["", "```text  ", "a ", "", "b", "```", ""]),
    (
      ["$$", "\\begin{aligned}", "z_{1}^{(2)} &= \\frac{1}{2} \\\\", "y &= 1", "\\end{aligned}", "$$"],
      ["$$", "\\\\begin{aligned}", "z\\_{1}^{(2)} &= \\\\frac{1}{2} \\\\", "y &= 1", "\\\\end{aligned}", "$$"]
    ),
    (
      ["$$", "\\begin{aligned}", "x", "\\end{aligned}", "$$"],
      ["$$", "\\begin{aligned}", "  x", "  \\end{aligned}", "$$"]
    ),
    (["$$", "x_{1} = 2", "$$"], ["", "$$  ", "x\\_{1} = 2", "$$", ""]),
    (["$$", "\\text{a}{\\_}{\\%} = 2", "$$"], ["$$", "\\\\text{a}{\\_}{%} = 2", "$$"]),
  ])
  func `the same in another layout`(one: [String], other: [String]) {
    #expect(content(one) == content(other))
    #expect(content(one).checksum == content(other).checksum)
  }

  @Test(arguments: [
    (["a b"], ["a  b"]), (["a", "b"], ["ab"]), (["a", "b"], ["b", "a"]), (["a"], [" a"]),
    (["```", "a", "", "b", "```"], ["```", "a", "b", "```"]), (["```", "a  b", "```"], ["```", "a b", "```"]),
    (["| a |", "|--:|"], ["| a |", "|:--|"]), (["| a | b |", "|--|--|"], ["| a | b", "|--|--|"]),
    (["|x | y"], ["|x| y"]), (["| a |", "|--|", "| b  c |"], ["| a |", "|--|", "| b c |"]), (["é"], ["è"]),
    (["| a \\| b |", "|--|"], ["| a | b |", "|--|"]),
    // No formatter escapes one command and not the other, nor anything in a fence or outside a formula.
    (["$$", "\\pi \\cdot x", "$$"], ["$$", "\\\\pi \\cdot x", "$$"]),
    (["$$", "\\pi \\\\", "x", "$$"], ["$$", "\\pi \\", "x", "$$"]),
    (["```math", "$$", "\\pi", "$$", "```"], ["```math", "$$", "\\\\pi", "$$", "```"]),
    (["\\pi"], ["\\\\pi"]), (["$$", "\\pi"], ["$$", "\\\\pi"]),
  ])
  func `another content`(one: [String], other: [String]) {
    #expect(content(one) != content(other))
    #expect(content(one).checksum != content(other).checksum)
  }

  @Test func `escapes in a formula are known`() {
    #expect(!content(["$$", "\\pi", "$$"]).hasEscapedFormulas)
    #expect(content(["$$", "\\\\pi", "$$"]).hasEscapedFormulas)
  }

  /// As any zlib has it, of the lines with their line feeds.
  @Test func `the checksum is CRC-32`() {
    #expect(content([]).checksum == "00000000")
    #expect(content(["one line"]).checksum == "de6a3c35")
  }
}
