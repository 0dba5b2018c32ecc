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
    let opened = Opened(scope: scope, numerals: numerals)
    let letters = LetterForm(code: evaluator.code)
    let left =
      item.label.map(Phrase.words)
      ?? Phrase(text: evaluator.code.spelling(item.value), latex: letters.phrase(item.value).latex)
    switch value {
    case .number(let number): return [try line(left, item.value, [], number, opened)]
    case .vector, .matrix:
      let places = value.places
      guard places.count <= Lesson.mostNeurons else { return [array(left, value)] }
      let name = item.label == nil && item.value.isCompound ? left.bracketed : left
      var lines: [Working.Line] = []
      for place in places {
        let numbers = place.map { String($0 + 1) }
        let text = "\(name.text)[\(numbers.joined(separator: ","))]"
        let latex = item.isPlainName ? Term.latex(name: text) : name.latex(at: numbers)
        let entry = Phrase(text: text, latex: latex)
        lines.append(try line(entry, item.value, place, value.entry(place), opened))
      }
      return lines
    }
  }

  private func line(
    _ left: Phrase, _ expression: Expression, _ place: [Int], _ value: Double, _ opened: Opened
  ) throws(Mistake) -> Working.Line {
    let numbers = try opened.entry(of: expression, at: place)
    let isWhole = value.isFinite && value == value.rounded() && value.magnitude < 1e15
    let result = isWhole ? numerals.given(value) : numerals.computed(value)
    let saysNothing = numbers.text == result.text || numbers.text == left.text
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
    case .binary, .negate, .not, .approximately, .prime: true
    case .number, .string, .name, .vector, .matrix, .member, .call, .index, .group: false
    }
  }
}

extension Output.Item {
  /// Whether it is a name without a label, whose entries are letters with an index.
  fileprivate var isPlainName: Bool { if case .name = value.kind { label == nil } else { false } }
}
