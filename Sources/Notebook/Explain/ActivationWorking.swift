import Engine
import Formula
import Report

/// How an activation and its derivative are worked: the formula, and the numbers put in.
struct ActivationWorking {
  let activation: Activation
  let numerals: Numerals

  /// f
  private var name: (text: String, latex: String) {
    switch activation {
    case .sigmoid: ("σ", "\\sigma")
    case .tanh: ("tanh", "\\tanh")
    case .leakyRelu: ("leaky_relu", "\\text{leaky relu}")
    case .custom(let custom): (custom.name, Term.latex(name: custom.name))
    case .linear, .relu, .elu, .selu, .gelu, .silu, .softplus, .softmax, .step:
      (activation.word, "\\mathrm{\(activation.word)}")
    }
  }

  /// f(z); of a linear neuron z itself.
  func value(of z: Phrase) -> Phrase {
    activation == .linear ? z : .call(name.text, latex: name.latex, [z])
  }

  /// f(z) in numbers, the neuron's z among those of its layer; nil where that says no more than the result.
  func numbers(_ zs: [Double], at place: Int) -> Phrase? {
    let number = zs[place]
    let z = numerals.computed(number)
    let one = Phrase.symbol("1")
    switch activation {
    case .linear: return nil
    case .sigmoid: return one / (one + .exp(numerals.computed(-number)))
    case .tanh: return .call("tanh", latex: "\\tanh", [z])
    case .relu: return .call("max", latex: "\\max", [.symbol("0"), z])
    case .leakyRelu(let slope): return number > 0 ? nil : numerals.given(slope) * z
    case .elu(let α): return number > 0 ? nil : .product(factor(α) + [.exp(z) - one])
    case .selu:
      let λ = numerals.computed(Self.seluScale)
      return number > 0 ? λ * z : .product([λ, numerals.computed(Self.seluAlpha), .exp(z) - one])
    case .gelu: return .product([z / .symbol("2"), one + erf(z / .root(.symbol("2")))])
    case .silu: return z / (one + .exp(numerals.computed(-number)))
    case .softplus: return number > Self.largestExponent ? nil : .call("log", latex: "\\ln", [one + .exp(z)])
    case .step: return nil
    case .custom: return .call(name.text, latex: name.latex, [z])
    case .softmax:
      // What is taken off every exponent cancels.
      let shift = Self.shift(zs)
      return .exp(numerals.computed(number - shift)) / .longSum(zs.map { .exp(numerals.computed($0 - shift)) })
    }
  }

  /// The formula of f where it is not the name: of softmax, which takes a whole layer.
  func formula(_ zs: [Phrase], at place: Int, _ numbers: [Double]) -> Phrase {
    guard activation == .softmax else { return value(of: zs[place]) }
    guard Self.shift(numbers) != 0 else { return .exp(zs[place]) / .longSum(zs.map { .exp($0) }) }
    let greatest = Phrase(text: "max(z)", latex: "\\max(z)")
    return .exp(zs[place] - greatest) / .longSum(zs.map { .exp($0 - greatest) })
  }

  /// What is taken off the exponents of softmax before e^z is too large or too small for anybody to write down.
  private static func shift(_ zs: [Double]) -> Double {
    let greatest = zs.max() ?? 0
    return greatest.magnitude > largestExponent ? greatest : 0
  }

  private static let largestExponent = 200.0

  // MARK: The derivative

  /// f'(z); nil where it is 1 everywhere.
  func slope(of z: Phrase) -> Phrase? {
    activation == .linear ? nil : .call("\(name.text)'", latex: "\(name.latex)'", [z])
  }

  /// f'(z) in numbers, a being f(z); nil where it is 1 everywhere.
  func slopeNumbers(z: Double, a: Double) -> Phrase? {
    let one = Phrase.symbol("1")
    switch activation {
    case .linear: return nil
    case .sigmoid, .softmax:
      let a = numerals.computed(a)
      return a * (one - a)
    case .tanh: return one - numerals.computed(a).squared
    case .relu: return .symbol(z > 0 ? "1" : "0")
    case .leakyRelu(let slope): return z > 0 ? one : numerals.given(slope)
    case .elu(let α): return z > 0 ? one : .product(factor(α) + [.exp(numerals.computed(z))])
    case .selu:
      let λ = numerals.computed(Self.seluScale)
      return z > 0 ? λ : .product([λ, numerals.computed(Self.seluAlpha), .exp(numerals.computed(z))])
    case .softplus: return one / (one + .exp(numerals.computed(-z)))
    case .step: return .symbol("0")
    case .gelu, .silu, .custom: return numerals.computed(activation.slope(at: z))
    }
  }

  /// f'(z) on a line of its own, where it is too long to be put into another: `gelu'(z1[1]) = … = 0.8412`
  func slopeLine(of symbol: Phrase, z: Double) -> Working.Line? {
    guard let left = slope(of: symbol) else { return nil }
    let (one, two) = (Phrase.symbol("1"), Phrase.symbol("2"))
    let number = numerals.computed(z)
    let result = Working.Step.result(numerals.computed(activation.slope(at: z)))
    switch activation {
    case .gelu:
      let density = Phrase.exp(-number.squared / two) / .root(.product([two, Phrase(text: "pi", latex: "\\pi")]))
      return Working.Line(
        left, [.numbers((one + erf(number / .root(two))) / two + number * density), result])
    case .silu:
      let σ = one / (one + .exp(numerals.computed(-z)))
      return Working.Line(left, [.numbers(σ * (one + number * (one - σ))), result])
    case .custom:
      return Working.Line(left, [.numbers(.call("\(name.text)'", latex: "\(name.latex)'", [number])), result])
    case .linear, .relu, .leakyRelu, .elu, .selu, .softplus, .sigmoid, .tanh, .softmax, .step: return nil
    }
  }

  /// The rule of f', said once for a layer.
  var rule: Working.Line? {
    let z = Phrase.symbol("z")
    let (one, f) = (Phrase.symbol("1"), value(of: z))
    guard let left = slope(of: z) else { return nil }
    func line(_ formula: Phrase) -> Working.Line { Working.Line(left, [.formula(formula)]) }
    func split(_ above: Phrase, _ below: Phrase) -> Working.Line {
      line(
        Phrase(
          text: "\(above.text) where z > 0, else \(below.text)",
          latex: "\(above.latex) \\text{ where } z \\gt 0 \\text{, else } \(below.latex)"))
    }
    switch activation {
    case .sigmoid: return line(f * (one - f))
    case .tanh: return line(one - f.squared)
    case .relu: return split(one, .symbol("0"))
    case .leakyRelu(let slope): return split(one, numerals.given(slope))
    case .elu(let α): return split(one, .product(factor(α) + [.exp(z)]))
    case .selu:
      let λ = Phrase(text: "λ", latex: "\\lambda")
      return split(λ, .product([λ, Phrase(text: "α", latex: "\\alpha"), .exp(z)]))
    case .softplus: return line(.call("σ", latex: "\\sigma", [z]))
    case .silu:
      let σ = Phrase.call("σ", latex: "\\sigma", [z])
      return line(σ * (one + z * (one - σ)))
    case .gelu:
      let two = Phrase.symbol("2")
      let density = Phrase.exp(-z.squared / two) / .root(.product([two, Phrase(text: "pi", latex: "\\pi")]))
      return line((one + erf(z / .root(two))) / two + z * density)
    case .step: return line(.symbol("0"))
    case .custom, .softmax, .linear: return nil
    }
  }

  /// A constant as a factor, which is left out where it is 1.
  private func factor(_ number: Double) -> [Phrase] { number == 1 ? [] : [numerals.given(number)] }

  private func erf(_ operand: Phrase) -> Phrase { .call("erf", latex: "\\mathrm{erf}", [operand]) }

  private static let seluScale = 1.0507009873554804934193349852946
  private static let seluAlpha = 1.6732632423543772848170429916717
}

extension Activation {
  /// The name without its settings.
  fileprivate var word: String { String(text.prefix { $0 != "(" }) }
}
