import Engine
import Report

/// What each optimizer does with the gradient g of one entry; the formulas are those of docs/language.md.
struct OptimizerWorking {
  let rule: UpdateRule
  let entry: UpdateRule.Entry
  /// What the gradient is called: g, or ∂L/∂w where that is all of it.
  let slope: Phrase

  private var numerals: Numerals { rule.numerals }
  private var optimizer: Optimizer { rule.optimizer }
  private var one: Phrase { rule.one }
  private var g: Phrase { numerals.computed(rule.gradient(entry)) }

  private func before(_ place: Int) -> Phrase { numerals.computed(entry.memoryBefore[place]) }
  private func after(_ place: Int) -> Phrase { numerals.computed(entry.memoryAfter[place]) }

  /// A line of what the optimizer remembers.
  private func memory(_ left: Phrase, _ place: Int, _ formula: Phrase, _ numbers: Phrase) -> Working.Line {
    Working.Line(left, [.formula(formula), .numbers(numbers), .result(after(place))], relation: .becomes)
  }

  /// x ← β·x + (1 − β)·y
  private func mean(
    _ left: Phrase, _ place: Int, _ β: Phrase, _ setting: Optimizer.Setting, _ of: (Phrase) -> Phrase
  ) -> Working.Line {
    let figure = rule.setting(setting)
    return memory(
      left, place, β * left + (one - β) * of(slope), figure * before(place) + (one - figure) * of(g))
  }

  /// The step itself: formula, numbers, the new value.
  private func step(_ numbers: Phrase, label: String?) -> Working.Line {
    Working.Line(
      entry.symbol,
      [
        .formula(Self.step(optimizer, rule: rule, from: entry.symbol, slope: slope)), .numbers(numbers),
        .result(numerals.computed(entry.after)),
      ],
      relation: .becomes, comment: label)
  }

  private var w: Phrase { numerals.given(entry.before) }

  func lines(label: String?) -> [Working.Line] {
    switch optimizer.rule {
    case .sgd: [step(w - rule.rate * g, label: label)]
    case .momentum, .nesterov: momentum(label)
    case .adagrad: adagrad(label)
    case .rmsprop: rmsprop(label)
    case .adadelta: adadelta(label)
    case .adam, .adamw: adam(label)
    case .nadam: nadam(label)
    case .adamax: adamax(label)
    case .lbfgs: [step(w + numerals.computed(entry.after - entry.before), label: label)]
    }
  }

  // MARK: The rules

  private func momentum(_ label: String?) -> [Working.Line] {
    let β = Phrase(text: "β", latex: "\\beta")
    let figure = rule.setting(.β)
    let isDamped = optimizer[.dampening] != 0 && rule.record.count > 1
    let τ = Phrase(text: "τ", latex: "\\tau")
    let velocity = memory(
      rule.v, 0, β * rule.v + (isDamped ? (one - τ) * slope : slope),
      figure * before(0) + (isDamped ? (one - rule.setting(.dampening)) * g : g))
    let move = optimizer.rule == .momentum ? rule.rate * after(0) : rule.rate * (g + figure * after(0))
    return [velocity, step(w - move, label: label)]
  }

  private func adagrad(_ label: String?) -> [Working.Line] {
    var rate = rule.rate
    if optimizer[.lrDecay] != 0 {
      rate = rate / (one + numerals.count(rule.record.count - 1) * rule.setting(.lrDecay))
    }
    let s = Phrase.symbol("s")
    return [
      memory(s, 0, s + slope.squared, before(0) + g.squared),
      step(w - rate * (g / (.root(after(0)) + rule.setting(.eps))), label: label),
    ]
  }

  private func rmsprop(_ label: String?) -> [Working.Line] {
    let (isCentered, hasMomentum) = (optimizer[.centered] != 0, optimizer[.momentum] != 0)
    let s = Phrase.symbol("s")
    var lines = [mean(s, 0, Phrase(text: "α", latex: "\\alpha"), .alpha) { $0.squared }]
    if isCentered { lines.append(mean(rule.m, 1, Phrase(text: "α", latex: "\\alpha"), .alpha) { $0 }) }
    let spread = isCentered ? after(0) - after(1).squared : after(0)
    let letter = isCentered ? s - rule.m.squared : s
    let move = g / (.root(spread) + rule.setting(.eps))
    guard hasMomentum else { return lines + [step(w - rule.rate * move, label: label)] }
    let place = isCentered ? 2 : 1
    lines.append(
      memory(
        rule.v, place, Phrase(text: "β", latex: "\\beta") * rule.v + slope / (.root(letter) + rule.ε),
        rule.setting(.momentum) * before(place) + move))
    return lines + [step(w - rule.rate * after(place), label: label)]
  }

  private func adadelta(_ label: String?) -> [Working.Line] {
    let (s, u, d) = (Phrase.symbol("s"), Phrase.symbol("u"), Phrase.symbol("d"))
    let (ρ, figure) = (Phrase(text: "ρ", latex: "\\rho"), rule.setting(.rho))
    let move =
      (entry.memoryBefore[1] + optimizer[.eps]).squareRoot()
      / (entry.memoryAfter[0] + optimizer[.eps]).squareRoot() * rule.gradient(entry)
    let ε = rule.setting(.eps)
    return [
      mean(s, 0, ρ, .rho) { $0.squared },
      Working.Line(
        d,
        [
          .formula(.root((u + rule.ε) / (s + rule.ε)) * slope),
          .numbers(.root((before(1) + ε) / (after(0) + ε)) * g), .result(numerals.computed(move)),
        ]),
      memory(
        u, 1, ρ * u + (one - ρ) * d.squared, figure * before(1) + (one - figure) * numerals.computed(move).squared),
      step(w - rule.rate * numerals.computed(move), label: label),
    ]
  }

  /// m and v, which adam and its kin share.
  private var moments: [Working.Line] {
    [mean(rule.m, 0, rule.β1, .β1) { $0 }, mean(rule.v, 1, rule.β2, .β2) { $0.squared }]
  }

  private func adam(_ label: String?) -> [Working.Line] {
    var lines = moments
    var spread = (letter: rule.v, place: 1)
    if optimizer[.amsgrad] != 0 {
      let u = Phrase.symbol("u")
      lines.append(
        memory(
          u, 2, .call("max", latex: "\\max", [u, rule.v]), .call("max", latex: "\\max", [before(2), after(1)])))
      spread = (u, 2)
    }
    let first = entry.memoryAfter[0] / (1 - optimizer[.β1].power(rule.record.count))
    let second = entry.memoryAfter[spread.place] / (1 - optimizer[.β2].power(rule.record.count))
    lines += [
      corrected(Self.mHat, rule.m, after(0), rule.β1, .β1, first),
      corrected(Self.vHat, spread.letter, after(spread.place), rule.β2, .β2, second),
    ]
    let move = rule.rate * (numerals.computed(first) / (.root(numerals.computed(second)) + rule.setting(.eps)))
    guard optimizer.rule == .adamw, optimizer[.weightDecay] != 0 else { return lines + [step(w - move, label: label)] }
    return lines + [step(w - .product([rule.rate, rule.setting(.weightDecay), w]) - move, label: label)]
  }

  /// m̂ = m/(1 − β^t)
  private func corrected(
    _ left: Phrase, _ letter: Phrase, _ number: Phrase, _ β: Phrase, _ setting: Optimizer.Setting, _ value: Double
  ) -> Working.Line {
    Working.Line(
      left,
      [
        .formula(letter / (one - β.raised(to: rule.time))),
        .numbers(number / (one - rule.setting(setting).raised(to: rule.count))), .result(numerals.computed(value)),
      ])
  }

  private func nadam(_ label: String?) -> [Working.Line] {
    let second = entry.memoryAfter[1] / (1 - optimizer[.β2].power(rule.record.count))
    let (now, next) = (optimizer.momentum(at: rule.record.count), optimizer.momentum(at: rule.record.count + 1))
    let move = Self.nadamMove(
      rule, μ: numerals.computed(now), next: numerals.computed(next),
      Π: numerals.computed(optimizer.momenta(through: rule.record.count)), g, after(0))
    let spread = .root(numerals.computed(second)) + rule.setting(.eps)
    return moments + [
      corrected(Self.vHat, rule.v, after(1), rule.β2, .β2, second), step(w - rule.rate * (move / spread), label: label),
    ]
  }

  private func adamax(_ label: String?) -> [Working.Line] {
    let u = Phrase.symbol("u")
    let max = memory(
      u, 1, .call("max", latex: "\\max", [rule.β2 * u, .magnitude(slope) + rule.ε]),
      .call("max", latex: "\\max", [rule.setting(.β2) * before(1), .magnitude(g) + rule.setting(.eps)]))
    let correction = one - rule.setting(.β1).raised(to: rule.count)
    return [moments[0], max, step(w - rule.rate * (after(0) / (correction * after(1))), label: label)]
  }

  /// (1 − μ)·g/(1 − Π) + μ'·m/(1 − Π·μ')
  private static func nadamMove(
    _ rule: UpdateRule, μ: Phrase, next: Phrase, Π: Phrase, _ g: Phrase, _ m: Phrase
  ) -> Phrase {
    (rule.one - μ) * g / (rule.one - Π) + next * m / (rule.one - Π * next)
  }

  // MARK: In letters

  private static let mHat = Phrase(text: "m̂", latex: "\\hat{m}")
  private static let vHat = Phrase(text: "v̂", latex: "\\hat{v}")

  /// The step in letters.
  static func step(_ optimizer: Optimizer, rule: UpdateRule, from w: Phrase, slope: Phrase) -> Phrase {
    let (η, ε, one) = (rule.η, rule.ε, rule.one)
    func part(_ above: Phrase, _ below: Phrase) -> Phrase { η * (above / (.root(below) + ε)) }
    let s = Phrase.symbol("s")
    switch optimizer.rule {
    case .sgd: return w - η * slope
    case .momentum: return w - η * rule.v
    case .nesterov: return w - η * (slope + Phrase(text: "β", latex: "\\beta") * rule.v)
    case .adagrad: return w - part(slope, s)
    case .rmsprop:
      if optimizer[.momentum] != 0 { return w - η * rule.v }
      return w - part(slope, optimizer[.centered] != 0 ? s - rule.m.squared : s)
    case .adadelta: return w - η * Phrase.symbol("d")
    case .adam: return w - part(mHat, vHat)
    case .adamw:
      let decay = Phrase.product([η, Phrase(text: "λ", latex: "\\lambda"), w])
      return optimizer[.weightDecay] == 0 ? w - part(mHat, vHat) : w - decay - part(mHat, vHat)
    case .nadam:
      let move = nadamMove(rule, μ: rule.μ, next: rule.next, Π: rule.Π, slope, rule.m)
      return w - part(move, vHat)
    case .adamax:
      let correction = one - rule.β1.raised(to: rule.time)
      return w - η * (rule.m / (correction * Phrase.symbol("u")))
    case .lbfgs: return w + Phrase(text: "η·p", latex: "\\eta p", level: .product)
    }
  }
}

extension UpdateRule {
  /// The lines of an entry.
  func lines(_ entry: Entry, slope: Phrase, label: String?) -> [Working.Line] {
    let needsLine = optimizer.rule != .lbfgs && (optimizer.rule != .sgd || isChanged(isWeight: entry.isWeight))
    let first = needsLine ? [gradientLine(entry, slope: slope)] : []
    let steps = OptimizerWorking(rule: self, entry: entry, slope: needsLine ? g : slope)
    return first + steps.lines(label: label)
  }

  /// The step in letters, for whole arrays.
  func step(from symbol: Phrase, slope: Phrase) -> Phrase {
    let slope = optimizer.rule == .sgd && !isChanged(isWeight: true) ? slope : g
    return OptimizerWorking.step(optimizer, rule: self, from: symbol, slope: slope)
  }
}

extension Double {
  /// The number times itself so many times.
  fileprivate func power(_ count: Int) -> Double {
    var (result, base, rest) = (1.0, self, count)
    while rest > 0 {
      if rest & 1 == 1 { result *= base }
      base *= base
      rest >>= 1
    }
    return result
  }
}
