/// How numbers are printed: rounded from their exact value to so many significant digits.
package struct NumberFormat: Sendable, Equatable {
  /// How many significant digits a note may ask for.
  package static let allowedDigits = 1...40

  /// Significant digits, within `allowedDigits`.
  package let digits: Int
  /// Whether a computed 0.2 is printed 0.2000, to say how far it was rounded.
  package let keepsTrailingZeros: Bool

  package init(digits: Int = 4, keepsTrailingZeros: Bool = false) {
    precondition(Self.allowedDigits.contains(digits), "digits must be from 1 to 40")
    self.digits = digits
    self.keepsTrailingZeros = keepsTrailingZeros
  }

  /// The number as running text: `0.2984`, `12`, `1.2e-7`, `∞`, `undefined`.
  package func text(_ number: Double) -> String {
    preconditionFailure("follows")
  }

  /// The number as LaTeX, for the inside of a formula.
  package func latex(_ number: Double) -> String {
    preconditionFailure("follows")
  }

  /// Numbers that stand below one another: one number of decimals for all, padded to one width at the point.
  package func column(_ numbers: [Double]) -> [String] {
    preconditionFailure("follows")
  }

  /// A value on one line, as prose takes it: `[1, 2; 3, 4]`.
  package func inline(_ value: Value) -> String {
    preconditionFailure("follows")
  }
}
