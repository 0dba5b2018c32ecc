/// Text that is no token.
let lexicalMistakes: [Mistake] = [
  Mistake(
    "x = ⟦.5⟧",
    """
    1:5: error: a number has digits on both sides of its point
      |
    1 | x = .5
      |     ^^
      = help: write `0.5`

    """),
  Mistake(
    "x = ⟦5.⟧",
    """
    1:5: error: a number has digits on both sides of its point
      |
    1 | x = 5.
      |     ^^
      = help: write `5.0` or `5`

    """),
  Mistake(
    "show ⟦5.⟧*y",
    """
    1:6: error: a number has digits on both sides of its point
      |
    1 | show 5.*y
      |      ^^
      = help: write `5.0` or `5`

    """),
  Mistake(
    "x = ⟦1.2.3⟧",
    """
    1:5: error: `1.2.3` is no number: it has more than one point
      |
    1 | x = 1.2.3
      |     ^^^^^

    """),
  Mistake(
    "x = ⟦1_000⟧",
    """
    1:5: error: the digits of a number stand together
      |
    1 | x = 1_000
      |     ^^^^^
      = help: write `1000`

    """),
  Mistake(
    "x = ⟦0xFF⟧",
    """
    1:5: error: `0xFF` is no number: numbers are decimal here
      |
    1 | x = 0xFF
      |     ^^^^

    """),
  Mistake(
    "x = ⟦1e400⟧",
    """
    1:5: error: `1e400` is larger than the largest number, about 1.8e308
      |
    1 | x = 1e400
      |     ^^^^^
      = help: infinity is written `inf`

    """),
  Mistake(
    "x = 9⟦!⟧",
    """
    1:6: error: `!` is not how this operator is written here
      |
    1 | x = 9!
      |      ^
      = help: write `not`

    """),
  Mistake(
    "x = W⟦.1⟧",
    """
    1:6: error: the name of a member begins with a letter
      |
    1 | x = W.1
      |      ^^
      = help: an entry is written with an index: `W[1]`

    """),
  Mistake(
    #"x = ⟦"abc⟧"#,
    """
    1:5: error: the string is not closed on its line
      |
    1 | x = "abc
      |     ^^^^
      = help: end it with `"`

    """),
  Mistake(
    "x = ⟦“abc”⟧",
    """
    1:5: error: a string stands between straight quotes
      |
    1 | x = “abc”
      |     ^^^^^
      = help: write `"…"`

    """),
  Mistake(
    "show x as ⟦„label“⟧, y",
    """
    1:11: error: a string stands between straight quotes
      |
    1 | show x as „label“, y
      |           ^^^^^^^
      = help: write `"…"`

    """),
  Mistake(
    "x = W⟦’⟧",
    """
    1:6: error: `’` is a quotation mark, not a prime
      |
    1 | x = W’
      |      ^
      = help: write `'`

    """),
]
