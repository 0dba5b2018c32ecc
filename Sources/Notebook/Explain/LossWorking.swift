import Engine
import Formula
import Report

/// How a loss is worked: its terms, their mean or sum, and its derivative by an output.
struct LossWorking {
  let loss: Objective
  let samples: Int
  let outputs: Int
  let numerals: Numerals

  /// A fraction of whole numbers.
  struct Share: Equatable {
    let numerator: Int
    let denominator: Int
    var value: Double { Double(numerator) / Double(denominator) }
  }

  /// Whether it compares all outputs of a sample at once.
  var isOfSample: Bool {
    switch loss {
    case .builtIn(.crossEntropy, _), .builtIn(.kl, _): true
    case .builtIn, .custom: false
    }
  }

  /// What the terms' sum is divided by, a half in a term apart.
  var divisor: Int {
    switch loss {
    case .builtIn(.sse, _): 1
    case .builtIn(.halfMse, _), .builtIn(.crossEntropy, _), .builtIn(.kl, _): samples
    case .builtIn, .custom: samples * outputs
    }
  }

  /// What times `slope` is ∂L/∂y.
  var share: Share {
    switch loss {
    case .builtIn(.mse, _): Share(numerator: 2, denominator: samples * outputs)
    case .builtIn(.sse, _): Share(numerator: 2, denominator: 1)
    case .builtIn, .custom: Share(numerator: 1, denominator: divisor)
    }
  }

  private var one: Phrase { .symbol("1") }
  private var two: Phrase { .symbol("2") }
  private func log(_ operand: Phrase) -> Phrase { .call("log", latex: "\\ln", [operand]) }

  // MARK: The term

  /// The sum of terms with the sign that the loss has.
  func signed(_ sum: Phrase) -> Phrase {
    if case .builtIn(.crossEntropy, _) = loss { -sum } else { sum }
  }

  /// The term of one output; of a loss that compares all outputs of a sample, one of those that are added up, before their sign.
  func term(_ y: Phrase, _ t: Phrase) -> Phrase {
    switch loss {
    case .custom(let custom): return .call(custom.name, latex: Term.latex(name: custom.name), [y, t])
    case .builtIn(let loss, let bend):
      switch loss {
      case .mse, .sse: return (y - t).squared
      case .halfMse: return (y - t).squared / two
      case .mae: return .magnitude(y - t)
      case .crossEntropy: return t * log(y)
      case .kl: return t * log(t / y)
      case .huber: return huber(y - t, isNear: true, bend)
      case .logCosh: return log(.call("cosh", latex: "\\cosh", [y - t]))
      case .hinge: return .call("max", latex: "\\max", [.symbol("0"), one - t * y])
      case .bce: return -(t * log(y) + (one - t) * log(one - y))
      }
    }
  }

  /// The formula of the term that holds at these numbers: of `huber` one of two.
  func formula(_ y: Phrase, _ t: Phrase, at numbers: (y: Double, t: Double)) -> Phrase {
    guard case .builtIn(.huber, let bend) = loss else { return term(y, t) }
    return huber(y - t, isNear: (numbers.y - numbers.t).magnitude <= bend, bend)
  }

  private func huber(_ d: Phrase, isNear: Bool, _ bend: Double) -> Phrase {
    let δ = numerals.given(bend)
    return isNear ? d.squared / two : δ * (.magnitude(d) - δ / two)
  }

  /// The term in numbers, what counts for nothing left out; nil where that says nothing.
  func numbers(_ y: Double, _ t: Double) -> Phrase? {
    let (output, target) = (numerals.computed(y), numerals.given(t))
    switch loss {
    case .builtIn(.crossEntropy, _), .builtIn(.kl, _):
      guard t != 0, y > 0 else { return nil }
      return loss == .builtIn(.crossEntropy) && t == 1 ? log(output) : term(output, target)
    case .builtIn(.bce, _):
      if t == 1 { return y > 0 ? -log(output) : nil }
      if t == 0 { return y < 1 ? -log(one - output) : nil }
      return term(output, target)
    case .builtIn, .custom: return formula(output, target, at: (y, t))
    }
  }

  /// All terms at once, for what is too much to be written out: `Σ (y - t)^2/8`.
  var whole: Phrase {
    let (y, t) = (Phrase.symbol("y"), Phrase.symbol("t"))
    let inner = term(y, t)
    let part = inner.operand ?? inner
    let whole = part.isSum ? part.bracketed : part
    let plain = Phrase(text: "Σ \(whole.text)", latex: "\\sum \(whole.latex)", level: .product, isTall: true)
    let sum = inner.operand == nil ? signed(plain) : -plain
    return divisor == 1 ? sum : sum / .symbol("\(divisor)")
  }

  // MARK: Its derivative

  /// The derivative of the term by y.
  func slope(_ y: Phrase, _ t: Phrase, at numbers: (y: Double, t: Double)) -> Phrase {
    switch loss {
    case .custom(let custom):
      return .call("\(custom.name)'", latex: "\(Term.latex(name: custom.name))'", [y, t])
    case .builtIn(let loss, let bend):
      switch loss {
      case .mse, .sse, .halfMse: return y - t
      case .mae: return .call("sign", latex: "\\mathrm{sgn}", [y - t])
      case .crossEntropy, .kl: return -(t / y)
      case .huber:
        let isNear = (numbers.y - numbers.t).magnitude <= bend
        return isNear ? y - t : numerals.given(bend) * .call("sign", latex: "\\mathrm{sgn}", [y - t])
      case .logCosh: return .call("tanh", latex: "\\tanh", [y - t])
      case .hinge: return numbers.t * numbers.y < 1 ? -t : .symbol("0")
      case .bce: return (y - t) / (y * (one - y))
      }
    }
  }

  /// Why that formula holds, where there is more than one.
  func reason(at numbers: (y: Double, t: Double)) -> String? {
    switch loss {
    case .builtIn(.huber, let bend):
      let bend = numerals.given(bend).text
      return (numbers.y - numbers.t).magnitude <= Double(bend) ?? 0 ? "y within \(bend) of t" : "y beyond \(bend) of t"
    case .builtIn(.hinge, _): return numbers.t * numbers.y < 1 ? "t times y is below 1" : "t times y is 1 or more"
    case .builtIn, .custom: return nil
    }
  }

  /// The derivative in numbers, and its value.
  func slopeNumbers(_ y: Double, _ t: Double) -> Phrase {
    slope(numerals.computed(y), numerals.given(t), at: (y, t))
  }

  func slopeValue(_ y: Double, _ t: Double) -> Double {
    let d = y - t
    switch loss {
    case .custom(let custom): return custom.figures(y: y, t: t).slope
    case .builtIn(let loss, let bend):
      switch loss {
      case .mse, .sse, .halfMse: return d
      case .mae: return d > 0 ? 1 : d < 0 ? -1 : 0
      case .crossEntropy, .kl: return t == 0 ? 0 : -t / y
      case .huber: return min(max(d, -bend), bend)
      case .logCosh: return Activation.tanh.value(at: d)
      case .hinge: return t * y < 1 ? -t : 0
      case .bce: return d / (y * (1 - y))
      }
    }
  }
}
