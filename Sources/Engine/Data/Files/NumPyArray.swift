/// NumPy's format for one array (NEP 1): a magic string, a version, and a header in the notation of a Python dictionary
/// that gives the type of the entries, their order and the shape; then the entries.
enum NumPyArray {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads the header of an array that fills a range of the file.
  static func read(_ bytes: [UInt8], in range: Range<Int>, name: String) throws(FileFault) -> NumberArray {
    guard range.count >= 10 else { throw .array(.truncated(needed: 10, there: range.count)) }
    guard bytes[range].starts(with: magic) else { throw .array(.header(at: 0)) }
    let start = range.lowerBound
    let (major, minor) = (bytes[start + 6], bytes[start + 7])
    guard (1...3).contains(major), minor == 0 else { throw .array(.version(major: major, minor: minor)) }
    let lengthWidth = major == 1 ? 2 : 4
    let headerStart = start + 8 + lengthWidth
    guard headerStart <= range.upperBound else {
      throw .array(.truncated(needed: headerStart - start, there: range.count))
    }
    let length = (0..<lengthWidth).reduce(0) { $0 | Int(bytes[start + 8 + $1]) << (8 * $1) }
    guard length <= range.upperBound - headerStart else {
      throw .array(.truncated(needed: headerStart - start + length, there: range.count))
    }
    let content = headerStart + length
    var dictionary = PythonDictionary(bytes[headerStart..<content], fileStart: start)
    let header = try dictionary.read()
    return try array(header, name: name, content: content..<range.upperBound)
  }

  private static func array(
    _ header: PythonDictionary.Header, name: String, content: Range<Int>
  ) throws(FileFault) -> NumberArray {
    let element = try elementType(header.descr)
    guard header.shape.count == 1 || header.shape.count == 2 else { throw .array(.dimensions(header.shape)) }
    let size = try ByteCount.checked(of: header.shape, width: element.width, there: content.count)
    return NumberArray(
      name: name, rows: header.shape[0], columns: header.shape.count == 1 ? 1 : header.shape[1],
      isColumn: header.shape.count == 1, firstNumber: 1, element: element,
      content: content.lowerBound..<content.lowerBound + size, isByColumns: header.isFortran)
  }

  /// `<f8`: byte order, kind, bytes.
  private static func elementType(_ descr: String) throws(FileFault) -> ElementType {
    var spelling = descr.utf8[...]
    var isBigEndian = false
    if let order = spelling.first, [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|")].contains(order) {
      isBigEndian = order == UInt8(ascii: ">")
      spelling = spelling.dropFirst()
    }
    let kind: ElementType.Kind
    let widths: [Int]
    switch spelling.first {
    case UInt8(ascii: "b"): (kind, widths) = (.boolean, [1])
    case UInt8(ascii: "i"): (kind, widths) = (.signed, [1, 2, 4, 8])
    case UInt8(ascii: "u"): (kind, widths) = (.unsigned, [1, 2, 4, 8])
    case UInt8(ascii: "f"): (kind, widths) = (.float, [2, 4, 8])
    default: throw .array(.elementType(descr))
    }
    let digits = String(spelling.dropFirst()) ?? ""
    guard let width = Int(digits), "\(width)" == digits, widths.contains(width) else {
      throw .array(.elementType(descr))
    }
    return ElementType(kind: kind, width: width, isBigEndian: isBigEndian)
  }
}

/// How many bytes an array takes, without a number that overflows.
enum ByteCount {
  /// The bytes of an array of that shape, which must be those that are there.
  static func checked(of shape: [Int], width: Int, there: Int) throws(FileFault) -> Int {
    var size = width
    for dimension in shape {
      let (product, overflows) = size.multipliedReportingOverflow(by: dimension)
      if overflows { throw .array(.absurdShape) }
      size = product
    }
    // A dimension of 0 may hide another that no one can count to.
    if shape.contains(0) { throw shape.first == 0 ? .noRows : .empty }
    if size > there { throw .array(.truncated(needed: size, there: there)) }
    if size < there { throw .array(.trailing(there - size)) }
    return size
  }
}
