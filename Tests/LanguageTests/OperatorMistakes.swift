/// Operators without operands, comparisons, tolerances.
let operatorMistakes: [Mistake] = [
  Mistake(
    "x = 0.4 +⟦⟧",
    """
    1:10: error: a value is missing after `+`
      |
    1 | x = 0.4 +
      |          ^

    """),
  Mistake(
    "x =⟦⟧",
    """
    1:4: error: a value is missing after `=`
      |
    1 | x =
      |    ^

    """),
  Mistake(
    "x = -⟦⟧",
    """
    1:6: error: a value is missing after `-`
      |
    1 | x = -
      |      ^

    """),
  Mistake(
    "x = ⟦*⟧ 3",
    """
    1:5: error: a value is missing before `*`
      |
    1 | x = * 3
      |     ^

    """),
  Mistake(
    "x = ⟦+⟧3",
    """
    1:5: error: a value is missing before `+`
      |
    1 | x = +3
      |     ^
      = help: a positive number is written without a sign

    """),
  Mistake(
    "x = 1 + ⟦not⟧ a",
    """
    1:9: error: `not` binds more loosely than the operator before it
      |
    1 | x = 1 + not a
      |         ^^^
      = help: write `(not …)`

    """),
  Mistake(
    "x = a < ⟦not⟧ b",
    """
    1:9: error: `not` binds more loosely than the operator before it
      |
    1 | x = a < not b
      |         ^^^
      = help: write `(not …)`

    """),
  Mistake(
    "x = ⟦@⟧foo",
    """
    1:5: error: a value is missing before `@`
      |
    1 | x = @foo
      |     ^

    """),
  Mistake(
    "expect a < b ⟦<⟧ c",
    """
    1:14: error: comparisons do not chain
      |
    1 | expect a < b < c
      |              ^
      = help: write `a < b and b < c`

    """),
  Mistake(
    "expect a == b + 1 ⟦==⟧ c",
    """
    1:19: error: comparisons do not chain
      |
    1 | expect a == b + 1 == c
      |                   ^^
      = help: write `a == b + 1 and b + 1 == c`

    """),
  Mistake(
    "expect (x ≈ y ± 0.1 ⟦<⟧ 3)",
    """
    1:21: error: comparisons do not chain
      |
    1 | expect (x ≈ y ± 0.1 < 3)
      |                     ^
      = help: join two comparisons with `and`

    """),
  Mistake(
    "expect a ⟦≈⟧ b",
    """
    1:10: error: the tolerance of `≈` is missing
      |
    1 | expect a ≈ b
      |          ^
      = help: write `a ≈ b ± 0.001`

    """),
  Mistake(
    "expect a ⟦~⟧ b, digits=3",
    """
    1:10: error: the tolerance of `~` is missing
      |
    1 | expect a ~ b, digits=3
      |          ^
      = help: write `a ≈ b ± 0.001`

    """),
  Mistake(
    "expect x == 3 ⟦±⟧ 0.1",
    """
    1:15: error: `±` gives the tolerance of a comparison with `≈`
      |
    1 | expect x == 3 ± 0.1
      |               ^
      = help: write `x ≈ 3 ± 0.1`

    """),
  Mistake(
    "x = 3 ⟦±⟧ 0.1",
    """
    1:7: error: `±` gives the tolerance of a comparison with `≈`
      |
    1 | x = 3 ± 0.1
      |       ^
      = help: write `a ≈ b ± 0.001`

    """),
  Mistake(
    "expect loss ⟦=⟧ 0.3",
    """
    1:13: error: `=` defines a name, it does not compare
      |
    1 | expect loss = 0.3
      |             ^
      = help: write `loss == 0.3`

    """),
  Mistake(
    "expect (loss ⟦=⟧ (a = b))",
    """
    1:14: error: `=` defines a name, it does not compare
      |
    1 | expect (loss = (a = b))
      |              ^
      = help: write `loss == …`

    """),
]
