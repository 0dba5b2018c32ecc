/// Characters that mean nothing.
let characterMistakes: [Mistake] = [
  Mistake(
    "x = a ⟦×⟧ b",
    """
    1:7: error: `×` means nothing here
      |
    1 | x = a × b
      |       ^
      = help: write `*` for the elementwise product, `·` for the product of matrices

    """),
  Mistake(
    "x = 3 ⟦÷⟧ 4",
    """
    1:7: error: `÷` means nothing here
      |
    1 | x = 3 ÷ 4
      |       ^
      = help: write `/`

    """),
  Mistake(
    "x = x⟦²⟧",
    """
    1:6: error: `²` means nothing here
      |
    1 | x = x²
      |      ^
      = help: write a power with `^`, as in `x^2`

    """),
  Mistake(
    "x⟦₁⟧ = 3",
    """
    1:2: error: `₁` means nothing here
      |
    1 | x₁ = 3
      |  ^
      = help: write `x1` for a name, `x[1]` for an entry

    """),
  Mistake(
    "x = a ⟦–⟧ b",
    """
    1:7: error: `–` means nothing here
      |
    1 | x = a – b
      |       ^
      = help: write `-`

    """),
  Mistake(
    "x = 5 ⟦%⟧ 3",
    """
    1:7: error: `%` means nothing here
      |
    1 | x = 5 % 3
      |       ^
      = help: the remainder of a division is written `a - b * floor(a / b)`

    """),
  Mistake(
    "x = ⟦{⟧1, 2}",
    """
    1:5: error: `{` means nothing here
      |
    1 | x = {1, 2}
      |     ^
      = help: brackets are `( )` and `[ ]`

    """),
  Mistake(
    "x = ⟦|⟧y|",
    """
    1:5: error: `|` means nothing here
      |
    1 | x = |y|
      |     ^
      = help: write `or`, or `abs(x)` and `norm(x)` for what stands between bars

    """),
  Mistake(
    "x = ⟦$⟧y$",
    """
    1:5: error: `$` means nothing here
      |
    1 | x = $y$
      |     ^
      = help: formulas stand here without `$`

    """),
  Mistake(
    "x = ⟦∞⟧",
    """
    1:5: error: `∞` means nothing here
      |
    1 | x = ∞
      |     ^
      = help: write `inf`

    """),
  Mistake(
    "x = ⟦√⟧2",
    """
    1:5: error: `√` means nothing here
      |
    1 | x = √2
      |     ^
      = help: write `sqrt(…)`

    """),
  Mistake(
    "x = ⟦`⟧y`",
    """
    1:5: error: a backquote means nothing here
      |
    1 | x = `y`
      |     ^
      = help: the code of a block stands without backquotes

    """),
  Mistake(
    "x = a ⟦→⟧ b",
    """
    1:7: error: `→` means nothing here
      |
    1 | x = a → b
      |       ^
      = help: write `->`

    """),
  Mistake(
    "x = a⟦…⟧b",
    """
    1:6: error: `…` means nothing here
      |
    1 | x = a…b
      |      ^
      = help: write `..`

    """),
  Mistake(
    "x = a⟦\u{7}⟧b",
    #"""
    1:6: error: the invisible character U+0007 means nothing here
      |
    1 | x = a\u{7}b
      |      ^^^^^

    """#),
  Mistake(
    "x = a⟦\u{200e}⟧b",
    #"""
    1:6: error: the invisible character U+200E means nothing here
      |
    1 | x = a\u{200e}b
      |      ^^^^^^^^

    """#),
  Mistake(
    "x = ⟦\u{302}⟧a",
    "1:5: error: the invisible character U+0302 means nothing here\n  |\n1 | x = \u{302}a\n  |     ^\n"),
  Mistake(
    "x = ⟦?⟧",
    """
    1:5: error: `?` means nothing here
      |
    1 | x = ?
      |     ^

    """),
  Mistake(
    "x = ⟦🙂⟧",
    """
    1:5: error: `🙂` means nothing here
      |
    1 | x = 🙂
      |     ^^

    """),
]
