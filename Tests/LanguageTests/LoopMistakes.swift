/// The line of a `for` up to its values.
let loopMistakes: [Mistake] = [
  Mistake(
    "for⟦⟧",
    """
    1:4: error: the name of the variable is missing after `for`
      |
    1 | for
      |    ^
      = help: write `for x in [0.01, 0.1]`

    """),
  Mistake(
    """
    for⟦⟧
      x = 1
    """,
    """
    1:4: error: the name of the variable is missing after `for`
      |
    1 | for
      |    ^
      = help: write `for x in [0.01, 0.1]`

    """),
  Mistake(
    "⟦for⟧ = 3",
    """
    1:1: error: `for` is a word of the language and cannot be defined
      |
    1 | for = 3
      | ^^^
      = help: choose another name

    """),
  Mistake(
    """
    for⟦⟧ 3 in [1]
      x = 1
    """,
    """
    1:4: error: the name of the variable is missing after `for`
      |
    1 | for 3 in [1]
      |    ^
      = help: write `for x in [0.01, 0.1]`

    """),
  Mistake(
    """
    for η⟦⟧
      x = η
    """,
    """
    1:6: error: `in` is missing after `for η`
      |
    1 | for η
      |      ^
      = help: write `for η in [0.01, 0.1]`

    """),
  Mistake(
    """
    for η⟦⟧ [0.01, 0.1]
      x = η ⟦η⟧
    show η
    """,
    """
    1:6: error: `in` is missing after `for η`
      |
    1 | for η [0.01, 0.1]
      |      ^
      = help: write `for η in [0.01, 0.1]`
    2:9: error: an operator or a comma is missing between `η` and `η`
      |
    2 |   x = η η
      |         ^

    """),
  Mistake(
    """
    for η⟦⟧ = 1..4
      x = η
    """,
    """
    1:6: error: `in` is missing after `for η`
      |
    1 | for η = 1..4
      |      ^
      = help: write `for η in 1..4`

    """),
  Mistake(
    """
    for η in⟦⟧
      x = η
    """,
    """
    1:9: error: a value is missing after `in`
      |
    1 | for η in
      |         ^

    """),
  Mistake(
    """
    ⟦for⟧ η in [0.01, 0.1]
    x = η
    collect x
    show x ⟦x⟧
    """,
    """
    1:1: error: this `for` has no body
      |
    1 | for η in [0.01, 0.1]
      | ^^^
      = help: what is done for each value stands on the lines below, indented deeper
    4:8: error: an operator or a comma is missing between `x` and `x`
      |
    4 | show x x
      |        ^

    """),
  Mistake(
    "⟦for⟧ η in [0.01, 0.1]",
    """
    1:1: error: this `for` has no body
      |
    1 | for η in [0.01, 0.1]
      | ^^^
      = help: what is done for each value stands on the lines below, indented deeper

    """),
  Mistake(
    """
    for η in [0.01, 0.1]⟦:⟧
      x = η
    """,
    """
    1:21: error: the line of a `for` ends without `:`
      |
    1 | for η in [0.01, 0.1]:
      |                     ^
      = help: leave it out

    """),
]
