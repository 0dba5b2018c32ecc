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
  // An exponent beyond these bounds is infinite or nothing whatever the digits are.
  let bounded = max(-100_000, min(100_000, exponent + writtenExponent(spelling[index...])))
  return Double("\(String(decoding: digits, as: UTF8.self))e\(bounded)") ?? 0
}

/// The exponent after the `e`: a sign (`-`, `−` or `+`) and digits. Far beyond every double it stops counting.
private func writtenExponent(_ spelling: ArraySlice<UInt8>) -> Int {
  let isNegative = spelling.first.map { $0 == UInt8(ascii: "-") || $0 >= 0x80 } ?? false
  var value = 0
  for byte in spelling where byte.isDigit {
    value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000_000)
  }
  return isNegative ? -value : value
}
