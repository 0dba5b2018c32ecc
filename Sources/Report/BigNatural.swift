/// A natural number of any size, with no more arithmetic than the exact digits of a Double need.
struct BigNatural {
  /// Base 2³², least significant first, no zero at the end.
  private var limbs: [UInt32] = []

  init(_ value: UInt64) {
    var rest = value
    while rest != 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for i in limbs.indices {
      let product = UInt64(limbs[i]) * UInt64(factor) + carry
      limbs[i] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
  }

  mutating func multiply(byFiveToThe power: Int) {
    var rest = power
    while rest >= 13 {
      multiply(by: 1_220_703_125)  // 5¹³, the largest power of five below 2³²
      rest -= 13
    }
    var factor: UInt32 = 1
    for _ in 0..<rest { factor *= 5 }
    multiply(by: factor)
  }

  mutating func multiply(byTwoToThe power: Int) {
    multiply(by: 1 << UInt32(power % 32))
    limbs.insert(contentsOf: repeatElement(0, count: power / 32), at: 0)
  }

  /// The digits, most significant first; none for zero.
  consuming func decimalDigits() -> [UInt8] {
    var digits: [UInt8] = []
    while !limbs.isEmpty {
      var group = divide(by: 1_000_000_000)
      for _ in 0..<9 {
        digits.append(UInt8(group % 10))
        group /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }

  /// Divides and gives the remainder.
  private mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for i in limbs.indices.reversed() {
      let dividend = remainder << 32 | UInt64(limbs[i])
      limbs[i] = UInt32(dividend / UInt64(divisor))
      remainder = dividend % UInt64(divisor)
    }
    while limbs.last == 0 { limbs.removeLast() }
    return UInt32(remainder)
  }
}
