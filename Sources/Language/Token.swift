/// A piece of the code that the grammar does not look into.
struct Token {
  let kind: Kind
  let range: Range<Int>
  /// Nothing but white space stands before it on its line.
  let startsLine: Bool
  /// The columns of white space before it, where it starts its line; a tab goes to the next multiple of four.
  let column: Int
  /// White space, a line break or the start of the code stands right before it.
  let followsSpace: Bool

  enum Kind {
    case number(Double)
    case string(String)
    /// A name or a word of the language: which of the two, the place decides (`step` is both).
    case word(String)
    case symbol(Symbol)
    /// Text that is no token at all, with what there is to say about it.
    case mistake(Rejection)
    /// The end of the code or, as the parser sees it, of the statement.
    case end
  }

  /// The word, where it is one.
  var word: String? {
    if case .word(let text) = kind { text } else { nil }
  }

  /// The symbol, where it is one.
  var symbol: Symbol? {
    if case .symbol(let symbol) = kind { symbol } else { nil }
  }

  var isEnd: Bool {
    if case .end = kind { true } else { false }
  }

  func isWord(_ text: String) -> Bool { word == text }

  /// Whether an operand must follow it: an operator, or a word in the place of one.
  var joinsOperands: Bool {
    switch kind {
    case .word(let text): ["and", "or", "not", "within"].contains(text)
    case .symbol(let symbol):
      switch symbol {
      case .plus, .minus, .times, .over, .power, .product, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
        .notEqual, .approximately, .plusMinus:
        true
      case .define, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .comma, .semicolon, .colon,
        .dot, .range, .arrow, .prime, .doublePrime:
        false
      }
    case .number, .string, .mistake, .end: false
    }
  }

  /// Whether an operand could begin with it.
  var startsOperand: Bool {
    switch kind {
    case .number, .string: true
    case .word(let text): !Words.isNoOperand(text)
    case .symbol(let symbol): symbol == .leftParenthesis || symbol == .leftBracket
    case .mistake, .end: false
    }
  }
}

/// Operators and punctuation, whichever way they were typed.
enum Symbol {
  case plus
  case minus
  case times
  case over
  case power
  case product
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case equal
  case notEqual
  case approximately
  case plusMinus
  case define
  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case comma
  case semicolon
  case colon
  case dot
  case range
  case arrow
  case prime
  case doublePrime
}

extension Symbol {
  /// The symbol that one ASCII character makes by itself.
  init?(_ character: Unicode.Scalar) {
    switch character {
    case "+": self = .plus
    case "-": self = .minus
    case "*": self = .times
    case "/": self = .over
    case "^": self = .power
    case "@": self = .product
    case "<": self = .less
    case ">": self = .greater
    case "=": self = .define
    case "~": self = .approximately
    case "(": self = .leftParenthesis
    case ")": self = .rightParenthesis
    case "[": self = .leftBracket
    case "]": self = .rightBracket
    case ",": self = .comma
    case ";": self = .semicolon
    case ":": self = .colon
    case ".": self = .dot
    case "'": self = .prime
    default: return nil
    }
  }

  /// The operator that it stands for between two operands; `≈` is none, for it wants a third.
  var binaryOperator: BinaryOperator? {
    switch self {
    case .plus: .add
    case .minus: .subtract
    case .times: .multiply
    case .over: .divide
    case .power: .power
    case .product: .product
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .approximately, .plusMinus, .define, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .comma,
      .semicolon, .colon, .dot, .range, .arrow, .prime, .doublePrime:
      nil
    }
  }
}
