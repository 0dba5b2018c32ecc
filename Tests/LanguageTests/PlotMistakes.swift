/// `plot` and its kinds.
let plotMistakes: [Mistake] = [
  Mistake(
    "⟦plot⟧",
    """
    1:1: error: nothing follows `plot`
      |
    1 | plot
      | ^^^^
      = help: write `plot mlp.history`

    """),
  Mistake(
    #"plot ⟦title=⟧"x""#,
    """
    1:6: error: `plot` wants a value first, and `title=` begins an option
      |
    1 | plot title="x"
      |      ^^^^^^
      = help: options stand behind the values, as in `plot x, digits=3`
      = help: a comparison is written `==`

    """),
  Mistake(
    "plot ⟦boundry⟧ mlp on m",
    """
    1:6: error: there is no `plot boundry`
      |
    1 | plot boundry mlp on m
      |      ^^^^^^^
      = help: did you mean `plot boundary`?

    """),
  Mistake(
    "plot ⟦hist⟧ mlp.W1",
    """
    1:6: error: there is no `plot hist`
      |
    1 | plot hist mlp.W1
      |      ^^^^
      = help: did you mean `plot histogram`?

    """),
  Mistake(
    "plot ⟦bar⟧ x",
    """
    1:6: error: there is no `plot bar`
      |
    1 | plot bar x
      |      ^^^
      = help: did you mean `plot bars`?

    """),
  Mistake(
    "plot ⟦foo⟧ mlp on m",
    """
    1:6: error: there is no `plot foo`
      |
    1 | plot foo mlp on m
      |      ^^^
      = help: there are `plot boundary`, `plot scatter`, `plot histogram`, `plot heatmap` and `plot bars`

    """),
  Mistake(
    "plot boundary mlp⟦⟧",
    """
    1:18: error: `on` is missing after `mlp`
      |
    1 | plot boundary mlp
      |                  ^
      = help: write `plot boundary mlp on xor`

    """),
  Mistake(
    "plot boundary m⟦⟧",
    """
    1:16: error: `on` is missing after `m`
      |
    1 | plot boundary m
      |                ^
      = help: write `plot boundary m on xor`

    """),
  Mistake(
    "plot boundary⟦⟧ on m",
    """
    1:14: error: a network is missing after `plot boundary`
      |
    1 | plot boundary on m
      |              ^
      = help: write `plot boundary mlp on xor`

    """),
  Mistake(
    "plot f(x) for x in ⟦[1, 2]⟧",
    """
    1:20: error: a plot runs over a range
      |
    1 | plot f(x) for x in [1, 2]
      |                    ^^^^^^
      = help: write `for x in 1..4`

    """),
  Mistake(
    "plot f(x) for x in 1..2 ⟦by⟧ η",
    """
    1:25: error: `by` and `for` do not go together: a range has its own values
      |
    1 | plot f(x) for x in 1..2 by η
      |                         ^^

    """),
  Mistake(
    "plot m.loss by η ⟦for⟧ x in 1..2",
    """
    1:18: error: `by` and `for` do not go together: a range has its own values
      |
    1 | plot m.loss by η for x in 1..2
      |                  ^^^

    """),
  Mistake(
    "plot m.loss by⟦⟧",
    """
    1:15: error: the variable of a loop is missing after `by`
      |
    1 | plot m.loss by
      |               ^
      = help: write `by η`

    """),
  Mistake(
    "plot m.loss by⟦⟧ 3",
    """
    1:15: error: the variable of a loop is missing after `by`
      |
    1 | plot m.loss by 3
      |               ^
      = help: write `by η`

    """),
  Mistake(
    "plot m.loss by ⟦for⟧",
    """
    1:16: error: `for` is a word of the language and cannot be defined
      |
    1 | plot m.loss by for
      |                ^^^
      = help: choose another name

    """),
  Mistake(
    "plot m.loss by η ⟦η⟧",
    """
    1:18: error: `η` cannot stand here
      |
    1 | plot m.loss by η η
      |                  ^

    """),
  Mistake(
    "plot m.loss by η, ⟦η⟧",
    """
    1:19: error: `η` is given twice
      |
    1 | plot m.loss by η, η
      |                   ^

    """),
  Mistake(
    "plot m.loss by η⟦,⟧",
    """
    1:17: error: something is missing after `,`
      |
    1 | plot m.loss by η,
      |                 ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "plot m.loss by η, h, k, log=true, ⟦3⟧",
    """
    1:35: error: an option, `name = value`, is expected here, not `3`
      |
    1 | plot m.loss by η, h, k, log=true, 3
      |                                   ^
      = help: what is shown stands before the options

    """),
  Mistake(
    "plot m.loss by η⟦ ⟧log=true",
    """
    1:17: error: a comma is missing before `log`
      |
    1 | plot m.loss by η log=true
      |                 ^

    """),
  Mistake(
    #"plot a.history, title ⟦"x"⟧"#,
    """
    1:23: error: a label follows `as`
      |
    1 | plot a.history, title "x"
      |                       ^^^
      = help: write `as "x"`
      = help: an option has its name and `=`: `title = "x"`

    """),
  Mistake(
    #"plot a.history, log=true, ⟦title⟧ "x""#,
    """
    1:27: error: an option, `name = value`, is expected here, not `title`
      |
    1 | plot a.history, log=true, title "x"
      |                           ^^^^^
      = help: write `title = "x"`

    """),
  Mistake(
    "plot ⟦by⟧ η",
    """
    1:6: error: `by` is a word of the language and stands for no value
      |
    1 | plot by η
      |      ^^

    """),
  Mistake(
    #"plot a.history, title ⟦"x"⟧"#,
    """
    1:23: error: a label follows `as`
      |
    1 | plot a.history, title "x"
      |                       ^^^
      = help: write `as "x"`
      = help: an option has its name and `=`: `title = "x"`

    """),
  Mistake(
    #"plot a, b by η as ⟦"x"⟧"#,
    """
    1:19: error: a label stands right behind its value, before `for` and `by`
      |
    1 | plot a, b by η as "x"
      |                   ^^^

    """),
  Mistake(
    #"plot f(x) for x in -1..1 as ⟦"f"⟧"#,
    """
    1:29: error: a label stands right behind its value, before `for` and `by`
      |
    1 | plot f(x) for x in -1..1 as "f"
      |                             ^^^

    """),
  Mistake(
    "plot f(x) for x⟦,⟧ y in 1..2",
    """
    1:16: error: one variable runs over the values
      |
    1 | plot f(x) for x, y in 1..2
      |                ^

    """),
]
