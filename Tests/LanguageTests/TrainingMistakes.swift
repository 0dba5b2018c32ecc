/// The network and the data of `train`, `step` and `gradcheck`.
let trainingMistakes: [Mistake] = [
  Mistake(
    "⟦train⟧",
    """
    1:1: error: nothing follows `train`
      |
    1 | train
      | ^^^^^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp⟦⟧",
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp
      |          ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp⟦⟧ xor, loss=bce",
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp xor, loss=bce
      |          ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp⟦⟧, xor, loss=bce",
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp, xor, loss=bce
      |          ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp⟦⟧, loss=bce",
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp, loss=bce
      |          ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp⟦⟧ loss=bce",
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp loss=bce
      |          ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    """
    train mlp⟦⟧
      loss = bce
    """,
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp
      |          ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp on⟦⟧",
    """
    1:13: error: a data set is missing after `on`
      |
    1 | train mlp on
      |             ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp on⟦⟧, loss=bce",
    """
    1:13: error: a data set is missing after `on`
      |
    1 | train mlp on, loss=bce
      |             ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train mlp on⟦⟧ loss=bce",
    """
    1:13: error: a data set is missing after `on`
      |
    1 | train mlp on loss=bce
      |             ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train⟦⟧ on xor",
    """
    1:6: error: a network is missing after `train`
      |
    1 | train on xor
      |      ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train⟦⟧ loss=bce",
    """
    1:6: error: a network is missing after `train`
      |
    1 | train loss=bce
      |      ^
      = help: write `train mlp on xor`

    """),
  Mistake(
    "train ⟦copy(mlp)⟧ on xor",
    """
    1:7: error: `train` changes a network, which has a name
      |
    1 | train copy(mlp) on xor
      |       ^^^^^^^^^
      = help: name it first: `m = copy(mlp)`, then `train m on …`

    """),
  Mistake(
    "train ⟦mlp.W1⟧ on xor",
    """
    1:7: error: `train` changes a network, which has a name
      |
    1 | train mlp.W1 on xor
      |       ^^^^^^
      = help: name it first: `m = mlp.W1`, then `train m on …`

    """),
  Mistake(
    "train mlp⟦⟧ in xor",
    """
    1:10: error: `on` is missing after `mlp`
      |
    1 | train mlp in xor
      |          ^
      = help: write `train mlp on xor`

    """),
]
