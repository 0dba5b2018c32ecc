/// The header of a NumPy array: `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }` and nothing else of Python.
struct PythonDictionary {
  private let text: ArraySlice<UInt8>
  private var index: Int
  private let fileStart: Int

  struct Header {
    let descr: String
    let isFortran: Bool
    let shape: [Int]
  }

  /// `fileStart` is where the file begins in the bytes, for the places that faults name.
  init(_ text: ArraySlice<UInt8>, fileStart: Int) {
    (self.text, index, self.fileStart) = (text, text.startIndex, fileStart)
  }

  mutating func read() throws(FileFault) -> Header {
    var descr: String?
    var isFortran: Bool?
    var shape: [Int]?
    try expect("{")
    while !accept("}") {
      let start = index
      let key = try string()
      try expect(":")
      switch key {
      case "descr" where descr == nil: descr = try elementDescription()
      case "fortran_order" where isFortran == nil: isFortran = try boolean()
      case "shape" where shape == nil: shape = try tuple()
      default: throw fault(at: start)
      }
      if !accept(",") {
        try expect("}")
        break
      }
    }
    skipBlanks()
    guard index == text.endIndex else { throw fault(at: index) }
    guard let descr else { throw .array(.lacks("descr")) }
    guard let isFortran else { throw .array(.lacks("fortran_order")) }
    guard let shape else { throw .array(.lacks("shape")) }
    return Header(descr: descr, isFortran: isFortran, shape: shape)
  }

  /// A string; the list that describes a record is no number.
  private mutating func elementDescription() throws(FileFault) -> String {
    skipBlanks()
    if index < text.endIndex, text[index] == UInt8(ascii: "[") {
      throw .array(.elementType(FieldText.spelling(of: text[index...])))
    }
    return try string()
  }

  private mutating func string() throws(FileFault) -> String {
    skipBlanks()
    let start = index
    guard index < text.endIndex, text[index] == UInt8(ascii: "'") || text[index] == .quote else {
      throw fault(at: start)
    }
    let quote = text[index]
    index += 1
    guard let end = text[index...].firstIndex(of: quote) else { throw fault(at: start) }
    let content = text[index..<end]
    index = end + 1
    // No name and no type needs more, and what is longer is in no message.
    guard content.count <= 64, content.allSatisfy({ (0x20..<0x7F).contains($0) }) else { throw fault(at: start) }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func boolean() throws(FileFault) -> Bool {
    skipBlanks()
    for (spelling, value) in [("True", true), ("False", false)] where text[index...].starts(with: spelling.utf8) {
      index += spelling.utf8.count
      return value
    }
    throw fault(at: index)
  }

  /// `(3, 4)`, `(3,)`, `()`
  private mutating func tuple() throws(FileFault) -> [Int] {
    try expect("(")
    var numbers: [Int] = []
    while !accept(")") {
      // NumPy itself allows 64 dimensions.
      guard numbers.count < 64 else { throw fault(at: index) }
      numbers.append(try integer())
      if !accept(",") {
        try expect(")")
        break
      }
    }
    return numbers
  }

  private mutating func integer() throws(FileFault) -> Int {
    skipBlanks()
    let start = index
    var value = 0
    while index < text.endIndex, text[index] &- UInt8(ascii: "0") < 10 {
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = tens.addingReportingOverflow(Int(text[index] - UInt8(ascii: "0")))
      if overflows || overflowsToo { throw .array(.absurdShape) }
      value = sum
      index += 1
    }
    guard index > start else { throw fault(at: start) }
    // Python 2 wrote `3L`.
    if index < text.endIndex, text[index] == UInt8(ascii: "L") { index += 1 }
    return value
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(FileFault) {
    guard accept(sign) else { throw fault(at: index) }
  }

  private mutating func accept(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < text.endIndex, text[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < text.endIndex, [.space, .tab, .lineFeed, .carriageReturn].contains(text[index]) { index += 1 }
  }

  private func fault(at index: Int) -> FileFault {
    .array(.header(at: index - fileStart))
  }
}
