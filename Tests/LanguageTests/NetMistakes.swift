/// Networks: the name, the inputs, what stands between the layers.
let netMistakes: [Mistake] = [
  Mistake(
    "⟦net⟧",
    """
    1:1: error: the name of the network is missing after `net`
      |
    1 | net
      | ^^^
      = help: write `net mlp = 2 -> 4 tanh -> 1 sigmoid`

    """),
  Mistake(
    "net ⟦mlp⟧",
    """
    1:5: error: `=` is missing after `mlp`
      |
    1 | net mlp
      |     ^^^
      = help: write `net mlp = 2 -> 4 tanh -> 1 sigmoid`

    """),
  Mistake(
    "⟦net⟧ = 2 -> 1",
    """
    1:1: error: `net` is a word of the language and cannot be defined
      |
    1 | net = 2 -> 1
      | ^^^
      = help: choose another name

    """),
  Mistake(
    "⟦net⟧ 2 -> 4 -> 1",
    """
    1:1: error: the name of the network is missing after `net`
      |
    1 | net 2 -> 4 -> 1
      | ^^^
      = help: write `net mlp = 2 -> 4 tanh -> 1 sigmoid`

    """),
  Mistake(
    "net ⟦mlp⟧ 2 -> 4 -> 1",
    """
    1:5: error: `=` is missing after `mlp`
      |
    1 | net mlp 2 -> 4 -> 1
      |     ^^^
      = help: write `net mlp = 2 -> 4 -> 1`

    """),
  Mistake(
    "net ⟦mlp⟧: 2 -> 4 -> 1",
    """
    1:5: error: `=` is missing after `mlp`
      |
    1 | net mlp: 2 -> 4 -> 1
      |     ^^^
      = help: write `net mlp = 2 -> 4 -> 1`

    """),
  Mistake(
    "net ⟦train⟧ = 2 -> 1",
    """
    1:5: error: `train` is a word of the language and cannot be defined
      |
    1 | net train = 2 -> 1
      |     ^^^^^
      = help: choose another name

    """),
  Mistake(
    "net mlp =⟦⟧",
    """
    1:10: error: a value is missing after `=`
      |
    1 | net mlp =
      |          ^

    """),
  Mistake(
    "net mlp = ⟦2⟧",
    """
    1:11: error: a network has at least one layer behind its inputs
      |
    1 | net mlp = 2
      |           ^
      = help: write `net mlp = 2 -> 4 tanh -> 1 sigmoid`

    """),
  Mistake(
    "net mlp = ⟦2⟧, init=he",
    """
    1:11: error: a network has at least one layer behind its inputs
      |
    1 | net mlp = 2, init=he
      |           ^
      = help: write `net mlp = 2 -> 4 tanh -> 1 sigmoid`

    """),
  Mistake(
    """
    net mlp = ⟦2⟧
      init = he
    """,
    """
    1:11: error: a network has at least one layer behind its inputs
      |
    1 | net mlp = 2
      |           ^
      = help: write `net mlp = 2 -> 4 tanh -> 1 sigmoid`

    """),
  Mistake(
    "net mlp = ⟦->⟧ 4 tanh",
    """
    1:11: error: the number of inputs is missing before `->`
      |
    1 | net mlp = -> 4 tanh
      |           ^^
      = help: a network begins with it: `net mlp = 2 -> 1`

    """),
  Mistake(
    "net mlp = 2 ⟦->⟧",
    """
    1:13: error: a layer is missing after `->`
      |
    1 | net mlp = 2 ->
      |             ^^
      = help: write `-> 4 tanh`

    """),
  Mistake(
    """
    net mlp = 2 -> 4 tanh ⟦->⟧
      init = he
    """,
    """
    1:23: error: a layer is missing after `->`
      |
    1 | net mlp = 2 -> 4 tanh ->
      |                       ^^
      = help: write `-> 4 tanh`

    """),
  Mistake(
    "net mlp = 2 ⟦->⟧ -> 4",
    """
    1:13: error: a layer is missing after `->`
      |
    1 | net mlp = 2 -> -> 4
      |             ^^
      = help: write `-> 4 tanh`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh ⟦->⟧ , init=he",
    """
    1:23: error: a layer is missing after `->`
      |
    1 | net mlp = 2 -> 4 tanh -> , init=he
      |                       ^^
      = help: write `-> 4 tanh`

    """),
  Mistake(
    "net mlp = 2 -> ⟦tanh 4⟧ -> 1",
    """
    1:16: error: the number of neurons stands before the activation
      |
    1 | net mlp = 2 -> tanh 4 -> 1
      |                ^^^^^^
      = help: write `4 tanh`

    """),
  Mistake(
    "net mlp = 2⟦,⟧ 4, 1",
    """
    1:12: error: `->` stands between the layers of a network, not `,`
      |
    1 | net mlp = 2, 4, 1
      |            ^
      = help: write `->`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh⟦,⟧ 1 sigmoid",
    """
    1:22: error: `->` stands between the layers of a network, not `,`
      |
    1 | net mlp = 2 -> 4 tanh, 1 sigmoid
      |                      ^
      = help: write `->`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh⟦,⟧ h sigmoid -> 1",
    """
    1:22: error: `->` stands between the layers of a network, not `,`
      |
    1 | net mlp = 2 -> 4 tanh, h sigmoid -> 1
      |                      ^
      = help: write `->`

    """),
  Mistake(
    "net mlp = ⟦2 - 4 - 1⟧",
    """
    1:11: error: `->` stands between the layers of a network
      |
    1 | net mlp = 2 - 4 - 1
      |           ^^^^^^^^^
      = help: write `2 -> 4 tanh -> 1`

    """),
  Mistake(
    "net mlp = ⟦2 > 4⟧ tanh > 1",
    """
    1:11: error: `->` stands between the layers of a network
      |
    1 | net mlp = 2 > 4 tanh > 1
      |           ^^^^^
      = help: write `2 -> 4 tanh -> 1`

    """),
  Mistake(
    "net mlp = 2 ⟦=>⟧ 4 tanh => 1",
    """
    1:13: error: `->` stands between the layers of a network, not `=>`
      |
    1 | net mlp = 2 => 4 tanh => 1
      |             ^^
      = help: write `->`

    """),
  Mistake(
    "net mlp = 2 -> 4 tanh ⟦=>⟧ 1",
    """
    1:23: error: `->` stands between the layers of a network, not `=>`
      |
    1 | net mlp = 2 -> 4 tanh => 1
      |                       ^^
      = help: write `->`

    """),
]
