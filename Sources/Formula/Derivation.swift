/// How a derivative is found, as a teacher writes it on the board: line by line, each with the rule that it uses. Inner
/// derivations stand before the line that needs them.
package struct Derivation: Hashable, Sendable {
  package let lines: [Line]
  /// The derivative, simplified.
  package let result: Term

  /// What is there when the board is full.
  init(lines: [Line], result: Term) {
    (self.lines, self.result) = (lines, result)
  }

  /// A working of more lines than this is no lesson.
  package static let lineLimit = 60

  /// What is differentiated, under the name that its slope is written with.
  package struct Subject: Hashable, Sendable {
    /// What stands on the left: `y`, `f(x)`, or a part of a sum as it is.
    package let whole: Term
    /// The y of dy/dx; nil for a part, whose slope is d/dx of it.
    package let name: String?

    package init(_ name: String) { (self.whole, self.name) = (.symbol(name), name) }

    /// `f(x)`, with the slope df/dx.
    package init(function name: String, of arguments: [Term]) {
      (self.whole, self.name) = (.call(name, arguments), name)
    }

    init(part: Term) { (self.whole, self.name) = (part, nil) }
  }

  /// One line: an equation, or some that belong together.
  package struct Line: Hashable, Sendable {
    package let equations: [Equation]
  }

  /// What is on the left equals each of those on the right, and why.
  package struct Equation: Hashable, Sendable {
    package let left: Side
    package let right: [Side]
    package let reasons: [Reason]
  }

  /// A side of an equation: terms, slopes, and what a rule makes of them.
  package indirect enum Side: Hashable, Sendable {
    case term(Term)
    case slope(Slope)
    case negative(Side)
    case product([Side])
    case sum([Side])
    case difference(Side, Side)
    case quotient(Side, Side)
  }

  /// dy/dx, or ∂y/∂x where other letters are held still.
  package struct Slope: Hashable, Sendable {
    package let subject: Subject
    package let variable: String
    package let isPartial: Bool
  }

  /// Why a line holds.
  package enum Reason: Hashable, Sendable {
    case innerFunction
    case innerFunctions
    case factors
    case bracket
    case numeratorAndDenominator
    case powerOfE
    case chainRule
    /// A letter of its own that is held still.
    case heldStill
    /// One over the variable, or over a power of it.
    case negativePower
    case rule(DerivativeRule)

    /// In words, for the end of the line.
    package var words: String {
      switch self {
      case .innerFunction: "name the inner function"
      case .innerFunctions: "name the inner functions"
      case .factors: "name the factors"
      case .bracket: "name the bracket"
      case .numeratorAndDenominator: "name numerator and denominator"
      case .powerOfE: "write the power with e"
      case .chainRule: "chain rule"
      case .heldStill: "held constant"
      case .negativePower: "power rule, negative exponent"
      case .rule(let rule): rule.name
      }
    }
  }
}
