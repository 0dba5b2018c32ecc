/// What one look over the bytes tells before anything is parsed. Most notes of a folder end here, so it runs at the speed
/// of memory: stretches of 64 bytes are judged as a whole, in loops that the compiler turns into vectors.
enum ByteSurvey {
  private static let stretch = 64

  /// The offset of the first byte that is not part of well-formed UTF-8.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    let span = bytes.span
    var i = 0
    while i < span.count {
      if i + stretch <= span.count {
        var combined: UInt8 = 0
        for j in i..<i + stretch { combined |= span[j] }
        if combined < 0x80 {
          i += stretch
          continue
        }
      }
      let end = min(i + stretch, span.count)
      while i < end {
        let length = lengthOfCharacter(at: i, in: span)
        if length == 0 { return i }
        i += length
      }
    }
    return nil
  }

  /// The length of the well-formed character at an offset, 0 where there is none (Unicode 16, table 3-7).
  private static func lengthOfCharacter(at i: Int, in span: Span<UInt8>) -> Int {
    let first = span[i]
    if first < 0x80 { return 1 }
    guard first >= 0xC2, first <= 0xF4, i + 1 < span.count else { return 0 }
    let second = span[i + 1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return 0 }
    if first < 0xE0 { return 2 }
    guard i + 2 < span.count, span[i + 2] & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 { return 3 }
    guard i + 3 < span.count, span[i + 3] & 0xC0 == 0x80 else { return 0 }
    return 4
  }

  /// Whether the bytes hold anything that could concern Tally: a fence with the word `nn`, a region's marker, a comment of
  /// an inline value. Where not, the note need not be parsed.
  static func mentionsTally(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    // Every mention holds `!--` followed by one of ` =/`, or `nn` after a fence's character or a space.
    var i = 2
    while i < span.count {
      let end = min(i + stretch, span.count)
      var found: UInt8 = 0
      for j in i..<end {
        let (a, b, c) = (span[j - 2], span[j - 1], span[j])
        let opensComment: UInt8 = (a == 0x21 ? 1 : 0) & (b == .hyphen ? 1 : 0) & (c == .hyphen ? 1 : 0)
        let afterFence: UInt8 =
          (a == .backtick ? 1 : 0) | (a == .tilde ? 1 : 0) | (a == .space ? 1 : 0) | (a == .tab ? 1 : 0)
        found |= opensComment | (afterFence & (b == 0x6E ? 1 : 0) & (c == 0x6E ? 1 : 0))
      }
      if found != 0 {
        for j in i..<end where isMention(endingAt: j, in: bytes) { return true }
      }
      i = end
    }
    return false
  }

  private static func isMention(endingAt j: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[j] {
    case .hyphen:
      let start = j - 3
      return Notation.mentions.contains { bytes.hasBytes($0, at: start) }
    case 0x6E:
      var i = j - 2
      guard bytes[i + 1] == 0x6E else { return false }
      while i >= 0, bytes[i].isSpaceOrTab { i -= 1 }
      guard i >= 2, bytes[i] == .backtick || bytes[i] == .tilde else { return false }
      return bytes[i - 1] == bytes[i] && bytes[i - 2] == bytes[i]
    default:
      return false
    }
  }
}
