/// Several mistakes in one run, each told once.
let recoveryMistakes: [Mistake] = [
  Mistake(
    """
    x = 1 ⟦1⟧
    y = 2 ⟦2⟧
    z = 3
    w = ⟦(⟧4
    """,
    """
    1:7: error: an operator or a comma is missing between `1` and `1`
      |
    1 | x = 1 1
      |       ^
    2:7: error: an operator or a comma is missing between `2` and `2`
      |
    2 | y = 2 2
      |       ^
    4:5: error: `(` is never closed
      |
    4 | w = (4
      |     ^
      = help: a `)` is missing

    """),
  Mistake(
    """
    W = [
    1, 2
    3⟦ ⟧4 5
    ]
    show W ⟦W⟧
    """,
    """
    3:2: error: a comma is missing
      |
    3 | 3 4 5
      |  ^
      = help: write `3, 4`
    5:8: error: an operator or a comma is missing between `W` and `W`
      |
    5 | show W W
      |        ^

    """),
  Mistake(
    """
    W = [
    1, 2
    3⟦ ⟧4 5
    ]

    # fine
    show W
    """,
    """
    3:2: error: a comma is missing
      |
    3 | 3 4 5
      |  ^
      = help: write `3, 4`

    """),
  Mistake(
    """
    x = f(1,
      2 ⟦3⟧,
      4)
    y = 5 ⟦5⟧
    """,
    """
    2:5: error: an operator or a comma is missing between `2` and `3`
      |
    2 |   2 3,
      |     ^
    4:7: error: an operator or a comma is missing between `5` and `5`
      |
    4 | y = 5 5
      |       ^

    """),
  Mistake(
    """
    x = (1
      + 2⟦]⟧
      + 3)
    y = 5 ⟦5⟧
    """,
    """
    2:6: error: `(` is closed by `)`, not by `]`
      |
    2 |   + 2]
      |      ^
    4:7: error: an operator or a comma is missing between `5` and `5`
      |
    4 | y = 5 5
      |       ^

    """),
  Mistake(
    """
    for η in [0.01, 0.1, 1]⟦:⟧
      x = η ⟦η⟧
      y = (2
        + 2)
    y = 1 ⟦1⟧
    """,
    """
    1:24: error: the line of a `for` ends without `:`
      |
    1 | for η in [0.01, 0.1, 1]:
      |                        ^
      = help: leave it out
    2:9: error: an operator or a comma is missing between `η` and `η`
      |
    2 |   x = η η
      |         ^
    5:7: error: an operator or a comma is missing between `1` and `1`
      |
    5 | y = 1 1
      |       ^

    """),
  Mistake(
    """
    x = ⟦"abc)⟧
    y = ⟦(⟧2
    z = 3 ⟦3⟧
    """,
    """
    1:5: error: the string is not closed on its line
      |
    1 | x = "abc)
      |     ^^^^^
      = help: end it with `"`
    2:5: error: `(` is never closed
      |
    2 | y = (2
      |     ^
      = help: a `)` is missing
    3:7: error: an operator or a comma is missing between `3` and `3`
      |
    3 | z = 3 3
      |       ^

    """),
  Mistake(
    """
    x = a # ( [ "
      ⟦b⟧ c
    y = 2 ⟦2⟧
    """,
    """
    2:3: error: this line goes on with the statement above, because it is indented deeper, but makes no sense there
      |
    2 |   b c
      |   ^
      = help: a new statement begins in the same column as the one above
    3:7: error: an operator or a comma is missing between `2` and `2`
      |
    3 | y = 2 2
      |       ^

    """),
  Mistake(
    """
      x = 1 ⟦1⟧
      y = 2 ⟦2⟧
    z = 3 ⟦3⟧
    """,
    """
    1:9: error: an operator or a comma is missing between `1` and `1`
      |
    1 |   x = 1 1
      |         ^
    2:9: error: an operator or a comma is missing between `2` and `2`
      |
    2 |   y = 2 2
      |         ^
    3:7: error: an operator or a comma is missing between `3` and `3`
      |
    3 | z = 3 3
      |       ^

    """),
  Mistake(
    """
    show (
      a ⟦b⟧
    )
    show c ⟦d⟧
    """,
    """
    2:5: error: an operator or a comma is missing between `a` and `b`
      |
    2 |   a b
      |     ^
    4:8: error: an operator or a comma is missing between `c` and `d`
      |
    4 | show c d
      |        ^

    """),
  Mistake(
    """
    x = ⟦]⟧
    ⟦[⟧1, 2
    y = 3 ⟦3⟧
    """,
    """
    1:5: error: `]` closes nothing
      |
    1 | x = ]
      |     ^
      = help: leave it out, or add a `[`
    2:1: error: `[` is never closed
      |
    2 | [1, 2
      | ^
      = help: a `]` is missing
    3:7: error: an operator or a comma is missing between `3` and `3`
      |
    3 | y = 3 3
      |       ^

    """),
]
