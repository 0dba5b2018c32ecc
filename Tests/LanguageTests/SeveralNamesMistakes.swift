/// Members, and several names before one `=`.
let severalNamesMistakes: [Mistake] = [
  Mistake(
    "⟦mlp.W1⟧.x = 3",
    """
    1:1: error: a member is set under the name of its network, as in `mlp.W1 = …`, and `mlp.W1` is no name
      |
    1 | mlp.W1.x = 3
      | ^^^^^^

    """),
  Mistake(
    "⟦copy(mlp)⟧.W1 = 3",
    """
    1:1: error: a member is set under the name of its network, as in `mlp.W1 = …`, and `copy(mlp)` is no name
      |
    1 | copy(mlp).W1 = 3
      | ^^^^^^^^^

    """),
  Mistake(
    "⟦mlp.W1[1]⟧ = 3",
    """
    1:1: error: a single entry cannot be set
      |
    1 | mlp.W1[1] = 3
      | ^^^^^^^^^
      = help: define the whole: `mlp.W1 = [ … ]`

    """),
  Mistake(
    "mlp.W1 =⟦⟧",
    """
    1:9: error: a value is missing after `=`
      |
    1 | mlp.W1 =
      |         ^

    """),
  Mistake(
    "mlp.W1 = 1⟦,⟧ 2",
    """
    1:11: error: the statement should end here
      |
    1 | mlp.W1 = 1, 2
      |           ^
      = help: a vector stands in brackets: `[1, 2]`

    """),
  Mistake(
    "mlp⟦.⟧ = 3",
    """
    1:4: error: the name of a member is missing after `.`
      |
    1 | mlp. = 3
      |    ^

    """),
  Mistake(
    "x = mlp.W1 ⟦=⟧ 3",
    """
    1:12: error: a statement defines one name
      |
    1 | x = mlp.W1 = 3
      |            ^
      = help: a comparison is written `==`; another name gets its own line

    """),
  Mistake(
    "⟦a, b⟧",
    """
    1:1: error: nothing is done with these values
      |
    1 | a, b
      | ^^^^
      = help: to show them, write `show a, b`
      = help: to define them, write `a, b = …`

    """),
  Mistake(
    "a, b⟦.⟧c = f(x)",
    """
    1:5: error: several names are defined as in `a, b = split(iris, 0.8)`, and `.` is no name
      |
    1 | a, b.c = f(x)
      |     ^

    """),
  Mistake(
    "a⟦,⟧ 3 = f(x)",
    """
    1:2: error: `,` cannot stand here
      |
    1 | a, 3 = f(x)
      |  ^

    """),
  Mistake(
    "a, b⟦,⟧ = f(x)",
    """
    1:5: error: something is missing after `,`
      |
    1 | a, b, = f(x)
      |     ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "a, ⟦for⟧ = f(x)",
    """
    1:4: error: `for` is a word of the language and cannot be defined
      |
    1 | a, for = f(x)
      |    ^^^
      = help: choose another name

    """),
  Mistake(
    "a, b ⟦:⟧ f(x)",
    """
    1:6: error: several names are defined as in `a, b = split(iris, 0.8)`, and `:` is no name
      |
    1 | a, b : f(x)
      |      ^

    """),
  Mistake(
    "a, b = f(x) ⟦=⟧ 3",
    """
    1:13: error: `=` defines a name, it does not compare
      |
    1 | a, b = f(x) = 3
      |             ^
      = help: write `f(x) == 3`

    """),
  Mistake(
    "a, b =⟦⟧",
    """
    1:7: error: a value is missing after `=`
      |
    1 | a, b =
      |       ^

    """),
  Mistake(
    "f(x)⟦,⟧ b = 3",
    """
    1:5: error: `,` cannot stand here
      |
    1 | f(x), b = 3
      |     ^

    """),
  Mistake(
    "a, f⟦(⟧x) = 3",
    """
    1:5: error: several names are defined as in `a, b = split(iris, 0.8)`, and `(` is no name
      |
    1 | a, f(x) = 3
      |     ^

    """),
  Mistake(
    "m = moons(200)⟦,⟧ noise=0.1",
    """
    1:15: error: the statement should end here
      |
    1 | m = moons(200), noise=0.1
      |               ^
      = help: what `moons` takes stands in its brackets
      = help: a vector stands in brackets: `[1, 2]`

    """),
]
