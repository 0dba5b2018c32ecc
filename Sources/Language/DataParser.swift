/// `data`: rows written out, files, and data sets that functions make.
extension Parser {
  /// A `data` statement, from the word on.
  func data() throws(Rejection) -> Statement.Kind {
    let keyword = token.range
    hasArrows = true
    advance()
    guard let word = token.word else {
      throw token.isMistake ? unexpected(after: nil) : .dataNameExpected(after: keyword)
    }
    guard !Words.isReserved(word) else { throw .reserved(word, at: token.range) }
    let name = Name(text: word, range: token.range)
    advance()
    if isAt(.comma) || isAt(.define) {
      let names = try targets(from: name)
      if isAt(.colon) || token.isWord("from") { throw .severalDataNames(at: names, in: code) }
      if isAt(.define), peek().isWord("from") { throw .equalsBeforeFrom(at: token.range, of: name) }
      return .dataSets(names, try names.count == 1 ? singleValue() : severalValue(of: names))
    }
    if token.isWord("from") { return .data(try files(of: name)) }
    if isAt(.colon) { return .data(try literal(name)) }
    throw unexpectedAfterDataName(name)
  }

  private func singleValue() throws(Rejection) -> Expression {
    advance()
    operands = 0
    return try definedValue()
  }

  private func unexpectedAfterDataName(_ name: Name) -> Rejection {
    switch token.kind {
    case .mistake(let rejection): rejection
    case .string: .fromExpected(at: missingRange, of: name, path: token.range, in: code)
    case .symbol(.arrow): .columnsExpected(at: token.range, of: name)
    case .word where token.followsSpace && !token.startsLine: .colonExpected(at: missingRange, of: name)
    case .number, .word, .symbol, .end: .dataExpected(at: name.range, of: name)
    }
  }

  private static let sides = "the inputs and the targets"

  // MARK: Files

  /// `from "iris.csv": a, b -> species, classes=true`
  private func files(of name: Name) throws(Rejection) -> DataDefinition {
    var files: [DataDefinition.File] = []
    repeat {
      let separator = token
      advance()
      if !files.isEmpty, isAtOption { break }
      guard case .string(let path) = token.kind else {
        if token.isMistake { throw unexpected(after: nil) }
        if separator.symbol == .comma, token.isEnd { throw .nothingAfterComma(at: separator.range) }
        throw .pathExpected(at: missingRange, text: restOfLine(from: token.range.lowerBound), after: separator.range)
      }
      files.append(DataDefinition.File(path: path, range: token.range))
      advance()
    } while isAt(.comma)
    var inputs: [DataDefinition.Columns]?
    var targets: [DataDefinition.Columns] = []
    if isAt(.colon) { inputs = try columns() }
    if isAt(.arrow) { targets = try columns() }
    try checkHeaderEnd()
    let options = try closingOptions(.data, after: nil)
    return DataDefinition(name: name, source: .files(files), inputs: inputs, targets: targets, options: options)
  }

  /// After the columns stand options, or nothing.
  private func checkHeaderEnd() throws(Rejection) {
    switch token.kind {
    case .symbol(.arrow): throw .secondArrow(at: token.range)
    case .word where !token.startsLine && !isAtOption:
      throw .arrowMissing(at: missingRange, before: token.range, in: code)
    case .number, .symbol(.minus), .symbol(.leftBracket): throw .rowsOfFile(at: token.range)
    case .string, .word, .symbol, .mistake, .end: return
    }
  }

  // MARK: Columns

  /// `a, p0..p63` after `:` or `->`, up to what is no column.
  private func columns() throws(Rejection) -> [DataDefinition.Columns] {
    var columns: [DataDefinition.Columns] = []
    let isLast = isAt(.arrow)
    repeat {
      let separator = token
      advance()
      if separator.symbol == .comma {
        if token.isEnd { throw .nothingAfterComma(at: separator.range) }
        // The options follow, for which the comma is theirs.
        if isAtOption { return columns }
      }
      let first = try columnName(after: separator)
      guard isAt(.range) else {
        columns.append(.named(first))
        continue
      }
      let range = token
      advance()
      columns.append(.range(from: first, through: try columnName(after: range)))
    } while isAt(.comma)
    guard token.isEnd || isAt(.arrow) || isAtOption else { throw unexpectedAfterColumn(isLast: isLast) }
    return columns
  }

  /// A name of a column: any word, or a string.
  private func columnName(after separator: Token) throws(Rejection) -> Name {
    let text: String
    switch token.kind {
    case .word(let word): text = word
    case .string(let string): text = string
    case .mistake(let rejection): throw rejection
    case .number: throw .columnName(at: token.range, after: separator, in: code)
    case .symbol, .end: throw .columnExpected(at: missingRange, after: separator, in: code)
    }
    let name = Name(text: text, range: token.range)
    advance()
    return name
  }

  /// After the columns before the arrow or, in the last list, after it.
  private func unexpectedAfterColumn(isLast: Bool) -> Rejection {
    switch token.kind {
    case .word, .string:
      !isLast && (peek().startsLine || peek().isEnd)
        ? .arrowMissing(at: missingRange, before: token.range, in: code)
        : .columnComma(at: previousEnd..<token.range.lowerBound, before: token.range, in: code)
    case .symbol(.colon): .colonInHeader(at: token.range)
    case .symbol(.minus), .symbol(.define), .symbol(.greater), .symbol(.semicolon):
      isLast ? unexpected(after: nil) : .arrowExpected(at: token.range, between: Self.sides, in: code)
    case .number where token.startsLine: .rowsOfFile(at: token.range)
    case .number, .symbol, .mistake, .end: unexpectedArrow(between: Self.sides)
    }
  }

  /// Says so where `->` was misspelt.
  func unexpectedArrow(between what: String, after left: Expression? = nil) -> Rejection {
    if token.isMistake, code[token.range].elementsEqual("=>".utf8) {
      return .arrowExpected(at: token.range, between: what, in: code)
    }
    return unexpected(after: left)
  }

  // MARK: Rows

  /// `x1, x2 -> y` and the rows below it, from the colon on.
  private func literal(_ name: Name) throws(Rejection) -> DataDefinition {
    let outer = column
    endsAtLine = true
    if peek().startsLine || peek().isEnd { throw .columnsMissing(at: token.range, of: name) }
    let inputs = try columns()
    guard isAt(.arrow) else {
      throw token.isMistake
        ? unexpected(after: nil) : .headerWithoutArrow(at: missingRange, of: name, inputs, in: code)
    }
    let targets = try columns()
    try checkHeaderEnd()
    try checkColumns(inputs + targets)
    var options = try closingOptions(.data, after: nil)
    beginStatement()
    guard !token.isEnd, token.column > outer else { throw noRows(of: name, column: outer) }
    let widths = Widths(inputs: inputs.countedNames, targets: targets.countedNames)
    let rows = try rows(deeperThan: outer, widths, options: &options)
    guard !rows.isEmpty else { throw .dataWithoutRows(at: name.range, of: name) }
    return DataDefinition(name: name, source: .rows(rows), inputs: inputs, targets: targets, options: options)
  }

  /// How many entries a row has before and after its arrow; nil where the header has a range.
  private struct Widths {
    var inputs: Int?
    var targets: Int?
  }

  /// A column stands once in a header.
  private func checkColumns(_ columns: [DataDefinition.Columns]) throws(Rejection) {
    var seen: Set<String> = []
    for case .named(let name) in columns {
      guard seen.insert(name.text).inserted else { throw .repeatedColumn(name) }
    }
  }

  /// The lines that are indented deeper than the header; each mistake among them is told, and the next line read.
  private func rows(
    deeperThan outer: Int, _ widths: Widths, options: inout [Option]
  ) throws(Rejection) -> [DataDefinition.Row] {
    var rows: [DataDefinition.Row] = []
    var widths = widths
    let told = diagnostics.count
    var isUneven = false
    while !token.isEnd, token.column > outer, !hasGivenUp {
      let start = token.range.lowerBound
      do throws(Rejection) {
        if isAtOption {
          options += try self.options(.data)
        } else {
          let row = try row(widths)
          // One row too short is told; where the header is at fault, all of them would be.
          if !isUneven, let uneven = mismatch(of: row, widths) {
            isUneven = true
            note(uneven)
          }
          widths.inputs = widths.inputs ?? row.inputs.count
          widths.targets = widths.targets ?? row.targets.count
          rows.append(row)
        }
        beginStatement()
      } catch {
        note(error)
        recover(from: start)
      }
    }
    endStatement(ofColumn: outer)
    guard diagnostics.count == told else { throw .told }
    if let twice = options.repeatedName { throw .repeatedOption(twice) }
    return rows
  }

  private func mismatch(of row: DataDefinition.Row, _ widths: Widths) -> Rejection? {
    if let width = widths.inputs, row.inputs.count != width {
      return .rowWidth(at: row.inputs, "input", expected: width)
    }
    if let width = widths.targets, row.targets.count != width {
      return .rowWidth(at: row.targets, "target", expected: width)
    }
    return nil
  }

  /// `5.1, 3.5 -> setosa`, one line.
  private func row(_ widths: Widths) throws(Rejection) -> DataDefinition.Row {
    let start = token.range.lowerBound
    let inputs = try entries()
    switch token.kind {
    case .symbol(.arrow): advance()
    case .end: throw .rowWithoutArrow(at: missingRange, inputs, width: widths.inputs, in: code)
    case .symbol(.define), .symbol(.colon), .symbol(.semicolon):
      throw .arrowExpected(at: token.range, between: Self.sides, in: code)
    case .number, .string, .word, .symbol, .mistake: throw unexpectedArrow(between: Self.sides, after: inputs.last)
    }
    let targets = try entries()
    if isAt(.arrow) { throw .secondArrow(at: token.range) }
    guard token.isEnd else {
      if case .name? = targets.last?.kind, case .word = token.kind {
        throw .classOfSeveralWords(at: targets[targets.count - 1].range.lowerBound..<token.range.upperBound, in: code)
      }
      throw unexpected(after: targets.last)
    }
    return DataDefinition.Row(inputs: inputs, targets: targets, range: start..<previousEnd)
  }

  private func entries() throws(Rejection) -> [Expression] {
    var entries: [Expression] = []
    while true {
      operands = 0
      entries.append(try expression())
      guard isAt(.comma) else { return entries }
      let comma = token.range
      advance()
      if token.isEnd || isAt(.arrow) { throw .nothingAfterComma(at: comma) }
    }
  }

  /// The header stands alone; where rows stand below it without being indented, they are passed over.
  private func noRows(of name: Name, column: Int) -> Rejection {
    var isFollowed = false
    while !token.isEnd, token.column == column, token.word == nil, isArrowAhead {
      isFollowed = true
      while !token.isEnd { advance() }
      beginStatement()
    }
    endStatement(ofColumn: column)
    return isFollowed ? .rowsNotIndented(at: name.range, of: name) : .dataWithoutRows(at: name.range, of: name)
  }
}

extension [DataDefinition.Columns] {
  /// How many names there are; nil where one is a range, which only its reader can count.
  fileprivate var countedNames: Int? {
    allSatisfy { if case .named = $0 { true } else { false } } ? count : nil
  }
}

extension [Option] {
  /// The first name that stands twice.
  fileprivate var repeatedName: Name? {
    var seen: Set<String> = []
    return map(\.name).first { !seen.insert($0.text).inserted }
  }
}
