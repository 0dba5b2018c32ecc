import Engine
import Language
import Report

/// A condition that was judged, with what a reader wants to know of it: the value on its left, and where it fails the
/// entry that fails and what it was held against.
struct JudgedCondition {
  private let truth: Engine.Value
  private let left: Engine.Value
  /// Nil where there is no comparison.
  private let right: Engine.Value?
  /// Whether the reader sees the right side as a number already.
  private let spellsRight: Bool

  init(_ condition: Expression, holds truth: Engine.Value, evaluator: Evaluator) throws(Mistake) {
    self.truth = truth
    guard let (left, right) = condition.sides else {
      self.left = truth
      self.right = nil
      spellsRight = false
      return
    }
    self.left = try evaluator.value(of: left)
    self.right = try evaluator.value(of: right)
    spellsRight = right.isLiteralNumber
  }

  /// What was found, in figures.
  func found(digits: Int) -> String {
    guard let right, !truth.holds else { return summary(of: left, digits: digits) }
    guard !truth.shape.isNumber else { return told(left.elements[0], against: right.elements[0], digits: digits) }
    return firstFailure(against: right, digits: digits)
  }

  /// The first entry that fails, by its place in the comparison.
  private func firstFailure(against right: Engine.Value, digits: Int) -> String {
    let verdicts = truth.elements
    guard let failing = verdicts.firstIndex(where: { $0.isNaN || $0 == 0 }),
      let value = left.entries(filling: verdicts.count)?[failing],
      let bound = right.entries(filling: verdicts.count)?[failing]
    else { return summary(of: left, digits: digits) }
    let place =
      switch truth.shape {
      case .number: ""
      case .vector: "entry \(failing + 1)"
      case .matrix(_, let columns): "entry [\(failing / columns + 1),\(failing % columns + 1)]"
      }
    return "\(place): \(told(value, against: bound, digits: digits))"
  }

  /// Two numbers in as many digits as it takes to see that they differ.
  private func told(_ value: Double, against bound: Double, digits: Int) -> String {
    var digits = digits
    while digits < 17, value != bound,
      NumberFormat(digits: digits).text(value) == NumberFormat(digits: digits).text(bound)
    {
      digits += 1
    }
    let format = NumberFormat(digits: digits)
    return spellsRight ? format.text(value) : "\(format.text(value)) against \(format.text(bound))"
  }

  private func summary(of value: Engine.Value, digits: Int) -> String {
    let count = value.shape.count
    let several = "all \(count) entries"
    guard count <= 12 else { return several }
    let written = NumberFormat(digits: digits).inline(Report.Value(value))
    // A line that is wider than the page is no summary.
    return written.count <= 60 ? written : several
  }
}

extension Expression {
  /// The two sides of a comparison.
  fileprivate var sides: (left: Expression, right: Expression)? {
    switch kind {
    case .group(let inner): return inner.sides
    case .approximately(let left, let right, _): return (left, right)
    case .binary(let op, let left, let right):
      switch op {
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: return (left, right)
      case .add, .subtract, .multiply, .divide, .power, .product, .and, .or: return nil
      }
    case .number, .string, .name, .vector, .matrix, .member, .call, .prime, .index, .negate, .not: return nil
    }
  }

  /// Whether it is a number as it stands, perhaps with a sign.
  fileprivate var isLiteralNumber: Bool {
    switch kind {
    case .number: true
    case .group(let inner), .negate(let inner): inner.isLiteralNumber
    case .string, .name, .vector, .matrix, .member, .call, .prime, .index, .not, .binary, .approximately: false
    }
  }
}
