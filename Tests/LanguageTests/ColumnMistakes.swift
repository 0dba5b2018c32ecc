/// The columns in the header of a data set, and its options.
let columnMistakes: [Mistake] = [
  Mistake(
    """
    data xor: x1, x2⟦⟧
      0, 0 -> 0
    """,
    """
    1:17: error: `->` is missing: it stands between the inputs and the targets
      |
    1 | data xor: x1, x2
      |                 ^
      = help: write `data xor: x1 -> x2`

    """),
  Mistake(
    """
    data xor: x1⟦⟧
      0 -> 0
    """,
    """
    1:13: error: `->` is missing: it stands between the inputs and the targets
      |
    1 | data xor: x1
      |             ^
      = help: write `data xor: x1 -> y`

    """),
  Mistake(
    """
    data xor: x1, x2⟦⟧ y
      0, 0 -> 0
    """,
    """
    1:17: error: `->` is missing before `y`
      |
    1 | data xor: x1, x2 y
      |                 ^

    """),
  Mistake(
    """
    data xor: x1, x2 ⟦=>⟧ y
      0, 0 -> 0
    """,
    """
    1:18: error: `->` stands between the inputs and the targets, not `=>`
      |
    1 | data xor: x1, x2 => y
      |                  ^^
      = help: write `->`

    """),
  Mistake(
    """
    data xor: x1, x2 ⟦-⟧ y
      0, 0 -> 0
    """,
    """
    1:18: error: `->` stands between the inputs and the targets, not `-`
      |
    1 | data xor: x1, x2 - y
      |                  ^
      = help: write `->`

    """),
  Mistake(
    """
    data xor: x1,⟦⟧ x2 = y
      0, 0 -> 0
    """,
    """
    1:14: error: `->` is missing: it stands between the inputs and the targets
      |
    1 | data xor: x1, x2 = y
      |              ^
      = help: write `data xor: x1 -> y`

    """),
  Mistake(
    """
    data xor: x1, x2 ⟦→⟧ y
      0, 0 -> 0
    """,
    """
    1:18: error: `→` means nothing here
      |
    1 | data xor: x1, x2 → y
      |                  ^
      = help: write `->`

    """),
  Mistake(
    """
    data xor: x1, x2 ->⟦⟧
      0, 0 -> 0
    """,
    """
    1:20: error: the name of a column is missing after `->`
      |
    1 | data xor: x1, x2 ->
      |                    ^
      = help: write `-> y`

    """),
  Mistake(
    """
    data xor: x1,⟦⟧ -> y
      0, 0 -> 0
    """,
    """
    1:14: error: the name of a column is missing after `,`
      |
    1 | data xor: x1, -> y
      |              ^

    """),
  Mistake(
    """
    data xor: x1, x2 -> y⟦,⟧
      0, 0 -> 0
    """,
    """
    1:22: error: something is missing after `,`
      |
    1 | data xor: x1, x2 -> y,
      |                      ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    """
    data xor: x1, x2 -> y ⟦->⟧ z
      0, 0 -> 0
    """,
    """
    1:23: error: one `->` stands between the inputs and the targets
      |
    1 | data xor: x1, x2 -> y -> z
      |                       ^^
      = help: several targets are separated by commas

    """),
  Mistake(
    """
    data xor: x1, ⟦x1⟧ -> y
      0, 0 -> 0
    """,
    """
    1:15: error: two columns are called `x1`
      |
    1 | data xor: x1, x1 -> y
      |               ^^

    """),
  Mistake(
    """
    data xor: ⟦1⟧, 2 -> y
      0, 0 -> 0
    """,
    """
    1:11: error: a column has a name, and `1` is none
      |
    1 | data xor: 1, 2 -> y
      |           ^
      = help: where it is what the column is called, write `"1"`

    """),
  Mistake(
    """
    data xor: p0..⟦3⟧ -> y
      0, 0 -> 0
    """,
    """
    1:15: error: a column has a name, and `3` is none
      |
    1 | data xor: p0..3 -> y
      |               ^
      = help: both ends of a range are names: `p0..p63`

    """),
  Mistake(
    """
    data xor: x1, x2 -> y⟦ ⟧classes=true
      0, 0 -> 0
    """,
    """
    1:22: error: a comma is missing before `classes`
      |
    1 | data xor: x1, x2 -> y classes=true
      |                      ^

    """),
  Mistake(
    """
    data xor: x1, x2 -> y, classes⟦ ⟧true
      0, 0 -> 0
    """,
    """
    1:31: error: a comma is missing before `true`
      |
    1 | data xor: x1, x2 -> y, classes true
      |                               ^

    """),
  Mistake(
    """
    data ⟦xor⟧: x1, x2 -> y
    show xor
    """,
    """
    1:6: error: no rows stand below `data xor`
      |
    1 | data xor: x1, x2 -> y
      |      ^^^
      = help: a row stands on a line of its own, indented deeper: `0, 1 -> 1`
      = help: a file is read by `data xor from "data.csv" -> …`

    """),
  Mistake(
    """
    data xor: x1, x2 -> y
      0, 0 -> ⟦0, 1⟧
    """,
    """
    2:11: error: the rows of a data set have the same number of targets: this one has 2 targets, not 1
      |
    2 |   0, 0 -> 0, 1
      |           ^^^^

    """),
  Mistake(
    """
    data ⟦xor⟧: x1, x2 -> y
      classes = true
    """,
    """
    1:6: error: no rows stand below `data xor`
      |
    1 | data xor: x1, x2 -> y
      |      ^^^
      = help: a row stands on a line of its own, indented deeper: `0, 1 -> 1`
      = help: a file is read by `data xor from "data.csv" -> …`

    """),
  Mistake(
    #"data iris⟦⟧ "data/iris.csv" -> species"#,
    """
    1:10: error: `from` is missing after `data iris`
      |
    1 | data iris "data/iris.csv" -> species
      |          ^
      = help: write `data iris from "data/iris.csv"`

    """),
  Mistake(
    "data ⟦a, b⟧: x -> y",
    """
    1:6: error: rows or a file make one data set
      |
    1 | data a, b: x -> y
      |      ^^^^
      = help: several are made of one by a function: `a, b = split(iris, 0.8)`

    """),
  Mistake(
    "data a, b = 1⟦,⟧ 2",
    """
    1:14: error: several names stand for the parts of one value, as in `a, b = split(iris, 0.8)`
      |
    1 | data a, b = 1, 2
      |              ^
      = help: give every name its own line

    """),
  Mistake(
    "data a, ⟦a⟧ = split(m, 0.5)",
    """
    1:9: error: `a` is defined twice in one statement
      |
    1 | data a, a = split(m, 0.5)
      |         ^

    """),
  Mistake(
    "data m = moons(200)⟦,⟧ noise=0.1",
    """
    1:20: error: the statement should end here
      |
    1 | data m = moons(200), noise=0.1
      |                    ^
      = help: what `moons` takes stands in its brackets
      = help: a vector stands in brackets: `[1, 2]`

    """),
  Mistake(
    "data m =⟦⟧",
    """
    1:9: error: a value is missing after `=`
      |
    1 | data m =
      |         ^

    """),
  Mistake(
    "data ⟦m⟧(x) = 3",
    """
    1:6: error: where the data of `m` come from is missing
      |
    1 | data m(x) = 3
      |      ^
      = help: rows: `data m: x1, x2 -> y`
      = help: a file: `data m from "data.csv" -> y`
      = help: a function: `data m = moons(200)`

    """),
]
