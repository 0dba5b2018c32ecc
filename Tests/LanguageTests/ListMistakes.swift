/// Vectors, matrices, indices.
let listMistakes: [Mistake] = [
  Mistake(
    "W = [0.4⟦ ⟧-0.3]",
    """
    1:9: error: a comma is missing
      |
    1 | W = [0.4 -0.3]
      |         ^
      = help: write `0.4, -0.3`

    """),
  Mistake(
    "W = [0.4⟦ ⟧+0.3]",
    """
    1:9: error: a comma is missing
      |
    1 | W = [0.4 +0.3]
      |         ^
      = help: write `0.4, +0.3`

    """),
  Mistake(
    "W = [0.4⟦ ⟧0.3]",
    """
    1:9: error: a comma is missing
      |
    1 | W = [0.4 0.3]
      |         ^
      = help: write `0.4, 0.3`

    """),
  Mistake(
    "W = [a⟦ ⟧(b)]",
    """
    1:7: error: a comma is missing
      |
    1 | W = [a (b)]
      |       ^
      = help: write `a, (…)`

    """),
  Mistake(
    "W = [a⟦ ⟧-(b)]",
    """
    1:7: error: a comma is missing
      |
    1 | W = [a -(b)]
      |       ^
      = help: write `a, -(…)`

    """),
  Mistake(
    "W = [x⟦ ⟧[1]]",
    """
    1:7: error: a comma is missing
      |
    1 | W = [x [1]]
      |       ^
      = help: write `x, […]`

    """),
  Mistake(
    #"W = ["a"⟦ ⟧"b"]"#,
    """
    1:9: error: a comma is missing
      |
    1 | W = ["a" "b"]
      |         ^
      = help: write `"a", "b"`

    """),
  Mistake(
    "W = [1, 2; ⟦3⟧]",
    """
    1:12: error: the rows of a matrix have the same number of entries: row 1 has 2, row 2 has 1
      |
    1 | W = [1, 2; 3]
      |            ^

    """),
  Mistake(
    """
    W = [1, 2
      ⟦3, 4, 5⟧]
    """,
    """
    2:3: error: the rows of a matrix have the same number of entries: row 1 has 2, row 2 has 3
      |
    2 |   3, 4, 5]
      |   ^^^^^^^

    """),
  Mistake(
    "W = [1, 2⟦,⟧]",
    """
    1:10: error: something is missing after `,`
      |
    1 | W = [1, 2,]
      |          ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    """
    W = [
      1, 2,
      3, 4⟦,⟧
    ]
    """,
    """
    3:7: error: something is missing after `,`
      |
    3 |   3, 4,
      |       ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    "W = ⟦[]⟧",
    """
    1:5: error: a vector has at least one entry
      |
    1 | W = []
      |     ^^

    """),
  Mistake(
    "W = ⟦[[1, 2], [3, 4]]⟧",
    """
    1:5: error: the rows of a matrix have no brackets of their own: they end with `;`
      |
    1 | W = [[1, 2], [3, 4]]
      |     ^^^^^^^^^^^^^^^^
      = help: write `[1, 2; 3, 4]`

    """),
  Mistake(
    """
    W = ⟦[[
    0.15, 0.20], [0.25, 0.30]]⟧
    """,
    """
    1:5: error: the rows of a matrix have no brackets of their own: they end with `;`
      |
    1 | W = [[
      |     ^^
      = help: write `[0.15, 0.20; 0.25, 0.30]`

    """),
  Mistake(
    "W = [1;⟦;⟧2]",
    """
    1:8: error: a value is missing before `;`
      |
    1 | W = [1;;2]
      |        ^

    """),
  Mistake(
    "W = [⟦;⟧1]",
    """
    1:6: error: a value is missing before `;`
      |
    1 | W = [;1]
      |      ^

    """),
  Mistake(
    "W = [1⟦,⟧ ; 2]",
    """
    1:7: error: something is missing after `,`
      |
    1 | W = [1, ; 2]
      |       ^
      = help: write what follows, or leave out the comma

    """),
  Mistake(
    """
    W = [1 ⟦+⟧
      2, 3]
    """,
    """
    1:8: error: the line ends after `+`, and in a matrix that ends the row
      |
    1 | W = [1 +
      |        ^
      = help: put the whole entry on one line, or in `( )`

    """),
  Mistake(
    """
    W = [⟦-⟧
      2, 3]
    """,
    """
    1:6: error: the line ends after `-`, and in a matrix that ends the row
      |
    1 | W = [-
      |      ^
      = help: put the whole entry on one line, or in `( )`

    """),
  Mistake(
    """
    W = [⟦not⟧
      a, b]
    """,
    """
    1:6: error: the line ends after `not`, and in a matrix that ends the row
      |
    1 | W = [not
      |      ^^^
      = help: put the whole entry on one line, or in `( )`

    """),
  Mistake(
    """
    W = [1 ⟦-⟧
     -2]
    """,
    """
    1:8: error: the line ends after `-`, and in a matrix that ends the row
      |
    1 | W = [1 -
      |        ^
      = help: put the whole entry on one line, or in `( )`

    """),
  Mistake(
    """
    W = [⟦-⟧
    -2]
    """,
    """
    1:6: error: the line ends after `-`, and in a matrix that ends the row
      |
    1 | W = [-
      |      ^
      = help: put the whole entry on one line, or in `( )`

    """),
  Mistake(
    """
    W = [1 ⟦and⟧
    not 2]
    """,
    """
    1:8: error: the line ends after `and`, and in a matrix that ends the row
      |
    1 | W = [1 and
      |        ^^^
      = help: put the whole entry on one line, or in `( )`

    """),
  Mistake(
    "W = [1 ⟦:⟧ 2]",
    """
    1:8: error: `:` cannot stand here
      |
    1 | W = [1 : 2]
      |        ^

    """),
  Mistake(
    "x = W[1⟦:⟧3]",
    """
    1:8: error: an index is one position, or `:` for all
      |
    1 | x = W[1:3]
      |        ^
      = help: a part of a vector is written entry by entry: `[x[1], x[2]]`

    """),
  Mistake(
    "x = W[1⟦..⟧3]",
    """
    1:8: error: an index is one position, or `:` for all
      |
    1 | x = W[1..3]
      |        ^^
      = help: a part of a vector is written entry by entry: `[x[1], x[2]]`

    """),
  Mistake(
    "x = W[: ⟦1⟧]",
    """
    1:9: error: an index is one position, or `:` for all
      |
    1 | x = W[: 1]
      |         ^
      = help: a part of a vector is written entry by entry: `[x[1], x[2]]`

    """),
  Mistake(
    "x = W⟦[1, 2, 3]⟧",
    """
    1:6: error: an entry has at most two indices, its row and its column
      |
    1 | x = W[1, 2, 3]
      |      ^^^^^^^^^

    """),
  Mistake(
    "x = W[⟦]⟧",
    """
    1:7: error: an index is missing before `]`
      |
    1 | x = W[]
      |       ^
      = help: `:` stands for all, as in `W[:, 1]`

    """),
  Mistake(
    "x = W[⟦,⟧ 1]",
    """
    1:7: error: an index is missing before `,`
      |
    1 | x = W[, 1]
      |       ^
      = help: `:` stands for all, as in `W[:, 1]`

    """),
  Mistake(
    "x = W[1,⟦]⟧",
    """
    1:9: error: an index is missing before `]`
      |
    1 | x = W[1,]
      |         ^
      = help: `:` stands for all, as in `W[:, 1]`

    """),
  Mistake(
    "x = W[1 ⟦2⟧]",
    """
    1:9: error: an operator or a comma is missing between `1` and `2`
      |
    1 | x = W[1 2]
      |         ^

    """),
  Mistake(
    "x = W[1⟦;⟧ 2]",
    """
    1:8: error: the indices of an entry are separated by `,`
      |
    1 | x = W[1; 2]
      |        ^

    """),
]
