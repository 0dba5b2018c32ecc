extension Expression {
  /// The expression in its one canonical spelling: `2 * x^2 + f'(y)[1]`, numbers as short as they can be.
  ///
  /// Law: what it spells parses to the same tree, but for the groups that precedence makes necessary.
  package var spelled: String {
    var text = ""
    spell(into: &text)
    return text
  }

  /// How tightly its outermost operator binds.
  private var precedence: Parser.Precedence {
    switch kind {
    case .number(let value): value < 0 ? .sign : .postfix
    case .string, .name, .vector, .matrix, .member, .call, .prime, .index, .group: .postfix
    case .negate: .sign
    case .not: .not
    case .binary(let binary, _, _): binary.precedence
    case .approximately: .comparison
    }
  }

  private func spell(into text: inout String) {
    switch kind {
    case .number(let value): text += spelledNumber(value)
    case .string(let string): text += "\"\(string)\""
    case .name(let name): text += name
    case .group(let inner):
      text += "("
      inner.spell(into: &text)
      text += ")"
    case .vector(let entries):
      text += "["
      spellList(entries, into: &text)
      text += "]"
    case .matrix(let rows): spellMatrix(rows, into: &text)
    case .member(let owner, let name):
      // Behind a number the point would be its own.
      if case .number = owner.kind {
        text += "(" + owner.spelled + ")"
      } else {
        owner.spell(atLeast: .postfix, into: &text)
      }
      text += ".\(name.text)"
    case .call(let name, let primes, let arguments):
      text += name.text + String(repeating: "'", count: primes) + "("
      spellArguments(arguments, into: &text)
      text += ")"
    case .prime(let inner):
      inner.spell(atLeast: .postfix, into: &text)
      text += "'"
    case .index(let owner, let places):
      owner.spell(atLeast: .postfix, into: &text)
      spellIndex(places, into: &text)
    case .negate(let inner):
      text += "-"
      inner.spell(atLeast: .sign, into: &text)
    case .not(let inner):
      text += "not "
      inner.spell(atLeast: .not, into: &text)
    case .binary(let binary, let left, let right): spellBinary(binary, left, right, into: &text)
    case .approximately(let left, let right, let tolerance):
      left.spell(atLeast: .sum, into: &text)
      text += " ≈ "
      right.spell(atLeast: .sum, into: &text)
      text += " ± "
      tolerance.spell(atLeast: .sum, into: &text)
    }
  }

  /// The spelling, in brackets where it binds more loosely than `level`.
  private func spell(atLeast level: Parser.Precedence, into text: inout String) {
    guard precedence < level else { return spell(into: &text) }
    text += "("
    spell(into: &text)
    text += ")"
  }

  private func spellBinary(_ binary: BinaryOperator, _ left: Expression, _ right: Expression, into text: inout String) {
    let level = binary.precedence
    switch binary {
    case .power:
      left.spell(atLeast: .postfix, into: &text)
      text += "^"
      right.spell(atLeast: .sign, into: &text)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      left.spell(atLeast: level.next, into: &text)
      text += " \(binary.rawValue) "
      right.spell(atLeast: level.next, into: &text)
    case .add, .subtract, .multiply, .divide, .product, .and, .or:
      left.spell(atLeast: level, into: &text)
      text += " \(binary.rawValue) "
      right.spell(atLeast: level.next, into: &text)
    }
  }

  private func spellList(_ entries: [Expression], into text: inout String) {
    for (number, entry) in entries.enumerated() {
      if number > 0 { text += ", " }
      entry.spell(into: &text)
    }
  }

  /// A matrix of one row keeps the `;` that makes it one.
  private func spellMatrix(_ rows: [[Expression]], into text: inout String) {
    text += "["
    for (number, row) in rows.enumerated() {
      if number > 0 { text += "; " }
      spellList(row, into: &text)
    }
    text += rows.count == 1 ? ";]" : "]"
  }

  private func spellArguments(_ arguments: [Argument], into text: inout String) {
    for (number, argument) in arguments.enumerated() {
      if number > 0 { text += ", " }
      if let name = argument.name { text += "\(name.text)=" }
      argument.value.spell(into: &text)
    }
  }

  private func spellIndex(_ places: [Subscript], into text: inout String) {
    text += "["
    for (number, place) in places.enumerated() {
      if number > 0 { text += ", " }
      switch place {
      case .at(let position): position.spell(into: &text)
      case .all: text += ":"
      }
    }
    text += "]"
  }
}

/// The shortest decimal that is the number again: `5`, `0.1`, `1e-5`.
private func spelledNumber(_ value: Double) -> String {
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  var text = value.description
  if text.hasSuffix(".0") { text.removeLast(2) }
  guard let exponent = text.firstIndex(of: "e") else { return text }
  var mantissa = text[..<exponent]
  if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
  let power = Int(text[text.index(after: exponent)...]) ?? 0
  return "\(mantissa)e\(power)"
}
