/// A number as it stands in a note, not yet read: how depends on whether its comma parts thousands or decimals.
struct Literal: Hashable, Sendable {
  /// Digits, commas and points, as written; no spaces.
  let spelling: String
  /// The power of ten after `e`.
  let exponent: Int?
  /// Where it stands in the text.
  let range: Range<Int>

  /// How the notation of a text parts digits.
  enum Style: Sendable, CaseIterable {
    /// 1,234.5
    case point
    /// 1.234,5
    case comma
  }

  /// The number; nil where it cannot be written so in that style.
  func decimal(_ style: Style) -> Decimal? {
    let (mark, grouping): (Character, Character) = style == .point ? (".", ",") : (",", ".")
    let parts = spelling.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: grouping, omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups[0] != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard !fraction.contains(grouping) else { return nil }
    let digits = groups.joined() + fraction
    guard !digits.isEmpty, digits.count <= 60 else { return nil }
    return Decimal(
      digits: digits, lastPlace: -fraction.count + (exponent ?? 0), isWhole: parts.count == 1 && exponent == nil)
  }

  /// Whether the two styles differ over it.
  var isAmbiguous: Bool { spelling.contains(",") || decimal(.comma) != nil && spelling.contains(".") }
}
