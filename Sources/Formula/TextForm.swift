extension Term {
  /// The term in the notation of `nn`, with as few brackets as it can do with: what is read back has the same value.
  package var text: String {
    fold { (node, operands: [Written]) in node.written(operands) }.text
  }

  /// The precedence levels of the notation, loosest first.
  fileprivate enum Level: Int, Comparable {
    case or, and, not, comparison, sum, product, negative, power, whole

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  fileprivate struct Written {
    var text: String
    var level: Level

    /// The text, in brackets where it binds less tightly than that.
    func at(_ needed: Level) -> String { level < needed ? "(\(text))" : text }
  }

  private func written(_ operands: [Written]) -> Written {
    switch self {
    case .number(let number): return Self.written(number)
    case .constant(let constant): return Written(text: constant.rawValue, level: .whole)
    case .symbol(let name): return Written(text: name, level: .whole)
    case .negate(let inner):
      // -(a*b) and (-a)*b are the same double, so no brackets; what begins with a minus gets them.
      let text = operands[0].at(.product)
      return Written(text: text.hasPrefix("-") ? "-(\(text))" : "-\(text)", level: inner.negatedLevel)
    case .add: return Self.writtenSum(operands)
    case .multiply:
      let rest = operands.dropFirst().map { $0.at(.power) }
      return Written(text: ([operands[0].at(.product)] + rest).joined(separator: "*"), level: .product)
    case .divide:
      return Written(text: "\(operands[0].at(.product))/\(operands[1].at(.power))", level: .product)
    case .power:
      return Written(text: "\(operands[0].at(.whole))^\(operands[1].at(.power))", level: .power)
    case .apply(let function, _): return Self.writtenCall(function.rawValue, operands)
    case .applyPair(let function, _, _): return Self.writtenCall(function.rawValue, operands)
    case .call(let name, _): return Self.writtenCall(name, operands)
    case .compare(let comparison, _, _):
      return Written(
        text: "\(operands[0].at(.sum)) \(comparison.rawValue) \(operands[1].at(.sum))", level: .comparison)
    case .not: return Written(text: "not \(operands[0].at(.not))", level: .not)
    case .and: return Self.writtenChain(operands, "and", .and)
    case .or: return Self.writtenChain(operands, "or", .or)
    }
  }

  /// How tightly the negative of this term binds, when written without brackets.
  private var negatedLevel: Level {
    switch self {
    case .multiply, .divide: .product
    case .number, .constant, .symbol, .negate, .add, .power, .apply, .applyPair, .compare, .and, .or, .not, .call:
      .negative
    }
  }

  private static func written(_ number: Double) -> Written {
    guard let numeral = Numeral(number) else {
      if number.isNaN { return Written(text: "0/0", level: .product) }
      return number < 0 ? Written(text: "-inf", level: .negative) : Written(text: "inf", level: .whole)
    }
    return numeral.isNegative
      ? Written(text: "-\(numeral.text)", level: .negative) : Written(text: numeral.text, level: .whole)
  }

  /// Operands that begin with a minus are subtracted.
  private static func writtenSum(_ operands: [Written]) -> Written {
    var text = operands[0].at(.sum)
    for operand in operands.dropFirst() {
      let next = operand.at(.product)
      text += next.hasPrefix("-") ? " - \(next.dropFirst())" : " + \(next)"
    }
    return Written(text: text, level: .sum)
  }

  /// `a and b and c`; the first operand may be a chain of the same kind, as it is read from the left.
  private static func writtenChain(_ operands: [Written], _ word: String, _ level: Level) -> Written {
    let tighter: Level = level == .or ? .and : .not
    let texts = [operands[0].at(level)] + operands.dropFirst().map { $0.at(tighter) }
    return Written(text: texts.joined(separator: " \(word) "), level: level)
  }

  private static func writtenCall(_ name: String, _ operands: [Written]) -> Written {
    Written(text: "\(name)(\(operands.map(\.text).joined(separator: ", ")))", level: .whole)
  }
}
