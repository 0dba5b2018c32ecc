import SourceText

/// How a number is written once it is known what stands around it.
enum Notation: Equatable {
  /// `0.0500`
  case fixed(decimals: Int)
  /// `5.00e-2`
  case scientific(decimals: Int)

  func printed(_ figure: Figure) -> PrintedNumber {
    switch (figure, self) {
    case (.word(let word), _):
      return PrintedNumber(head: word.text, tail: "", latex: word.latex)
    case (.digits(let exact), .fixed(let decimals)):
      let text = exact.fixed(decimals: decimals)
      return PrintedNumber(head: text, tail: "", latex: text)
    case (.digits(let exact), .scientific(let decimals)):
      guard !exact.isZero else { return PrintedNumber(head: "0", tail: "", latex: "0") }
      let (text, exponent) = exact.mantissa(decimals: decimals)
      return PrintedNumber(head: text, tail: "e\(exponent)", latex: "\(text) \\cdot 10^{\(exponent)}")
    }
  }
}

/// A number as text, in the two parts that a column aligns: up to its last digit, and the power of ten after it.
struct PrintedNumber: Equatable {
  let head: String
  let tail: String
  let latex: String

  var text: String { head + tail }
}

extension [PrintedNumber] {
  /// The numbers as texts of one width, their points in one column.
  var aligned: [String] {
    let head = map { displayWidth($0.head) }.max() ?? 0
    let tail = map { displayWidth($0.tail) }.max() ?? 0
    return map { $0.head.padded(to: head, .right) + $0.tail.padded(to: tail, .left) }
  }
}

/// What a Double says to a reader: digits, or a word.
enum Figure: Equatable {
  case digits(DecimalExpansion)
  case word(Word)

  enum Word {
    case undefined
    case infinity
    case minusInfinity

    var text: String {
      switch self {
      case .undefined: "undefined"
      case .infinity: "∞"
      case .minusInfinity: "-∞"
      }
    }

    var latex: String {
      switch self {
      case .undefined: "\\text{undefined}"
      case .infinity: "\\infty"
      case .minusInfinity: "-\\infty"
      }
    }
  }

  /// The digits of a number that is other than 0.
  var expansion: DecimalExpansion? {
    if case .digits(let exact) = self, !exact.isZero { exact } else { nil }
  }

  init(_ number: Double) {
    if number.isNaN {
      self = .word(.undefined)
    } else if number.isInfinite {
      self = .word(number < 0 ? .minusInfinity : .infinity)
    } else {
      self = .digits(DecimalExpansion(number))
    }
  }
}
