/// Settings, statements of later versions and of other languages.
let otherStatementMistakes: [Mistake] = [
  Mistake(
    "set ⟦digits⟧ 6",
    """
    1:5: error: `=` is missing after `digits`
      |
    1 | set digits 6
      |     ^^^^^^
      = help: write `set digits = 6`

    """),
  Mistake(
    "set ⟦digits⟧",
    """
    1:5: error: `=` is missing after `digits`
      |
    1 | set digits
      |     ^^^^^^
      = help: write `set digits = …`

    """),
  Mistake(
    "⟦set⟧",
    """
    1:1: error: the name of a setting is missing after `set`
      |
    1 | set
      | ^^^
      = help: write `set digits = 6`

    """),
  Mistake(
    "⟦set⟧ = 6",
    """
    1:1: error: `set` is a word of the language and cannot be defined
      |
    1 | set = 6
      | ^^^
      = help: choose another name

    """),
  Mistake(
    "set digits =⟦⟧",
    """
    1:13: error: a value is missing after `=`
      |
    1 | set digits =
      |             ^

    """),
  Mistake(
    "set digits = 6⟦,⟧ seed = 3",
    """
    1:15: error: one `set` makes one setting
      |
    1 | set digits = 6, seed = 3
      |               ^
      = help: begin another line with `set`

    """),
  Mistake(
    "set digits = 6 ⟦7⟧",
    """
    1:16: error: an operator or a comma is missing between `6` and `7`
      |
    1 | set digits = 6 7
      |                ^

    """),
  Mistake(
    "⟦shwo⟧ x",
    """
    1:1: error: `shwo` is not a statement
      |
    1 | shwo x
      | ^^^^
      = help: did you mean `show`?

    """),
  Mistake(
    "⟦Show⟧ x",
    """
    1:1: error: `Show` is not a statement
      |
    1 | Show x
      | ^^^^
      = help: did you mean `show`?

    """),
  Mistake(
    "⟦hello⟧ world",
    """
    1:1: error: `hello` is not a statement
      |
    1 | hello world
      | ^^^^^
      = help: a statement begins with a word such as `show`, `net` or `train`, or with the name that it defines

    """),
  Mistake(
    """
    x = 1
      ⟦y⟧ = 2
    """,
    """
    2:3: error: this line goes on with the statement above, because it is indented deeper, but makes no sense there
      |
    2 |   y = 2
      |   ^
      = help: a new statement begins in the same column as the one above

    """),
  Mistake(
    "⟦let⟧ x = 3",
    """
    1:1: error: `let` is not needed to define a name
      |
    1 | let x = 3
      | ^^^
      = help: write `x = 3`

    """),
  Mistake(
    "⟦const⟧ f(x) = x",
    """
    1:1: error: `const` is not needed to define a name
      |
    1 | const f(x) = x
      | ^^^^^
      = help: write `f(x) = x`

    """),
  Mistake(
    """
    ⟦def⟧ f(x):
        return x**2
    """,
    """
    1:1: error: `def` is not how a function is defined here
      |
    1 | def f(x):
      | ^^^
      = help: write `f(x) = …` on one line

    """),
  Mistake(
    "⟦function⟧ f(x) x^2",
    """
    1:1: error: `function` is not how a function is defined here
      |
    1 | function f(x) x^2
      | ^^^^^^^^
      = help: write `f(x) = …` on one line

    """),
  Mistake(
    """
    ⟦import⟧ numpy as np
    x = np.array([1, 2])
    for i in range(10):
        print(i)
    """,
    """
    1:1: error: `import` is another language's: this block does not look like `nn`
      |
    1 | import numpy as np
      | ^^^^^^
      = help: begin the block with the name of its language instead of `nn`

    """),
  Mistake(
    """
    ⟦from⟧ numpy import array
    x = 1 1
    """,
    """
    1:1: error: `from` is another language's: this block does not look like `nn`
      |
    1 | from numpy import array
      | ^^^^
      = help: begin the block with the name of its language instead of `nn`

    """),
  Mistake(
    "⟦print⟧(x, y)",
    """
    1:1: error: `print` is not how a value is shown here
      |
    1 | print(x, y)
      | ^^^^^
      = help: write `show x, y`

    """),
  Mistake(
    "⟦print⟧ x",
    """
    1:1: error: `print` is not how a value is shown here
      |
    1 | print x
      | ^^^^^
      = help: write `show x`

    """),
  Mistake(
    "⟦assert⟧ x == 3",
    """
    1:1: error: `assert` is not how a condition is checked here
      |
    1 | assert x == 3
      | ^^^^^^
      = help: write `expect x == 3`

    """),
  Mistake(
    """
    ⟦if⟧ x > 0:
      y = 3
    """,
    """
    1:1: error: there is no `if` here: a block is a list of formulas, one a line
      |
    1 | if x > 0:
      | ^^

    """),
  Mistake(
    """
    ⟦else⟧:
      y = 3
    """,
    """
    1:1: error: there is no `else` here: a block is a list of formulas, one a line
      |
    1 | else:
      | ^^^^

    """),
  Mistake(
    """
    ⟦while⟧ not x
      y = 3
    """,
    """
    1:1: error: there is no `while` here: a block is a list of formulas, one a line
      |
    1 | while not x
      | ^^^^^

    """),
  Mistake(
    "⟦return⟧ x",
    """
    1:1: error: there is no `return` here: a block is a list of formulas, one a line
      |
    1 | return x
      | ^^^^^^

    """),
  Mistake(
    "⟦@⟧property",
    """
    1:1: error: a value is missing before `@`
      |
    1 | @property
      | ^

    """),
]
