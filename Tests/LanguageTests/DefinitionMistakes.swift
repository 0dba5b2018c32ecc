/// Definitions.
let definitionMistakes: [Mistake] = [
  Mistake(
    "⟦x + 1⟧",
    """
    1:1: error: nothing is done with this value
      |
    1 | x + 1
      | ^^^^^
      = help: to show it, write `show x + 1`

    """),
  Mistake(
    "⟦x == 3⟧",
    """
    1:1: error: nothing is done with this value
      |
    1 | x == 3
      | ^^^^^^
      = help: to show it, write `show x == 3`
      = help: to define, write `x = 3`

    """),
  Mistake(
    "⟦x <- 3⟧",
    """
    1:1: error: nothing is done with this value
      |
    1 | x <- 3
      | ^^^^^^
      = help: to define, write `x = 3`

    """),
  Mistake(
    #"⟦"text"⟧"#,
    """
    1:1: error: nothing is done with this value
      |
    1 | "text"
      | ^^^^^^
      = help: to show it, write `show "text"`

    """),
  Mistake(
    "x = 1 ⟦=⟧ 2",
    """
    1:7: error: a statement defines one name
      |
    1 | x = 1 = 2
      |       ^
      = help: a comparison is written `==`; another name gets its own line

    """),
  Mistake(
    "x = y ⟦=⟧ 2",
    """
    1:7: error: a statement defines one name
      |
    1 | x = y = 2
      |       ^
      = help: a comparison is written `==`; another name gets its own line

    """),
  Mistake(
    "x = ⟦0,5⟧",
    """
    1:5: error: `0,5` is no number
      |
    1 | x = 0,5
      |     ^^^
      = help: decimals begin with a point: `0.5`
      = help: a vector stands in brackets: `[0, 5]`

    """),
  Mistake(
    "x = 1⟦,⟧ 2",
    """
    1:6: error: the statement should end here
      |
    1 | x = 1, 2
      |      ^
      = help: a vector stands in brackets: `[1, 2]`

    """),
  Mistake(
    "x = 3⟦;⟧",
    """
    1:6: error: a statement ends with its line
      |
    1 | x = 3;
      |      ^
      = help: leave out `;`

    """),
  Mistake(
    "x = 3⟦;⟧ y = 4",
    """
    1:6: error: a statement ends with its line
      |
    1 | x = 3; y = 4
      |      ^
      = help: leave out `;`

    """),
  Mistake(
    "f⟦ (⟧x) = 3",
    """
    1:2: error: a call has no space before its bracket
      |
    1 | f (x) = 3
      |  ^^
      = help: write `f(…)` for the function, `f * (…)` for a product

    """),
  Mistake(
    "f(⟦2⟧) = 3",
    """
    1:3: error: a parameter is a name, and `2` is none
      |
    1 | f(2) = 3
      |   ^
      = help: to compare, write `expect f(2) == …`

    """),
  Mistake(
    "⟦f()⟧ = 3",
    """
    1:1: error: a function has at least one parameter
      |
    1 | f() = 3
      | ^^^
      = help: a value is defined by `f = …`

    """),
  Mistake(
    "f(x, ⟦x⟧) = x",
    """
    1:6: error: two parameters are called `x`
      |
    1 | f(x, x) = x
      |      ^

    """),
  Mistake(
    "f(⟦x⟧=1) = x",
    """
    1:3: error: a parameter has no default value
      |
    1 | f(x=1) = x
      |   ^
      = help: write `x` alone

    """),
  Mistake(
    "⟦f'(x)⟧ = 3",
    """
    1:1: error: a derivative cannot be defined: it follows from `f`
      |
    1 | f'(x) = 3
      | ^^^^^

    """),
  Mistake(
    "f(⟦in⟧) = 3",
    """
    1:3: error: `in` is a word of the language and stands for no value
      |
    1 | f(in) = 3
      |   ^^

    """),
  Mistake(
    "f(⟦step⟧) = 3",
    """
    1:3: error: `step` is a word of the language and cannot be defined
      |
    1 | f(step) = 3
      |   ^^^^
      = help: choose another name

    """),
  Mistake(
    "f(x)⟦:⟧ x",
    """
    1:5: error: `:` is not how a definition is written here
      |
    1 | f(x): x
      |     ^
      = help: write `f(x) = …`

    """),
  Mistake(
    "f(x) ⟦:=⟧ x",
    """
    1:6: error: `:=` is not how a definition is written here
      |
    1 | f(x) := x
      |      ^^
      = help: write `=`

    """),
  Mistake(
    "x⟦:⟧ 3",
    """
    1:2: error: `:` is not how a definition is written here
      |
    1 | x: 3
      |  ^
      = help: write `x = …`

    """),
  Mistake(
    "⟦x[1]⟧ = 3",
    """
    1:1: error: a single entry cannot be set
      |
    1 | x[1] = 3
      | ^^^^
      = help: define the whole: `x = [ … ]`

    """),
  Mistake(
    "⟦2⟧ = x",
    """
    1:1: error: only a name or a function can be defined: `x = …` or `f(x) = …`
      |
    1 | 2 = x
      | ^
      = help: to compare, write `expect 2 == …`

    """),
  Mistake(
    "⟦x + 1⟧ = y",
    """
    1:1: error: only a name or a function can be defined: `x = …` or `f(x) = …`
      |
    1 | x + 1 = y
      | ^^^^^
      = help: to compare, write `expect x + 1 == …`

    """),
  Mistake(
    "⟦[a, b]⟧ = [1, 2]",
    """
    1:1: error: only a name or a function can be defined: `x = …` or `f(x) = …`
      |
    1 | [a, b] = [1, 2]
      | ^^^^^^
      = help: to compare, write `expect [a, b] == …`

    """),
  Mistake(
    "⟦step⟧ = 3",
    """
    1:1: error: `step` is a word of the language and cannot be defined
      |
    1 | step = 3
      | ^^^^
      = help: choose another name

    """),
  Mistake(
    "⟦step⟧(x) = 3",
    """
    1:1: error: `step` is a word of the language and cannot be defined
      |
    1 | step(x) = 3
      | ^^^^
      = help: choose another name

    """),
  Mistake(
    "⟦show⟧ = 3",
    """
    1:1: error: `show` is a word of the language and cannot be defined
      |
    1 | show = 3
      | ^^^^
      = help: choose another name

    """),
  Mistake(
    "⟦train⟧ = 3",
    """
    1:1: error: `train` is a word of the language and cannot be defined
      |
    1 | train = 3
      | ^^^^^
      = help: choose another name

    """),
  Mistake(
    "⟦and⟧ = 3",
    """
    1:1: error: `and` is a word of the language and cannot be defined
      |
    1 | and = 3
      | ^^^
      = help: choose another name

    """),
  Mistake(
    "⟦in⟧ = 3",
    """
    1:1: error: `in` is a word of the language and cannot be defined
      |
    1 | in = 3
      | ^^
      = help: choose another name

    """),
]
