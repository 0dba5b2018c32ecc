/// Operands side by side, and what stands where no operator can.
let juxtapositionMistakes: [Mistake] = [
  Mistake(
    "y = ⟦2x⟧",
    """
    1:5: error: an operator is missing after `2`
      |
    1 | y = 2x
      |     ^^
      = help: a product is written with `*`: `2*x`

    """),
  Mistake(
    "y = ⟦2 x⟧",
    """
    1:5: error: an operator is missing after `2`
      |
    1 | y = 2 x
      |     ^^^
      = help: a product is written with `*`: `2*x`

    """),
  Mistake(
    "y = ⟦2(⟧x + 1)",
    """
    1:5: error: an operator is missing after `2`
      |
    1 | y = 2(x + 1)
      |     ^^
      = help: a product is written with `*`: `2*(…)`

    """),
  Mistake(
    "y = ⟦(a)(⟧b)",
    """
    1:5: error: an operator is missing after `(a)`
      |
    1 | y = (a)(b)
      |     ^^^^
      = help: a product is written with `*`: `(a)*(…)`

    """),
  Mistake(
    "y = ⟦(a) b⟧",
    """
    1:5: error: an operator is missing after `(a)`
      |
    1 | y = (a) b
      |     ^^^^^
      = help: a product is written with `*`: `(a)*b`

    """),
  Mistake(
    "y = ⟦(a) 2⟧",
    """
    1:5: error: an operator is missing after `(a)`
      |
    1 | y = (a) 2
      |     ^^^^^
      = help: a product is written with `*`: `(a)*2`

    """),
  Mistake(
    "y = x ⟦y⟧",
    """
    1:7: error: an operator or a comma is missing between `x` and `y`
      |
    1 | y = x y
      |       ^

    """),
  Mistake(
    "y = x ⟦2⟧",
    """
    1:7: error: an operator or a comma is missing between `x` and `2`
      |
    1 | y = x 2
      |       ^

    """),
  Mistake(
    "y = f(x)⟦(⟧y)",
    """
    1:9: error: an operator or a comma is missing between `f(x)` and `(`
      |
    1 | y = f(x)(y)
      |         ^

    """),
  Mistake(
    #"y = "a" ⟦"b"⟧"#,
    """
    1:9: error: an operator or a comma is missing between `"a"` and `"b"`
      |
    1 | y = "a" "b"
      |         ^^^

    """),
  Mistake(
    #"y = x⟦"abc"⟧"#,
    """
    1:6: error: an operator or a comma is missing between `x` and `"abc"`
      |
    1 | y = x"abc"
      |      ^^^^^

    """),
  Mistake(
    "x = y'⟦z⟧",
    """
    1:7: error: an operator or a comma is missing between `y'` and `z`
      |
    1 | x = y'z
      |       ^

    """),
  Mistake(
    "x = W ⟦'⟧",
    """
    1:7: error: `'` stands right after what it belongs to
      |
    1 | x = W '
      |       ^
      = help: leave out the space before it

    """),
  Mistake(
    "x = ⟦'⟧abc'",
    """
    1:5: error: a value is missing before `'`
      |
    1 | x = 'abc'
      |     ^
      = help: a string stands between double quotes: `"…"`

    """),
  Mistake(
    "x = W⟦.⟧",
    """
    1:6: error: the name of a member is missing after `.`
      |
    1 | x = W.
      |      ^

    """),
  Mistake(
    "x = W⟦.⟧ + 1",
    """
    1:6: error: the name of a member is missing after `.`
      |
    1 | x = W. + 1
      |      ^

    """),
  Mistake(
    "y = ⟦mlp.f⟧(x)",
    """
    1:5: error: `mlp.f` cannot be called: a function has a name without a point
      |
    1 | y = mlp.f(x)
      |     ^^^^^

    """),
  Mistake(
    "x = 1⟦..⟧4",
    """
    1:6: error: `..` stands only after `in`, as in `for x in 1..4`
      |
    1 | x = 1..4
      |      ^^
      = help: a vector of numbers is `range(1, 4)`

    """),
  Mistake(
    "x = a⟦..⟧b",
    """
    1:6: error: `..` stands only after `in`, as in `for x in 1..4`
      |
    1 | x = a..b
      |      ^^
      = help: a vector of numbers is `range(1, 4)`

    """),
  Mistake(
    "x = a ⟦->⟧ b",
    """
    1:7: error: `->` stands in data sets and networks only, as in `net mlp = 2 -> 1`
      |
    1 | x = a -> b
      |       ^^

    """),
  Mistake(
    "x = a ⟦:⟧ b",
    """
    1:7: error: `:` cannot stand here
      |
    1 | x = a : b
      |       ^

    """),
  Mistake(
    "x = ⟦by⟧",
    """
    1:5: error: `by` is a word of the language and stands for no value
      |
    1 | x = by
      |     ^^

    """),
  Mistake(
    "x = ⟦show⟧",
    """
    1:5: error: `show` is a word of the language and stands for no value
      |
    1 | x = show
      |     ^^^^

    """),
  Mistake(
    "x = sum(y ⟦for⟧ y in z)",
    """
    1:11: error: `for` cannot stand here
      |
    1 | x = sum(y for y in z)
      |           ^^^

    """),
  Mistake(
    "y = x ⟦show⟧ z",
    """
    1:7: error: `show` cannot stand here
      |
    1 | y = x show z
      |       ^^^^
      = help: a statement begins on a line of its own

    """),
  Mistake(
    "x = a and⟦⟧",
    """
    1:10: error: a value is missing after `and`
      |
    1 | x = a and
      |          ^

    """),
  Mistake(
    "x = lambda ⟦x⟧: x",
    """
    1:12: error: an operator or a comma is missing between `lambda` and `x`
      |
    1 | x = lambda x: x
      |            ^

    """),
]
