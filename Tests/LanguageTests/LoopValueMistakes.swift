/// The values of a loop.
let loopValueMistakes: [Mistake] = [
  Mistake(
    """
    for i in range(10)⟦:⟧
        ⟦print⟧(i)
    """,
    """
    1:19: error: the line of a `for` ends without `:`
      |
    1 | for i in range(10):
      |                   ^
      = help: leave it out
    2:5: error: `print` is not how a value is shown here
      |
    2 |     print(i)
      |     ^^^^^
      = help: write `show i`

    """),
  Mistake(
    """
    for η in 0.01⟦,⟧ 0.1
      x = η
    """,
    """
    1:14: error: the values of a loop stand in brackets
      |
    1 | for η in 0.01, 0.1
      |              ^
      = help: write `[0.01, 0.1]`

    """),
  Mistake(
    """
    for η in 0.01⟦,⟧ 0.1, 1
      x = η
    """,
    """
    1:14: error: the values of a loop stand in brackets
      |
    1 | for η in 0.01, 0.1, 1
      |              ^
      = help: write `[0.01, 0.1, 1]`

    """),
  Mistake(
    """
    for k in 1..10⟦ step⟧ 2
      x = k
    """,
    """
    1:15: error: the step is an option
      |
    1 | for k in 1..10 step 2
      |               ^^^^^
      = help: write `, step=2`

    """),
  Mistake(
    """
    for k in 1..10⟦ ⟧step=2
      x = k
    """,
    """
    1:15: error: a comma is missing before `step`
      |
    1 | for k in 1..10 step=2
      |               ^

    """),
  Mistake(
    """
    for k in 1..10, ⟦by⟧=2
      x = k
    """,
    """
    1:17: error: a loop has no option `by`
      |
    1 | for k in 1..10, by=2
      |                 ^^
      = help: its one option is `step`, as in `1..10, step=2`

    """),
  Mistake(
    """
    for k in 1..10, ⟦2⟧
      x = k
    """,
    """
    1:17: error: an option, `name = value`, is expected here, not `2`
      |
    1 | for k in 1..10, 2
      |                 ^
      = help: write `step = 2`, say

    """),
  Mistake(
    """
    for k in [1, 2], ⟦step⟧=2
      x = k
    """,
    """
    1:18: error: only a range has a step, as in `1..10, step=2`
      |
    1 | for k in [1, 2], step=2
      |                  ^^^^

    """),
  Mistake(
    """
    for k in 1⟦:⟧10
      x = k
    """,
    """
    1:11: error: `:` is not how a range is written here
      |
    1 | for k in 1:10
      |           ^
      = help: write `..`

    """),
  Mistake(
    """
    for k in 1⟦...⟧10
      x = k
    """,
    """
    1:11: error: `...` is not how a range is written here
      |
    1 | for k in 1...10
      |           ^^^
      = help: write `..`

    """),
  Mistake(
    """
    for k in 1..⟦⟧
      x = k
    """,
    """
    1:13: error: a value is missing after `..`
      |
    1 | for k in 1..
      |             ^

    """),
  Mistake(
    """
    for k in [1⟦..⟧10]
      x = k
    """,
    """
    1:12: error: `..` stands only after `in`, as in `for x in 1..4`
      |
    1 | for k in [1..10]
      |            ^^
      = help: a vector of numbers is `range(1, 4)`

    """),
  Mistake(
    """
    for k in ⟦[]⟧
      x = k
    """,
    """
    1:10: error: a vector has at least one entry
      |
    1 | for k in []
      |          ^^

    """),
  Mistake(
    """
    for k in [1, 2 ⟦show⟧ k
      x = k
    y = 1 ⟦1⟧
    """,
    """
    1:16: error: `show` cannot stand here
      |
    1 | for k in [1, 2 show k
      |                ^^^^
      = help: a statement begins on a line of its own
    3:7: error: an operator or a comma is missing between `1` and `1`
      |
    3 | y = 1 1
      |       ^

    """),
  Mistake(
    """
    for k in ⟦[⟧1, 2
      x = k
      net m = 2 -> 3⟦⟧ 4
    y = 1 ⟦1⟧
    """,
    """
    1:10: error: `[` is never closed
      |
    1 | for k in [1, 2
      |          ^
      = help: a `]` is missing
    3:17: error: `->` is missing before `4`
      |
    3 |   net m = 2 -> 3 4
      |                 ^
    4:7: error: an operator or a comma is missing between `1` and `1`
      |
    4 | y = 1 1
      |       ^

    """),
  Mistake(
    "for k in [1, 2] ⟦show⟧ k",
    """
    1:17: error: the body of a `for` does not stand on its line
      |
    1 | for k in [1, 2] show k
      |                 ^^^^
      = help: begin another line here, indented deeper than `for`

    """),
  Mistake(
    "for k in [1, 2] ⟦x⟧ = k",
    """
    1:17: error: the body of a `for` does not stand on its line
      |
    1 | for k in [1, 2] x = k
      |                 ^
      = help: begin another line here, indented deeper than `for`

    """),
  Mistake(
    """
    for k⟦,⟧ h in [1, 2]
      x = k
    """,
    """
    1:6: error: one variable runs over the values
      |
    1 | for k, h in [1, 2]
      |      ^

    """),
  Mistake(
    """
    for η in [⟦“a”⟧]
      show 1
    """,
    """
    1:11: error: a string stands between straight quotes
      |
    1 | for η in [“a”]
      |           ^^^
      = help: write `"…"`

    """),
  Mistake(
    """
    ⟦import⟧ numpy
    for x in 1
    """,
    """
    1:1: error: `import` is another language's: this block does not look like `nn`
      |
    1 | import numpy
      | ^^^^^^
      = help: begin the block with the name of its language instead of `nn`

    """),
]
