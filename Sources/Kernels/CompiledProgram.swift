import CKernels

/// An array program as the C loops take it: operands as places (inputs, then registers, then constants), registers
/// used again once nothing needs what they hold.
@safe final class CompiledProgram {
  let pointer: UnsafeMutablePointer<ck_program>
  private let code: UnsafeMutableBufferPointer<ck_instruction>
  private let constants: UnsafeMutableBufferPointer<Double>

  init(_ program: ArrayProgram) {
    var constants: [Double] = []
    for operand in program.instructions.flatMap(\.operands) + [program.result] {
      if case .constant(let value) = operand { constants.append(value) }
    }
    let plan = RegisterPlan(program)
    var nextConstant = 0
    func place(_ operand: ArrayProgram.Operand) -> UInt32 {
      switch operand {
      case .input(let index): return UInt32(index)
      case .result(let index): return UInt32(program.inputs + plan.register[index])
      case .constant:
        defer { nextConstant += 1 }
        return UInt32(program.inputs + plan.count + nextConstant)
      }
    }
    var code: [ck_instruction] = []
    for (index, instruction) in program.instructions.enumerated() {
      var step = ck_instruction()
      switch instruction {
      case .unary(let function, let x, let parameter):
        step.function = UInt32(function.code.rawValue)
        step.first = place(x)
        step.parameter = parameter ?? function.defaultParameter ?? 0
      case .binary(let function, let a, let b):
        step.is_binary = true
        step.function = UInt32(function.code.rawValue)
        step.first = place(a)
        step.second = place(b)
      }
      step.target = UInt32(plan.register[index])
      code.append(step)
    }
    let result = place(program.result)
    unsafe self.code = .allocate(capacity: code.count)
    _ = unsafe self.code.initialize(from: code)
    unsafe self.constants = .allocate(capacity: constants.count)
    _ = unsafe self.constants.initialize(from: constants)
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(
      to: ck_program(
        inputs: UInt32(program.inputs), registers: UInt32(plan.count), constants: UInt32(constants.count),
        instructions: UInt32(code.count), result: result, code: self.code.baseAddress,
        constant: self.constants.baseAddress))
  }

  deinit {
    unsafe pointer.deallocate()
    unsafe code.deallocate()
    unsafe constants.deallocate()
  }
}

/// Which register each result stands in.
private struct RegisterPlan {
  private(set) var register: [Int] = []
  private(set) var count = 0

  init(_ program: ArrayProgram) {
    var lastUse = [Int](repeating: -1, count: program.instructions.count)
    for (place, instruction) in program.instructions.enumerated() {
      for operand in instruction.operands { if case .result(let index) = operand { lastUse[index] = place } }
    }
    if case .result(let index) = program.result { lastUse[index] = program.instructions.count }
    var free: [Int] = []
    for (place, instruction) in program.instructions.enumerated() {
      // Maps go number by number, so the result may take the place of an operand.
      var freed: [Int] = []
      for operand in instruction.operands {
        if case .result(let index) = operand, lastUse[index] == place, !freed.contains(register[index]) {
          freed.append(register[index])
        }
      }
      free.append(contentsOf: freed)
      if let again = free.popLast() {
        register.append(again)
      } else {
        register.append(count)
        count += 1
      }
    }
  }
}
