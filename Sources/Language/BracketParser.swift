/// What stands between brackets: groups, arguments, the entries of vectors and matrices, indices.
extension Parser {
  /// `( … )`
  mutating func group() throws(Rejection) -> Expression {
    let start = token.range.lowerBound
    try open(.group)
    guard token.symbol != .rightParenthesis else { throw .emptyGroup(at: start..<token.range.upperBound) }
    let inner = try expression()
    guard token.symbol == .rightParenthesis else { throw unexpected(after: inner) }
    try close()
    return Expression(.group(inner), range: start..<previousEnd)
  }

  /// The arguments of a call, its brackets included.
  mutating func callArguments() throws(Rejection) -> [Argument] {
    let before = operands
    let start = token.range.lowerBound
    var largest = 0
    var arguments: [Argument] = []
    try open(.call)
    while token.symbol != .rightParenthesis {
      let argument = try argument(&largest)
      if argument.name == nil, let last = arguments.last?.name {
        throw .positionalAfterNamed(at: argument.value.range, after: last)
      }
      arguments.append(argument)
      if token.symbol == .comma {
        let comma = token.range
        advance()
        if token.symbol == .rightParenthesis { throw .nothingAfterComma(at: comma) }
      } else if token.symbol != .rightParenthesis, !(token.startsLine && isAtOption) {
        throw unexpected(after: argument.value)
      }
    }
    try close()
    try countEntries(largest, after: before, at: start..<previousEnd)
    return arguments
  }

  private mutating func argument(_ largest: inout Int) throws(Rejection) -> Argument {
    guard isAtOption, let word = token.word else {
      return Argument(name: nil, value: try expressionApart(&largest))
    }
    let name = Name(text: word, range: token.range)
    advance()
    advance()
    return Argument(name: name, value: try expressionApart(&largest))
  }

  /// Whether `name =` stands here.
  var isAtOption: Bool { token.word != nil && peek().symbol == .define }

  // MARK: Lists

  /// `[a, b]`, a vector, and `[a, b; c, d]`, a matrix, whose rows may end with their lines as well.
  mutating func list() throws(Rejection) -> Expression {
    let before = operands
    let start = token.range.lowerBound
    var largest = 0
    var rows: [[Expression]] = []
    var endsRow = false
    try open(.list)
    while token.symbol != .rightBracket {
      rows.append(try row(&largest))
      endsRow = token.symbol == .semicolon
      if endsRow { advance() }
    }
    try close()
    let range = start..<previousEnd
    try countEntries(largest, after: before, at: range)
    guard let first = rows.first else { throw .emptyList(at: range) }
    guard rows.count > 1 || endsRow else {
      try checkNesting(first, at: range)
      return Expression(.vector(first), range: range)
    }
    for (number, row) in rows.enumerated() where row.count != first.count {
      throw .raggedRows(at: row, number: number + 1, first: first)
    }
    return Expression(.matrix(rows), range: range)
  }

  /// Entries up to `;`, a line break or the closing bracket.
  private mutating func row(_ largest: inout Int) throws(Rejection) -> [Expression] {
    var entries: [Expression] = []
    while true {
      let entry = try expressionApart(&largest)
      entries.append(entry)
      if token.symbol == .comma {
        let comma = token.range
        advance()
        if token.symbol == .rightBracket || token.symbol == .semicolon { throw .nothingAfterComma(at: comma) }
      } else if token.symbol == .semicolon || token.symbol == .rightBracket {
        return entries
      } else if token.startsLine, !token.isEnd, !beginsLineOfStatement(token) {
        return entries
      } else {
        throw unexpected(after: entry)
      }
    }
  }

  /// A list of rows in brackets is how other languages write a matrix.
  private func checkNesting(_ entries: [Expression], at range: Range<Int>) throws(Rejection) {
    let rows = entries.compactMap { entry in
      if case .vector(let row) = entry.kind { row } else { nil }
    }
    guard rows.count == entries.count else { return }
    throw .nestedRows(at: range, rows: rows, in: code)
  }

  // MARK: Indices

  /// `x[i]`, `W[i, j]`, `W[i, :]`
  mutating func indexed(_ operand: Expression) throws(Rejection) -> Expression {
    let before = operands
    let start = token.range.lowerBound
    var largest = 0
    var subscripts: [Subscript] = []
    try open(.index)
    while true {
      if token.symbol == .rightBracket || token.symbol == .comma {
        throw .missingIndex(at: token.range, after: operand, in: code)
      }
      let place = try subscriptPlace(&largest)
      subscripts.append(place)
      guard pass(.comma) else { break }
    }
    guard token.symbol == .rightBracket else { throw unexpectedInIndex(subscripts.last) }
    try close()
    try countEntries(largest, after: before, at: start..<previousEnd)
    guard subscripts.count <= 2 else { throw .tooManyIndices(at: start..<previousEnd) }
    return Expression(.index(operand, subscripts), range: operand.range.lowerBound..<previousEnd)
  }

  private mutating func subscriptPlace(_ largest: inout Int) throws(Rejection) -> Subscript {
    if token.symbol == .colon {
      let range = token.range
      advance()
      return .all(range)
    }
    return .at(try expressionApart(&largest))
  }

  private func unexpectedInIndex(_ last: Subscript?) -> Rejection {
    guard case .at(let place) = last else {
      return token.startsOperand ? .sliceInIndex(at: token.range) : unexpected(after: nil)
    }
    return token.symbol == .colon || token.symbol == .range ? .sliceInIndex(at: token.range) : unexpected(after: place)
  }
}
