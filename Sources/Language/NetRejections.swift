import SourceText

/// What there is to say about networks.
extension Rejection {
  static func netNameExpected(after keyword: Range<Int>) -> Rejection {
    Rejection(
      at: keyword, "the name of the network is missing after `net`", help: "write `net mlp = 2 -> 4 tanh -> 1 sigmoid`")
  }

  static func netWithoutEquals(_ name: Name, text: String) -> Rejection {
    Rejection(
      at: name.range, "`=` is missing after `\(name.text)`",
      help: "write `net \(name.text) = \(text.isEmpty ? "2 -> 4 tanh -> 1 sigmoid" : text)`")
  }

  static func inputsMissing(at arrow: Range<Int>) -> Rejection {
    Rejection(
      at: arrow, "the number of inputs is missing before `->`", help: "a network begins with it: `net mlp = 2 -> 1`")
  }

  static func netWithoutLayers(_ inputs: Expression, of name: Name, in code: [UInt8]) -> Rejection {
    let text = code.quotation(inputs.range)
    if case .binary = inputs.kind {
      return Rejection(
        at: inputs.range, "`->` stands between the layers of a network", help: "write `2 -> 4 tanh -> 1`")
    }
    return Rejection(
      at: inputs.range, "a network has at least one layer behind its inputs",
      help: "write `net \(name.text) = \(text) -> 4 tanh -> 1 sigmoid`")
  }

  static func netOfCall(_ call: Expression, name: Name, in code: [UInt8]) -> Rejection {
    Rejection(
      at: call.range, "`net` is followed by the layers of a network",
      help: "what a function makes is named without it: `\(name.text) = \(code.quotation(call.range))`")
  }

  static func activationOfInputs(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "the inputs have no activation",
      help: "`\(code.quotation(range))` stands behind the neurons of a layer: `2 -> 4 \(code.quotation(range))`")
  }

  static func activationInQuotes(at range: Range<Int>, in code: [UInt8]) -> Rejection {
    let name = code.quotation(range).dropFirst().dropLast()
    return Rejection(at: range, "an activation stands without quotes", help: "write `\(name)`")
  }

  static func layerAfterOptions(at range: Range<Int>) -> Rejection {
    Rejection(at: range, "layers stand before the options")
  }

  static func arrowExpected(at range: Range<Int>, between what: String, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "`->` stands between \(what), not `\(code.quotation(range))`", help: "write `->`")
  }

  static func arrowMissing(at range: Range<Int>, before next: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(at: range, "`->` is missing before `\(code.quotation(next))`")
  }

  static func arrowAtStart(at range: Range<Int>) -> Rejection {
    Rejection(
      at: range, "a statement does not begin with `->`",
      help: "a layer that goes on with the network above is indented deeper than `net`")
  }

  static func layersNotIndented(below name: Name) -> Rejection {
    Rejection(
      at: name.range, "the layers of `\(name.text)` are not indented",
      help: "indent the lines below by two spaces or more")
  }

  static func layerMissing(after arrow: Range<Int>) -> Rejection {
    Rejection(at: arrow, "a layer is missing after `->`", help: "write `-> 4 tanh`")
  }

  static func swappedActivation(_ activation: Expression, count: Range<Int>, in code: [UInt8]) -> Rejection {
    Rejection(
      at: activation.range.lowerBound..<count.upperBound, "the number of neurons stands before the activation",
      help: "write `\(code.quotation(count)) \(code.quotation(activation.range))`")
  }

  static func activationExpected(_ activation: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: activation.range, "an activation is a name, as in `4 tanh`, or a call, as in `4 leaky_relu(0.01)`",
      help: "give the function a name of its own: `f(z) = …`, then `4 f`")
  }

  static func secondActivation(at range: Range<Int>, after first: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "a layer has one activation, and that of this one is `\(code.quotation(first.range))`",
      help: "layers are separated by `->`")
  }

  static func repetitionBeforeActivation(at layer: Range<Int>, _ activation: Range<Int>, in code: [UInt8]) -> Rejection
  {
    Rejection(
      at: layer.lowerBound..<activation.upperBound, "how often a layer is repeated stands behind its activation",
      help: "write `8 \(code.quotation(activation)) * 10` for ten layers of 8")
  }

  static func countWithoutBrackets(at range: Range<Int>, _ neurons: Expression, in code: [UInt8]) -> Rejection {
    Rejection(
      at: range, "a number of neurons that is computed stands in brackets",
      help: "write `(\(code.quotation(range)) …)`")
  }

  static func unknownLayer(_ name: Name, near: String) -> Rejection {
    Rejection(at: name.range, "unknown layer `\(name.text)`", help: "did you mean `\(near)`?")
  }
}
