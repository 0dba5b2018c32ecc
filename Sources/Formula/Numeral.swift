/// The shortest decimal that reads back as a given finite number, as Swift finds it: digits and a power of ten.
struct Numeral: Hashable {
  let isNegative: Bool
  /// The significant digits, without zeros at either end; "0" for zero.
  let digits: String
  /// The number is 0.d₁d₂d₃… · 10^point.
  let point: Int

  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number < 0
    let parts = number.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0].drop { $0 == "0" }
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var all = Substring(whole + fraction)
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while all.first == "0" {
      all.removeFirst()
      point -= 1
    }
    while all.last == "0" { all.removeLast() }
    digits = all.isEmpty ? "0" : String(all)
    self.point = all.isEmpty ? 1 : point
  }

  /// Whether plain digits would run too long: from 10¹⁶ up, below 10⁻⁴.
  var isScientific: Bool { digits != "0" && (point > 16 || point < -3) }

  /// Digits and point, without sign: `1500`, `0.05`, `1.5`.
  private var plain: String {
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if digits.count <= point { return digits + String(repeating: "0", count: point - digits.count) }
    return digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// One digit before the point: the 1.5 of 1.5·10⁻⁷.
  private var mantissa: String {
    digits.count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
  }

  /// The magnitude in the notation of `nn`: `1500`, `0.05`, `1.5e-7`.
  var text: String {
    isScientific ? "\(mantissa)e\(point - 1)" : plain
  }

  /// The magnitude as LaTeX: `1.5 \cdot 10^{-7}`.
  var latex: String {
    guard isScientific else { return plain }
    let power = "10^{\(point - 1)}"
    return digits == "1" ? power : "\(mantissa) \\cdot \(power)"
  }
}
