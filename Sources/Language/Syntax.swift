/// Language is the `nn` notation: tokens, syntax tree, parser. It turns the code of a block into a `Program` and says
/// what is wrong with it; it knows nothing of Markdown, of numbers beyond their spelling, or of what a name stands for.

/// A name with its place. Names are compared in their composed form (`ŷ` is one name however it is typed).
package struct Name: Sendable, Hashable {
  package let text: String
  package let range: Range<Int>

  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}

/// An expression and the bytes of the code that it was read from.
package struct Expression: Sendable, Equatable {
  package let kind: Kind
  package let range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable, Equatable {
    case number(Double)
    case string(String)
    case name(String)
    /// `[a, b, c]`
    case vector([Expression])
    /// `[a, b; c, d]`: rows of equal length, at least two, or one that a `;` ends.
    case matrix([[Expression]])
    /// `mlp.W1`
    case member(Expression, Name)
    /// `f(x)`, `f'(x)`, `f''(x)`: `primes` counts the derivatives.
    case call(Name, primes: Int, [Argument])
    /// `W'`, and `f'` where no `(` follows: the transpose of a value, the derivative of a function.
    case prime(Expression)
    case index(Expression, [Subscript])
    case negate(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a ≈ b ± tolerance`
    case approximately(Expression, Expression, tolerance: Expression)
    /// `( … )`, kept so that a result can be shown as it was written.
    case group(Expression)
  }
}

/// What stands between the brackets of a call: positional, or named as in `lr=0.1`.
package struct Argument: Sendable, Equatable {
  package let name: Name?
  package let value: Expression

  package init(name: Name?, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// One place of an index: a position from 1, or `:` for all.
package enum Subscript: Sendable, Equatable {
  case at(Expression)
  case all(Range<Int>)
}

package enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  /// `·` or `@`
  case product = "·"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and
  case or
}
