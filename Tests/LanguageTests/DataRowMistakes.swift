/// The rows of a data set.
let dataRowMistakes: [Mistake] = [
  Mistake(
    """
    data ⟦xor⟧: x1, x2 -> y
    0, 0 -> 0
    0, 1 -> 1
    -1, [1 -> 1
    show xor ⟦xor⟧
    """,
    """
    1:6: error: the rows of `xor` are not indented
      |
    1 | data xor: x1, x2 -> y
      |      ^^^
      = help: indent the lines below by two spaces or more
    5:10: error: an operator or a comma is missing between `xor` and `xor`
      |
    5 | show xor xor
      |          ^^^

    """),
  Mistake(
    """
    data xor: x1, x2 -> y
      0, 0 -> 0
      0, 1, 1⟦⟧
      1 ⟦0⟧ -> 1
      1, 1 ->⟦⟧ 
      1, 1 -> 1 +⟦⟧
      (1⟦,⟧ 1 -> 0
    show xor
    """,
    """
    3:10: error: `->` is missing: it stands between the inputs and the targets
      |
    3 |   0, 1, 1
      |          ^
      = help: write `0, 1 -> 1`
    4:5: error: an operator or a comma is missing between `1` and `0`
      |
    4 |   1 0 -> 1
      |     ^
    5:10: error: a value is missing after `->`
      |
    5 |   1, 1 ->
      |          ^
    6:14: error: a value is missing after `+`
      |
    6 |   1, 1 -> 1 +
      |              ^
    7:5: error: `( )` holds one value
      |
    7 |   (1, 1 -> 0
      |     ^
      = help: a vector is written with `[ ]`

    """),
  Mistake(
    """
    data xor: x1, x2 -> y
      0, 0 -> 0
      ⟦0⟧ -> 1
      1 -> 1
      1, 1 -> 0, 1
    """,
    """
    3:3: error: the rows of a data set have the same number of inputs: this one has 1 input, not 2
      |
    3 |   0 -> 1
      |   ^

    """),
  Mistake(
    """
    data xor: p0..p3 -> y
      0, 0 -> 0
      ⟦0, 0, 1⟧ -> 0
    """,
    """
    3:3: error: the rows of a data set have the same number of inputs: this one has 3 inputs, not 2
      |
    3 |   0, 0, 1 -> 0
      |   ^^^^^^^

    """),
  Mistake(
    """
    data xor: x1, x2 -> y
      0, 0⟦,⟧ -> 0
      0, 0 -> 0 ⟦->⟧ 1
      0, 0 ⟦=⟧ 0
      0, 0 -> 0⟦,⟧ 
      0, 0 ⟦=>⟧ 0
    """,
    """
    2:7: error: something is missing after `,`
      |
    2 |   0, 0, -> 0
      |       ^
      = help: write what follows, or leave out the comma
    3:13: error: one `->` stands between the inputs and the targets
      |
    3 |   0, 0 -> 0 -> 1
      |             ^^
      = help: several targets are separated by commas
    4:8: error: `->` stands between the inputs and the targets, not `=`
      |
    4 |   0, 0 = 0
      |        ^
      = help: write `->`
    5:12: error: something is missing after `,`
      |
    5 |   0, 0 -> 0,
      |            ^
      = help: write what follows, or leave out the comma
    6:8: error: `->` stands between the inputs and the targets, not `=>`
      |
    6 |   0, 0 => 0
      |        ^^
      = help: write `->`

    """),
  Mistake(
    """
    data xor: x1, x2 -> y
      0, 0⟦⟧
      classes = true
      classes = false
    """,
    """
    2:7: error: `->` is missing: it stands between the inputs and the targets
      |
    2 |   0, 0
      |       ^
      = help: write `0, 1 -> 1`

    """),
  Mistake(
    """
    data xor: x1, x2 -> y
      0, 0 -> 0
      classes = true
      ⟦classes⟧ = false
    """,
    """
    4:3: error: `classes` is given twice
      |
    4 |   classes = false
      |   ^^^^^^^

    """),
  Mistake(
    """
    data d: x -> c
      1 -> Iris_setosa
      2 -> ⟦Iris setosa⟧
    """,
    """
    3:8: error: the name of a class that is no single word stands in quotes
      |
    3 |   2 -> Iris setosa
      |        ^^^^^^^^^^^
      = help: write `"Iris setosa"`

    """),
  Mistake(
    """
    data d: x -> c
      0, 1⟦;⟧ 1
      0⟦:⟧ 1
    """,
    """
    2:7: error: `->` stands between the inputs and the targets, not `;`
      |
    2 |   0, 1; 1
      |       ^
      = help: write `->`
    3:4: error: `->` stands between the inputs and the targets, not `:`
      |
    3 |   0: 1
      |    ^
      = help: write `->`

    """),
]
