import Testing

/// What a reader recomputes from the printed digits agrees with what is printed, within the rounding shown.
@Suite struct ExplainAgreementTests {
  /// A stream of choices that is the same in every run.
  private struct Choices {
    var state: UInt64

    mutating func number(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

    /// A given number of few digits.
    mutating func given() -> String { "\(Double(number(below: 401) - 200) / 100)" }
  }

  private static let activations = [
    "linear", "relu", "leaky_relu(0.1)", "elu", "elu(0.5)", "selu", "gelu", "silu", "softplus", "sigmoid", "tanh",
    "softmax",
  ]
  private static let losses = [
    ("mse", nil), ("half_mse", nil), ("sse", nil), ("mae", nil), ("huber", nil), ("huber(0.3)", nil), ("log_cosh", nil),
    ("bce", "sigmoid"), ("cross_entropy", "softmax"), ("kl", "softmax"), ("cross_entropy", "softmax"),
  ]
  private static let optimizers = [
    "sgd(lr=0.5)", "sgd(lr=0.1, weight_decay=0.01)", "momentum(lr=0.1)", "momentum(lr=0.1, dampening=0.5)",
    "nesterov(lr=0.1)", "adagrad(lr=0.1)", "adagrad(lr=0.1, lr_decay=0.5)", "rmsprop(lr=0.01)",
    "rmsprop(lr=0.01, momentum=0.5, centered=1)", "rmsprop(lr=0.01, centered=1)", "adadelta(lr=1)", "adam(lr=0.01)",
    "adam(lr=0.01, amsgrad=1)", "adamw(lr=0.01)", "nadam(lr=0.01)", "adamax(lr=0.01)", "lbfgs(lr=0.5)",
  ]

  /// A note with a random network that has been updated a few times.
  private static func note(_ seed: Int, digits: Int) -> String {
    var choices = Choices(state: UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15)
    let inputs = 1 + choices.number(below: 3)
    let (loss, output) = choices.one(of: losses)
    let outputs = (output == "softmax" ? 2 : 1) + choices.number(below: 2)
    let samples = 1 + choices.number(below: 3)
    var layers: [String] = []
    for _ in 0..<choices.number(below: 3) {
      layers.append("\(1 + choices.number(below: 3)) \(choices.one(of: activations))")
      if samples > 1, choices.number(below: 6) == 0 { layers.append("batchnorm") }
      if choices.number(below: 6) == 0 { layers.append("dropout(0.5)") }
    }
    let last = output ?? choices.one(of: activations)
    layers.append("\(outputs) \(last)")
    let names = (0..<inputs).map { "x\($0)" }.joined(separator: ", ")
    let targets = (0..<outputs).map { "y\($0)" }.joined(separator: ", ")
    var rows = ""
    for _ in 0..<samples {
      let x = (0..<inputs).map { _ in choices.given() }.joined(separator: ", ")
      let right = choices.number(below: outputs)
      let t = (0..<outputs).map { output == nil ? choices.given() : $0 == right ? "1" : "0" }.joined(separator: ", ")
      rows += "  \(x) -> \(t)\n"
    }
    let extras = choices.one(of: ["", ", l2=0.1", ", clip=0.05", ", l2=0.01, clip=0.1"])
    return """
      ```nn
      set digits = \(digits)
      data set1: \(names) -> \(targets)
      \(rows)net m = \(inputs) -> \(layers.joined(separator: " -> ")), seed = \(seed)
      train m on set1, loss=\(loss), optimizer=\(choices.one(of: optimizers)), epochs=\(1 + choices.number(below: 3)), quiet=true\(extras)
      explain m as text
      explain forward m on set1 as text
      ```

      """
  }

  @Test(arguments: 0..<150)
  func everyLinkHolds(seed: Int) throws {
    let digits = 2 + seed % 7
    let note = Self.note(seed, digits: digits)
    let (written, outcome) = run(Array(note.utf8))
    #expect(rendered(outcome.diagnostics, of: Array(note.utf8)) == "")
    var links = 0
    for line in PrintedLine.lines(of: text(written)) {
      if let (left, right) = line.disagreement(digits: digits, &links) {
        Issue.record("\(line.left): \(left) is not \(right) in\n\(text(written))")
      }
    }
    #expect(links > 4)
  }

  /// The golden notes of four digits.
  @Test(arguments: [
    "explain-activations", "explain-batches", "explain-losses", "explain-optimizers", "explain-selection",
    "explain-sizes", "explain-expressions",
  ])
  func everyGoldenLinkHolds(name: String) throws {
    let note = try String(
      contentsOf: GoldenTests.folder.appendingPathComponent("\(name)/expected.md"), encoding: .utf8)
    var links = 0
    for line in PrintedLine.lines(of: note) where !line.steps.contains(where: { $0.contains("…") }) {
      if let (left, right) = line.disagreement(digits: 4, &links) {
        Issue.record("\(line.left): \(left) is not \(right)")
      }
    }
    #expect(links > 20)
  }

  @Test(arguments: [
    ("y = 0.5·0.3 = 0.1500", true), ("y = 0.5·0.3 = 0.1501", false), ("y = 0.1234·0.3 = 0.03702", true),
    ("y = 0.1234·0.3 = 0.03701", true), ("y = 0.1234·0.3 = 0.03699", false), ("y ← 0.4 - 0.5·0.08217 = 0.3589", true),
    ("y ← 0.4 - 0.5·0.08217 = 0.3588", false), ("y = 1/(1 + exp(-0.3775)) = 0.5933", true),
    ("y = 1/(1 + exp(-0.3775)) = 0.5934", false), ("y = (-2)^2 = 4", true), ("y = -2^2 = 4", false),
    ("y = σ(z) = 1.500e-7·2 = 3.000e-7    (a comment)", true), ("y = σ(z) = 1.500e-7·2 = 3.100e-7", false),
  ])
  func wrongLinksAreFound(line: String, holds: Bool) {
    var links = 0
    let lines = PrintedLine.lines(of: "```text\n\(line)\n```")
    #expect((lines[0].disagreement(digits: 4, &links) == nil) == holds)
    #expect(links == 1)
  }
}
