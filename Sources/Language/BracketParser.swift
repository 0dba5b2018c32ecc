/// What stands between brackets: groups, arguments, the entries of vectors and matrices, indices.
extension Parser {
  /// `( … )`
  func group() throws(Rejection) -> Expression {
    let start = token.range.lowerBound
    try open(.group)
    guard !isAt(.rightParenthesis) else { throw .emptyGroup(at: start..<token.range.upperBound) }
    let inner = try expression()
    guard isAt(.rightParenthesis) else { throw unexpected(after: inner) }
    try close()
    return Expression(.group(inner), range: start..<previousEnd)
  }

  /// The arguments of a call, its brackets included.
  func callArguments() throws(Rejection) -> [Argument] {
    let before = operands
    let start = token.range.lowerBound
    var largest = 0
    var arguments: [Argument] = []
    try open(.call)
    while !isAt(.rightParenthesis) {
      arguments.append(try argument(&largest))
      try passArgumentEnd(arguments)
    }
    try close()
    try countEntries(largest, after: before, at: start..<previousEnd)
    return arguments
  }

  /// Passes the comma after the last of the arguments; a line break before a named one will do.
  private func passArgumentEnd(_ arguments: [Argument]) throws(Rejection) {
    guard let last = arguments.last else { return }
    if last.name == nil, let named = arguments.dropLast().last?.name {
      throw .positionalAfterNamed(at: last.value.range, after: named)
    }
    if isAt(.comma) {
      let comma = token.range
      advance()
      if isAt(.rightParenthesis) { throw .nothingAfterComma(at: comma) }
    } else if !isAt(.rightParenthesis), !(token.startsLine && isAtOption) {
      throw unexpected(after: last.value)
    }
  }

  private func argument(_ largest: inout Int) throws(Rejection) -> Argument {
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
  func list() throws(Rejection) -> Expression {
    let before = operands
    let start = token.range.lowerBound
    var largest = 0
    var rows: [[Expression]] = []
    var endsRow = false
    try open(.list)
    while !isAt(.rightBracket) {
      rows.append(try row(&largest))
      endsRow = isAt(.semicolon)
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
  private func row(_ largest: inout Int) throws(Rejection) -> [Expression] {
    var entries: [Expression] = []
    while true {
      let entry = try expressionApart(&largest)
      entries.append(entry)
      if isAt(.comma) {
        let comma = token.range
        advance()
        if isAt(.rightBracket) || isAt(.semicolon) { throw .nothingAfterComma(at: comma) }
      } else if isAt(.semicolon) || isAt(.rightBracket) {
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
  func indexed(_ operand: Expression) throws(Rejection) -> Expression {
    let before = operands
    let start = token.range.lowerBound
    var largest = 0
    var subscripts: [Subscript] = []
    try open(.index)
    while true {
      if isAt(.rightBracket) || isAt(.comma) {
        throw .missingIndex(at: token.range, after: operand, in: code)
      }
      let place = try subscriptPlace(&largest)
      subscripts.append(place)
      guard pass(.comma) else { break }
    }
    guard isAt(.rightBracket) else { throw unexpectedInIndex(subscripts.last) }
    try close()
    try countEntries(largest, after: before, at: start..<previousEnd)
    guard subscripts.count <= 2 else { throw .tooManyIndices(at: start..<previousEnd) }
    return Expression(.index(operand, subscripts), range: operand.range.lowerBound..<previousEnd)
  }

  private func subscriptPlace(_ largest: inout Int) throws(Rejection) -> Subscript {
    if isAt(.colon) {
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
    return isAt(.colon) || isAt(.range) ? .sliceInIndex(at: token.range) : unexpected(after: place)
  }
}
