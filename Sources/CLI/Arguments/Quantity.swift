/// Quantities as a command line writes them. Nil is no quantity.

/// A whole number of things, at least one.
func parseCount(_ text: String) -> Int? {
  guard text.utf8.allSatisfy(isDigit), let count = Int(text), count > 0 else { return nil }
  return count
}

/// Seconds with at most nine decimals, as nanoseconds; more than none and at most a century.
func parseSeconds(_ text: String) -> UInt64? {
  let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  let decimals = parts.count > 1 ? parts[1] : "0"
  guard let whole = parts.first, !whole.isEmpty, !decimals.isEmpty, decimals.count <= 9,
    whole.utf8.allSatisfy(isDigit), decimals.utf8.allSatisfy(isDigit),
    let seconds = UInt64(whole), seconds <= 3_155_760_000,
    let fraction = UInt64(decimals + String(repeating: "0", count: 9 - decimals.count))
  else { return nil }
  let nanoseconds = seconds * 1_000_000_000 + fraction
  return nanoseconds > 0 ? nanoseconds : nil
}

/// A number of bytes: plain, or with one of the units K, M, G, T (of 1024), KiB …, or kB, MB … (of 1000). At least 1 MiB:
/// with less, nothing could be run.
func parseSize(_ text: String) -> Int? {
  let digits = text.utf8.prefix(while: isDigit)
  guard let number = Int(String(decoding: digits, as: UTF8.self)),
    let unit = unitSizes[text.dropFirst(digits.count).lowercased()]
  else { return nil }
  let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
  return overflow || bytes < 1 << 20 ? nil : bytes
}

private let unitSizes: [String: Int] = [
  "": 1, "b": 1,
  "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40,
  "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40,
  "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "tb": 1_000_000_000_000,
]

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
