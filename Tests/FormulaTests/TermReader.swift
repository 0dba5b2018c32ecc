@testable import Formula

/// Reads the text form back: a small parser of `nn` expressions over numbers, for tests alone.
struct TermReader {
  /// What is still to be read, last token first.
  private var tokens: [String]

  static func read(_ text: String) throws -> Term {
    var reader = TermReader(tokens: tokens(of: Array(text.unicodeScalars)).reversed())
    let term = try reader.or()
    guard reader.tokens.isEmpty else { throw Unreadable(rest: reader.tokens.reversed()) }
    return term
  }

  struct Unreadable: Error { let rest: [String] }

  private static func tokens(of text: [Unicode.Scalar]) -> [String] {
    var tokens: [String] = []
    var index = 0
    while index < text.count {
      let start = index
      index += 1
      if text[start] == " " { continue }
      if isWordPart(text[start]) {
        let isNumber = text[start].properties.numericType != nil
        while index < text.count, isWordPart(text[index]) || (isNumber && text[index] == "-" && text[index - 1] == "e")
        {
          index += 1
        }
      } else if "<>=!".unicodeScalars.contains(text[start]), index < text.count, text[index] == "=" {
        index += 1
      }
      tokens.append(text[start..<index].map(String.init).joined())
    }
    return tokens
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar.properties.isIDContinue
  }

  private func peek() -> String { tokens.last ?? "" }

  private mutating func take(_ token: String) -> Bool {
    guard tokens.last == token else { return false }
    tokens.removeLast()
    return true
  }

  private mutating func or() throws -> Term {
    var left = try and()
    while take("or") { left = left.or(try and()) }
    return left
  }

  private mutating func and() throws -> Term {
    var left = try not()
    while take("and") { left = left.and(try not()) }
    return left
  }

  private mutating func not() throws -> Term {
    if take("not") { return .not(try not()) }
    let left = try sum()
    guard let comparison = Comparison(rawValue: peek()), take(comparison.rawValue) else { return left }
    return .compare(comparison, left, try sum())
  }

  private mutating func sum() throws -> Term {
    var left = try product()
    while true {
      if take("+") {
        left = left + (try product())
      } else if take("-") {
        left = left - (try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws -> Term {
    var left = try negative()
    while true {
      if take("*") {
        left = left * (try negative())
      } else if take("/") {
        left = left / (try negative())
      } else {
        return left
      }
    }
  }

  private mutating func negative() throws -> Term {
    take("-") ? .negate(try negative()) : try power()
  }

  private mutating func power() throws -> Term {
    let base = try primary()
    guard take("^") else { return base }
    return .power(base, try power())
  }

  private mutating func primary() throws -> Term {
    if take("(") {
      let inner = try or()
      guard take(")") else { throw Unreadable(rest: tokens.reversed()) }
      return inner
    }
    let token = peek()
    guard let first = token.first, first.isLetter || first.isNumber, take(token) else {
      throw Unreadable(rest: tokens.reversed())
    }
    if let number = Double(token), token != "inf" { return .number(number) }
    guard take("(") else {
      return Constant(rawValue: token).map { .constant($0) } ?? (token == "inf" ? .number(.infinity) : .symbol(token))
    }
    var operands: [Term] = []
    repeat { operands.append(try or()) } while take(",")
    guard take(")") else { throw Unreadable(rest: tokens.reversed()) }
    if operands.count == 1, let function = Function(rawValue: token) { return .apply(function, operands[0]) }
    if operands.count == 2, let function = PairFunction(rawValue: token) {
      return .applyPair(function, operands[0], operands[1])
    }
    return .call(token, operands)
  }
}
