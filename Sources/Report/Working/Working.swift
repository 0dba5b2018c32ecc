import SourceText

/// Arithmetic as a teacher works it on the board: a quantity, its formula, the numbers put in, the result. The same lines
/// are written as LaTeX, as text aligned at the equals signs, or as tables.
package struct Working: Sendable, Equatable {
  /// One quantity and what it equals, step by step.
  package struct Line: Sendable, Equatable {
    package let left: Phrase
    package let relation: Relation
    /// Each equal to the one before it; at least one.
    package let steps: [Step]
    /// A few words at the end of the line: the rule that was used.
    package let comment: String?

    package init(_ left: Phrase, _ steps: [Step], relation: Relation = .equals, comment: String? = nil) {
      precondition(!steps.isEmpty, "a line says what something is equal to")
      (self.left, self.relation, self.steps, self.comment) = (left, relation, steps, comment)
    }
  }

  /// What stands between the quantity and the first step.
  package enum Relation: Sendable, Equatable {
    case equals
    /// The quantity takes this value: `w ← w - η·g`.
    case becomes

    var text: String { self == .equals ? "=" : "←" }
    var latex: String { self == .equals ? "=" : "\\leftarrow" }
  }

  /// One of the things that a quantity is equal to.
  package enum Step: Sendable, Equatable {
    /// In letters.
    case formula(Phrase)
    /// With numbers put in for the letters.
    case numbers(Phrase)
    case result(Phrase)

    package var phrase: Phrase {
      switch self {
      case .formula(let phrase), .numbers(let phrase), .result(let phrase): phrase
      }
    }
  }

  /// Lines that belong together, under a heading where they have one.
  package struct Group: Sendable, Equatable {
    package let heading: String?
    package let lines: [Line]
    /// Sentences below the lines: what was left out.
    package let remarks: [String]

    package init(heading: String? = nil, lines: [Line], remarks: [String] = []) {
      (self.heading, self.lines, self.remarks) = (heading, lines, remarks)
    }
  }

  package let groups: [Group]

  package init(_ groups: [Group]) {
    self.groups = groups
  }

  /// About as many bytes as its lines will have, rather more than less.
  package var textSize: Double {
    groups.reduce(0.0) { size, group in
      let lines = group.lines.reduce(0.0) { size, line in
        size + line.steps.reduce(Double(line.left.latex.utf8.count)) { $0 + Double($1.phrase.latex.utf8.count) + 64 }
      }
      // A table pads every cell to the widest of its column.
      return size + 4 * lines + group.remarks.reduce(256.0) { $0 + Double($1.utf8.count) }
    }
  }

  /// The columns of a page: a longer line is broken before its equals signs.
  static let pageWidth = 100
}

extension Working.Line {
  /// How wide the line is as text.
  var width: Int {
    steps.reduce(displayWidth(left.text)) { $0 + 3 + displayWidth($1.phrase.text) }
  }
}
