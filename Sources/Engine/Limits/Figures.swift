/// Figures as messages spell them. (How results are printed is not Engine's.)

/// A number: whole ones with a comma between thousands from 10,000 up, others in the shortest form that is exact.
func spelled(_ number: Double) -> String {
  guard number.magnitude < 0x1p53, let whole = Int(exactly: number) else {
    // `1e300`, `1e-9` where Swift writes `1e+300`, `1e-09`.
    let parts = "\(number)".split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return "\(number)" }
    return "\(parts[0])e\(exponent)"
  }
  let digits = Array(String(whole.magnitude))
  guard digits.count > 4 else { return "\(whole)" }
  var grouped = whole < 0 ? "-" : ""
  for (position, digit) in digits.enumerated() {
    if position > 0, (digits.count - position) % 3 == 0 { grouped += "," }
    grouped.append(digit)
  }
  return grouped
}

/// Bytes in the largest unit that leaves at least one, to three digits: `1 GiB`, `6.94 EiB`.
func spelled(bytes: Double) -> String {
  var amount = bytes
  var units = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"][...]
  var unit = "bytes"
  while amount.rounded() >= 1024, let next = units.popFirst() {
    amount /= 1024
    unit = next
  }
  let scale = amount >= 100 ? 1.0 : amount >= 10 ? 10 : 100
  return spelled(amount < 1e15 ? (amount * scale).rounded() / scale : amount) + " " + unit
}

/// `no entries`, `1 entry`, `3 entries`.
func spelled(count: Int, _ singular: String, _ plural: String) -> String {
  switch count {
  case 0: "no \(plural)"
  case 1: "1 \(singular)"
  default: "\(count) \(plural)"
  }
}

/// How many arguments there are: `none is given`, `1 is given`, `3 are given`.
func spelled(given count: Int) -> String {
  switch count {
  case 0: "none is given"
  case 1: "1 is given"
  default: "\(count) are given"
  }
}
