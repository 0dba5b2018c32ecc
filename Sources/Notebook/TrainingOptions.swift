import Engine
import Language
import SourceText

/// Reads the options of `train` and `step`.
struct TrainingOptions {
  private(set) var settings: TrainingSettings
  /// Whether the line that `train` writes is left out.
  private(set) var isQuiet = false
  /// The significant digits of that line, where they are asked for.
  private(set) var digits: Int?

  private enum Key: String, CaseIterable {
    case loss, optimizer, schedule, epochs, batch, shuffle, validate, patience, l2, clip, freeze, diverge, quiet, digits
  }

  /// All that is wrong with the options is said at once.
  init(_ order: TrainingOrder, ofStep isStep: Bool, evaluator: Evaluator) throws(Mistakes) {
    var mistakes: [Mistake] = []
    var options: [Key: Option] = [:]
    let keys = isStep ? [Key.loss, .optimizer, .l2, .clip, .freeze] : Key.allCases
    let word = isStep ? "step" : "train"
    for option in order.options {
      guard let key = keys.first(where: { $0.rawValue == option.name.text }) else {
        mistakes.append(
          .unknownOption(option, of: "`\(word)`", among: keys.map(\.rawValue), in: evaluator.code))
        continue
      }
      options[key] = option
    }
    let required = isStep ? [Key.loss, .optimizer] : [.loss, .optimizer, .epochs]
    let missing = required.filter { options[$0] == nil }
    if mistakes.isEmpty, !missing.isEmpty {
      let examples = [Key.loss: "loss=mse", .optimizer: "optimizer=sgd(lr=0.1)", .epochs: "epochs=100"]
      mistakes.append(
        .at(
          order.network.range, of: evaluator.code, .option,
          "`\(word)` wants \(missing.map { "`\($0.rawValue)`" }.joined(separator: " and "))",
          help: ["for example `\(missing.compactMap { examples[$0] }.joined(separator: ", "))`"]))
    }
    guard mistakes.isEmpty, let loss = options[.loss], let optimizer = options[.optimizer] else {
      throw Mistakes(mistakes)
    }
    settings = try single { () throws(Mistake) in
      TrainingSettings(
        loss: try evaluator.objective(loss.value), optimizer: try evaluator.optimizer(optimizer.value), epochs: 1)
    }
    for key in Key.allCases {
      guard let option = options[key] else { continue }
      do throws(Mistake) { try read(key, option.value, evaluator) } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private mutating func read(_ key: Key, _ value: Expression, _ evaluator: Evaluator) throws(Mistake) {
    let most = 0x1p53
    switch key {
    case .loss, .optimizer: break
    case .schedule: settings.schedule = try evaluator.schedule(value)
    case .epochs: settings.epochs = Int(try evaluator.wholeNumber(value, named: "epochs", in: 1...most))
    case .batch: settings.batch = Int(try evaluator.wholeNumber(value, named: "batch", in: 1...most))
    case .shuffle: settings.order = try evaluator.flag(value, named: "shuffle") ? .shuffled : .standing
    case .validate:
      let set = try evaluator.dataSet(value)
      settings.validation = try evaluator.samples(set, named: evaluator.code.spelling(value), at: value)
    case .patience: settings.patience = Int(try evaluator.wholeNumber(value, named: "patience", in: 1...most))
    case .l2: settings.l2 = try evaluator.number(value)
    case .clip: settings.clip = try evaluator.number(value)
    case .freeze: settings.freeze = try evaluator.listOfNames(value)
    case .diverge:
      settings.allowsDivergence = try evaluator.word(value, named: "diverge", among: ["allow", "refuse"]) == "allow"
    case .quiet: isQuiet = try evaluator.flag(value, named: "quiet")
    case .digits: digits = try evaluator.digits(value)
    }
  }
}

extension Evaluator {
  /// `true` or `false`, or what is 1 or 0.
  func flag(_ expression: Expression, named name: String) throws(Mistake) -> Bool {
    let number = try number(expression)
    guard number == 0 || number == 1 else {
      throw .at(expression.range, of: code, .option, "`\(name)` wants `true` or `false`")
    }
    return number == 1
  }

  /// One of some words.
  func word(_ expression: Expression, named name: String, among words: [String]) throws(Mistake) -> String {
    if case .name(let word) = expression.kind, words.contains(word) { return word }
    let wanted = words.map { "`\($0)`" }.joined(separator: " or ")
    let spelling = code.spelling(expression)
    throw .at(
      expression.range, of: code, .option, "`\(name)` wants \(wanted), and this is `\(spelling)`",
      help: nearest(to: spelling, among: words).map { ["did you mean `\($0)`?"] } ?? [])
  }

  /// `[W1, b1]`, or one name.
  func listOfNames(_ expression: Expression) throws(Mistake) -> [String] {
    let entries = if case .vector(let entries) = expression.kind { entries } else { [expression] }
    var names: [String] = []
    for entry in entries {
      guard case .name(let name) = entry.kind else {
        throw .at(
          entry.range, of: code, .option, "a name of a parameter is wanted here, and this is `\(code.spelling(entry))`",
          help: ["as in `freeze = [W1, b1]`"])
      }
      names.append(name)
    }
    return names
  }
}
