import Engine
import Formula
import Language
import Report

/// Works an expression of the note: as it is written, with numbers put in, and its value. Functions of the note are opened,
/// and so are sums where they are short. Of an array every entry is a line of its own, as long as they are few.
struct ExpressionWorking {
  let evaluator: Evaluator
  let digits: Int

  private var numerals: Numerals { Numerals(digits: digits) }

  func lines(_ item: Output.Item) throws(Mistake) -> [Working.Line] {
    let value = try evaluator.value(of: item.value)
    let scope = Opened.Scope(evaluator: evaluator)
    let letters = LetterForm(code: evaluator.code).phrase(item.value)
    let left =
      item.label.map(Phrase.words)
      ?? Phrase(text: evaluator.code.spelling(item.value), latex: letters.latex, isTall: letters.isTall)
    switch value {
    case .number(let number): return [try line(left, item.value, [], number, scope)]
    case .vector, .matrix:
      guard value.shape.count <= Lesson.mostNeurons else { return [array(left, value)] }
      let name = item.label == nil && item.value.isCompound ? left.bracketed : left
      var lines: [Working.Line] = []
      for place in value.places {
        let numbers = place.map { String($0 + 1) }
        let text = "\(name.text)[\(numbers.joined(separator: ","))]"
        let latex = item.isPlainName ? Term.latex(name: text) : name.latex(at: numbers)
        let entry = Phrase(text: text, latex: latex)
        lines.append(try line(entry, item.value, place, value.entry(place), scope))
      }
      return lines
    }
  }

  private func line(
    _ left: Phrase, _ expression: Expression, _ place: [Int], _ value: Double, _ scope: Opened.Scope
  ) throws(Mistake) -> Working.Line {
    let room = Opened.Room()
    let numbers = try Opened(scope: scope, numerals: numerals, room: room).entry(of: expression, at: place)
    // What stands for itself needs no working.
    if Double(numbers.text) == value { return Working.Line(left, [.result(numerals.given(value))]) }
    let isWhole = value.isFinite && value == value.rounded() && value.magnitude < 1e15
    let result = isWhole ? numerals.given(value) : numerals.computed(value)
    let saysNothing = room.isExceeded || numbers.text == result.text || numbers.text == left.text
    return Working.Line(left, (saysNothing ? [] : [.numbers(numbers)]) + [.result(result)])
  }

  /// An array of too many entries.
  private func array(_ left: Phrase, _ value: Engine.Value) -> Working.Line {
    guard Lesson.writesOut(value) else {
      return Working.Line(
        left, [.formula(Phrase(text: "…", latex: "\\dots"))], comment: numerals.measure(value))
    }
    return Working.Line(left, [.result(numerals.array(value))])
  }
}

extension Expression {
  /// Whether an index behind it wants brackets.
  var isCompound: Bool {
    switch kind {
    case .binary, .negate, .not, .approximately: true
    case .number, .string, .name, .vector, .matrix, .member, .call, .index, .group, .prime: false
    }
  }
}

extension Output.Item {
  /// Whether it is a name or a member without a label, whose entries are letters with an index.
  fileprivate var isPlainName: Bool {
    switch value.kind {
    case .name, .member: label == nil
    case .number, .string, .vector, .matrix, .call, .prime, .index, .negate, .not, .binary, .approximately, .group:
      false
    }
  }
}
