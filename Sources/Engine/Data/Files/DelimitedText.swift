/// Comma- or tab-separated text: a line of column names, then one sample a line. The whole text is gone through twice, first
/// to count the rows and see that they are whole, so that the numbers can be charged before there is room for them.
struct DelimitedText {
  let path: String
  private let bytes: [UInt8]
  private let header: TextHeader
  /// How many samples there are.
  let rows: Int
  /// Of each column, whether the first sample has text there that is no number.
  private let textColumns: [Bool]
  private let budget: Budget

  /// Reads the header and counts the rows.
  init(_ file: DataFile, within budget: Budget) throws(EngineFault) {
    (path, bytes, self.budget) = (file.path, file.bytes, budget)
    header = try TextHeader(file, within: budget)
    do throws(FileFault) {
      textColumns = try Self.textColumns(of: file.bytes, header)
    } catch {
      throw .data(.file(file.path, error))
    }
    rows = try Self.countRows(of: file, header, within: budget)
  }

  /// The names in the header; an unnamed column's is empty.
  var names: [String] { header.labels.names }

  /// Whether the column is text: its first entry is there and no number.
  func isText(_ column: Int) -> Bool { textColumns[column] }

  /// Of each column, whether its first entry is text.
  private static func textColumns(of bytes: [UInt8], _ header: TextHeader) throws(FileFault) -> [Bool] {
    let text = bytes.span
    var cursor = header.end
    guard cursor.findRow(in: text) else { throw .noRows }
    var found: [Bool] = []
    while true {
      let field = try cursor.next(in: text)
      // No more than the header, for whose columns memory is charged.
      guard found.count < header.labels.names.count else { return found }
      found.append(!field.range.isEmpty && DecimalReading.value(of: text, in: field.range) == nil)
      if field.endsRow { break }
    }
    // A row that is too short is a fault of its own, later.
    return found + [Bool](repeating: false, count: header.labels.names.count - found.count)
  }

  private static func countRows(
    of file: DataFile, _ header: TextHeader, within budget: Budget
  ) throws(EngineFault) -> Int {
    let text = file.bytes.span
    let columns = header.labels.names.count
    var cursor = header.end
    var rows = 0
    var lastLook = 0
    while cursor.findRow(in: text) {
      do throws(FileFault) {
        try cursor.passRow(in: text, columns: columns)
      } catch {
        throw .data(.file(file.path, error))
      }
      rows += 1
      if cursor.offset - lastLook > Pace.usual {
        lastLook = cursor.offset
        try budget.checkDeadline()
      }
    }
    return rows
  }

  /// Puts the columns where they belong.
  func fill(_ assembly: inout Assembly, slots: ArraySlice<Slot>) throws(EngineFault) {
    let text = bytes.span
    let slots = Array(slots)
    var cursor = header.end
    var row = 0
    var lastLook = 0
    while cursor.findRow(in: text) {
      for (column, slot) in slots.enumerated() {
        let field = try located { () throws(FileFault) in try cursor.next(in: text) }
        switch slot {
        case .unused: continue
        case .input(let place): assembly.inputs[row, place] = try number(field, column)
        case .target(let place): assembly.targets[row, place] = try number(field, column)
        case .label: try assembly.setClass(ofRow: row, className(field, column))
        }
      }
      row += 1
      if cursor.offset - lastLook > Pace.usual {
        lastLook = cursor.offset
        try budget.checkDeadline()
      }
    }
  }

  private func number(_ field: FieldCursor.Field, _ column: Int) throws(EngineFault) -> Double {
    if let number = DecimalReading.value(of: bytes.span, in: field.range), number.isFinite { return number }
    return try located { () throws(FileFault) in
      let name = named(column)
      if field.range.isEmpty { throw .text(.emptyField(line: field.line, column: name)) }
      let spelling = FieldText.spelling(of: bytes[field.range])
      if DecimalReading.value(of: bytes.span, in: field.range) != nil {
        throw .text(.tooLarge(line: field.line, column: name, text: spelling))
      }
      throw .text(.notANumber(line: field.line, column: name, text: spelling))
    }
  }

  private func className(_ field: FieldCursor.Field, _ column: Int) throws(EngineFault) -> String {
    try located { () throws(FileFault) in
      let name = try FieldText.name(of: field, in: bytes)
      if name.isEmpty { throw .text(.emptyField(line: field.line, column: named(column))) }
      return name
    }
  }

  private func named(_ column: Int) -> String {
    names[column].isEmpty ? "column \(column + 1)" : names[column]
  }

  private func located<Result>(_ read: () throws(FileFault) -> Result) throws(EngineFault) -> Result {
    do throws(FileFault) {
      return try read()
    } catch {
      throw .data(.file(path, error))
    }
  }
}

extension FieldCursor {
  /// Goes past a row, which must have so many fields.
  fileprivate mutating func passRow(in text: Span<UInt8>, columns: Int) throws(FileFault) {
    let first = line
    var fields = 1
    while try !next(in: text).endsRow { fields += 1 }
    if fields != columns { throw .text(.raggedRow(line: first, fields: fields, columns: columns)) }
  }
}
