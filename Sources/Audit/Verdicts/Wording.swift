/// Puts verdicts into words.
enum Wording {
  /// "is 0.40673, the note says 0.593269992"
  static func message(for link: Link, in convention: Convention, _ text: [UInt8]) -> String {
    let isReversed = link.right.loneLiteral == nil && link.left.loneLiteral != nil
    let (computed, stated) = isReversed ? (link.right, link.left) : (link.left, link.right)
    let evaluation = Evaluation(convention: convention)
    let first = (try? evaluation.value(of: computed).middle) ?? .nan
    let second = (try? evaluation.value(of: stated).middle) ?? .nan
    let figure = Figure.text(of: first, unlike: second)
    guard stated.loneLiteral != nil else {
      let other = Figure.text(of: second, unlike: first)
      return "\(quoted(computed, in: text)) is \(figure), \(quoted(stated, in: text)) is \(other)"
    }
    return "\(quoted(computed, in: text)) is \(figure), the note says \(quoted(stated, in: text, marks: false))"
  }

  /// "the derivative is 2*x + 2*y, the note says 2x + 3y"
  static func message(for identity: Identity, _ difference: Identity.Difference, in text: [UInt8]) -> String {
    if let derivative = difference.derivative {
      return "the derivative is `\(derivative)`, the note says `\(quoted(identity.right, in: text, marks: false))`"
    }
    let place = difference.point.map { "\($0.name) = \(Figure.text(of: $0.value, digits: 3))" }.joined(separator: ", ")
    let (first, second) = (
      Figure.text(of: difference.left, unlike: difference.right),
      Figure.text(of: difference.right, unlike: difference.left)
    )
    return "\(quoted(identity.left, in: text)) is not \(quoted(identity.right, in: text)): "
      + "where \(place) they are \(first) and \(second)"
  }

  static func quoted(_ expression: Expression, in text: [UInt8], marks: Bool = true) -> String {
    let words = String(decoding: text[expression.range], as: UTF8.self).split { $0 == "\n" || $0 == " " }
    let quoted = words.joined(separator: " ")
    return marks ? "`\(quoted)`" : quoted
  }
}
