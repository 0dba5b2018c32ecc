import Engine
import Report

/// How an optimizer's step is worked for one entry of a parameter array: the gradient as the rule sees it, what the optimizer
/// remembers, the step. The letters g, m, v and s are those of the entry in whose line they end.
struct UpdateRule {
  let record: UpdateRecord
  let numerals: Numerals
  let optimizer: Optimizer

  init(_ record: UpdateRecord, _ numerals: Numerals) {
    (self.record, self.numerals, optimizer) = (record, numerals, record.optimizer)
  }

  /// One entry of a parameter array.
  struct Entry {
    let symbol: Phrase
    let slope: Double
    let before: Double
    let after: Double
    let memoryBefore: [Double]
    let memoryAfter: [Double]
    let isWeight: Bool

    init(symbol: Phrase, slope: Double, _ change: UpdateRecord.Change, _ places: [Int], isWeight: Bool) {
      (self.symbol, self.slope, self.isWeight) = (symbol, slope, isWeight)
      (before, after) = (change.before.entry(places), change.after.entry(places))
      memoryBefore = change.memoryBefore.map { $0.entry(places) }
      memoryAfter = change.memoryAfter.map { $0.entry(places) }
    }

    /// An entry of no array, whose numbers nobody reads.
    init(symbol: Phrase, isWeight: Bool, memories: Int) {
      (self.symbol, self.isWeight) = (symbol, isWeight)
      (slope, before, after) = (0, 0, 0)
      memoryBefore = [Double](repeating: 0, count: memories)
      memoryAfter = memoryBefore
    }
  }

  // MARK: Letters

  let g = Phrase.symbol("g")
  let η = Phrase(text: "η", latex: "\\eta")
  let ε = Phrase(text: "ε", latex: "\\varepsilon")
  let one = Phrase.symbol("1")
  let β1 = Phrase(text: "β1", latex: "\\beta_{1}")
  let β2 = Phrase(text: "β2", latex: "\\beta_{2}")
  let m = Phrase.symbol("m")
  let v = Phrase.symbol("v")
  let time = Phrase.symbol("t")
  let μ = Phrase(text: "μ", latex: "\\mu_{t}")
  let next = Phrase(text: "μ'", latex: "\\mu_{t+1}")
  let Π = Phrase(text: "Π", latex: "\\Pi_{t}")
  private let λ = Phrase(text: "λ", latex: "\\lambda")
  private let factor = Phrase.symbol("c")

  var rate: Phrase { numerals.given(record.learningRate) }
  var count: Phrase { numerals.count(record.count) }
  func setting(_ setting: Optimizer.Setting) -> Phrase { numerals.given(optimizer[setting]) }

  // MARK: Around the entries

  /// `sgd, η = 0.5`
  var heading: String {
    "\(optimizer.rule.rawValue), η = \(rate.text)" + (isCounted ? ", step t = \(record.count)" : "")
  }

  private var isCounted: Bool { optimizer.rule != .sgd && record.count > 0 }

  /// What times a weight goes to its gradient: `l2`, and the optimizer's own `weight_decay`.
  private func decay(isWeight: Bool) -> Double {
    (isWeight ? record.l2 : 0) + (optimizer.rule == .adamw ? 0 : optimizer[.weightDecay])
  }

  private var isClipped: Bool { record.clipFactor != 1 }

  /// What comes before the entries and is the same for all.
  var opening: [Working.Line] { bound + (optimizer.rule == .nadam ? momenta : []) }

  /// The factor that keeps the norm of the gradient within its bound.
  private var bound: [Working.Line] {
    guard let clip = record.clip, isClipped else { return [] }
    let norm = Phrase(text: "norm(∂L/∂w)", latex: "\\lVert \\frac{\\partial L}{\\partial w} \\rVert", isTall: true)
    return [
      Working.Line(
        factor,
        [
          .formula(Phrase(text: "clip", latex: "\\text{clip}") / norm),
          .numbers(numerals.given(clip) / numerals.computed(clip / record.clipFactor)),
          .result(numerals.computed(record.clipFactor)),
        ], comment: "the norm of the whole gradient is bounded")
    ]
  }

  /// The momenta of nadam, at this step and at the next, and their product so far.
  private var momenta: [Working.Line] {
    let ψ = Phrase(text: "ψ", latex: "\\psi")
    let base = Phrase(text: "0.96", latex: "0.96", isNumeric: true)
    func momentum(_ symbol: Phrase, at time: Phrase, _ count: Int) -> Working.Line {
      func formula(_ β: Phrase, _ time: Phrase, _ ψ: Phrase) -> Phrase {
        β * (one - base.raised(to: time * ψ) / .symbol("2"))
      }
      return Working.Line(
        symbol,
        [
          .formula(formula(β1, time, ψ)),
          .numbers(formula(setting(.β1), numerals.count(count), setting(.momentumDecay))),
          .result(numerals.computed(optimizer.momentum(at: count))),
        ])
    }
    let before = Phrase(text: Π.text, latex: "\\Pi_{t-1}")
    return [
      momentum(μ, at: time, record.count), momentum(next, at: time + one, record.count + 1),
      Working.Line(
        Π,
        [
          .formula(before * μ),
          .numbers(
            numerals.given(optimizer.momenta(through: record.count - 1))
              * numerals.computed(optimizer.momentum(at: record.count))),
          .result(numerals.computed(optimizer.momenta(through: record.count))),
        ], relation: .becomes),
    ]
  }

  /// What is said below the lines; `sharesLetters` where several entries use the letters g, m, v and s.
  func remarks(sharesLetters: Bool) -> [String] {
    var remarks: [String] = []
    if let clip = record.clip, !isClipped {
      remarks.append("The norm of the gradient is within clip = \(numerals.given(clip).text): nothing is cut.")
    }
    if sharesLetters, linesForEntry > 1 {
      remarks.append("g and what stands below it belong to the parameter in whose line they end.")
    }
    if optimizer.rule == .nadam {
      remarks.append(
        "ψ is momentum_decay, μ' the μ of the next step, Π the product of the μ of all steps so far.")
    }
    if optimizer.rule == .lbfgs {
      remarks.append("L-BFGS finds one step for all parameters together, from the gradients of its last steps.")
    }
    return remarks
  }

  // MARK: The gradient

  /// Whether g is more than ∂L/∂w.
  func isChanged(isWeight: Bool) -> Bool { isClipped || decay(isWeight: isWeight) != 0 }

  /// The gradient as the rule sees it.
  func gradient(_ entry: Entry) -> Double {
    let clipped = isClipped ? entry.slope * record.clipFactor : entry.slope
    let decay = decay(isWeight: entry.isWeight)
    return decay == 0 ? clipped : clipped + decay * entry.before
  }

  /// `g = c·∂L/∂w + λ·w`
  func gradientLine(_ entry: Entry, slope: Phrase) -> Working.Line {
    let decay = decay(isWeight: entry.isWeight)
    var letters = isClipped ? factor * slope : slope
    var numbers = numerals.computed(entry.slope)
    if isClipped { numbers = numerals.computed(record.clipFactor) * numbers }
    if decay != 0 {
      letters = letters + λ * entry.symbol
      numbers = numbers + numerals.given(decay) * numerals.given(entry.before)
    }
    let isPlain = !isClipped && decay == 0
    return Working.Line(
      g, [.formula(letters)] + (isPlain ? [] : [.numbers(numbers)]) + [.result(numerals.computed(gradient(entry)))])
  }

  /// How many lines an entry takes.
  var linesForEntry: Int {
    let own: Int =
      switch optimizer.rule {
      case .sgd, .lbfgs: 1
      case .momentum, .nesterov, .adagrad: 2
      case .rmsprop: 2 + (optimizer[.momentum] != 0 ? 1 : 0) + (optimizer[.centered] != 0 ? 1 : 0)
      case .adadelta: 4
      case .nadam: 4
      case .adamax: 3
      case .adam, .adamw: 5 + (optimizer[.amsgrad] != 0 ? 1 : 0)
      }
    return own + (optimizer.rule == .sgd && !isChanged(isWeight: true) || optimizer.rule == .lbfgs ? 0 : 1)
  }
}
