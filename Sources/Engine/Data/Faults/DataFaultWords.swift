import SourceText

extension DataFault {
  /// The fault in the reader's words, one line. The operands are the sets that a function takes.
  func message(_ names: Operands) -> String {
    switch self {
    case .file(let path, let fault): fault.message(path)
    case .columns(let fault): fault.message
    case .rows(let fault): fault.message
    case .function(let function, let fault): fault.message(function, names)
    case .measure(let fault): fault.message
    }
  }

  /// What can be done about it, each one line.
  var help: [String] {
    switch self {
    case .file(_, let fault): fault.help
    case .columns(let fault): fault.help
    case .function(let function, .unknownParameter(let name)):
      nearest(to: name, among: function.parameters.map(\.name)).map { ["did you mean `\($0)`?"] } ?? []
    case .rows, .function, .measure: []
    }
  }
}

extension ColumnFault {
  fileprivate var message: String {
    switch self {
    case .unknown(let name, let file, _, _, _): "\(quoted(file)) has no column \(quoted(name))"
    case .ambiguous(let name, let first, let second):
      "the column \(quoted(name)) is in \(quoted(first)) and in \(quoted(second))"
    case .twice(let name): "the column \(quoted(name)) is named twice"
    case .backwardRange(let from, let through): "\(quoted(through)) stands before \(quoted(from))"
    case .noInputs(let file): "\(quoted(file)) has no column left for the inputs"
    case .unnamed(let column, let file): "column \(column) of \(quoted(file)) has no name"
    case .classAmongTargets(let name): "a class must be the only target: \(quoted(name)) stands beside others"
    case .rowCounts(let first, let count, let second, let other):
      "inputs and targets must have as many rows: \(quoted(first)) has \(spelled(Double(count))), "
        + "\(quoted(second)) has \(spelled(Double(other)))"
    case .noInputNames: "the header names no inputs"
    case .uncountableRange(let from, let through):
      "a range of new columns needs names that count: \(quoted(from)) and \(quoted(through)) do not"
    }
  }

  fileprivate var help: [String] {
    switch self {
    case .unknown(_, _, let nearest?, _, _): ["did you mean \(quoted(nearest))?"]
    case .unknown(_, _, nil, let some, let count):
      some.isEmpty
        ? [] : ["its columns are \(some.map(quoted).joined(separator: ", "))\(count > some.count ? " …" : "")"]
    case .unnamed: ["name the inputs: `x1, x2 -> y`"]
    case .rowCounts: ["name the inputs, so that other arrays are left out: `x_train -> y_train`"]
    case .noInputNames: ["write the names of the columns: `x1, x2 -> y`"]
    case .uncountableRange: ["write `p0..p9` for `p0, p1, p2` and so on"]
    case .ambiguous, .twice, .backwardRange, .noInputs, .classAmongTargets: []
    }
  }
}

extension RowFault {
  fileprivate var message: String {
    switch self {
    case .none: "the set has no rows"
    case .inputEntries(let row, let given, let named): Self.entries("input", row, given, named)
    case .targetEntries(let row, let given, let named): Self.entries("target", row, given, named)
    case .mixedTargets(let row, true): "row \(row) has a class as its target: the rows before it have numbers"
    case .mixedTargets(let row, false): "row \(row) has a number as its target: the rows before it have a class"
    case .unusableEntry(let row, let column, let number): "\(quoted(column)) of row \(row) is \(spelled(number))"
    }
  }

  private static func entries(_ kind: String, _ row: Int, _ given: Int, _ named: Int) -> String {
    "row \(row) has \(spelled(count: given, kind, kind + "s")): the header names \(named == 0 ? "none" : "\(named)")"
  }
}

extension DataFunctionFault {
  fileprivate func message(_ function: DataFunction, _ names: Operands) -> String {
    let call = "`\(function.signature)`"
    return switch self {
    case .arity(let given): "\(call) takes \(function.parameters.arityWords): \(spelled(given: given))"
    case .missingParameter(let name): "\(call) needs `\(name)`"
    case .unknownParameter(let name): "\(call) has no parameter \(quoted(name))"
    case .repeatedParameter(let name): "\(call) is given `\(name)` twice"
    case .figure(let parameter, let wants, let got):
      "`\(parameter)` of `\(function.name)` must be \(wants.rawValue), not \(spelled(got))"
    case .emptySide(let size, let fraction):
      "one side of this split would be empty: "
        + "a fraction of \(spelled(fraction)) of \(spelled(count: size, "sample", "samples"))"
    case .inputCounts(let count, let other):
      "`\(function.name)` needs sets with the same inputs: \(names[0, "the set"]) has \(count), "
        + "\(names[1, "the other"]) has \(other)"
    case .unscalable(let column): "`\(function.name)` cannot scale \(quoted(column)): its numbers lie too far apart"
    }
  }
}

extension MeasureFault {
  fileprivate var message: String {
    switch self {
    case .shapes(let predictions, let targets):
      "predictions and targets must have one shape: they are \(predictions) and \(targets)"
    case .nothing: "there is no target to measure predictions by"
    case .targetIsNoClass(let sample, let target):
      "classes are counted where the target is 0 or 1: that of sample \(sample) is \(spelled(target))"
    }
  }
}

/// A name of a file or a column in backquotes, on one line and not too long.
func quoted(_ name: String) -> String {
  let scalars = name.unicodeScalars
  let short = scalars.count > 60 ? String(String.UnicodeScalarView(scalars.prefix(59))) + "…" : name
  return "`" + String(short.map { $0.isNewline ? " " : $0 == "`" ? "'" : $0 }) + "`"
}
