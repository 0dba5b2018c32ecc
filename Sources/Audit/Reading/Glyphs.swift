/// A stretch of a text as characters with their places.
struct Glyphs: Sendable {
  private let bytes: [UInt8]
  private let scalars: [Unicode.Scalar]
  private let start: Int
  /// Where each character stands; empty where each takes one byte.
  private let offsets: [Int]

  init(of bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    var combined: UInt8 = 0
    for index in range { combined |= bytes[index] }
    guard combined >= 0x80 else {
      scalars = bytes[range].map { Unicode.Scalar($0) }
      offsets = []
      return
    }
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var offset = range.lowerBound
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  var count: Int { scalars.count }

  /// The character at an index; NUL outside.
  subscript(_ index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : "\0"
  }

  /// Where characters stand in the text.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard !offsets.isEmpty else { return start + range.lowerBound..<start + range.upperBound }
    return offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[self.range(range)], as: UTF8.self)
  }

  func has(_ text: String, at index: Int) -> Bool {
    var i = index
    for scalar in text.unicodeScalars {
      guard self[i] == scalar else { return false }
      i += 1
    }
    return true
  }

  /// The index of the first character from `index` on for which a condition does not hold.
  func end(from index: Int, while holds: (Unicode.Scalar) -> Bool) -> Int {
    var i = index
    while i < scalars.count, holds(scalars[i]) { i += 1 }
    return i
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isLetter: Bool { isLatinLetter || (value > 0x7F && properties.isAlphabetic && superscriptDigit == nil) }
  var isSmallLetter: Bool { value < 0x80 ? ("a"..."z").contains(self) : properties.isLowercase }
  var isGreek: Bool { (0x370...0x3FF).contains(value) }
  /// A space that ends no line.
  var isSpace: Bool { self == " " || self == "\t" || isNarrowSpace }
  /// A space that stands within a number to group its digits.
  var isNarrowSpace: Bool { [0xA0, 0x2009, 0x202F, 0x2007].contains(value) }

  /// What a small raised digit says.
  var superscriptDigit: Int? {
    switch value {
    case 0xB2: 2
    case 0xB3: 3
    case 0xB9: 1
    case 0x2070: 0
    case 0x2074...0x2079: Int(value) - 0x2070
    default: nil
    }
  }

  /// The fraction that is one character.
  var vulgarFraction: (Int, Int)? {
    switch self {
    case "½": (1, 2)
    case "⅓": (1, 3)
    case "⅔": (2, 3)
    case "¼": (1, 4)
    case "¾": (3, 4)
    case "⅕": (1, 5)
    case "⅛": (1, 8)
    default: nil
    }
  }
}
