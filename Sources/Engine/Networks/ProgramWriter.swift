package import Kernels

/// Writes a formula as the array program that training runs: one call for each operation, from the inside out.
package struct ProgramWriter {
  /// What an operation takes: a variable, the result of an operation before, a number.
  package typealias Operand = ArrayProgram.Operand

  private var instructions: [ArrayProgram.Instruction] = []

  package init() {}

  /// A function of one number; `constant` is that of `leaky_relu` and `elu`.
  package mutating func apply(_ function: Elementary, _ x: Operand, constant: Double? = nil) -> Operand {
    append(.unary(function.kernel, x, parameter: constant))
  }

  /// An operator between two numbers; `·` of numbers is the plain product.
  package mutating func apply(_ operation: BinaryOperation, _ a: Operand, _ b: Operand) -> Operand {
    append(.binary(operation.function ?? .multiply, a, b))
  }

  /// The lesser or the greater of two numbers.
  package mutating func apply(_ extremum: Extremum, _ a: Operand, _ b: Operand) -> Operand {
    append(.binary(extremum == .min ? .minimum : .maximum, a, b))
  }

  /// −x
  package mutating func negate(_ x: Operand) -> Operand {
    append(.unary(.negative, x, parameter: nil))
  }

  /// 1 where x is 0, else 0.
  package mutating func invert(_ x: Operand) -> Operand {
    append(.unary(.not, x, parameter: nil))
  }

  /// The program of so many variables whose value is `result`.
  package func program(inputs: Int, result: Operand) -> ArrayProgram {
    ArrayProgram(inputs: inputs, instructions: instructions, result: result)
  }

  private mutating func append(_ instruction: ArrayProgram.Instruction) -> Operand {
    instructions.append(instruction)
    return .result(instructions.count - 1)
  }
}
