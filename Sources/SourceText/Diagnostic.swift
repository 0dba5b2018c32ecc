/// One thing to say about a note, at a place in it. Diagnostics are values: they are collected, never thrown past the
/// module that notices them, and rendered once, at the very end.
package struct Diagnostic: Sendable, Equatable {
  package var kind: Kind
  /// The bytes of the note that are at fault; empty where something is missing.
  package var range: Range<Int>
  /// What is wrong, in the reader's words: one line, code in backquotes.
  package var message: String
  /// What to do about it, each one line.
  package var help: [String]
  /// What else there is to know.
  package var notes: [Remark]

  package init(_ kind: Kind, at range: Range<Int>, _ message: String, help: [String] = [], notes: [Remark] = []) {
    self.kind = kind
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
  }

  /// What sort of thing is said; the raw value is the rule's name in reports for machines.
  package enum Kind: String, Sendable, CaseIterable {
    // A note that cannot be read as one.
    case encoding
    case damagedMarker = "damaged-marker"
    case unclosedFence = "unclosed-fence"
    // A block or an inline value that failed.
    case syntax
    case name
    case shape
    case value
    case option
    case limit
    case unexpectedSuccess = "unexpected-success"
    // A note that does not tally.
    case stale
    case missing
    case edited
    case orphan
    case expectation
    // Arithmetic of the note's own that does not hold.
    case arithmetic
    // Worth saying, no failure.
    case markdown
    // The world outside the note.
    case file
    case usage
  }
}

extension Diagnostic {
  /// The same diagnostic with its place, and the places in its notes, carried from an excerpt's text to the source.
  package func moved(by excerpt: Excerpt) -> Diagnostic {
    var copy = self
    copy.range = excerpt.sourceRange(range)
    copy.notes = notes.map { $0.moved(by: excerpt) }
    return copy
  }
}

extension [Diagnostic] {
  /// The diagnostics in the order of their places, those of one place as they were: sorting alone does not promise that.
  package var inOrderOfPlace: [Diagnostic] {
    enumerated()
      .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
      .map(\.element)
  }
}

/// A remark of a diagnostic: text that may name places of the note, which are turned into words when it is rendered.
package struct Remark: Sendable, Equatable, ExpressibleByStringInterpolation {
  package enum Piece: Sendable, Equatable {
    case text(String)
    /// The place of a byte offset of the note, as in "at line 9".
    case place(Int)
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) {
    self.pieces = pieces
  }

  package init(stringLiteral value: String) {
    pieces = [.text(value)]
  }

  package init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  /// Takes `\(place: offset)` beside ordinary values.
  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.text(value.description))
    }

    package mutating func appendInterpolation(place offset: Int) {
      pieces.append(.place(offset))
    }
  }

  /// The same remark with its places carried from an excerpt's text to the source.
  package func moved(by excerpt: Excerpt) -> Remark {
    var copy = self
    copy.pieces = pieces.map { piece in
      switch piece {
      case .text: piece
      case .place(let offset): .place(excerpt.sourceOffset(offset))
      }
    }
    return copy
  }

  /// The remark as one line, its places put into words by `describe`.
  package func text(describingPlaces describe: (Int) -> String) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .place(let offset): text += describe(offset)
      }
    }
  }
}
