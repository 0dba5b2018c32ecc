/// Operators of other languages.
let foreignOperatorMistakes: [Mistake] = [
  Mistake(
    "x = 2 ⟦**⟧ 3",
    """
    1:7: error: `**` is not how this operator is written here
      |
    1 | x = 2 ** 3
      |       ^^
      = help: write `^`

    """),
  Mistake(
    "x = a ⟦&&⟧ b",
    """
    1:7: error: `&&` is not how this operator is written here
      |
    1 | x = a && b
      |       ^^
      = help: write `and`

    """),
  Mistake(
    "x = a ⟦&⟧ b",
    """
    1:7: error: `&` is not how this operator is written here
      |
    1 | x = a & b
      |       ^
      = help: write `and`

    """),
  Mistake(
    "x = a ⟦||⟧ b",
    """
    1:7: error: `||` is not how this operator is written here
      |
    1 | x = a || b
      |       ^^
      = help: write `or`

    """),
  Mistake(
    "x = ⟦!⟧a",
    """
    1:5: error: `!` is not how this operator is written here
      |
    1 | x = !a
      |     ^
      = help: write `not`

    """),
  Mistake(
    "x = a ⟦!==⟧ b",
    """
    1:7: error: `!==` is not how this operator is written here
      |
    1 | x = a !== b
      |       ^^^
      = help: write `!=`

    """),
  Mistake(
    "x = a ⟦===⟧ b",
    """
    1:7: error: `===` is not how this operator is written here
      |
    1 | x = a === b
      |       ^^^
      = help: write `==`

    """),
  Mistake(
    "x = a ⟦=>⟧ b",
    """
    1:7: error: `=>` is not how this operator is written here
      |
    1 | x = a => b
      |       ^^
      = help: write `>=`

    """),
  Mistake(
    "x = a ⟦=<⟧ b",
    """
    1:7: error: `=<` is not how this operator is written here
      |
    1 | x = a =< b
      |       ^^
      = help: write `<=`

    """),
  Mistake(
    "x = a ⟦<>⟧ b",
    """
    1:7: error: `<>` is not how this operator is written here
      |
    1 | x = a <> b
      |       ^^
      = help: write `!=`

    """),
  Mistake(
    "x = a ⟦~=⟧ b",
    """
    1:7: error: `~=` is not how this operator is written here
      |
    1 | x = a ~= b
      |       ^^
      = help: write `!=`

    """),
  Mistake(
    "x = a ⟦.*⟧ b",
    """
    1:7: error: `.*` is not how this operator is written here
      |
    1 | x = a .* b
      |       ^^
      = help: write `*`

    """),
  Mistake(
    "x = a ⟦./⟧ b",
    """
    1:7: error: `./` is not how this operator is written here
      |
    1 | x = a ./ b
      |       ^^
      = help: write `/`

    """),
  Mistake(
    "x = a⟦.^⟧2",
    """
    1:6: error: `.^` is not how this operator is written here
      |
    1 | x = a.^2
      |      ^^
      = help: write `^`

    """),
  Mistake(
    "x ⟦:=⟧ 3",
    """
    1:3: error: `:=` is not how a definition is written here
      |
    1 | x := 3
      |   ^^
      = help: write `=`

    """),
  Mistake(
    "x ⟦+=⟧ 3",
    """
    1:3: error: `+=` is not how a value is changed here
      |
    1 | x += 3
      |   ^^
      = help: write `x = x + …`

    """),
  Mistake(
    "x = a ⟦//⟧ b",
    """
    1:7: error: `//` means nothing here
      |
    1 | x = a // b
      |       ^^
      = help: a comment begins with `#`
      = help: a division rounded down is written `floor(a / b)`

    """),
  Mistake(
    #"x = a ⟦\⟧"#,
    #"""
    1:7: error: `\` means nothing here
      |
    1 | x = a \
      |       ^
      = help: a line indented deeper goes on with the statement above

    """#),
  Mistake(
    #"x = ⟦\sigma⟧(x)"#,
    #"""
    1:5: error: `\sigma` is a LaTeX command, which means nothing here
      |
    1 | x = \sigma(x)
      |     ^^^^^^
      = help: write the name alone: `sigma`

    """#),
]
