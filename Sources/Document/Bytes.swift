/// The bytes that Markdown gives a meaning.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let hyphen: UInt8 = 0x2D
  static let lessThan: UInt8 = 0x3C
  static let greaterThan: UInt8 = 0x3E
  static let backslash: UInt8 = 0x5C
  static let underscore: UInt8 = 0x5F
  static let backtick: UInt8 = 0x60
  static let openBrace: UInt8 = 0x7B
  static let pipe: UInt8 = 0x7C
  static let closeBrace: UInt8 = 0x7D
  static let tilde: UInt8 = 0x7E

  var isSpaceOrTab: Bool { self == .space || self == .tab }
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
  /// What the lines inside a container may begin with, list items being continued by spaces.
  var isContinuation: Bool { isSpaceOrTab || self == .greaterThan }
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isASCIILetter: Bool { 0x61...0x7A ~= self | 0x20 }
  var isHexadecimal: Bool { isDigit || 0x61...0x66 ~= self }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The part after spaces, tabs and quote marks.
  var afterContinuation: SubSequence { self[(firstIndex { !$0.isContinuation } ?? endIndex)...] }

  /// The part before trailing spaces and tabs.
  var beforeTrailingSpace: SubSequence {
    self[..<(lastIndex { !$0.isSpaceOrTab }.map { $0 + 1 } ?? startIndex)]
  }

  var isBlank: Bool { allSatisfy(\.isSpaceOrTab) }

  /// How many bytes from `start` on are `byte`.
  func run(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while end < endIndex, self[end] == byte { end += 1 }
    return end - start
  }

  /// Whether `text` stands at `start`.
  func hasBytes(_ text: [UInt8], at start: Int) -> Bool {
    guard start >= startIndex, endIndex - start >= text.count else { return false }
    for i in text.indices where self[start + i] != text[i] { return false }
    return true
  }
}
