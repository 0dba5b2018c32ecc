/// A formula over numbers as a list of kernels, carried out over arrays piece by piece: how a function of a note becomes
/// an activation or a loss. An instruction's result stands in a register; a formula has as many as it needs at once.
package struct ArrayProgram: Sendable, Hashable {
  /// Where an instruction takes a number from.
  package enum Operand: Sendable, Hashable {
    /// The variable at that place, from 0.
    case input(Int)
    /// The result of the instruction at that place, from 0.
    case result(Int)
    case constant(Double)
  }

  package enum Instruction: Sendable, Hashable {
    case unary(UnaryFunction, Operand, parameter: Double?)
    case binary(BinaryFunction, Operand, Operand)
  }

  /// How many variables the formula has.
  package let inputs: Int
  let instructions: [Instruction]
  let result: Operand

  /// Each instruction may use the results of those before it; `result` is what the formula is worth.
  package init(inputs: Int, instructions: [Instruction], result: Operand) {
    for (place, instruction) in instructions.enumerated() {
      for operand in instruction.operands { precondition(operand.isKnown(inputs: inputs, before: place), "from later") }
    }
    precondition(result.isKnown(inputs: inputs, before: instructions.count), "a result from nowhere")
    (self.inputs, self.instructions, self.result) = (inputs, instructions, result)
  }
}

extension ArrayProgram.Instruction {
  var operands: [ArrayProgram.Operand] {
    switch self {
    case .unary(_, let x, _): [x]
    case .binary(_, let a, let b): [a, b]
    }
  }
}

extension ArrayProgram.Operand {
  fileprivate func isKnown(inputs: Int, before place: Int) -> Bool {
    switch self {
    case .input(let index): index >= 0 && index < inputs
    case .result(let index): index >= 0 && index < place
    case .constant: true
    }
  }
}
