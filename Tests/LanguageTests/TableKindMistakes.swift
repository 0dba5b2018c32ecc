/// `table` of a network on data, and its `by`.
let tableKindMistakes: [Mistake] = [
  Mistake(
    "table predictions mlp⟦⟧",
    """
    1:22: error: `on` is missing after `mlp`
      |
    1 | table predictions mlp
      |                      ^
      = help: write `table predictions mlp on xor`

    """),
  Mistake(
    "table predictions mlp⟦⟧ xor",
    """
    1:22: error: `on` is missing after `mlp`
      |
    1 | table predictions mlp xor
      |                      ^
      = help: write `table predictions mlp on xor`

    """),
  Mistake(
    "table confusion mlp⟦⟧, test_set",
    """
    1:20: error: `on` is missing after `mlp`
      |
    1 | table confusion mlp, test_set
      |                    ^
      = help: write `table confusion mlp on test_set`

    """),
  Mistake(
    "table confusion⟦⟧ on test_set",
    """
    1:16: error: a network is missing after `table confusion`
      |
    1 | table confusion on test_set
      |                ^
      = help: write `table confusion mlp on xor`

    """),
  Mistake(
    "table gradients mlp on⟦⟧",
    """
    1:23: error: a data set is missing after `on`
      |
    1 | table gradients mlp on
      |                       ^
      = help: write `table gradients mlp on xor`

    """),
  Mistake(
    "table ⟦predictons⟧ mlp on xor",
    """
    1:7: error: there is no `table predictons`
      |
    1 | table predictons mlp on xor
      |       ^^^^^^^^^^
      = help: did you mean `table predictions`?

    """),
  Mistake(
    "table ⟦wrong⟧ mlp on xor",
    """
    1:7: error: there is no `table wrong`
      |
    1 | table wrong mlp on xor
      |       ^^^^^
      = help: there are `table predictions`, `table confusion` and `table gradients`

    """),
  Mistake(
    "table ⟦pred⟧ mlp",
    """
    1:7: error: there is no `table pred`
      |
    1 | table pred mlp
      |       ^^^^
      = help: did you mean `table predictions`?

    """),
  Mistake(
    "table a ⟦b⟧",
    """
    1:9: error: an operator or a comma is missing between `a` and `b`
      |
    1 | table a b
      |         ^

    """),
  Mistake(
    #"table predictions mlp on xor as ⟦"x"⟧"#,
    """
    1:33: error: a label belongs to a value or a column, and none stands here
      |
    1 | table predictions mlp on xor as "x"
      |                                 ^^^

    """),
  Mistake(
    "table predictions mlp on xor ⟦as⟧",
    """
    1:30: error: a form is missing after `as`: `math`, `table` or `text`
      |
    1 | table predictions mlp on xor as
      |                              ^^

    """),
  Mistake(
    "table predictions mlp on xor as ⟦maths⟧",
    """
    1:33: error: `maths` is no form of an output: there are `math`, `table` and `text`
      |
    1 | table predictions mlp on xor as maths
      |                                 ^^^^^
      = help: did you mean `as math`?

    """),
  Mistake(
    "table predictions mlp on xor ⟦by⟧ η",
    """
    1:30: error: `table predictions` takes no `by`: it is about one network
      |
    1 | table predictions mlp on xor by η
      |                              ^^
      = help: in the body of the `for`, it is written for each value

    """),
  Mistake(
    "table predictions mlp on xor ⟦for⟧ x in 1..2",
    """
    1:30: error: `for` cannot stand here
      |
    1 | table predictions mlp on xor for x in 1..2
      |                              ^^^

    """),
  Mistake(
    "table predictions mlp on xor, ⟦digits⟧",
    """
    1:31: error: an option, `name = value`, is expected here, not `digits`
      |
    1 | table predictions mlp on xor, digits
      |                               ^^^^^^
      = help: write `loss = bce`, say

    """),
]
