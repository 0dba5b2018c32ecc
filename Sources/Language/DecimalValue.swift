/// The double nearest to a decimal number (ties to even), in time linear in its length.
///
/// No double, and no midpoint between two, has more than 767 significant digits, so what follows the first 800 matters
/// only as "more than nothing": it is put into one further digit.
func decimalValue(_ spelling: ArraySlice<UInt8>) -> Double {
  let kept = 800
  var digits: [UInt8] = []
  var exponent = 0
  var isPastPoint = false
  var hasMore = false
  var index = spelling.startIndex
  while index < spelling.endIndex {
    let byte = spelling[index]
    index += 1
    if byte.isDigit {
      if isPastPoint { exponent -= 1 }
      if digits.count < kept {
        if !(digits.isEmpty && byte == UInt8(ascii: "0")) { digits.append(byte) }
      } else {
        exponent += 1
        if byte != UInt8(ascii: "0") { hasMore = true }
      }
    } else if byte == UInt8(ascii: ".") {
      isPastPoint = true
    } else {
      break
    }
  }
  if hasMore {
    digits.append(UInt8(ascii: "1"))
    exponent -= 1
  }
  if digits.isEmpty { return 0 }
  let power = exponent + writtenExponent(spelling[index...])
  // Up to 2^53 and 10^22 both parts are exact, so that one division or product rounds once.
  if digits.count <= 15, abs(power) <= 22 {
    let integer = Double(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    return power < 0 ? integer / powersOfTen[-power] : integer * powersOfTen[power]
  }
  // An exponent beyond these bounds is infinite or nothing whatever the digits are.
  let bounded = max(-100_000, min(100_000, power))
  return Double("\(String(decoding: digits, as: UTF8.self))e\(bounded)") ?? 0
}

/// 10^0 … 10^22, all of them exact.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21,
  1e22,
]

/// The exponent after the `e`: a sign (`-`, `−` or `+`) and digits. Far beyond every double it stops counting.
private func writtenExponent(_ spelling: ArraySlice<UInt8>) -> Int {
  let isNegative = spelling.first.map { $0 == UInt8(ascii: "-") || $0 >= 0x80 } ?? false
  var value = 0
  for byte in spelling where byte.isDigit {
    value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000_000)
  }
  return isNegative ? -value : value
}
