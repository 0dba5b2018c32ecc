/// What stands below a `for`.
let loopBodyMistakes: [Mistake] = [
  Mistake(
    """
    for a in 1..2
      for b in 1..2
        for c in 1..2
          ⟦for⟧ d in 1..2
            x = a a
          y = 2 ⟦2⟧
    z = 3 ⟦3⟧
    """,
    """
    4:7: error: at most 3 loops may stand within one another
      |
    4 |       for d in 1..2
      |       ^^^
    6:13: error: an operator or a comma is missing between `2` and `2`
      |
    6 |       y = 2 2
      |             ^
    7:7: error: an operator or a comma is missing between `3` and `3`
      |
    7 | z = 3 3
      |       ^

    """),
  Mistake(
    """
    for a in 1..2
        x = 1
      ⟦y⟧ = 2
      z = 2
    show 1 ⟦1⟧
    """,
    """
    3:3: error: this line stands neither in the column of the body above nor in that of its `for`
      |
    3 |   y = 2
      |   ^
      = help: the statements of a body begin in one column
    5:8: error: an operator or a comma is missing between `1` and `1`
      |
    5 | show 1 1
      |        ^

    """),
  Mistake(
    """
    for a in 1..2
      x = 1
        ⟦y⟧ = 2
    show 1 ⟦1⟧
    """,
    """
    3:5: error: this line goes on with the statement above, because it is indented deeper, but makes no sense there
      |
    3 |     y = 2
      |     ^
      = help: a new statement begins in the same column as the one above
    4:8: error: an operator or a comma is missing between `1` and `1`
      |
    4 | show 1 1
      |        ^

    """),
  Mistake(
    """
    for a in 1..2
      x = 1 ⟦1⟧
      for b in 1..2
        y = ⟦(⟧2
      show b
      z = 3 ⟦3⟧
    show 1 ⟦1⟧
    """,
    """
    2:9: error: an operator or a comma is missing between `1` and `1`
      |
    2 |   x = 1 1
      |         ^
    4:9: error: `(` is never closed
      |
    4 |     y = (2
      |         ^
      = help: a `)` is missing
    6:9: error: an operator or a comma is missing between `3` and `3`
      |
    6 |   z = 3 3
      |         ^
    7:8: error: an operator or a comma is missing between `1` and `1`
      |
    7 | show 1 1
      |        ^

    """),
  Mistake(
    """
    for a in 1..2
      ⟦?⟧
    """,
    """
    2:3: error: `?` means nothing here
      |
    2 |   ?
      |   ^

    """),
  Mistake(
    """
    for a in 1..2
      ⟦for⟧ b in 1..2
      show b
    """,
    """
    2:3: error: this `for` has no body
      |
    2 |   for b in 1..2
      |   ^^^
      = help: what is done for each value stands on the lines below, indented deeper

    """),
  Mistake(
    """
    for a in 1..2
      data ⟦d⟧: x -> y
      1 -> 2
      show d
    """,
    """
    2:8: error: the rows of `d` are not indented
      |
    2 |   data d: x -> y
      |        ^
      = help: indent the lines below by two spaces or more

    """),
  Mistake(
    """
    for a in 1..2
      data d: x -> y
        1 ⟦2⟧
      show d ⟦d⟧
    """,
    """
    3:7: error: an operator or a comma is missing between `1` and `2`
      |
    3 |     1 2
      |       ^
    4:10: error: an operator or a comma is missing between `d` and `d`
      |
    4 |   show d d
      |          ^

    """),
  Mistake(
    """
    for a in 1..2
      net deep = 2
        -> 3
      train deep on xor
        loss = bce
        ⟦epochs⟧ 3
      show 1
    """,
    """
    6:5: error: an option, `name = value`, is expected here, not `epochs`
      |
    6 |     epochs 3
      |     ^^^^^^
      = help: write `epochs = 3`

    """),
  Mistake(
    """
    ⟦for⟧ a in 1..2

    """,
    """
    1:1: error: this `for` has no body
      |
    1 | for a in 1..2
      | ^^^
      = help: what is done for each value stands on the lines below, indented deeper

    """),
  Mistake(
    """
    ⟦for⟧ a in 1..2
      # only
    show 1
    """,
    """
    1:1: error: this `for` has no body
      |
    1 | for a in 1..2
      | ^^^
      = help: what is done for each value stands on the lines below, indented deeper

    """),
  Mistake(
    """
    for a in 1..2 # why
      # only

      show a
    show 1 ⟦1⟧
    """,
    """
    5:8: error: an operator or a comma is missing between `1` and `1`
      |
    5 | show 1 1
      |        ^

    """),
  Mistake(
    """
    for a in 1..2
      ⟦import⟧ numpy
      show 1 1
    show 1 1
    """,
    """
    2:3: error: `import` is another language's: this block does not look like `nn`
      |
    2 |   import numpy
      |   ^^^^^^
      = help: begin the block with the name of its language instead of `nn`

    """),
]
