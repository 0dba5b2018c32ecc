/// The statements of one block, in order.
package struct Program: Sendable, Equatable {
  package let statements: [Statement]

  package init(statements: [Statement]) {
    self.statements = statements
  }
}

/// One statement and the bytes of the code that it was read from.
package struct Statement: Sendable, Equatable {
  package let kind: Kind
  package let range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  package enum Kind: Sendable, Equatable {
    /// `set digits = 6`
    case set(Name, Expression)
    /// `x = [1, 2]`
    case value(Name, Expression)
    /// `swish(z) = z * sigmoid(z)`
    case function(Name, parameters: [Name], body: Expression)
    /// `show x, W as "weights", digits=3`
    case show(Output)
    /// `table x, sigmoid(x) for x in -4..4, step=1`
    case table(Output)
    /// `expect loss < 0.01`
    case expect(Expression, [Option])
  }
}

/// What an output statement is asked for.
package struct Output: Sendable, Equatable {
  /// At least one.
  package let items: [Item]
  /// `as math`, `as table`, `as text`: the word at the end gives the form of the whole statement.
  package let form: Name?
  /// Of a `table` only.
  package let domain: Domain?
  /// In their order, no name twice; the `step` of a domain is not among them.
  package let options: [Option]

  package init(items: [Item], form: Name?, domain: Domain?, options: [Option]) {
    self.items = items
    self.form = form
    self.domain = domain
    self.options = options
  }

  /// One thing to show, with the label of `… as "label"`.
  package struct Item: Sendable, Equatable {
    package let value: Expression
    package let label: String?

    package init(value: Expression, label: String?) {
      self.value = value
      self.label = label
    }
  }

  /// `for x in a..b, step=s`
  package struct Domain: Sendable, Equatable {
    package let variable: Name
    package let from: Expression
    package let through: Expression
    package let step: Expression?
    package let range: Range<Int>

    package init(variable: Name, from: Expression, through: Expression, step: Expression?, range: Range<Int>) {
      self.variable = variable
      self.from = from
      self.through = through
      self.step = step
      self.range = range
    }
  }
}

/// `name = value` in the list of a statement.
package struct Option: Sendable, Equatable {
  package let name: Name
  package let value: Expression

  package init(name: Name, value: Expression) {
    self.name = name
    self.value = value
  }
}
