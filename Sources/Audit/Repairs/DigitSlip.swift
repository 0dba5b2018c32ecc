/// The spellings from which a number may have come by one slip of the pen.
enum DigitSlip {
  /// Two neighbours changed places: 0.2784 for 0.2748.
  static func swaps(_ spelling: String) -> [String] {
    let characters = Array(spelling)
    return characters.indices.dropLast().compactMap { index in
      guard characters[index].isNumber, characters[index + 1].isNumber, characters[index] != characters[index + 1]
      else { return nil }
      var other = characters
      other.swapAt(index, index + 1)
      return String(other)
    }
  }

  /// A digit was left out, or written twice: 0.248 or 0.27748 for 0.2748.
  static func lengths(_ spelling: String) -> [String] {
    let characters = Array(spelling)
    var spellings: [String] = []
    for index in characters.indices where index > 0 && characters[index] == characters[index - 1] {
      var other = characters
      other.remove(at: index)
      spellings.append(String(other))
    }
    guard characters.count(where: \.isNumber) >= 2 else { return spellings }
    for index in 1...characters.count {
      for digit in "0123456789" {
        // At the end a digit more changes nothing that was wrong.
        if index == characters.count, spelling.contains(".") { continue }
        var other = characters
        other.insert(digit, at: index)
        spellings.append(String(other))
      }
    }
    return spellings
  }

  /// The point slipped: 0.02748 for 0.2748.
  static func shifts(_ spelling: String) -> [String] {
    guard !spelling.contains(","),
      let literal = Literal(spelling: spelling, exponent: nil, range: 0..<0).decimal(.point),
      !literal.isZero
    else { return [] }
    return [1, -1, 2, -2, 3, -3].compactMap { shift in
      plain(literal.digits, lastPlace: literal.lastPlace + shift)
    }
  }

  private static func plain(_ digits: String, lastPlace: Int) -> String? {
    if lastPlace >= 0 { return lastPlace > 6 ? nil : digits + String(repeating: "0", count: lastPlace) }
    let decimals = -lastPlace
    guard decimals <= 15 else { return nil }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// One digit is another.
  static func replacements(_ spelling: String) -> [String] {
    let characters = Array(spelling)
    return characters.indices.filter { characters[$0].isNumber }.flatMap { index in
      "0123456789".filter { $0 != characters[index] }.map { digit in
        var other = characters
        other[index] = digit
        return String(other)
      }
    }
  }

  /// Whether a spelling begins with a zero that nobody would write.
  static func hasIdleZero(_ spelling: String) -> Bool {
    let digits = spelling.prefix { $0.isNumber }
    return digits.count > 1 && digits.first == "0"
  }
}
