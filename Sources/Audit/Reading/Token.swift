/// A piece of a text as a reader of arithmetic sees it, whether it was typeset or written plainly.
struct Token: Sendable {
  let kind: Kind
  /// Where it stands in the passage's text.
  let range: Range<Int>
  /// Whether space stands before it.
  let isSpaced: Bool

  enum Kind: Sendable, Equatable {
    case number(Literal)
    /// ½ and its like.
    case vulgar(Int, Int)
    /// A letter or a name with its index and primes.
    case name(String)
    case function(ElementaryFunction)
    case extreme(isGreatest: Bool)
    case plus, minus, times, divide, caret
    /// A small raised number.
    case superscript(Int)
    case open, close
    case groupOpen, groupClose
    case bar
    case comma
    case fraction, root
    case percent, degree, factorial
    case relation(Relation)
    /// Ends a formula: a line break, a semicolon, what words are typeset.
    case separator
    /// A word of running text.
    case word(String)
    /// What is not understood, in the reader's words; a side with it is not judged.
    case opaque(Obstacle)
  }
}

/// How two sides are related.
enum Relation: Sendable, Equatable {
  case equal
  case approximate
  /// Less, greater, an arrow, a definition: nothing that is judged, but no end of the formula either.
  case other
}

/// Why something is not judged.
enum Obstacle: Error, Sendable, Equatable {
  case letters
  case words
  case sign
  case ellipsis
  case list
  case sum
  case matrix
  case base
  case unit
  case nothing
  case size
  case undefined
  case ambiguous

  /// In the words of the list that `--verbose` prints.
  var words: String {
    switch self {
    case .letters: "letters whose values are not given"
    case .words: "words stand in it"
    case .sign: "a sign that is not read"
    case .ellipsis: "something is left out"
    case .list: "several numbers stand side by side"
    case .sum: "a sum, product, integral or limit over a range"
    case .matrix: "a matrix or a vector"
    case .base: "a number in another base or to a modulus"
    case .unit: "a unit or a word stands beside the number"
    case .nothing: "one side is missing"
    case .size: "it is too long"
    case .undefined: "it has no value, or no bound"
    case .ambiguous: "it can be read in more than one way"
    }
  }
}
