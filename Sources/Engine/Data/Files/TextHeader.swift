/// The first line: what the columns are called.
struct TextHeader {
  let labels: Labels
  /// Where the first sample begins.
  let end: FieldCursor

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ file: DataFile, within budget: Budget) throws(EngineFault) {
    let start: FieldCursor
    let loan: Loan
    do throws(FileFault) {
      start = try Self.start(of: file)
    } catch {
      throw .data(.file(file.path, error))
    }
    // Names are made and compared before it is known what they take: no more than this.
    let extent = try Self.extent(from: start, in: file)
    loan = try Loan(extent.fields * 160 + extent.bytes * 2, from: budget)
    let names: [String]
    do throws(FileFault) {
      (names, end) = try Self.names(from: start, in: file.bytes)
    } catch {
      throw .data(.file(file.path, error))
    }
    labels = try Labels(names, within: budget)
    _ = consume loan
  }

  /// The first field of the header.
  private static func start(of file: DataFile) throws(FileFault) -> FieldCursor {
    let text = file.bytes.span
    let offset = file.bytes.starts(with: byteOrderMark) ? 3 : 0
    var cursor = FieldCursor(delimiter: UInt8(ascii: ","), offset: offset)
    guard cursor.findRow(in: text) else { throw .empty }
    let line = file.bytes[cursor.offset...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let hasTabs = line.contains(.tab)
    if hasTabs, isTabbed(file.path) || !line.contains(UInt8(ascii: ",")) {
      cursor = FieldCursor(delimiter: .tab, offset: offset)
      _ = cursor.findRow(in: text)
    } else if !line.contains(UInt8(ascii: ",")), line.contains(UInt8(ascii: ";")) {
      throw .text(.semicolons)
    }
    return cursor
  }

  private static func isTabbed(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".tsv") || name.hasSuffix(".tab")
  }

  /// How many columns there are, in how many bytes.
  private static func extent(
    from start: FieldCursor, in file: DataFile
  ) throws(EngineFault) -> (fields: Int, bytes: Int) {
    var cursor = start
    var count = 1
    do throws(FileFault) {
      while try !cursor.next(in: file.bytes.span).endsRow { count += 1 }
    } catch {
      throw .data(.file(file.path, error))
    }
    return (count, cursor.offset - start.offset)
  }

  private static func names(
    from start: FieldCursor, in bytes: [UInt8]
  ) throws(FileFault) -> (names: [String], end: FieldCursor) {
    let text = bytes.span
    var cursor = start
    var names: [String] = []
    var columns: [String: Int] = [:]
    var isNumeric = true
    while true {
      let field = try cursor.next(in: text)
      let name = try FieldText.name(of: field, in: bytes)
      if field.isQuoted || DecimalReading.value(of: text, in: field.range) == nil { isNumeric = false }
      if !name.isEmpty, let first = columns.updateValue(names.count, forKey: name) {
        throw .text(.repeatedColumn(name, first: first + 1, second: names.count + 1))
      }
      names.append(name)
      if field.endsRow { break }
    }
    if isNumeric { throw .text(.noHeader) }
    return (names, cursor)
  }
}
