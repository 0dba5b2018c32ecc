/// The lines between two `$$` as a formatter leaves them that takes a formula for prose: every command with its backslash
/// doubled, every index with one before it. It typesets nowhere any more, and yet nobody edited it.
///
/// The way back is exact because of how Report writes formulas: a backslash stands before a letter, at the end of a line
/// (`\\`), or before one sign between braces (`{\%}`), and an index is always in braces.
struct EscapedFormula {
  /// The formula as it was.
  let original: [[UInt8]]

  /// Nil where the lines are no such formula: a command without a second backslash shows that no formatter did it.
  init?(_ lines: [[UInt8]]) {
    var original: [[UInt8]] = []
    var escapes = 0
    for line in lines {
      guard let (text, count) = Self.unescaped(line) else { return nil }
      original.append(text)
      escapes += count
    }
    guard escapes > 0 else { return nil }
    self.original = original
  }

  /// The line without the escapes of a formatter, and how many they were; nil where it has a command without one.
  private static func unescaped(_ line: [UInt8]) -> (text: [UInt8], escapes: Int)? {
    var text: [UInt8] = []
    var escapes = 0
    var i = 0
    while i < line.count {
      let rest = line[i...]
      if rest.first != .backslash {
        // `{%}`: the backslash that kept the sign from LaTeX is gone.
        if text.last == .openBrace, Self.signs.contains(line[i]), rest.dropFirst().first == .closeBrace {
          text.append(.backslash)
          escapes += 1
        }
        text.append(line[i])
        i += 1
        continue
      }
      let length = line.run(of: .backslash, at: i)
      let next = i + length < line.count ? line[i + length] : .space
      switch (length, next) {
      case (2, _) where next.isASCIILetter:
        text.append(.backslash)
        escapes += 1
      case (2, .space): text += [.backslash, .backslash]
      case (1, .underscore) where i + 2 < line.count && line[i + 2] == .openBrace: escapes += 1
      case (1, .underscore): text.append(.backslash)
      default: return nil
      }
      i += length
    }
    return (text, escapes)
  }

  private static let signs: [UInt8] = Array("$&#%".utf8)
}
