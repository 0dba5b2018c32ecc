extension Chain {
  /// The pairs of sides to be compared: neighbours, and numbers with nothing but letters between them.
  var links: [(Int, Int)] {
    var links: [(Int, Int)] = []
    var number: Int?
    for index in sides.indices {
      if index > 0, relations[index - 1] == .other { number = nil }
      guard let expression = sides[index].expression else {
        if index > 0, relations[index - 1] != .other { links.append((index - 1, index)) }
        number = nil
        continue
      }
      if expression.isSymbolic {
        if index == 1, definesFunction { continue }
        if index > 0, relations[index - 1] != .other { links.append((index - 1, index)) }
      } else {
        if let number {
          links.append((number, index))
        } else if index > 0, relations[index - 1] != .other {
          links.append((index - 1, index))
        }
        number = index
      }
    }
    return links
  }

  /// Whether the first side is a function with its arguments: what follows says what it is, and may be any function.
  private var definesFunction: Bool {
    if case .call(_, 0, _)? = sides[0].expression?.form { relations.first == .equal } else { false }
  }

  /// Whether a side before one is a function with its letters, so that what follows are ways to write it.
  func statesFunction(before right: Int) -> Identity.Statement {
    guard right > 1, let first = sides[0].expression, relations[..<right].allSatisfy({ $0 == .equal }) else {
      return .none
    }
    if case .call(_, 0, let arguments) = first.form {
      let names = arguments.compactMap { if case .symbol(let name) = $0.form { name } else { nil } }
      return names.count == arguments.count ? .function(of: Set(names)) : .none
    }
    return sides[..<right].contains { $0.expression?.derivativeVariable != nil } ? .derivative : .none
  }

  /// The link between two sides; nil where one of them is no number.
  func link(_ left: Int, _ right: Int, number: Int) -> Link? {
    guard let first = sides[left].expression, let second = sides[right].expression, !first.isSymbolic,
      !second.isSymbolic
    else { return nil }
    guard !isPairing(left, right) else { return nil }
    // In `2 > 3 = 0` it is the whole comparison that is 0.
    let followsOther = left > 0 && relations[left - 1] == .other
    let doubt = sides[left].doubt ?? sides[right].doubt ?? (followsOther ? .ambiguous : nil)
    return Link(
      left: first, right: second, isApproximate: relations[left..<right].contains(.approximate),
      doubt: doubt, isBesideNoun: sides[right].isBesideNoun, place: Ledger.Place(chain: number, side: right))
  }

  /// Whether two bare numbers stand side by side outside a formula: a rate, a key, a score as often as an equality.
  private func isPairing(_ left: Int, _ right: Int) -> Bool {
    guard let first = sides[left].expression, let second = sides[right].expression else { return false }
    if first.isBareConstant || second.isBareConstant {
      return relations[left..<right].allSatisfy { $0 == .equal }
    }
    guard notation != .typeset, first.loneLiteral != nil, second.loneLiteral != nil else { return false }
    // 0.25 = 25% says how to write a share; 1% = 5% says something else.
    if first.isShare, second.isShare { return true }
    return !(first.isScaled || second.isScaled)
  }

  /// Why two sides are not judged; nil where nobody would expect it: a definition of a letter, a lone number.
  func obstacle(_ left: Int, _ right: Int) -> Obstacle? {
    if isPairing(left, right) { return nil }
    for side in [sides[left], sides[right]] {
      if side.expression?.isName ?? false { return nil }
      if case .failure(.nothing) = side.reading { return nil }
    }
    for side in [sides[left], sides[right]] {
      if case .failure(let obstacle) = side.reading { return obstacle }
    }
    return .letters
  }
}
