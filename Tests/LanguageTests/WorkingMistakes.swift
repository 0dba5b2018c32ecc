/// `draw`, `explain`, `derive`.
let workingMistakes: [Mistake] = [
  Mistake(
    "⟦draw⟧",
    """
    1:1: error: nothing follows `draw`
      |
    1 | draw
      | ^^^^
      = help: write `draw mlp`

    """),
  Mistake(
    "draw mlp ⟦on⟧ xor",
    """
    1:10: error: `on` cannot stand here
      |
    1 | draw mlp on xor
      |          ^^

    """),
  Mistake(
    "draw mlp ⟦by⟧ η",
    """
    1:10: error: `draw` takes no `by`
      |
    1 | draw mlp by η
      |          ^^
      = help: `table … by η` writes a row, `plot … by η` a point for each η of a loop

    """),
  Mistake(
    "draw mlp ⟦for⟧ x in 1..2",
    """
    1:10: error: `draw` takes no `for`
      |
    1 | draw mlp for x in 1..2
      |          ^^^
      = help: `table … for x in 1..4` writes one row for each x

    """),
  Mistake(
    "⟦explain⟧",
    """
    1:1: error: nothing follows `explain`
      |
    1 | explain
      | ^^^^^^^
      = help: write `explain mlp`

    """),
  Mistake(
    "explain ⟦backward⟧ mlp on xor",
    """
    1:9: error: there is no `explain backward`
      |
    1 | explain backward mlp on xor
      |         ^^^^^^^^
      = help: there is `explain forward`

    """),
  Mistake(
    "explain ⟦forwrd⟧ mlp",
    """
    1:9: error: there is no `explain forwrd`
      |
    1 | explain forwrd mlp
      |         ^^^^^^
      = help: did you mean `explain forward`?

    """),
  Mistake(
    "explain forward mlp⟦⟧",
    """
    1:20: error: `on` is missing after `mlp`
      |
    1 | explain forward mlp
      |                    ^
      = help: write `explain forward mlp on xor`

    """),
  Mistake(
    "explain mlp ⟦on⟧ xor",
    """
    1:13: error: `on` belongs to `explain forward`
      |
    1 | explain mlp on xor
      |             ^^
      = help: write `explain forward mlp on …`

    """),
  Mistake(
    "explain mlp⟦ ⟧only=[w5]",
    """
    1:12: error: a comma is missing before `only`
      |
    1 | explain mlp only=[w5]
      |            ^

    """),
  Mistake(
    "⟦derive⟧",
    """
    1:1: error: nothing follows `derive`
      |
    1 | derive
      | ^^^^^^
      = help: write `derive x^2 by x`

    """),
  Mistake(
    "derive x^2⟦⟧",
    """
    1:11: error: `by` and a variable are missing
      |
    1 | derive x^2
      |           ^
      = help: write `derive x^2 by x`

    """),
  Mistake(
    "derive x^2 by⟦⟧",
    """
    1:14: error: a variable is missing after `by`
      |
    1 | derive x^2 by
      |              ^
      = help: write `by x`

    """),
  Mistake(
    "derive x^2 by⟦⟧ 3",
    """
    1:14: error: a variable is missing after `by`
      |
    1 | derive x^2 by 3
      |              ^
      = help: write `by x`

    """),
  Mistake(
    "derive x^2 by x, ⟦y⟧",
    """
    1:18: error: a derivative is taken by one variable
      |
    1 | derive x^2 by x, y
      |                  ^
      = help: write a `derive` for each

    """),
  Mistake(
    "derive x^2, x^3 by x, digits=3, ⟦y⟧",
    """
    1:33: error: an option, `name = value`, is expected here, not `y`
      |
    1 | derive x^2, x^3 by x, digits=3, y
      |                                 ^
      = help: what is shown stands before the options

    """),
  Mistake(
    "derive x^2 ⟦for⟧ x in 1..2",
    """
    1:12: error: `derive` takes no `for`
      |
    1 | derive x^2 for x in 1..2
      |            ^^^
      = help: `table … for x in 1..4` writes one row for each x

    """),
  Mistake(
    "derive ⟦by⟧ x",
    """
    1:8: error: `by` is a word of the language and stands for no value
      |
    1 | derive by x
      |        ^^

    """),
  Mistake(
    "derive x^2 ⟦wrt⟧ x",
    """
    1:12: error: an operator or a comma is missing between `x^2` and `wrt`
      |
    1 | derive x^2 wrt x
      |            ^^^

    """),
  Mistake(
    "explain mlp ⟦on⟧ xor",
    """
    1:13: error: `on` belongs to `explain forward`
      |
    1 | explain mlp on xor
      |             ^^
      = help: write `explain forward mlp on …`

    """),
]
