/// How the bytes of the code are taken as characters.
extension [UInt8] {
  /// The scalar that begins at an offset and how many bytes it takes; nil where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let (length, least): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, 0x80)
      case 0xE0...0xEF: (3, 0x800)
      case 0xF0...0xF4: (4, 0x10000)
      default: (0, 0)
      }
    guard length > 0, offset + length <= count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in self[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The byte at an offset, or nil past the end.
  func byte(at offset: Int) -> UInt8? {
    offset < count ? self[offset] : nil
  }

  /// The text of a range on one line, cut after forty characters, so that no message outgrows its line.
  func quotation(_ range: Range<Int>) -> String {
    let limit = 40
    let end = Swift.min(range.upperBound, range.lowerBound + 4 * limit + 4)
    var text = ""
    for scalar in String(decoding: self[range.lowerBound..<end], as: UTF8.self).unicodeScalars {
      guard text.unicodeScalars.count < limit else { return text + "…" }
      text.unicodeScalars.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar)
    }
    return text
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isHexadecimal: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }

  /// An ASCII letter or `_`.
  var isWordStart: Bool {
    let lower = self | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || self == 0x5F
  }

  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// A space, a tab or a line end.
  var isSpace: Bool { self == 0x20 || self == 0x09 || isLineEnd }
}

extension Unicode.Scalar {
  /// A letter or `_`: what a name begins with.
  var startsName: Bool {
    if isASCII { return UInt8(value).isWordStart }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  /// A letter, a combining mark, a digit or `_`: what a name goes on with.
  var continuesName: Bool {
    if isASCII { return UInt8(value).isWordStart || UInt8(value).isDigit }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: return true
    default: return false
    }
  }

  /// The spaces of typeset text, the invisible ones included, which pasted code brings along.
  var isTypesetSpace: Bool {
    switch value {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
