/// Groups and calls.
let bracketMistakes: [Mistake] = [
  Mistake(
    "x = ⟦(⟧1 + 2",
    """
    1:5: error: `(` is never closed
      |
    1 | x = (1 + 2
      |     ^
      = help: a `)` is missing

    """),
  Mistake(
    "x = 1 + 2⟦)⟧",
    """
    1:10: error: `)` closes nothing
      |
    1 | x = 1 + 2)
      |          ^
      = help: leave it out, or add a `(`

    """),
  Mistake(
    "x = [1, 2⟦)⟧",
    """
    1:10: error: `[` is closed by `]`, not by `)`
      |
    1 | x = [1, 2)
      |          ^

    """),
  Mistake(
    "x = (1⟦]⟧",
    """
    1:7: error: `(` is closed by `)`, not by `]`
      |
    1 | x = (1]
      |       ^

    """),
  Mistake(
    "x = (1⟦,⟧ 2]",
    """
    1:7: error: `( )` holds one value
      |
    1 | x = (1, 2]
      |       ^
      = help: a vector is written with `[ ]`

    """),
  Mistake(
    "x = ⟦()⟧",
    """
    1:5: error: nothing stands between these brackets
      |
    1 | x = ()
      |     ^^

    """),
  Mistake(
    "show sqrt⟦(⟧2",
    """
    1:10: error: `(` is never closed
      |
    1 | show sqrt(2
      |          ^
      = help: a `)` is missing

    """),
  Mistake(
    """
    show sqrt⟦(⟧2
    y = 3
    """,
    """
    1:10: error: `(` is never closed
      |
    1 | show sqrt(2
      |          ^
      = help: a `)` is missing

    """),
  Mistake(
    """
    x = f⟦(⟧1,
    y = 2
    show y
    """,
    """
    1:6: error: `(` is never closed
      |
    1 | x = f(1,
      |      ^
      = help: a `)` is missing

    """),
  Mistake(
    """
    W = ⟦[⟧1, 2
    y = 3
    """,
    """
    1:5: error: `[` is never closed
      |
    1 | W = [1, 2
      |     ^
      = help: a `]` is missing

    """),
  Mistake(
    """
    W = ⟦[⟧1, 2
    show W
    """,
    """
    1:5: error: `[` is never closed
      |
    1 | W = [1, 2
      |     ^
      = help: a `]` is missing

    """),
  Mistake(
    """
    x = (1 +
    f(x) ⟦=⟧ 3
    """,
    """
    2:6: error: `=` defines a name, it does not compare
      |
    2 | f(x) = 3
      |      ^
      = help: write `1 + f(x) == 3`

    """),
  Mistake(
    "show f⟦ (⟧x)",
    """
    1:7: error: a call has no space before its bracket
      |
    1 | show f (x)
      |       ^^
      = help: write `f(…)` for the function, `f * (…)` for a product

    """),
  Mistake(
    "y = x⟦ [⟧1]",
    """
    1:6: error: an index has no space before its bracket
      |
    1 | y = x [1]
      |      ^^
      = help: write `x[…]`

    """),
  Mistake(
    "x = f(a=1, ⟦2⟧)",
    """
    1:12: error: arguments without a name stand before those with one, such as `a = …`
      |
    1 | x = f(a=1, 2)
      |            ^

    """),
  Mistake(
    "x = f(1⟦,⟧)",
    """
    1:8: error: something is missing after `,`
      |
    1 | x = f(1,)
      |        ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "x = f(⟦,⟧ 1)",
    """
    1:7: error: a value is missing before `,`
      |
    1 | x = f(, 1)
      |       ^

    """),
  Mistake(
    "x = f(1 ⟦2⟧)",
    """
    1:9: error: an operator or a comma is missing between `1` and `2`
      |
    1 | x = f(1 2)
      |         ^

    """),
  Mistake(
    "x = f(1 ⟦=⟧ 2)",
    """
    1:9: error: `=` defines a name, it does not compare
      |
    1 | x = f(1 = 2)
      |         ^
      = help: write `1 == 2`

    """),
  Mistake(
    """
    x = f(1
      ⟦2⟧)
    """,
    """
    2:3: error: an operator or a comma is missing between `1` and `2`
      |
    2 |   2)
      |   ^

    """),
]
