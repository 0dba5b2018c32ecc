import Testing

@testable import Language

@Suite struct BlockOptionsTests {
  static let good: [(String, [String])] = [
    ("", []),
    (" \t ", []),
    (" hide", ["hide"]),
    ("skip", ["skip"]),
    ("  fails   hide ", ["hide", "fails"]),
    ("reset hide", ["hide", "reset"]),
  ]

  @Test(arguments: good)
  func readsOptions(info: String, words: [String]) {
    let (options, diagnostics) = BlockOptions.parse(Array(info.utf8))
    #expect(diagnostics == [])
    #expect(names(of: options) == words)
  }

  static let bad: [(String, [String], String)] = [
    (
      "⟦hied⟧ skip", ["skip"],
      """
      1:1: error: unknown block option `hied`
        |
      1 | hied skip
        | ^^^^
        = help: did you mean `hide`?

      """
    ),
    (
      "⟦Skip⟧", [],
      """
      1:1: error: unknown block option `Skip`
        |
      1 | Skip
        | ^^^^
        = help: did you mean `skip`?

      """
    ),
    (
      "⟦{.numberLines}⟧", [],
      """
      1:1: error: unknown block option `{.numberLines}`
        |
      1 | {.numberLines}
        | ^^^^^^^^^^^^^^
        = help: there are `hide`, `skip`, `fails` and `reset`

      """
    ),
    (
      "hide ⟦hide⟧", ["hide"],
      """
      1:6: error: `hide` is given twice
        |
      1 | hide hide
        |      ^^^^

      """
    ),
    (
      "hide ⟦skip⟧", ["hide", "skip"],
      """
      1:6: error: a block that is not run has no output to hide
        |
      1 | hide skip
        |      ^^^^
        = help: leave out `hide`

      """
    ),
    (
      "skip ⟦fails⟧", ["skip", "fails"],
      """
      1:6: error: a block that is not run cannot fail
        |
      1 | skip fails
        |      ^^^^^
        = help: leave out `skip` or `fails`

      """
    ),
    (
      "reset ⟦skip⟧", ["skip", "reset"],
      """
      1:7: error: a block that is not run begins no session
        |
      1 | reset skip
        |       ^^^^
        = help: leave out `skip` or `reset`

      """
    ),
    (
      "fails ⟦reset⟧", ["fails", "reset"],
      """
      1:7: error: a block that fails leaves the session as it found it
        |
      1 | fails reset
        |       ^^^^^
        = help: put `reset` on the block after it

      """
    ),
  ]

  @Test(arguments: bad)
  func saysWhatIsWrong(info: String, words: [String], rendering: String) {
    let source = MarkedSource(info)
    let (options, diagnostics) = BlockOptions.parse(source.code)
    #expect(diagnostics.map(\.range) == source.marks)
    #expect(source.rendering(diagnostics) == rendering)
    #expect(names(of: options) == words)
  }

  private func names(of options: BlockOptions) -> [String] {
    (options.hide ? ["hide"] : []) + (options.skip ? ["skip"] : []) + (options.fails ? ["fails"] : [])
      + (options.reset ? ["reset"] : [])
  }
}
