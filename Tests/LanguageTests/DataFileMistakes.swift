/// Data sets from files.
let dataFileMistakes: [Mistake] = [
  Mistake(
    "data iris from⟦⟧ data/iris.csv -> species",
    """
    1:15: error: the path of a file stands here between quotes
      |
    1 | data iris from data/iris.csv -> species
      |               ^
      = help: write `from "data/iris.csv"`

    """),
  Mistake(
    "data iris from⟦⟧",
    """
    1:15: error: the path of a file stands here between quotes
      |
    1 | data iris from
      |               ^
      = help: write `from "data.csv"`

    """),
  Mistake(
    "data iris from⟦⟧ -> species",
    """
    1:15: error: the path of a file stands here between quotes
      |
    1 | data iris from -> species
      |               ^
      = help: write `from "data.csv"`

    """),
  Mistake(
    #"data iris from "a.csv",⟦⟧ -> species"#,
    """
    1:24: error: the path of a file stands here between quotes
      |
    1 | data iris from "a.csv", -> species
      |                        ^
      = help: write `from "data.csv"`

    """),
  Mistake(
    #"data iris from "a.csv"⟦,⟧"#,
    """
    1:23: error: something is missing after `,`
      |
    1 | data iris from "a.csv",
      |                       ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "data iris from⟦⟧ 'a.csv' -> species",
    """
    1:15: error: the path of a file stands here between quotes
      |
    1 | data iris from 'a.csv' -> species
      |               ^
      = help: write `from "a.csv"`

    """),
  Mistake(
    #"data iris from "a.csv"⟦⟧ species"#,
    """
    1:23: error: `->` is missing before `species`
      |
    1 | data iris from "a.csv" species
      |                       ^

    """),
  Mistake(
    #"data iris from "a.csv": a⟦ ⟧b -> species"#,
    """
    1:26: error: a comma is missing before `b`
      |
    1 | data iris from "a.csv": a b -> species
      |                          ^

    """),
  Mistake(
    #"data iris from "a.csv":⟦⟧ -> species"#,
    """
    1:24: error: the name of a column is missing after `:`
      |
    1 | data iris from "a.csv": -> species
      |                        ^
      = help: write `: x1, x2 -> y`

    """),
  Mistake(
    #"data iris from "a.csv" ->⟦⟧"#,
    """
    1:26: error: the name of a column is missing after `->`
      |
    1 | data iris from "a.csv" ->
      |                          ^
      = help: write `-> y`

    """),
  Mistake(
    """
    data iris from "a.csv" -> species
      ⟦0⟧, 1 -> setosa
    """,
    """
    2:3: error: a data set from a file has no rows of its own
      |
    2 |   0, 1 -> setosa
      |   ^
      = help: rows stand below `data name: x1, x2 -> y`

    """),
  Mistake(
    #"data iris from "a.csv" -> species⟦ ⟧classes=true"#,
    """
    1:34: error: a comma is missing before `classes`
      |
    1 | data iris from "a.csv" -> species classes=true
      |                                  ^

    """),
  Mistake(
    #"data iris from "a.csv" -> species, classes⟦:⟧ true"#,
    """
    1:43: error: `:` cannot stand here
      |
    1 | data iris from "a.csv" -> species, classes: true
      |                                           ^
      = help: an option is written with `=`, as in `classes = true`

    """),
  Mistake(
    #"data iris from "a.csv" -> a ⟦->⟧ b"#,
    """
    1:29: error: one `->` stands between the inputs and the targets
      |
    1 | data iris from "a.csv" -> a -> b
      |                             ^^
      = help: several targets are separated by commas

    """),
  Mistake(
    #"data iris ⟦=⟧ from "a.csv""#,
    """
    1:11: error: no `=` stands before `from`
      |
    1 | data iris = from "a.csv"
      |           ^
      = help: write `data iris from …`

    """),
]
