import SourceText

extension EngineFault {
  /// What can be done about it, each one line; `operands` as in `message`.
  package func help(operands: [String] = []) -> [String] {
    let names = Operands(spellings: operands)
    switch self {
    case .shapes(let operation, let left, let right):
      return Mismatch(operation, left, right).help(names)
    case .unknownParameter(let function, let name):
      return nearest(to: name, among: function.parameters.map(\.name)).map { ["did you mean `\($0)`?"] } ?? []
    case .outOfRange(_, let index, _):
      return index < 1 ? ["counting begins at 1"] : []
    case .subscripts(1, .matrix):
      return ["a row is `\(operands.first ?? "")[1, :]`, a column `\(operands.first ?? "")[:, 1]`"]
    case .network(let fault):
      return fault.help
    case .memory, .time, .cost, .argumentShapes, .approximationShapes, .toleranceShape, .entry, .raggedRows, .arity,
      .missingParameter, .repeatedParameter, .argument, .figure, .empty, .endlessRange, .subscripts, .subscriptShape,
      .fractionalSubscript:
      return []
    }
  }
}
