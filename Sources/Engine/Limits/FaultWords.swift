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
      return Mismatch(operation, left, right).message(names)
    case .approximationShapes(let left, let right):
      return Mismatch(sign: "≈", left, right).message(names)
    case .argumentShapes(let function, let left, let right):
      return Mismatch(function, left, right).message(names)
    case .toleranceShape(let tolerance, let compared):
      return "the tolerance must be a number or fit what is compared: "
        + "\(names.phrase(2, "the tolerance", tolerance)), what is compared \(compared.predicate)"
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
    case .network(let fault):
      return fault.message
    }
  }

  /// The fault of an operator in the reader's words.
  package func message(left: String, right: String) -> String {
    message(operands: [left, right])
  }
}

extension EngineFault {
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
    let charge = bytes + Double(extent == nil ? 0 : Storage.overhead)
    let reason =
      charge <= Double(limit)
      ? "\(spelled(bytes: Double(used))) of the limit of \(room) are in use" : "the limit is \(room)"
    // Past the largest unit a figure says nothing any more.
    let amount = bytes < 0x1p80 ? spelled(bytes: bytes) + " of memory" : "more memory than any machine has"
    return "\(what) takes \(amount): \(reason)"
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
