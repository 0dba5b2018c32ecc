/// What one look over the bytes of a stretch tells: where an equality between numbers may stand. Prose full of numbers holds
/// thousands of signs that give a name its value, and none of them needs to be read.
enum Sieve {
  /// The parts of running text, in order, in which a relation has something like a value before it.
  static func windows(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard let length = relationLength(at: i, in: text), mayRelateNumbers(at: i, length, in: text, range) else {
        i += 1
        continue
      }
      let window = sentence(around: i, in: text, range)
      if let last = windows.last, window.lowerBound <= last.upperBound {
        windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
      } else {
        windows.append(window)
      }
      i = max(i + length, windows[windows.count - 1].upperBound)
    }
    return windows
  }

  /// `=`, or one of the signs for "about".
  private static func relationLength(at i: Int, in text: [UInt8]) -> Int? {
    if text[i] == UInt8(ascii: "=") { return 1 }
    guard text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x89, [0x83, 0x85, 0x88, 0x90].contains(text[i + 2])
    else {
      return nil
    }
    return 3
  }

  private static func mayRelateNumbers(at i: Int, _ length: Int, in text: [UInt8], _ range: Range<Int>) -> Bool {
    var before = i - 1
    while before >= range.lowerBound, text[before] <= 0x20 { before -= 1 }
    var after = i + length
    while after < range.upperBound, text[after] <= 0x20 { after += 1 }
    guard before >= range.lowerBound, after < range.upperBound else { return false }
    return endsValue(text[before]) && text[after] != UInt8(ascii: "=") && text[after] != UInt8(ascii: ">")
      && !isWord(at: after, in: text, range)
  }

  /// Whether a word of running text begins at an offset: two letters or more that are no number's name and no function.
  private static func isWord(at start: Int, in text: [UInt8], _ range: Range<Int>) -> Bool {
    var end = start
    while end < range.upperBound, isLetter(text[end]) { end += 1 }
    guard end - start > 1 else { return false }
    var next = end
    while next < range.upperBound, text[next] == 0x20 { next += 1 }
    guard next < range.upperBound else { return true }
    switch text[next] {
    // What goes on as a name, or holds what a function takes.
    case 0x30...0x39, 0x80...0xFF, UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: "'"): return false
    default: return !text[start..<end].elementsEqual("pi".utf8)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether a value may end with a byte: a digit, a bracket, a sign after a number, or a character beyond ASCII.
  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "%"), UInt8(ascii: "!"),
      UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    // A letter may end an identity, and that is told by what it ends.
    default: false
    }
  }

  /// The lines around a relation that may belong to its formula, less what other sentences of them say.
  private static func sentence(around i: Int, in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = i
    while start > range.lowerBound, !isEnd(before: start, in: text) { start -= 1 }
    var end = i
    while end < range.upperBound, !isEnd(before: end, in: text) || end <= i + 1 { end += 1 }
    return start..<end
  }

  /// Whether a formula cannot go on over an offset: `; ` and `. ` end one, and so does a line break, unless an operator
  /// stands beside it.
  private static func isEnd(before i: Int, in text: [UInt8]) -> Bool {
    guard i > 1, i < text.count else { return i != 1 }
    let (last, next) = (text[i - 2], text[i])
    switch text[i - 1] {
    case 0x20: return last == UInt8(ascii: ".") || last == UInt8(ascii: ";")
    case 0x0A:
      var after = i
      while after < text.count, text[after] <= 0x20 { after += 1 }
      let joint: [UInt8] = Array("=+-*/^(".utf8)
      return !(joint.contains(last) || last <= 0x20 || last >= 0x80)
        && !(after == text.count || joint.contains(text[after]) || text[after] >= 0x80 || next <= 0x20)
    default: return false
    }
  }

  /// Whether a formula does no more than give a letter its value.
  static func isAssignment(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let sign = text[range].firstIndex(of: UInt8(ascii: "=")) else {
      // Without one there may still be `\approx`, or nothing.
      return !text[range].contains(UInt8(ascii: "\\")) && !text[range].contains(0xE2)
    }
    let value = text[(sign + 1)..<range.upperBound]
    let isPlain = value.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): true
      default: false
      }
    }
    let name = text[range.lowerBound..<sign]
    // Whether σ is a value decides how it is read elsewhere.
    return isPlain && isName(name) && !String(decoding: name, as: UTF8.self).contains("sigma")
  }

  /// A letter or a command with an index: digits stand in the index alone.
  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    var i = text.startIndex
    while i < text.endIndex {
      switch text[i] {
      case 0x41...0x5A, 0x61...0x7A, 0x20, UInt8(ascii: "\\"): i += 1
      case UInt8(ascii: "_"):
        let isGroup = i + 1 < text.endIndex && text[i + 1] == UInt8(ascii: "{")
        guard isGroup else {
          i += 2
          continue
        }
        guard let end = text[i...].firstIndex(of: UInt8(ascii: "}")) else { return false }
        i = end + 1
      default: return false
      }
    }
    return true
  }
}
