import SourceText

/// `net`: layers between arrows.
extension Parser {
  /// `net mlp = 2 -> 4 tanh -> 1 sigmoid, init=he`, from the word on.
  func net() throws(Rejection) -> NetDefinition {
    let keyword = token.range
    hasArrows = true
    advance()
    guard let word = token.word else {
      throw token.isMistake ? unexpected(after: nil) : .netNameExpected(after: keyword)
    }
    guard !Words.isReserved(word) else { throw .reserved(word, at: token.range) }
    let name = Name(text: word, range: token.range)
    advance()
    guard isAt(.define) else {
      throw token.isMistake
        ? unexpected(after: nil)
        : .netWithoutEquals(
          name, text: restOfLine(from: isAt(.colon) ? token.range.upperBound : token.range.lowerBound))
    }
    advance()
    operands = 0
    if isAt(.arrow) { throw .inputsMissing(at: token.range) }
    let inputs = try expression()
    guard isAt(.arrow) else { throw unexpectedAfterInputs(inputs, of: name) }
    var layers: [NetDefinition.Layer] = []
    while isAt(.arrow) {
      let arrow = token.range
      advance()
      if token.isEnd || isAt(.arrow) || isAt(.comma) || isAtOption { throw .layerMissing(after: arrow) }
      let layer = try layer()
      layers.append(layer)
      try checkLayerEnd(layer)
    }
    let options = try closingOptions(.net, after: nil)
    return NetDefinition(name: name, inputs: inputs, layers: layers, options: options)
  }

  /// What follows the inputs is no arrow: no layer was read.
  private func unexpectedAfterInputs(_ inputs: Expression, of name: Name) -> Rejection {
    switch token.kind {
    case .end:
      if peek().symbol == .arrow { return layersNotIndented(below: name) }
      if case .call = inputs.kind { return .netOfCall(inputs, name: name, in: code) }
      return .netWithoutLayers(inputs, of: name, in: code)
    case .symbol(.comma):
      return isArrowAhead || peek().startsOperand && !isOptionAhead
        ? .arrowExpected(at: token.range, between: Self.layers, in: code)
        : .netWithoutLayers(inputs, of: name, in: code)
    case .symbol(.define), .symbol(.colon): return .arrowExpected(at: token.range, between: Self.layers, in: code)
    case .number: return .arrowMissing(at: missingRange, before: token.range, in: code)
    case .word where isAtOption: return .netWithoutLayers(inputs, of: name, in: code)
    case .word where token.startsLine: return .arrowMissing(at: missingRange, before: token.range, in: code)
    case .word where token.startsOperand:
      if case .binary = inputs.kind { return .netWithoutLayers(inputs, of: name, in: code) }
      return .activationOfInputs(at: token.range, in: code)
    case .string, .word, .symbol, .mistake: return unexpectedArrow(between: Self.layers, after: inputs)
    }
  }

  private static let layers = "the layers of a network"

  /// Passes over the layers that stand below `net` without being indented.
  private func layersNotIndented(below name: Name) -> Rejection {
    let outer = column
    beginStatement()
    while !token.isEnd, token.column == outer, isAt(.arrow) {
      while !token.isEnd { advance() }
      beginStatement()
    }
    endStatement(ofColumn: outer)
    return .layersNotIndented(below: name)
  }

  // MARK: Layers

  /// `4 tanh`, `8 sigmoid * 10`, `dropout(0.2)`
  private func layer() throws(Rejection) -> NetDefinition.Layer {
    let start = token.range.lowerBound
    let kind = try layerKind()
    var repetitions: Expression?
    if isAt(.times) {
      advance()
      operands = 0
      repetitions = try operation(.sign)
    }
    return NetDefinition.Layer(kind, repetitions: repetitions, range: start..<previousEnd)
  }

  private func layerKind() throws(Rejection) -> NetDefinition.Layer.Kind {
    operands = 0
    let neurons = try operation(.sign)
    switch neurons.kind {
    case .name("dropout"): return .dropout([])
    case .name("batchnorm"): return .batchnorm([])
    case .call(let name, primes: 0, let arguments) where name.text == "dropout": return .dropout(arguments)
    case .call(let name, primes: 0, let arguments) where name.text == "batchnorm": return .batchnorm(arguments)
    case .number, .string, .name, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary,
      .approximately, .group:
      break
    }
    guard isAtActivation else {
      try checkLoneLayer(neurons)
      return .dense(neurons: neurons, activation: nil)
    }
    operands = 0
    let activation = try operation(.postfix)
    switch activation.kind {
    case .name, .call(_, primes: 0, _): return .dense(neurons: neurons, activation: activation)
    case .number, .string, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary, .approximately,
      .group:
      throw .activationExpected(activation, in: code)
    }
  }

  /// Whether the current word is an activation: no option, nor one that lacks its `=`.
  private var isAtActivation: Bool {
    guard let word = token.word, !Words.isNoOperand(word), !isAtOption else { return false }
    let following = peek()
    return !token.startsLine || following.startsLine || !following.startsOperand
  }

  /// A call that stands alone can be no number of neurons that anyone would write so: it is a layer misspelt, or an
  /// activation without its neurons.
  private func checkLoneLayer(_ neurons: Expression) throws(Rejection) {
    if case .number = token.kind, case .name = neurons.kind {
      throw .swappedActivation(neurons, count: token.range, in: code)
    }
    guard case .call(let name, _, _) = neurons.kind, let near = nearest(to: name.text, among: Words.layers) else {
      return
    }
    throw .unknownLayer(name, near: near)
  }

  /// After a layer stands another, or the options.
  private func checkLayerEnd(_ layer: NetDefinition.Layer) throws(Rejection) {
    switch token.kind {
    case .symbol(.comma):
      let isLayer = isArrowAhead || peek().startsOperand && peek().word == nil
      if isLayer, !isOptionAhead { throw .arrowExpected(at: token.range, between: Self.layers, in: code) }
    case .word where !isAtOption && token.startsOperand:
      if layer.repetitions != nil { throw .repetitionBeforeActivation(at: layer.range, token.range, in: code) }
      guard !token.startsLine, case .dense(_, let activation?) = layer.kind else { return }
      throw .secondActivation(at: token.range, after: activation, in: code)
    case .symbol(.greater), .symbol(.define), .symbol(.colon):
      throw .arrowExpected(at: token.range, between: Self.layers, in: code)
    case .symbol(.plus), .symbol(.minus), .symbol(.over), .symbol(.product):
      guard case .dense(let neurons, nil) = layer.kind, layer.repetitions == nil else { return }
      throw .countWithoutBrackets(at: neurons.range.lowerBound..<token.range.upperBound, neurons, in: code)
    case .number: throw .arrowMissing(at: missingRange, before: token.range, in: code)
    case .mistake: throw unexpectedArrow(between: Self.layers)
    case .string:
      guard case .dense(_, nil) = layer.kind else { return }
      throw .activationInQuotes(at: token.range, in: code)
    case .word, .symbol, .end: break
    }
  }

  /// Whether `->` stands in the rest of the statement.
  var isArrowAhead: Bool {
    let ahead = Parser(copying: self)
    while !ahead.token.isEnd {
      if ahead.isAt(.arrow) { return true }
      ahead.advance()
    }
    return false
  }

  /// Whether an option follows the current token.
  private var isOptionAhead: Bool {
    let ahead = Parser(copying: self)
    ahead.advance()
    return ahead.isAtOption
  }
}
