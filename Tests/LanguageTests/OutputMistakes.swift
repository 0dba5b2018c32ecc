/// `show`, and what every output has.
let outputMistakes: [Mistake] = [
  Mistake(
    "⟦show⟧",
    """
    1:1: error: nothing follows `show`
      |
    1 | show
      | ^^^^
      = help: write `show x`

    """),
  Mistake(
    "show a⟦,⟧",
    """
    1:7: error: something is missing after `,`
      |
    1 | show a,
      |       ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "show ⟦x =⟧ 3",
    """
    1:6: error: `show` wants a value first, and `x =` begins an option
      |
    1 | show x = 3
      |      ^^^
      = help: options stand behind the values, as in `show x, digits=3`
      = help: a comparison is written `==`

    """),
  Mistake(
    "show ⟦digits=⟧3",
    """
    1:6: error: `show` wants a value first, and `digits=` begins an option
      |
    1 | show digits=3
      |      ^^^^^^^
      = help: options stand behind the values, as in `show x, digits=3`
      = help: a comparison is written `==`

    """),
  Mistake(
    "show a⟦ ⟧digits=3",
    """
    1:7: error: a comma is missing before `digits`
      |
    1 | show a digits=3
      |       ^

    """),
  Mistake(
    "show a, b == c ⟦=⟧ d",
    """
    1:16: error: `=` defines a name, it does not compare
      |
    1 | show a, b == c = d
      |                ^
      = help: write `b == c == d`

    """),
  Mistake(
    "show a, digits=3, ⟦b⟧",
    """
    1:19: error: an option, `name = value`, is expected here, not `b`
      |
    1 | show a, digits=3, b
      |                   ^
      = help: what is shown stands before the options

    """),
  Mistake(
    "show a, digits=3⟦ ⟧log=true",
    """
    1:17: error: a comma is missing before `log`
      |
    1 | show a, digits=3 log=true
      |                 ^

    """),
  Mistake(
    "show a, digits=3⟦,⟧",
    """
    1:17: error: something is missing after `,`
      |
    1 | show a, digits=3,
      |                 ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "show a, digits=⟦⟧",
    """
    1:16: error: a value is missing after `=`
      |
    1 | show a, digits=
      |                ^

    """),
  Mistake(
    "show a, digits=3, ⟦digits⟧=4",
    """
    1:19: error: `digits` is given twice
      |
    1 | show a, digits=3, digits=4
      |                   ^^^^^^

    """),
  Mistake(
    "show a as ⟦math⟧, b",
    """
    1:11: error: `as math` is the form of the whole output and stands after its last value
      |
    1 | show a as math, b
      |           ^^^^

    """),
  Mistake(
    "show a as ⟦weights⟧",
    """
    1:11: error: `weights` is no form of an output: there are `math`, `table` and `text`
      |
    1 | show a as weights
      |           ^^^^^^^
      = help: a label stands in quotes: `as "weights"`

    """),
  Mistake(
    "show a as ⟦mth⟧",
    """
    1:11: error: `mth` is no form of an output: there are `math`, `table` and `text`
      |
    1 | show a as mth
      |           ^^^
      = help: did you mean `as math`?

    """),
  Mistake(
    #"show a as "l" as ⟦"m"⟧"#,
    """
    1:18: error: a value has one label
      |
    1 | show a as "l" as "m"
      |                  ^^^

    """),
  Mistake(
    "show a as math as ⟦text⟧",
    """
    1:19: error: an output has one form
      |
    1 | show a as math as text
      |                   ^^^^

    """),
  Mistake(
    "show a ⟦as⟧ 3",
    """
    1:8: error: a label is missing after `as`
      |
    1 | show a as 3
      |        ^^
      = help: write `as "label"`, or `as math` for the whole output

    """),
  Mistake(
    "show a ⟦as⟧",
    """
    1:8: error: a label is missing after `as`
      |
    1 | show a as
      |        ^^
      = help: write `as "label"`, or `as math` for the whole output

    """),
  Mistake(
    "show a as ⟦“label”⟧",
    """
    1:11: error: a string stands between straight quotes
      |
    1 | show a as “label”
      |           ^^^^^^^
      = help: write `"…"`

    """),
  Mistake(
    "show a ⟦for⟧ x in 1..4",
    """
    1:8: error: `show` takes no `for`
      |
    1 | show a for x in 1..4
      |        ^^^
      = help: `table … for x in 1..4` writes one row for each x

    """),
  Mistake(
    "show a ⟦by⟧ η",
    """
    1:8: error: `show` takes no `by`
      |
    1 | show a by η
      |        ^^
      = help: `table … by η` writes a row, `plot … by η` a point for each η of a loop

    """),
]
