/// `collect`.
let collectionMistakes: [Mistake] = [
  Mistake(
    "⟦collect⟧ m",
    """
    1:1: error: `collect` stands in the body of a `for`
      |
    1 | collect m
      | ^^^^^^^
      = help: it keeps values once for each value of the loop; one alone is named: `a = …`

    """),
  Mistake(
    """
    for a in 1..2
      ⟦collect⟧
    """,
    """
    2:3: error: nothing follows `collect`
      |
    2 |   collect
      |   ^^^^^^^
      = help: write `collect m, accuracy(m, xor)`

    """),
  Mistake(
    """
    for a in 1..2
      collect a⟦,⟧
    """,
    """
    2:12: error: something is missing after `,`
      |
    2 |   collect a,
      |            ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    """
    for a in 1..2
      collect a ⟦as⟧ "x"
    """,
    """
    2:13: error: what is collected has no label
      |
    2 |   collect a as "x"
      |             ^^
      = help: labels stand where it is written: `table … as "label" by η`

    """),
  Mistake(
    """
    for a in 1..2
      collect ⟦x⟧=3
    """,
    """
    2:11: error: `collect` has no options
      |
    2 |   collect x=3
      |           ^
      = help: a value is named on a line above: `a = …`, then `collect a`

    """),
  Mistake(
    """
    for a in 1..2
      collect a, ⟦digits⟧=3
    """,
    """
    2:14: error: `collect` has no options
      |
    2 |   collect a, digits=3
      |              ^^^^^^
      = help: a value is named on a line above: `a = …`, then `collect a`

    """),
  Mistake(
    """
    for a in 1..2
      collect a ⟦b⟧
    """,
    """
    2:13: error: an operator or a comma is missing between `a` and `b`
      |
    2 |   collect a b
      |             ^

    """),
]
