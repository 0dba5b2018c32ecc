import Engine
import Language
import Report
import SourceText

/// Makes data sets and networks of what `data` and `net` say.
extension Evaluator {
  // MARK: data

  /// The set of a `data` statement. `read` gives the bytes of a file and charges for them.
  func dataSet(
    _ definition: DataDefinition, read: (String, Int) -> Result<[UInt8], DataProblem>
  ) throws(Mistakes) -> DataSet {
    let classes = try single { () throws(Mistake) in try classesOption(definition.options) }
    let selection = ColumnSelection(
      inputs: definition.inputs.map { $0.map(ColumnSelection.Columns.init) },
      targets: definition.targets.map(ColumnSelection.Columns.init), classes: classes)
    let header = Expression(.name(definition.name.text), range: definition.name.range)
    switch definition.source {
    case .rows(let rows):
      let rows = try literalRows(rows)
      return try single { () throws(Mistake) in
        try computing(header, []) { budget throws(EngineFault) in
          try DataSet(rows: rows, selection, name: definition.name.text, within: budget)
        }
      }
    case .files(let files):
      return try single { () throws(Mistake) in
        try dataSet(files, selection, at: header, read: read)
      }
    }
  }

  private func classesOption(_ options: [Option]) throws(Mistake) -> Bool? {
    var classes: Bool?
    for option in options {
      guard option.name.text == "classes" else {
        throw .unknownOption(option, of: "`data`", among: ["classes"], in: code)
      }
      classes = try flag(option.value, named: "classes")
    }
    return classes
  }

  private func literalRows(_ rows: [DataDefinition.Row]) throws(Mistakes) -> [LiteralRow] {
    var mistakes: [Mistake] = []
    var literal: [LiteralRow] = []
    for row in rows {
      do throws(Mistake) {
        var inputs: [Double] = []
        for entry in row.inputs { inputs.append(try number(entry)) }
        literal.append(LiteralRow(inputs: inputs, target: try target(row.targets)))
      } catch {
        mistakes.append(error)
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return literal
  }

  /// A single name that stands for no number is a class.
  private func target(_ entries: [Expression]) throws(Mistake) -> LiteralRow.Target {
    if entries.count == 1 {
      switch entries[0].kind {
      case .string(let text): return .className(text)
      case .name(let name):
        if case .value? = environment.things[name]?.meaning { break }
        if Engine.Constant(rawValue: name) == nil { return .className(name) }
      case .number, .vector, .matrix, .member, .call, .prime, .index, .negate, .not, .binary, .approximately, .group:
        break
      }
    }
    var numbers: [Double] = []
    for entry in entries { numbers.append(try number(entry)) }
    return .numbers(numbers)
  }

  private func dataSet(
    _ files: [DataDefinition.File], _ selection: ColumnSelection, at header: Expression,
    read: (String, Int) -> Result<[UInt8], DataProblem>
  ) throws(Mistake) -> DataSet {
    var loaded: [DataFile] = []
    var charged = 0
    defer { budget.refund(charged) }
    for file in files {
      switch read(file.path, budget.memory - budget.used) {
      case .failure(let problem):
        throw .at(file.range, of: code, .value, problem.message, help: problem.help.map { [$0] } ?? [])
      case .success(let bytes):
        charged += try computing(header, []) { budget throws(EngineFault) in
          try budget.charge(bytes.count)
          return bytes.count
        }
        loaded.append(DataFile(path: file.path, bytes: bytes))
      }
    }
    let files = loaded
    return try computing(header, []) { budget throws(EngineFault) in
      try DataSet(reading: files, selection, within: budget)
    }
  }

  // MARK: net

  /// The network of a `net` statement.
  func network(_ definition: NetDefinition) throws(Mistakes) -> Network {
    var mistakes: [Mistake] = []
    var layers: [NetworkSpec.Layer] = []
    for layer in definition.layers {
      do throws(Mistake) { layers += try self.layers(layer) } catch { mistakes.append(error) }
    }
    var inputs = 0
    var initialiser = Initialiser.xavier
    var seed = seed
    do throws(Mistake) {
      inputs = try neurons(definition.inputs)
    } catch { mistakes.append(error) }
    for option in definition.options {
      do throws(Mistake) {
        switch option.name.text {
        case "init": initialiser = try self.initialiser(option.value)
        case "seed": seed = UInt64(try wholeNumber(option.value, named: "seed", in: 0...0x1p53))
        default:
          throw .unknownOption(
            option, of: "`net`", among: ["init", "seed"], in: code, listing: "it has `init` and `seed`")
        }
      } catch { mistakes.append(error) }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    let header = Expression(.name(definition.name.text), range: definition.name.range)
    let (inputCount, start, drawn) = (inputs, initialiser, seed)
    let stack = layers
    return try single { () throws(Mistake) in
      try computing(header, []) { budget throws(EngineFault) in
        let spec = try NetworkSpec(inputs: inputCount, layers: stack, initialiser: start)
        return try Network(name: definition.name.text, spec: spec, seed: drawn, within: budget)
      }
    }
  }

  /// A count of neurons: a number, or what is worth one.
  private func neurons(_ expression: Expression) throws(Mistake) -> Int {
    try self.count(expression, of: "neurons", upTo: 1_000_000)
  }

  private func count(_ expression: Expression, of what: String, upTo most: Int) throws(Mistake) -> Int {
    let number = try number(expression)
    guard number >= 1, number <= Double(most), number == number.rounded() else {
      throw .at(
        expression.range, of: code, .value,
        "a whole number of \(what) from 1 to \(most) is wanted here, and this is \(NumberFormat(digits: 17).text(number))"
      )
    }
    return Int(number)
  }

  private func layers(_ layer: NetDefinition.Layer) throws(Mistake) -> [NetworkSpec.Layer] {
    let copies =
      try layer.repetitions.map { (repetitions) throws(Mistake) in
        try self.count(repetitions, of: "layers", upTo: 1000)
      } ?? 1
    let one: NetworkSpec.Layer
    switch layer.kind {
    case .dense(let neurons, let activation):
      let activation = try activation.map { (activation) throws(Mistake) in try self.activation(activation) }
      one = .dense(try self.neurons(neurons), activation ?? .linear)
    case .dropout(let arguments):
      guard let argument = arguments.first, arguments.count == 1 else {
        throw .at(
          layer.range, of: code, .option, "`dropout` wants the share that it drops", help: ["as in `dropout(0.2)`"])
      }
      one = .dropout(try number(argument.value))
    case .batchnorm(let arguments):
      guard arguments.isEmpty else {
        throw .at(layer.range, of: code, .option, "`batchnorm` takes no settings", help: ["write `batchnorm` alone"])
      }
      one = .batchnorm
    }
    return Array(repeating: one, count: copies)
  }
}

extension ColumnSelection.Columns {
  fileprivate init(_ columns: DataDefinition.Columns) {
    self =
      switch columns {
      case .named(let name): .named(name.text)
      case .range(let first, let last): .range(first.text, last.text)
      }
  }
}
