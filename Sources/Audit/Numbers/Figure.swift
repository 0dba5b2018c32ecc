/// Numbers as a message shows them: enough digits to tell them from what the note says.
enum Figure {
  /// A number with four digits more than it takes to tell it from another.
  static func text(of number: Double, unlike other: Double) -> String {
    guard number.isFinite else { return "undefined" }
    let difference = (number - other).magnitude
    let first = exponent(of: number)
    let digits = difference == 0 || !difference.isFinite ? 6 : first - exponent(of: difference) + 5
    return text(of: number, digits: min(15, max(5, digits)))
  }

  /// The power of ten of the first digit.
  private static func exponent(of number: Double) -> Int {
    var size = number.magnitude
    guard size > 0, size.isFinite else { return 0 }
    var exponent = 0
    while size >= 10, exponent < 400 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1, exponent > -400 { (size, exponent) = (size * 10, exponent - 1) }
    return exponent
  }

  /// A number rounded to so many significant digits, zeros at its end trimmed.
  static func text(of number: Double, digits count: Int) -> String {
    // The shortest digits that read back as the same double, rounded on paper.
    let description = number.magnitude.description
    let parts = description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let all = (mantissa[0] + (mantissa.count > 1 ? mantissa[1] : "")).utf8.map { $0 - 0x30 }
    var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digits = Array(all.drop { $0 == 0 })
    point -= all.count - digits.count
    if digits.count > count {
      let roundsUp = digits[count] >= 5
      digits = Array(digits[..<count])
      if roundsUp {
        var i = count - 1
        while i >= 0, digits[i] == 9 {
          digits[i] = 0
          i -= 1
        }
        if i >= 0 {
          digits[i] += 1
        } else {
          digits.insert(1, at: 0)
          point += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return (number < 0 && !digits.isEmpty ? "-" : "") + plain(digits, point: point)
  }

  private static func plain(_ digits: [UInt8], point: Int) -> String {
    func text(_ digits: some Sequence<UInt8>) -> String { digits.map { String($0) }.joined() }
    guard !digits.isEmpty else { return "0" }
    if point > 15 || point < -5 {
      let rest = digits.count > 1 ? "." + text(digits.dropFirst()) : ""
      return "\(digits[0])\(rest)e\(point - 1)"
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text(digits) }
    if digits.count <= point { return text(digits) + String(repeating: "0", count: point - digits.count) }
    return text(digits[..<point]) + "." + text(digits[point...])
  }
}
