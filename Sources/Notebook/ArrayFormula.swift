import Engine
import Formula

/// A term as training runs it: over whole arrays at once, its constants being plain numbers.
typealias ArrayFormula = CustomActivation.Program

/// A symbol that stands for an array where a number is wanted.
struct ArrayFormulaFailure: Error {
  let symbol: String
}

extension ArrayFormula {
  init(_ term: Term, variables: [String], values: [String: Engine.Value]) throws(ArrayFormulaFailure) {
    var writer = ProgramWriter()
    let result = try term.fold { (node, operands) throws(ArrayFormulaFailure) -> ProgramWriter.Operand in
      switch node {
      case .number(let number): return .constant(number)
      case .constant(.pi): return .constant(Engine.Constant.pi.value)
      case .constant(.e): return .constant(Engine.Constant.e.value)
      case .symbol(let name):
        if let place = variables.firstIndex(of: name) { return .input(place) }
        guard case .number(let number)? = values[name] else { throw ArrayFormulaFailure(symbol: name) }
        return .constant(number)
      case .negate: return writer.negate(operands[0])
      case .not: return writer.invert(operands[0])
      case .add: return operands.dropFirst().reduce(operands[0]) { writer.apply(.add, $0, $1) }
      case .multiply: return operands.dropFirst().reduce(operands[0]) { writer.apply(.multiply, $0, $1) }
      case .and: return operands.dropFirst().reduce(operands[0]) { writer.apply(.and, $0, $1) }
      case .or: return operands.dropFirst().reduce(operands[0]) { writer.apply(.or, $0, $1) }
      case .divide: return writer.apply(.divide, operands[0], operands[1])
      case .power: return writer.apply(.power, operands[0], operands[1])
      case .compare(let comparison, _, _):
        return writer.apply(BinaryOperation(comparison), operands[0], operands[1])
      case .apply(let function, _):
        guard let elementary = Elementary(rawValue: function.rawValue) else {
          preconditionFailure("Formula knows `\(function.rawValue)`, Engine does not")
        }
        return writer.apply(elementary, operands[0])
      case .applyPair(let function, _, _): return try Self.write(function, operands, node, &writer)
      case .call(let name, _): preconditionFailure("a term of a note with an unknown function: \(name)")
      }
    }
    self = writer.program(inputs: variables.count, result: result)
  }

  /// Functions of two numbers; the constant of an activation must be one.
  private static func write(
    _ function: PairFunction, _ operands: [ProgramWriter.Operand], _ node: Term, _ writer: inout ProgramWriter
  ) throws(ArrayFormulaFailure) -> ProgramWriter.Operand {
    switch function {
    case .min: return writer.apply(Extremum.min, operands[0], operands[1])
    case .max: return writer.apply(Extremum.max, operands[0], operands[1])
    case .leakyRelu, .elu:
      guard case .constant(let constant) = operands[1] else { throw ArrayFormulaFailure(symbol: node.operands[1].text) }
      return writer.apply(function == .elu ? .elu : .leakyRelu, operands[0], constant: constant)
    }
  }
}
