import SourceText

extension EngineFault {
  /// The fault in the reader's words, one line. `operands` are the spellings, in the order in which they were applied:
  /// the two sides of an operator; the two sides and the tolerance of `≈`; the entries of an array that is written out,
  /// row by row; the arguments of a function; an indexed value and then its subscripts. A spelling that is not at hand
  /// is described instead.
  package func message(operands: [String] = []) -> String {
    let names = Operands(spellings: operands)
    switch self {
    case .memory(let bytes, let extent, let used, let limit):
      return Self.shortage(bytes, of: extent, used: used, limit: limit)
    case .time:
      return "the time limit is reached"
    case .cost(let multiplications):
      return "this takes \(spelled(multiplications)) multiplications, which no machine does within the time limit"
    case .shapes(let operation, let left, let right):
      return Self.mismatch(operation.rawValue, left, right, names, Self.needs(operation))
    case .approximationShapes(let left, let right):
      return Self.mismatch("≈", left, right, names, Self.broadcastNeeds)
    case .argumentShapes(let function, let left, let right):
      return Self.mismatch(function, left, right, names)
    case .toleranceShape(let tolerance, let compared):
      return "the tolerance must be a number or fit what is compared: "
        + "\(names.phrase(2, "the tolerance", tolerance)), what is compared \(Self.predicate(compared))"
    case .entry(let position, let shape):
      return "an entry of an array must be a number: \(names[position - 1, "entry \(position)"]) is \(shape)"
    case .raggedRows(let row, let count, let first):
      return "the rows of a matrix must have one length: row 1 has \(spelled(count: first, "entry", "entries")), "
        + "row \(row) has \(spelled(count: count, "entry", "entries"))"
    case .arity(let function, let given):
      return "\(Self.call(function)) takes \(function.arityWords): \(Self.given(given))"
    case .missingParameter(let function, let name):
      return "\(Self.call(function)) needs `\(name)`"
    case .unknownParameter(let function, let name):
      return "\(Self.call(function)) has no parameter `\(name)`"
    case .repeatedParameter(let function, let name):
      return "\(Self.call(function)) is given `\(name)` twice"
    case .argument(let function, let position, let wants, let got):
      return "`\(function.name)` wants \(wants.rawValue): \(names[position, "argument \(position + 1)"]) is \(got)"
    case .figure(let function, let position, let wants, let got):
      return "`\(function.name)` wants \(wants.rawValue)\(names.instead(position, got))"
    case .empty(let function):
      return "`\(function.name)` needs at least one entry: \(names[0, "its argument"]) has none"
    case .endlessRange(let from, let through, let step):
      return "steps of \(spelled(step)) never lead from \(spelled(from)) to \(spelled(through))"
    case .subscripts(let given, let shape):
      return Self.dimensions(of: shape, given: given, names)
    case .subscriptShape(let position, let shape):
      return "a subscript must be a number: \(names[position + 1, "subscript \(position + 1)"]) is \(shape)"
    case .fractionalSubscript(let position, let got):
      return "a subscript must be a whole number\(names.instead(position + 1, got))"
    case .outOfRange(let position, let index, let shape):
      return Self.outside(shape, position: position, index: index, names)
    }
  }

  /// The fault of an operator in the reader's words.
  package func message(left: String, right: String) -> String {
    message(operands: [left, right])
  }

  /// What can be done about it, each one line.
  package var help: [String] {
    switch self {
    case .unknownParameter(let function, let name):
      let names = function.parameters.map(\.name)
      return nearest(to: name, among: names).map { ["did you mean `\($0)`?"] } ?? []
    case .outOfRange(_, let index, _):
      return index < 1 ? ["counting begins at 1"] : []
    case .subscripts(1, .matrix):
      return ["a row is `[1, :]`, a column `[:, 1]`"]
    case .memory, .time, .cost, .shapes, .argumentShapes, .approximationShapes, .toleranceShape, .entry, .raggedRows,
      .arity,
      .missingParameter, .repeatedParameter, .argument, .figure, .empty, .endlessRange, .subscripts, .subscriptShape,
      .fractionalSubscript:
      return []
    }
  }
}

/// The spellings of operands, where they are at hand.
private struct Operands {
  let spellings: [String]

  /// The spelling in backquotes, or the description.
  subscript(position: Int, description: String) -> String {
    spellings.indices.contains(position) ? "`\(spellings[position])`" : description
  }

  /// `` `W` is 2×3 ``, `` `x` has 2 ``.
  func phrase(_ position: Int, _ description: String, _ shape: Shape) -> String {
    "\(self[position, description]) \(EngineFault.predicate(shape))"
  }

  /// What a figure is instead of what it should be, by name where it has one: `: n is -3`, else `, not -3`.
  func instead(_ position: Int, _ got: Double) -> String {
    let figure = spelled(got)
    guard spellings.indices.contains(position), Double(spellings[position]) != got else { return ", not \(figure)" }
    return ": `\(spellings[position])` is \(figure)"
  }
}

extension EngineFault {
  fileprivate static func predicate(_ shape: Shape) -> String {
    switch shape {
    case .number, .matrix: "is \(shape)"
    case .vector(let count): "has \(count)"
    }
  }

  private static func call(_ function: BuiltIn) -> String {
    "`\(function.signature)`"
  }

  private static func given(_ count: Int) -> String {
    switch count {
    case 0: "none is given"
    case 1: "1 is given"
    default: "\(count) are given"
    }
  }

  private static func shortage(_ bytes: Double, of extent: Extent?, used: Int, limit: Int) -> String {
    let what = extent.map { "a \($0)" } ?? "this"
    let room = spelled(bytes: Double(limit))
    // Where the limit alone would do, what is in use is the reason.
    let reason =
      bytes < Double(limit)
      ? "\(spelled(bytes: Double(used))) of the limit of \(room) are in use" : "the limit is \(room)"
    // Past the largest unit a figure says nothing any more.
    let amount = bytes < 0x1p80 ? spelled(bytes: bytes) + " of memory" : "more memory than any machine has"
    return "\(what) takes \(amount): \(reason)"
  }

  /// What the operands need of each other, in words: of their shapes and names.
  private typealias Needs = (_ left: Shape, _ right: Shape, _ first: String, _ second: String) -> String

  private static func needs(_ operation: BinaryOperation) -> Needs {
    switch operation {
    case .product: productNeeds
    case .add, .subtract, .multiply, .divide, .power, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
      .notEqual, .and, .or:
      broadcastNeeds
    }
  }

  private static func mismatch(
    _ sign: String, _ left: Shape, _ right: Shape, _ names: Operands, _ needs: Needs
  ) -> String {
    let whole = names.spellings.count >= 2 ? "`\(names.spellings[0]) \(sign) \(names.spellings[1])`" : "`\(sign)`"
    let needed = needs(left, right, names[0, "the left side"], names[1, "the right side"])
    return "\(whole) needs \(needed): "
      + "\(names.phrase(0, "the left side", left)), \(names.phrase(1, "the right side", right))"
  }

  private static func mismatch(_ function: BuiltIn, _ left: Shape, _ right: Shape, _ names: Operands) -> String {
    let (first, second) = (names[0, "the first argument"], names[1, "the second"])
    let needs =
      switch function {
      case .loss: "outputs and targets of one shape"
      case .algebra: productNeeds(left, right, first, second)
      case .extremum, .elementary, .summary, .rowwise, .construction: broadcastNeeds(left, right, first, second)
      }
    return "`\(function.name)` needs \(needs): "
      + "\(names.phrase(0, "the first argument", left)), \(names.phrase(1, "the second", right))"
  }

  private static func productNeeds(_ left: Shape, _ right: Shape, _ first: String, _ second: String) -> String {
    switch (left, right) {
    case (.matrix, .vector): "as many columns in \(first) as entries in \(second)"
    case (.matrix, .matrix), (.matrix, .number): "as many columns in \(first) as rows in \(second)"
    case (.vector, .matrix), (.number, .matrix): "as many entries in \(first) as rows in \(second)"
    case (.vector, .vector), (.vector, .number), (.number, .vector), (.number, .number):
      "as many entries in \(first) as in \(second)"
    }
  }

  private static func broadcastNeeds(_ left: Shape, _ right: Shape, _ first: String, _ second: String) -> String {
    switch (left, right) {
    case (.matrix, .vector), (.matrix, .number): "as many columns in \(first) as entries in \(second)"
    case (.vector, .matrix), (.number, .matrix): "as many entries in \(first) as columns in \(second)"
    case (.matrix, .matrix): "matrices of one shape"
    case (.vector, .vector), (.vector, .number), (.number, .vector), (.number, .number):
      "as many entries in \(first) as in \(second)"
    }
  }

  private static func dimensions(of shape: Shape, given: Int, _ names: Operands) -> String {
    let value = names[0, "what is indexed"]
    return switch shape {
    case .number: "\(value) is a number, which has no entries to pick from"
    case .vector: "\(value) is \(shape) and wants one subscript: \(Self.given(given))"
    case .matrix: "\(value) is \(shape) and wants two subscripts, row and column: \(Self.given(given))"
    }
  }

  private static func outside(_ shape: Shape, position: Int, index: Double, _ names: Operands) -> String {
    let value = names[0, "what is indexed"]
    return switch shape {
    case .number: "\(value) is a number, which has no entries to pick from"
    case .vector(let count): "\(value) has no entry \(spelled(index)): it has \(count)"
    case .matrix: "\(value) has no \(position == 0 ? "row" : "column") \(spelled(index)): it is \(shape)"
    }
  }
}
