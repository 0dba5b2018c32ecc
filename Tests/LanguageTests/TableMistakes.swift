/// `table` and `expect`.
let tableMistakes: [Mistake] = [
  Mistake(
    "⟦table⟧",
    """
    1:1: error: nothing follows `table`
      |
    1 | table
      | ^^^^^
      = help: write `table x`

    """),
  Mistake(
    "table a for⟦⟧",
    """
    1:12: error: the name of the variable is missing after `for`
      |
    1 | table a for
      |            ^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "table a for ⟦in⟧ 1..4",
    """
    1:13: error: `in` is a word of the language and cannot be defined
      |
    1 | table a for in 1..4
      |             ^^
      = help: choose another name

    """),
  Mistake(
    "table a for⟦⟧ 3 in 1..4",
    """
    1:12: error: the name of the variable is missing after `for`
      |
    1 | table a for 3 in 1..4
      |            ^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "table a for x⟦⟧",
    """
    1:14: error: `in` is missing after `for x`
      |
    1 | table a for x
      |              ^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "table a for x⟦⟧ 1..4",
    """
    1:14: error: `in` is missing after `for x`
      |
    1 | table a for x 1..4
      |              ^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "table a for x in⟦⟧",
    """
    1:17: error: a value is missing after `in`
      |
    1 | table a for x in
      |                 ^

    """),
  Mistake(
    "table a for x in ⟦[1, 2]⟧",
    """
    1:18: error: a table runs over a range
      |
    1 | table a for x in [1, 2]
      |                  ^^^^^^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "table a for x in ⟦4⟧",
    """
    1:18: error: a table runs over a range
      |
    1 | table a for x in 4
      |                  ^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "table a for x in 1⟦:⟧4",
    """
    1:19: error: `:` is not how a range is written here
      |
    1 | table a for x in 1:4
      |                   ^
      = help: write `..`

    """),
  Mistake(
    "table a for x in 1⟦...⟧4",
    """
    1:19: error: `...` is not how a range is written here
      |
    1 | table a for x in 1...4
      |                   ^^^
      = help: write `..`

    """),
  Mistake(
    "table a for x in 1..⟦⟧",
    """
    1:21: error: a value is missing after `..`
      |
    1 | table a for x in 1..
      |                     ^

    """),
  Mistake(
    "table a for x in 1..4⟦ ⟧step=1",
    """
    1:22: error: a comma is missing before `step`
      |
    1 | table a for x in 1..4 step=1
      |                      ^

    """),
  Mistake(
    "table a for x in 1..4, ⟦5⟧",
    """
    1:24: error: an option, `name = value`, is expected here, not `5`
      |
    1 | table a for x in 1..4, 5
      |                        ^
      = help: what is shown stands before the options

    """),
  Mistake(
    "table a for x in 1..4⟦,⟧",
    """
    1:22: error: something is missing after `,`
      |
    1 | table a for x in 1..4,
      |                      ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "table a for x in 1..4 ⟦2⟧",
    """
    1:23: error: an operator or a comma is missing between `4` and `2`
      |
    1 | table a for x in 1..4 2
      |                       ^

    """),
  Mistake(
    "⟦expect⟧",
    """
    1:1: error: nothing follows `expect`
      |
    1 | expect
      | ^^^^^^
      = help: write `expect a ≈ b ± 0.001`

    """),
  Mistake(
    "expect a < b⟦,⟧",
    """
    1:13: error: something is missing after `,`
      |
    1 | expect a < b,
      |             ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "expect a < b⟦,⟧ c < d",
    """
    1:13: error: one expression stands here, then options
      |
    1 | expect a < b, c < d
      |             ^
      = help: join conditions with `and`

    """),
  Mistake(
    "expect a < b⟦ ⟧digits=3",
    """
    1:13: error: a comma is missing before `digits`
      |
    1 | expect a < b digits=3
      |             ^

    """),
  Mistake(
    "expect a < b ⟦c⟧",
    """
    1:14: error: an operator or a comma is missing between `a < b` and `c`
      |
    1 | expect a < b c
      |              ^

    """),
  Mistake(
    "expect a ≈ b ± 0.1 ⟦as⟧ math",
    """
    1:20: error: `as` cannot stand here
      |
    1 | expect a ≈ b ± 0.1 as math
      |                    ^^

    """),
]
