/// The layers of a network and its options.
let layerMistakes: [Mistake] = [
  Mistake(
    "net mlp = 2 ⟦→⟧ 4",
    """
    1:13: error: `→` means nothing here
      |
    1 | net mlp = 2 → 4
      |             ^
      = help: write `->`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh ⟦relu⟧ -> 1",
    """
    1:23: error: a layer has one activation, and that of this one is `tanh`
      |
    1 | net mlp = 2 -> 4 tanh relu -> 1
      |                       ^^^^
      = help: layers are separated by `->`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh⟦⟧ 1 sigmoid",
    """
    1:22: error: `->` is missing before `1`
      |
    1 | net mlp = 2 -> 4 tanh 1 sigmoid
      |                      ^

    """),
  Mistake(
    "net mlp = 2⟦⟧ 4 tanh 1 sigmoid",
    """
    1:12: error: `->` is missing before `4`
      |
    1 | net mlp = 2 4 tanh 1 sigmoid
      |            ^

    """),
  Mistake(
    "net mlp = 2 ⟦tanh⟧ -> 1",
    """
    1:13: error: the inputs have no activation
      |
    1 | net mlp = 2 tanh -> 1
      |             ^^^^
      = help: `tanh` stands behind the neurons of a layer: `2 -> 4 tanh`

    """),
  Mistake(
    "net mlp = 2 -> ⟦8 * 10 sigmoid⟧ -> 1",
    """
    1:16: error: how often a layer is repeated stands behind its activation
      |
    1 | net mlp = 2 -> 8 * 10 sigmoid -> 1
      |                ^^^^^^^^^^^^^^
      = help: write `8 sigmoid * 10` for ten layers of 8

    """),
  Mistake(
    "net mlp = 2 -> 8 sigmoid * ⟦->⟧ 1",
    """
    1:28: error: a value is missing before `->`
      |
    1 | net mlp = 2 -> 8 sigmoid * -> 1
      |                            ^^

    """),
  Mistake(
    "net mlp = 2 -> ⟦h +⟧ 1 tanh -> 1",
    """
    1:16: error: a number of neurons that is computed stands in brackets
      |
    1 | net mlp = 2 -> h + 1 tanh -> 1
      |                ^^^
      = help: write `(h + …)`

    """),
  Mistake(
    "net mlp = 2 -> 4 ⟦act.f⟧ -> 1",
    """
    1:18: error: an activation is a name, as in `4 tanh`, or a call, as in `4 leaky_relu(0.01)`
      |
    1 | net mlp = 2 -> 4 act.f -> 1
      |                  ^^^^^
      = help: give the function a name of its own: `f(z) = …`, then `4 f`

    """),
  Mistake(
    "net mlp = 2 -> 4 ⟦f'⟧ -> 1",
    """
    1:18: error: an activation is a name, as in `4 tanh`, or a call, as in `4 leaky_relu(0.01)`
      |
    1 | net mlp = 2 -> 4 f' -> 1
      |                  ^^
      = help: give the function a name of its own: `f(z) = …`, then `4 f`

    """),
  Mistake(
    "net mlp = 2 -> ⟦droput⟧(0.2) -> 1",
    """
    1:16: error: unknown layer `droput`
      |
    1 | net mlp = 2 -> droput(0.2) -> 1
      |                ^^^^^^
      = help: did you mean `dropout`?

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh⟦ ⟧init=he",
    """
    1:22: error: a comma is missing before `init`
      |
    1 | net mlp = 2 -> 4 tanh init=he
      |                      ^

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh, ⟦init⟧ he",
    """
    1:24: error: an option, `name = value`, is expected here, not `init`
      |
    1 | net mlp = 2 -> 4 tanh, init he
      |                        ^^^^
      = help: write `init = he`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh, ⟦init⟧: he",
    """
    1:24: error: an option, `name = value`, is expected here, not `init`
      |
    1 | net mlp = 2 -> 4 tanh, init: he
      |                        ^^^^
      = help: write `init = he`

    """),
  Mistake(
    """
    net mlp = 2 -> 4 tanh
      ⟦init⟧ he
    """,
    """
    2:3: error: an option, `name = value`, is expected here, not `init`
      |
    2 |   init he
      |   ^^^^
      = help: write `init = he`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh, init=he, ⟦3⟧",
    """
    1:33: error: an option, `name = value`, is expected here, not `3`
      |
    1 | net mlp = 2 -> 4 tanh, init=he, 3
      |                                 ^
      = help: layers stand before the options

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh, init=he ⟦->⟧ 1",
    """
    1:32: error: layers stand before the options
      |
    1 | net mlp = 2 -> 4 tanh, init=he -> 1
      |                                ^^

    """),
  Mistake(
    """
    net ⟦deep⟧ = 784
    -> 256 relu
    -> 10 softmax
    show deep ⟦deep⟧
    """,
    """
    1:5: error: the layers of `deep` are not indented
      |
    1 | net deep = 784
      |     ^^^^
      = help: indent the lines below by two spaces or more
    4:11: error: an operator or a comma is missing between `deep` and `deep`
      |
    4 | show deep deep
      |           ^^^^

    """),
  Mistake(
    """
    net deep = 784 -> 256 relu
    ⟦->⟧ 10 softmax
    """,
    """
    2:1: error: a statement does not begin with `->`
      |
    2 | -> 10 softmax
      | ^^
      = help: a layer that goes on with the network above is indented deeper than `net`

    """),
  Mistake(
    """
    net deep = 784⟦⟧
      256 relu
    """,
    """
    1:15: error: `->` is missing before `256`
      |
    1 | net deep = 784
      |               ^

    """),
  Mistake(
    "net b = ⟦copy(a)⟧",
    """
    1:9: error: `net` is followed by the layers of a network
      |
    1 | net b = copy(a)
      |         ^^^^^^^
      = help: what a function makes is named without it: `b = copy(a)`

    """),
  Mistake(
    "net mlp = 2 -> ⟦(⟧4 -> 1",
    """
    1:16: error: `(` is not closed before `->`
      |
    1 | net mlp = 2 -> (4 -> 1
      |                ^
      = help: a `)` is missing

    """),
  Mistake(
    #"net mlp = 2 -> 4 ⟦"tanh"⟧ -> 1"#,
    """
    1:18: error: an activation stands without quotes
      |
    1 | net mlp = 2 -> 4 "tanh" -> 1
      |                  ^^^^^^
      = help: write `tanh`

    """),
  Mistake(
    "net mlp = [2, 3] -> 1 -> 4 ⟦±⟧ 3",
    """
    1:28: error: `±` gives the tolerance of a comparison with `≈`
      |
    1 | net mlp = [2, 3] -> 1 -> 4 ± 3
      |                            ^
      = help: write `a ≈ b ± 0.001`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh ⟦as⟧",
    """
    1:23: error: `as` cannot stand here
      |
    1 | net mlp = 2 -> 4 tanh as
      |                       ^^

    """),
  Mistake(
    """
    net m = 2 -> h
      ⟦seed⟧ 1
    """,
    """
    2:3: error: an option, `name = value`, is expected here, not `seed`
      |
    2 |   seed 1
      |   ^^^^
      = help: write `seed = 1`

    """),
]
