/// The fraction by which a derivative is written: `\frac{d}{dx}`, `\frac{df}{dx}`.
struct DerivativeSign {
  enum Meaning {
    /// What follows is differentiated by a variable.
    case operation(by: String)
    /// The derivative of a function by its name.
    case slope(of: String, by: String)
    /// One name for a value, whatever it is the slope of.
    case name(String)
  }

  let meaning: Meaning
  /// The index of the first token after it.
  let end: Int

  /// Longer names than so many tokens are none.
  private static let longest = 40

  /// Reads the two groups after `\frac`; nil where they are no derivative.
  init?(at start: Int, of tokens: ArraySlice<Token>) {
    guard let above = Self.differential(at: start, of: tokens),
      let below = Self.differential(at: above.end, of: tokens), above.sign == below.sign
    else { return nil }
    end = below.end
    if above.names.isEmpty, below.isOneName {
      meaning = .operation(by: below.names[0])
    } else if above.isOneName, below.isOneName {
      meaning = .slope(of: above.names[0], by: below.names[0])
    } else if !above.names.isEmpty {
      meaning = .name("d" + above.names.joined(separator: " ") + "/d" + below.names.joined(separator: " "))
    } else {
      return nil
    }
  }

  /// A group that begins with `d` or `\partial`.
  private struct Differential {
    let sign: Token.Kind
    let names: [String]
    /// Whether a name is all that follows the sign.
    let isOneName: Bool
    let end: Int
  }

  private static func differential(at start: Int, of tokens: ArraySlice<Token>) -> Differential? {
    guard start + 1 < tokens.endIndex, tokens[start].kind == .groupOpen, tokens[start + 1].kind.isDifferential else {
      return nil
    }
    var depth = 0
    var names: [String] = []
    for index in start..<min(tokens.endIndex, start + longest) {
      depth += tokens[index].kind.depthStep
      if index > start + 1, case .name(let name) = tokens[index].kind { names.append(name) }
      if depth == 0 {
        return Differential(
          sign: tokens[start + 1].kind, names: names, isOneName: names.count == 1 && index == start + 3, end: index + 1)
      }
    }
    return nil
  }
}
