// What readers ask of tokens.

extension Token.Kind {
  var isSuperscript: Bool { if case .superscript = self { true } else { false } }

  var isGroupOpen: Bool { if case .groupOpen = self { true } else { false } }

  var isComma: Bool { if case .comma = self { true } else { false } }

  /// Whether it is the d or ∂ of a derivative.
  var isDifferential: Bool { self == .name("d") || self == .name("\\partial") }

  /// Why no side can be read that holds it.
  var obstacle: Obstacle? {
    switch self {
    case .opaque(let obstacle): obstacle
    case .word: .words
    case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .open,
      .close, .groupOpen, .groupClose, .bar, .comma, .fraction, .root, .percent, .degree, .factorial, .relation,
      .separator:
      nil
    }
  }

  /// How much deeper what follows stands in brackets and groups.
  var depthStep: Int {
    switch self {
    case .open, .groupOpen: 1
    case .close, .groupClose: -1
    case .number, .vulgar, .name, .function, .extreme, .plus, .minus, .times, .divide, .caret, .superscript, .bar,
      .comma,
      .fraction, .root, .percent, .degree, .factorial, .relation, .separator, .word, .opaque:
      0
    }
  }
}
