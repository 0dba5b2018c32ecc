/// The options of `train`, `step` and `gradcheck`.
let trainingOptionMistakes: [Mistake] = [
  Mistake(
    "train mlp on xor⟦ ⟧loss=bce",
    """
    1:17: error: a comma is missing before `loss`
      |
    1 | train mlp on xor loss=bce
      |                 ^

    """),
  Mistake(
    "train mlp on xor, loss=bce⟦ ⟧epochs=3",
    """
    1:27: error: a comma is missing before `epochs`
      |
    1 | train mlp on xor, loss=bce epochs=3
      |                           ^

    """),
  Mistake(
    "train mlp on xor, loss=bce, epochs=3, ⟦loss⟧=mse",
    """
    1:39: error: `loss` is given twice
      |
    1 | train mlp on xor, loss=bce, epochs=3, loss=mse
      |                                       ^^^^

    """),
  Mistake(
    "train mlp on xor, ⟦loss⟧ bce",
    """
    1:19: error: an option, `name = value`, is expected here, not `loss`
      |
    1 | train mlp on xor, loss bce
      |                   ^^^^
      = help: write `loss = bce`

    """),
  Mistake(
    """
    train mlp on xor
      loss = bce
      ⟦epochs⟧: 500
    """,
    """
    3:3: error: an option, `name = value`, is expected here, not `epochs`
      |
    3 |   epochs: 500
      |   ^^^^^^
      = help: write `epochs = 500`

    """),
  Mistake(
    """
    train mlp on xor
      ⟦loss⟧ bce
    """,
    """
    2:3: error: an option, `name = value`, is expected here, not `loss`
      |
    2 |   loss bce
      |   ^^^^
      = help: write `loss = bce`

    """),
  Mistake(
    """
    train mlp on xor
      loss = bce
      ⟦optimizer⟧ adam(lr=0.05)
    """,
    """
    3:3: error: an option, `name = value`, is expected here, not `optimizer`
      |
    3 |   optimizer adam(lr=0.05)
      |   ^^^^^^^^^
      = help: write `optimizer = adam(lr=0.05)`

    """),
  Mistake(
    "train mlp on xor, ⟦bce⟧",
    """
    1:19: error: an option, `name = value`, is expected here, not `bce`
      |
    1 | train mlp on xor, bce
      |                   ^^^
      = help: write `loss = bce`, say

    """),
  Mistake(
    "train mlp on xor ⟦loss⟧ bce",
    """
    1:18: error: an operator or a comma is missing between `xor` and `loss`
      |
    1 | train mlp on xor loss bce
      |                  ^^^^

    """),
  Mistake(
    "train mlp on xor, ⟦loss⟧==bce",
    """
    1:19: error: an option, `name = value`, is expected here, not `loss`
      |
    1 | train mlp on xor, loss==bce
      |                   ^^^^
      = help: write `loss = bce`, say

    """),
  Mistake(
    "train mlp on xor, loss=⟦⟧",
    """
    1:24: error: a value is missing after `=`
      |
    1 | train mlp on xor, loss=
      |                        ^

    """),
  Mistake(
    "train mlp on xor⟦,⟧",
    """
    1:17: error: something is missing after `,`
      |
    1 | train mlp on xor,
      |                 ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "train mlp on xor, freeze=[b1⟦ ⟧W1]",
    """
    1:29: error: a comma is missing
      |
    1 | train mlp on xor, freeze=[b1 W1]
      |                             ^
      = help: write `b1, W1`

    """),
  Mistake(
    """
    train mlp on xor, optimizer=adam⟦(⟧lr=0.05, epochs=3
    show 1
    """,
    """
    1:33: error: `(` is never closed
      |
    1 | train mlp on xor, optimizer=adam(lr=0.05, epochs=3
      |                                 ^
      = help: a `)` is missing

    """),
  Mistake(
    "train mlp on xor ⟦as⟧ math",
    """
    1:18: error: `as` cannot stand here
      |
    1 | train mlp on xor as math
      |                  ^^

    """),
  Mistake(
    "train mlp on xor ⟦by⟧ η",
    """
    1:18: error: `by` cannot stand here
      |
    1 | train mlp on xor by η
      |                  ^^

    """),
  Mistake(
    "train mlp on xor ⟦->⟧ y",
    """
    1:18: error: `->` stands in data sets and networks only, as in `net mlp = 2 -> 1`
      |
    1 | train mlp on xor -> y
      |                  ^^

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
    "⟦train⟧(mlp, xor)",
    """
    1:1: error: `train` is no function: it has no brackets
      |
    1 | train(mlp, xor)
      | ^^^^^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "step mlp⟦⟧",
    """
    1:9: error: `on` is missing after `mlp`
      |
    1 | step mlp
      |         ^
      = help: write `step mlp on xor`

    """),
  Mistake(
    "step mlp on⟦⟧",
    """
    1:12: error: a data set is missing after `on`
      |
    1 | step mlp on
      |            ^
      = help: write `step mlp on xor`

    """),
  Mistake(
    "step ⟦copy(m)⟧ on x",
    """
    1:6: error: `step` changes a network, which has a name
      |
    1 | step copy(m) on x
      |      ^^^^^^^
      = help: name it first: `m = copy(m)`, then `step m on …`

    """),
  Mistake(
    "⟦gradcheck⟧",
    """
    1:1: error: nothing follows `gradcheck`
      |
    1 | gradcheck
      | ^^^^^^^^^
      = help: write `gradcheck mlp on xor`

    """),
  Mistake(
    "gradcheck mlp⟦⟧",
    """
    1:14: error: `on` is missing after `mlp`
      |
    1 | gradcheck mlp
      |              ^
      = help: write `gradcheck mlp on xor`

    """),
  Mistake(
    "gradcheck mlp⟦⟧ xor, loss=bce",
    """
    1:14: error: `on` is missing after `mlp`
      |
    1 | gradcheck mlp xor, loss=bce
      |              ^
      = help: write `gradcheck mlp on xor`

    """),
  Mistake(
    "gradcheck mlp on xor, ⟦loss⟧",
    """
    1:23: error: an option, `name = value`, is expected here, not `loss`
      |
    1 | gradcheck mlp on xor, loss
      |                       ^^^^
      = help: write `loss = bce`, say

    """),
  Mistake(
    "⟦train⟧(mlp, xor)",
    """
    1:1: error: `train` is no function: it has no brackets
      |
    1 | train(mlp, xor)
      | ^^^^^
      = help: write `train mlp on xor`

    """),
]
