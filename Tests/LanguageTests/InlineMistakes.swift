/// Inline values.
let inlineMistakes: [Mistake] = [
  Mistake(
    " ⟦⟧",
    """
    1:2: error: the expression of this inline value is missing
      |
    1 |
      |  ^

    """),
  Mistake(
    "⟦show⟧ x",
    """
    1:1: error: an inline value is an expression, not a statement
      |
    1 | show x
      | ^^^^
      = help: leave out `show`

    """),
  Mistake(
    "x ⟦=⟧ 3",
    """
    1:3: error: an inline value defines nothing
      |
    1 | x = 3
      |   ^
      = help: a comparison is written `==`

    """),
  Mistake(
    "⟦train⟧ m",
    """
    1:1: error: an inline value is an expression, not a statement
      |
    1 | train m
      | ^^^^^
      = help: statements stand in `nn` blocks

    """),
  Mistake(
    "x⟦,⟧",
    """
    1:2: error: something is missing after `,`
      |
    1 | x,
      |  ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "x⟦,⟧ y",
    """
    1:2: error: one expression stands here, then options
      |
    1 | x, y
      |  ^
      = help: join conditions with `and`

    """),
  Mistake(
    "x⟦,⟧ digits",
    """
    1:2: error: one expression stands here, then options
      |
    1 | x, digits
      |  ^
      = help: join conditions with `and`

    """),
  Mistake(
    "x ⟦y⟧",
    """
    1:3: error: an operator or a comma is missing between `x` and `y`
      |
    1 | x y
      |   ^

    """),
  Mistake(
    "x⟦)⟧",
    """
    1:2: error: `)` closes nothing
      |
    1 | x)
      |  ^
      = help: leave it out, or add a `(`

    """),
  Mistake(
    "1 +⟦⟧",
    """
    1:4: error: a value is missing after `+`
      |
    1 | 1 +
      |    ^

    """),
  Mistake(
    "⟦,⟧ digits=3",
    """
    1:1: error: a value is missing before `,`
      |
    1 | , digits=3
      | ^

    """),
]
