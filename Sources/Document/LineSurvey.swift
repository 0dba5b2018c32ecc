/// What one look over the bytes of a line tells.
struct LineSurvey {
  /// What the bytes of a line include, as far as it matters.
  struct Signs: OptionSet {
    let rawValue: UInt8

    static let equals = Signs(rawValue: 1)
    /// The last byte but one of ≈, ≃, ≅, ≐, and of other signs.
    static let unicodeRelation = Signs(rawValue: 2)
    static let backslash = Signs(rawValue: 4)
    static let digit = Signs(rawValue: 8)
    static let dollar = Signs(rawValue: 16)
    static let pipe = Signs(rawValue: 32)
    static let lineEnd = Signs(rawValue: 128)

    /// One of these stands wherever something is said to be equal.
    static let relations: Signs = [.equals, .unicodeRelation, .backslash]
  }

  /// The end of the line before its line end.
  let end: Int
  /// Where the next line begins.
  let next: Int
  let signs: Signs

  /// Signs by byte.
  static let table: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x3D: Signs.equals.rawValue
    case 0x89: Signs.unicodeRelation.rawValue
    case .backslash: Signs.backslash.rawValue
    case 0x30...0x39: Signs.digit.rawValue
    case 0x24: Signs.dollar.rawValue
    case .pipe: Signs.pipe.rawValue
    case .lineFeed, .carriageReturn: Signs.lineEnd.rawValue
    default: 0
    }
  }

  /// Looks at the line that begins at an offset.
  init(at start: Int, of bytes: Span<UInt8>, table: Span<UInt8>) {
    var found: UInt8 = 0
    var i = start
    while i < bytes.count {
      let sign = table[Int(bytes[i])]
      if sign == Signs.lineEnd.rawValue { break }
      found |= sign
      i += 1
    }
    end = i
    let isPair = i + 1 < bytes.count && bytes[i] == .carriageReturn && bytes[i + 1] == .lineFeed
    next = min(bytes.count, i + (isPair ? 2 : 1))
    signs = Signs(rawValue: found)
  }
}
