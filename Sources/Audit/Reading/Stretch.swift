import Document

/// A part of a passage that is read in one notation.
struct Stretch: Sendable {
  enum Notation: Sendable {
    /// Running text: words stand between formulas.
    case prose
    case code
    case typeset
  }

  let notation: Notation
  let range: Range<Int>
}

/// Parts a passage's text into running text, code spans and mathematics, as renderers do. Links, HTML and comments are
/// taken out of the running text.
struct StretchReader {
  private let text: [UInt8]
  /// The text with everything blotted out that is no running text, byte for byte in place.
  private(set) var prose: [UInt8]
  /// The text with the dollars blotted out between displays that are one formula.
  private(set) var formulas: [UInt8]
  private(set) var stretches: [Stretch] = []
  private var i = 0
  /// Signs that were looked for and do not come again, and lengths of backtick runs: a search that fails is made once.
  private var missing: Set<String> = []
  private var missingRuns: Set<Int> = []
  /// Which bracket each bracket belongs to; found where the first link may stand.
  private var partners: [Int: Int]?

  /// Stands for what is read elsewhere: it parts words, and is in no formula.
  private static let blot: UInt8 = 0x01

  init(_ passage: Passage) {
    text = passage.text.text
    prose = text
    formulas = text
    switch passage.kind {
    case .formula: stretches = [Stretch(notation: .typeset, range: 0..<text.count)]
    case .prose, .cell:
      read()
      stretches.append(Stretch(notation: .prose, range: 0..<text.count))
    }
  }

  private mutating func read() {
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: "\\"): readBackslash()
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "$"): readDollar()
      case UInt8(ascii: "<"): readAngle()
      case UInt8(ascii: "["): readBracket()
      case UInt8(ascii: "h") where has("https://", at: i) || has("http://", at: i):
        blot(i..<(text[i...].firstIndex { $0 <= 0x20 } ?? text.count))
      default: i += 1
      }
    }
  }

  private func has(_ sign: String, at index: Int) -> Bool {
    text[index...].starts(with: sign.utf8)
  }

  private mutating func find(_ sign: String, from index: Int) -> Int? {
    guard let first = sign.utf8.first, !missing.contains(sign) else { return nil }
    var i = index
    while i < text.count {
      if text[i] == first, has(sign, at: i) { return i }
      i += 1
    }
    missing.insert(sign)
    return nil
  }

  /// Takes a range out of the running text and goes on after it.
  private mutating func blot(_ range: Range<Int>, with byte: UInt8 = StretchReader.blot) {
    for index in range where text[index] != 0x0A { prose[index] = byte }
    i = range.upperBound
  }

  private mutating func typeset(_ range: Range<Int>, in whole: Range<Int>) {
    stretches.append(Stretch(notation: .typeset, range: range))
    blot(whole)
  }

  /// A display between dollars. One that begins with a relation goes on with the display right before it.
  private mutating func display(_ range: Range<Int>) {
    let whole = range.lowerBound - 2..<range.upperBound + 2
    if let last = stretches.last, last.notation == .typeset, last.range.upperBound + 2 <= whole.lowerBound,
      has("$$", at: last.range.upperBound), beginsWithRelation(range),
      text[last.range.upperBound + 2..<whole.lowerBound].allSatisfy({ $0 <= 0x20 })
    {
      for index in last.range.upperBound..<range.lowerBound where text[index] > 0x20 { formulas[index] = 0x20 }
      stretches[stretches.count - 1] = Stretch(notation: .typeset, range: last.range.lowerBound..<range.upperBound)
      return blot(whole)
    }
    typeset(range, in: whole)
  }

  private func beginsWithRelation(_ range: Range<Int>) -> Bool {
    let fillers = ["&", "{}", "\\quad", "\\qquad"]
    var i = range.lowerBound
    while i < range.upperBound {
      if text[i] <= 0x20 {
        i += 1
      } else if let filler = fillers.first(where: { has($0, at: i) }) {
        i += filler.utf8.count
      } else {
        return has("=", at: i) || has("≈", at: i) || has("\\approx", at: i)
      }
    }
    return false
  }

  private mutating func readBackslash() {
    for (open, close) in [("\\(", "\\)"), ("\\[", "\\]")] where has(open, at: i) {
      if let end = find(close, from: i + 2) { return typeset(i + 2..<end, in: i..<end + 2) }
    }
    // An escaped sign stands for itself.
    if i + 1 < text.count, text[i + 1] < 0x80, !Unicode.Scalar(text[i + 1]).isLatinLetter {
      prose[i] = UInt8(ascii: " ")
      i += 1
    }
    i += 1
  }

  private mutating func readCode() {
    let length = text[i...].prefix { $0 == UInt8(ascii: "`") }.count
    var next = i + length
    while next < text.count, !missingRuns.contains(length) {
      guard text[next] == UInt8(ascii: "`") else {
        next += 1
        continue
      }
      let run = text[next...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length {
        stretches.append(Stretch(notation: .code, range: i + length..<next))
        return blot(i..<next + length)
      }
      next += run
    }
    missingRuns.insert(length)
    i += length
  }

  private mutating func readDollar() {
    if has("$$", at: i) {
      guard let end = find("$$", from: i + 2) else {
        i += 2
        return
      }
      return display(i + 2..<end)
    }
    if has("$`", at: i), let end = find("`$", from: i + 2) { return typeset(i + 2..<end, in: i..<end + 2) }
    guard let end = closingDollar else {
      i += 1
      return
    }
    typeset(i + 1..<end, in: i..<end + 1)
  }

  /// The dollar sign that ends what the one here begins: no space before it, no digit after it; or spaces inside both.
  private var closingDollar: Int? {
    guard i + 1 < text.count else { return nil }
    let opensLoosely = text[i + 1] <= 0x20
    var next = i + 1
    while next < text.count {
      if text[next] == UInt8(ascii: "\\") {
        next += 2
        continue
      }
      if text[next] == UInt8(ascii: "$") {
        let isDigitNext = next + 1 < text.count && (0x30...0x39).contains(text[next + 1])
        let isLoose = text[next - 1] <= 0x20
        return isLoose == opensLoosely && !isDigitNext && next > i + 1 ? next : nil
      }
      next += 1
    }
    return nil
  }

  private mutating func readAngle() {
    if has("<!--", at: i), let end = find("-->", from: i + 4) {
      return blot(i..<end + 3, with: UInt8(ascii: " "))
    }
    guard i + 1 < text.count, text[i + 1] == UInt8(ascii: "/") || Unicode.Scalar(text[i + 1]).isLatinLetter,
      let end = text[i...].prefix(400).firstIndex(of: UInt8(ascii: ">"))
    else {
      i += 1
      return
    }
    blot(i..<end + 1)
  }

  /// Links, images, footnotes and wiki links.
  private mutating func readBracket() {
    if has("[^", at: i) || has("[[", at: i), let end = find("]", from: i) {
      return blot(i..<(has("]]", at: end) ? end + 2 : end + 1))
    }
    guard let close = partner(of: i), close + 1 < text.count else {
      i += 1
      return
    }
    switch text[close + 1] {
    case UInt8(ascii: "("):
      guard let end = partner(of: close + 1) else { break }
      return blot(i..<end + 1)
    case UInt8(ascii: "["):
      guard let end = partner(of: close + 1) else { break }
      return blot(i..<end + 1)
    default: break
    }
    i += 1
  }

  /// The bracket that closes the one at an index, within what a link may take.
  private mutating func partner(of index: Int) -> Int? {
    if partners == nil { partners = allPartners }
    guard let close = partners?[index], close - index <= 4_000 else { return nil }
    return close
  }

  private var allPartners: [Int: Int] {
    var partners: [Int: Int] = [:]
    var square: [Int] = []
    var round: [Int] = []
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "["): square.append(index)
      case UInt8(ascii: "("): round.append(index)
      case UInt8(ascii: "]"): if let open = square.popLast() { partners[open] = index }
      case UInt8(ascii: ")"): if let open = round.popLast() { partners[open] = index }
      default: break
      }
    }
    return partners
  }
}
