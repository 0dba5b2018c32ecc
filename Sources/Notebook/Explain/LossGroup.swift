import Engine
import Report

/// The loss of the batch, term by term.
extension Lesson {
  func loss(_ record: UpdateRecord, within evaluator: Evaluator) -> Working.Group? {
    guard wanted.showsLoss, let last = layers.last else { return nil }
    let working = LossWorking(loss: record.loss, samples: samples, outputs: last.neurons, numerals: numerals)
    let heading = "Loss, \(record.loss.name)"
    let terms = working.isOfSample ? samples : samples * last.neurons
    guard terms <= Phrase.mostTerms, last.neurons <= Phrase.mostTerms else {
      let line = Working.Line(
        .symbol("L"), [.formula(working.whole), .result(numerals.computed(record.lossValue))])
      return Working.Group(
        heading: heading, lines: [line],
        remarks: ["The sum runs over \(counted(samples, "sample")) and \(counted(last.neurons, "output"))."])
    }
    var lines: [Working.Line] = []
    var letters: [Phrase] = []
    var numbers: [Phrase] = []
    for sample in 0..<samples {
      for outputs in working.isOfSample ? [Array(0..<last.neurons)] : (0..<last.neurons).map({ [$0] }) {
        let letter = lossSymbol(sample, working.isOfSample ? nil : outputs[0], outputs: last.neurons)
        let value = terms == 1 ? record.lossValue : self.term(record, sample, outputs, evaluator)
        lines.append(term(letter, value, working, record, sample, outputs))
        letters.append(letter)
        numbers.append(numerals.computed(value))
      }
    }
    if terms > 1 {
      let divisor = Phrase.symbol("\(working.divisor)")
      lines.append(
        Working.Line(
          .symbol("L"),
          [
            .formula(working.divisor == 1 ? .sum(letters) : .sum(letters) / divisor),
            .numbers(working.divisor == 1 ? .sum(numbers) : .sum(numbers) / divisor),
            .result(numerals.computed(record.lossValue)),
          ],
          comment: samples > 1 && working.divisor > 1
            ? "the mean over \(working.divisor == samples ? "the samples" : "samples and outputs")" : nil))
    }
    return Working.Group(heading: heading, lines: lines)
  }

  /// One term: of one output, or of a sample.
  private func term(
    _ letter: Phrase, _ value: Double, _ working: LossWorking, _ record: UpdateRecord, _ sample: Int, _ outputs: [Int]
  ) -> Working.Line {
    guard let last = layers.last else { preconditionFailure("a network without layers of neurons") }
    let formulas = outputs.map { output in
      working.formula(
        symbols.a(last.number, output, sample), symbols.t(output, sample),
        at: (last.fields.a[sample, output], record.targets[sample, output]))
    }
    let numbers = outputs.compactMap { working.numbers(last.fields.a[sample, $0], record.targets[sample, $0]) }
    // A term that counts for nothing is left out; one whose logarithm is infinite cannot be put into numbers.
    let isWhole = outputs.allSatisfy { output in
      record.targets[sample, output] == 0 && working.isOfSample
        || working.numbers(last.fields.a[sample, output], record.targets[sample, output]) != nil
    }
    let steps: [Working.Step] =
      [.formula(working.signed(.longSum(formulas)))] + (isWhole ? [.numbers(working.signed(.longSum(numbers)))] : [])
    return Working.Line(letter, steps + [.result(numerals.computed(value))])
  }

  /// `L`, `L[2]`, `L[2,1]`: of a sample, an output, or both, as far as there are several.
  private func lossSymbol(_ sample: Int, _ output: Int?, outputs: Int) -> Phrase {
    let places = (samples > 1 ? [sample + 1] : []) + (output.map { outputs > 1 ? [$0 + 1] : [] } ?? [])
    guard !places.isEmpty else { return .symbol("L") }
    let list = places.map(String.init).joined(separator: ",")
    return Phrase(text: "L[\(list)]", latex: "L_{\(list)}")
  }

  /// The value of a term, found from z where training finds it so.
  private func term(_ record: UpdateRecord, _ sample: Int, _ outputs: [Int], _ evaluator: Evaluator) -> Double {
    guard let last = layers.last else { return .nan }
    let pairs = outputs.map {
      (y: last.fields.a[sample, $0], t: record.targets[sample, $0], z: last.fields.z[sample, $0])
    }
    switch (record.loss, last.activation) {
    case (.custom(let custom), _): return custom.figures(y: pairs[0].y, t: pairs[0].t).term
    case (.builtIn(.bce, _), .sigmoid):
      // No difference of two numbers that are nearly one: ln(1 + exp(-91)) is not 0.
      let (t, z) = (pairs[0].t, pairs[0].z)
      let (yes, no) = (Activation.softplus.value(at: -z), Activation.softplus.value(at: z))
      return (t == 0 ? 0 : t * yes) + (t == 1 ? 0 : (1 - t) * no)
    case (.builtIn(let loss, let bend), _):
      let y = pairs.map(\.y), t = pairs.map(\.t)
      return evaluator.loss(loss, y, t, bend: bend)
    }
  }
}

extension Evaluator {
  /// A loss of one sample.
  fileprivate func loss(_ loss: Engine.Loss, _ y: [Double], _ t: [Double], bend: Double) -> Double {
    do throws(EngineFault) {
      var arguments: [Engine.Value] = [
        .vector(try Vector(y, within: budget)), .vector(try Vector(t, within: budget)),
      ]
      if loss == .huber { arguments.append(.number(bend)) }
      return try BuiltIn.loss(loss).apply(arguments, within: budget).elements[0]
    } catch {
      return .nan
    }
  }
}
