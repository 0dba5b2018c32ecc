import Engine
import Formula

@testable import Notebook

/// The slope of a term by central differences, and how sure it is.
struct CentralDifference {
  let slope: Double
  /// What rounding alone may do to it, and to the slope that is to be judged.
  private let noise: Double

  /// Of three widths and twice extrapolated; nil where it is nothing to judge by: where the widths do not agree, at a jump
  /// or a kink or the end of a domain, and where rounding is most of what is left.
  init?(of term: Term, by variable: String, at point: [String: Double], judging found: Term) {
    let h = 1.0 / 512
    func moved(by distance: Double) -> [String: Double] {
      point.merging([variable: point[variable, default: 0] + distance]) { $1 }
    }
    func quotient(_ h: Double) -> Double {
      (term.number(at: moved(by: h)) - term.number(at: moved(by: -h))) / (2 * h)
    }
    let (coarse, fine, finest) = (quotient(h), quotient(h / 2), quotient(h / 4))
    let (first, second) = ((4 * fine - coarse) / 3, (4 * finest - fine) / 3)
    slope = (16 * second - first) / 15
    let places = [moved(by: -2 * h), point, moved(by: 2 * h)]
    let (error, foundError) = (term.roundingError(at: point), found.roundingError(at: point))
    noise = 16 * error / h + 4 * foundError
    guard slope.isFinite, (slope - second).magnitude <= 1e-7 * slope.magnitude + noise,
      (second - first).magnitude <= 1e-6 * slope.magnitude + noise, noise <= 1e-6 * max(1, slope.magnitude),
      term.isSmooth(between: places)
    else { return nil }
  }

  func agrees(with found: Double) -> Bool {
    (found - slope).magnitude <= 1e-6 * slope.magnitude + noise
  }
}

extension Term {
  /// The value that a note computes.
  func number(at point: [String: Double]) -> Double {
    let budget = Budget(memory: 1 << 30, deadline: 60_000_000_000, clock: { 0 })
    let value = try? value(of: point.mapValues { .number($0) }, within: budget)
    return value?.elements.first ?? .nan
  }

  /// What rounding may have done to the value: every part adds its own, and hands on that of its operands.
  fileprivate func roundingError(at point: [String: Double]) -> Double {
    struct Part {
      let value: Double
      let error: Double
    }
    let whole: Part = fold { (node, parts: [Part]) in
      let value = parts.isEmpty ? node.number(at: point) : node.number(of: parts.map(\.value))
      var error = value.magnitude * 0x1p-52
      for (place, part) in parts.enumerated() {
        var values = parts.map(\.value)
        values[place] = part.value + part.error
        error += (node.number(of: values) - value).magnitude
      }
      return Part(value: value, error: error)
    }
    return whole.error
  }

  /// The value of this one node over numbers.
  private func number(of operands: [Double]) -> Double {
    let names = operands.indices.map { "operand\($0)" }
    let node: Term =
      switch self {
      case .number, .constant, .symbol: self
      case .negate: .negate(.symbol(names[0]))
      case .add: .add(names.map(Term.symbol))
      case .multiply: .multiply(names.map(Term.symbol))
      case .divide: .divide(.symbol(names[0]), .symbol(names[1]))
      case .power: .power(.symbol(names[0]), .symbol(names[1]))
      case .apply(let function, _): .apply(function, .symbol(names[0]))
      case .applyPair(let function, _, _): .applyPair(function, .symbol(names[0]), .symbol(names[1]))
      case .compare(let comparison, _, _): .compare(comparison, .symbol(names[0]), .symbol(names[1]))
      case .and: .and(names.map(Term.symbol))
      case .or: .or(names.map(Term.symbol))
      case .not: .not(.symbol(names[0]))
      case .call(let name, _): .call(name, names.map(Term.symbol))
      }
    return node.number(at: Dictionary(uniqueKeysWithValues: zip(names, operands)))
  }

  /// Whether no part changes its rule between some points, nor is at the end of its domain.
  fileprivate func isSmooth(between points: [[String: Double]]) -> Bool {
    var pending = [self]
    while let part = pending.popLast() {
      pending += part.operands
      if part.isStaircase, Set(points.map { part.number(at: $0) }).count > 1 { return false }
      for distance in part.distancesFromKinks {
        let values = points.map { distance.number(at: $0) }
        guard values.allSatisfy({ $0 > 1e-9 }) || values.allSatisfy({ $0 < -1e-9 }) else { return false }
        if part.wantsPositive, values[0] < 0 { return false }
      }
    }
    return true
  }

  private var isStaircase: Bool {
    switch self {
    case .apply(.round, _), .apply(.floor, _), .apply(.ceil, _): true
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .power, .apply, .applyPair, .compare, .and,
      .or, .not, .call:
      false
    }
  }

  /// Whether it is a power whose exponent varies: its slope has the logarithm of the base in it.
  private var wantsPositive: Bool {
    if case .power(_, let exponent) = self { !exponent.letters.isEmpty } else { false }
  }

  /// Terms whose sign changes where the rule of this one does.
  private var distancesFromKinks: [Term] {
    switch self {
    case .applyPair(.min, let left, let right), .applyPair(.max, let left, let right), .compare(_, let left, let right):
      [left - right]
    case .applyPair(.leakyRelu, let inner, _), .applyPair(.elu, let inner, _), .apply(.relu, let inner),
      .apply(.leakyRelu, let inner), .apply(.elu, let inner), .apply(.selu, let inner), .apply(.abs, let inner),
      .apply(.step, let inner), .apply(.sign, let inner), .not(let inner), .apply(.sqrt, let inner):
      [inner]
    case .apply(.asin, let inner), .apply(.acos, let inner): [inner - 1, inner + 1]
    case .power(_, .number(let number)) where number >= 0 && number == number.rounded(): []
    case .power(let base, _): [base]
    case .number, .constant, .symbol, .negate, .add, .multiply, .divide, .apply, .and, .or, .call: []
    }
  }
}
