import Foundation

/// Reads arithmetic as `explain` prints it and computes what it may stand for: a number of as many digits as were asked for
/// for all that round to it, one of fewer digits for itself.
struct PrintedArithmetic {
  private let characters: [Character]
  private var place = 0
  private let digits: Int

  /// What an expression may be worth; nil where it is none of numbers alone.
  static func value(of text: String, digits: Int) -> Interval? {
    var reader = PrintedArithmetic(characters: Array(text), digits: digits)
    guard let value = try? reader.comparison(), reader.place == reader.characters.count else { return nil }
    return value
  }

  private init(characters: [Character], digits: Int) {
    (self.characters, self.digits) = (characters, digits)
  }

  private struct NotNumbers: Error {}

  private var next: Character? { place < characters.count ? characters[place] : nil }

  private mutating func pass(_ text: String) -> Bool {
    let end = place + text.count
    guard end <= characters.count, String(characters[place..<end]) == text else { return false }
    place = end
    return true
  }

  private mutating func comparison() throws -> Interval {
    let left = try sum()
    let holds: (sure: Bool, possible: Bool)
    if pass(" > ") {
      let right = try sum()
      holds = (left.low > right.high, left.high > right.low)
    } else if pass(" < ") {
      let right = try sum()
      holds = (left.high < right.low, left.low < right.high)
    } else {
      return left
    }
    return Interval(holds.sure ? 1 : 0, holds.possible ? 1 : 0)
  }

  private mutating func sum() throws -> Interval {
    var value = try product()
    while true {
      if pass(" + ") {
        value = value + (try product())
      } else if pass(" - ") {
        value = value - (try product())
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Interval {
    var value = try signed()
    while true {
      if pass("·") {
        value = value * (try signed())
      } else if pass("/") {
        value = value / (try signed())
      } else {
        return value
      }
    }
  }

  private mutating func signed() throws -> Interval {
    pass("-") ? -(try power()) : try power()
  }

  private mutating func power() throws -> Interval {
    let base = try operand()
    return pass("^") ? base.power(try operand()) : base
  }

  private mutating func operand() throws -> Interval {
    if pass("(") {
      let value = try sum()
      guard pass(")") else { throw NotNumbers() }
      return value
    }
    if let next, next.isNumber { return try number() }
    if pass("∞") { return Interval(.infinity) }
    return try call()
  }

  private mutating func number() throws -> Interval {
    let start = place
    while let next, next.isNumber || next == "." { place += 1 }
    let mantissa = String(characters[start..<place])
    var exponent = 0
    if next == "e", place + 1 < characters.count, characters[place + 1].isNumber || characters[place + 1] == "-" {
      let from = place + 1
      place = from + 1
      while let next, next.isNumber { place += 1 }
      exponent = Int(String(characters[from..<place])) ?? 0
    }
    guard let value = Double("\(mantissa)e\(exponent)") else { throw NotNumbers() }
    let significant = mantissa.filter { $0 != "." }.drop { $0 == "0" }.count
    guard significant >= digits else { return Interval(value) }
    let decimals = mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
    let half = 0.5 * pow(10, Double(exponent - decimals))
    return Interval(value - half, value + half)
  }

  private mutating func call() throws -> Interval {
    let start = place
    while let next, next.isLetter || next == "_" || next == "'" { place += 1 }
    let name = String(characters[start..<place])
    if name == "pi" { return Interval(.pi) }
    guard pass("(") else { throw NotNumbers() }
    var arguments = [try sum()]
    while pass(", ") { arguments.append(try sum()) }
    guard pass(")") else { throw NotNumbers() }
    let x = arguments[0]
    switch name {
    case "exp": return x.rising(exp)
    case "log": return Interval(max(0, x.low), max(0, x.high)).rising(log)
    case "sqrt": return Interval(max(0, x.low), max(0, x.high)).rising { $0.squareRoot() }
    case "tanh": return x.rising(tanh)
    case "erf": return x.rising(erf)
    case "σ", "sigmoid": return x.rising { 1 / (1 + exp(-$0)) }
    case "cosh": return x.even(cosh)
    case "abs": return x.even { $0.magnitude }
    case "sign": return x.rising { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    case "max": return arguments.dropFirst().reduce(x) { Interval(max($0.low, $1.low), max($0.high, $1.high)) }
    case "min": return arguments.dropFirst().reduce(x) { Interval(min($0.low, $1.low), min($0.high, $1.high)) }
    default: throw NotNumbers()
    }
  }
}

/// A line of worked arithmetic as it is printed, put together from its rows.
struct PrintedLine {
  let left: String
  let steps: [String]

  /// The lines of all text fences of a note.
  static func lines(of note: String) -> [PrintedLine] {
    var lines: [PrintedLine] = []
    var isInside = false
    var whole: String?
    func finish() {
      guard let line = whole.flatMap(PrintedLine.init) else { return }
      lines.append(line)
    }
    for row in note.split(separator: "\n", omittingEmptySubsequences: false) {
      if row.hasPrefix("```") {
        isInside = row == "```text"
        continue
      }
      guard isInside else { continue }
      let text = row.drop { $0 == " " }
      if whole != nil, text.hasPrefix("= ") || text.hasPrefix("+ ") || text.hasPrefix("- ") {
        whole? += " " + text
      } else {
        finish()
        whole = String(text)
      }
    }
    finish()
    return lines
  }

  private init?(_ line: String) {
    let text = line.components(separatedBy: "    (")[0]
    let sides = text.components(separatedBy: text.contains(" ← ") ? " ← " : " = ")
    guard sides.count > 1 else { return nil }
    left = sides[0].trimmingCharacters(in: .whitespaces)
    steps = text.dropFirst(sides[0].count + 3).components(separatedBy: " = ")
  }

  /// The two steps that do not agree when they are recomputed; nil where all do. Counts the links that were looked at.
  func disagreement(digits: Int, _ links: inout Int) -> (String, String)? {
    let values = steps.map { PrintedArithmetic.value(of: $0, digits: digits) }
    for (place, value) in values.enumerated().dropFirst() {
      guard let before = values[place - 1], let value else { continue }
      links += 1
      if !before.meets(value) { return (steps[place - 1], steps[place]) }
    }
    return nil
  }
}
