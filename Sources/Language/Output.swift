/// What an output statement is asked for.
package struct Output: Sendable, Equatable {
  /// At least one.
  package let items: [Item]
  /// `as math`, `as table`, `as text`: the word at the end gives the form of the whole statement.
  package let form: Name?
  /// `for x in a..b`, of a `table` or a `plot`.
  package let domain: Domain?
  /// `by η, h`, of a `table` or a `plot`: the loops whose values were collected, no two alike. Empty where there is a
  /// domain.
  package let loops: [Name]
  /// In their order, no name twice; the `step` of a domain is not among them.
  package let options: [Option]

  package init(items: [Item], form: Name?, domain: Domain?, loops: [Name] = [], options: [Option]) {
    self.items = items
    self.form = form
    self.domain = domain
    self.loops = loops
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

/// What a `plot` draws.
package enum PlotKind: String, Sendable, CaseIterable {
  /// A curve for each item; no word says so.
  case lines
  /// `plot scatter m`
  case scatter
  /// `plot histogram mlp.W1`
  case histogram
  /// `plot heatmap mlp.W1`
  case heatmap
  /// `plot bars softmax([2, 1, 0.1])`
  case bars
}

/// An output about a network and what it is fed: `table confusion mlp on test_set, digits=3`.
package struct Inspection: Sendable, Equatable {
  package let kind: Kind
  /// The words that say the kind: `table confusion`, `gradcheck`.
  package let words: Range<Int>
  package let network: Expression
  /// What stands after `on`: a data set, or one sample as a vector.
  package let data: Expression
  package let form: Name?
  /// In their order, no name twice.
  package let options: [Option]

  package init(
    _ kind: Kind, words: Range<Int>, network: Expression, data: Expression, form: Name?, options: [Option]
  ) {
    self.kind = kind
    self.words = words
    self.network = network
    self.data = data
    self.form = form
    self.options = options
  }

  package enum Kind: String, Sendable, CaseIterable {
    case predictions = "table predictions"
    case confusion = "table confusion"
    case gradients = "table gradients"
    case boundary = "plot boundary"
    case gradientCheck = "gradcheck"
    case forward = "explain forward"
  }
}
