/// What a data set is called and where it comes from.
let dataMistakes: [Mistake] = [
  Mistake(
    "⟦data⟧",
    """
    1:1: error: the name of the data set is missing after `data`
      |
    1 | data
      | ^^^^
      = help: write `data xor: x1, x2 -> y`, with a row on each line below

    """),
  Mistake(
    "⟦data⟧ = 3",
    """
    1:1: error: `data` is a word of the language and cannot be defined
      |
    1 | data = 3
      | ^^^^
      = help: choose another name

    """),
  Mistake(
    "data ⟦for⟧: x -> y",
    """
    1:6: error: `for` is a word of the language and cannot be defined
      |
    1 | data for: x -> y
      |      ^^^
      = help: choose another name

    """),
  Mistake(
    "⟦data⟧ 3: x -> y",
    """
    1:1: error: the name of the data set is missing after `data`
      |
    1 | data 3: x -> y
      | ^^^^
      = help: write `data xor: x1, x2 -> y`, with a row on each line below

    """),
  Mistake(
    "data ⟦xor⟧",
    """
    1:6: error: where the data of `xor` come from is missing
      |
    1 | data xor
      |      ^^^
      = help: rows: `data xor: x1, x2 -> y`
      = help: a file: `data xor from "data.csv" -> y`
      = help: a function: `data xor = moons(200)`

    """),
  Mistake(
    """
    data ⟦xor⟧
      0, 0 -> 0
    """,
    """
    1:6: error: where the data of `xor` come from is missing
      |
    1 | data xor
      |      ^^^
      = help: rows: `data xor: x1, x2 -> y`
      = help: a file: `data xor from "data.csv" -> y`
      = help: a function: `data xor = moons(200)`

    """),
  Mistake(
    """
    data xor⟦⟧ x1, x2 -> y
      0, 0 -> 0
    """,
    """
    1:9: error: `:` is missing after `data xor`
      |
    1 | data xor x1, x2 -> y
      |         ^
      = help: write `data xor: x1, x2 -> y`

    """),
  Mistake(
    "data xor ⟦->⟧ y",
    """
    1:10: error: the inputs are missing before `->`
      |
    1 | data xor -> y
      |          ^^
      = help: write `data xor: x1, x2 -> y`

    """),
  Mistake(
    """
    data xor⟦:⟧
      0, 0 -> 0
    """,
    """
    1:9: error: the names of the columns are missing after `:`
      |
    1 | data xor:
      |         ^
      = help: write `data xor: x1, x2 -> y`, with a row on each line below

    """),
  Mistake(
    """
    data xor:⟦⟧ -> y
      0 -> 0
    """,
    """
    1:10: error: the name of a column is missing after `:`
      |
    1 | data xor: -> y
      |          ^
      = help: write `: x1, x2 -> y`

    """),
]
